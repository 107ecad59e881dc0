"""Search all articles of a project: hits article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.core.model import Annotation, Article, Kind
from app.core.query.parsing import parse_typed
from app.core.query.places import WordFinder, make_finder
from app.core.query.saying import say_query
from app.core.query.terms import FieldName, FieldTerm, Match, Query
from app.core.records import Sample
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text.comparing import comparable, find_words
from app.core.vocabulary import LanguageCode
from app.service.article.hidden_pretags import hidden_members, seen_annotations
from app.service.article.mentions import mention_key
from app.service.concordance.hits import Hit, Portion
from app.service.corpus.hit_orders import shuffle_articles
from app.store import Project
from app.store.index.index_reader import IndexReader


class CorpusSearch:
    """Answers queries over the index and the texts of a project."""

    def __init__(self, project: Project, reader: IndexReader) -> None:
        self._project = project
        self._reader = reader

    def parse(self, typed: str) -> Query:
        """Return what is asked for; raise QueryError where it cannot be read."""
        return parse_typed(typed, label_words(self._project.scheme()))

    def speaker_called(self, name: str) -> str:
        """Return what the register calls a speaker of a name."""
        return self._reader.names.speaker_called(mention_key(name)) or name

    def count_articles(self, query: Query) -> int:
        """Return how many articles fit.

        Where a query looks at texts themselves, it is the most that can fit.
        """
        return self._reader.count_articles(query)

    def count_steps(self, query: Query, fitting: int) -> tuple[int, ...]:
        """Return how many articles fit up to each term of a query.

        `fitting` fit all of them.
        """
        earlier = (query.terms[:place] for place in range(1, len(query.terms)))
        counts = [self._reader.count_articles(Query(terms)) for terms in earlier]
        return (*counts, fitting) if query.terms else ()

    def find_hits(self, query: Query) -> Iterator[Hit]:
        """Yield the hits, the newest articles first, in reading order.

        A hit has the annotation that fits, or the smallest mention that the words stand in. A hit in a note has the
        line of the note, with the annotation that it is on. Where the query asks for articles alone, or the note is on
        an article, its span is empty and at the start.
        """
        for portion in self.find_portions(query):
            yield from portion.hits

    def find_portions(self, query: Query, fitting: int | None = None) -> Iterator[Portion]:
        """Yield the hits article by article: see `find_hits`.

        `fitting` is how many articles fit, where it was counted.
        """
        query = self._reader.resolve(query)
        wanted = [make_finder(term, self._reader.forms_of) for term in query.words if not term.is_excluded]
        refused = [make_finder(term, self._reader.forms_of) for term in query.words if term.is_excluded]
        needs_text = needs_text_check(query)
        hidden = hidden_members(self._project.rows(Sample))
        ids = self._reader.article_ids(query, fitting=fitting)
        for number in ids if query.drawing is None else shuffle_articles(ids, query.drawing):
            article = self._project.article(number)
            if article is None:  # removed since the index was written
                continue
            text = self._project.text(number)
            is_fit = not needs_text or _fits(text, wanted, refused)
            yield Portion(tuple(self._article_hits(query, article, text, wanted, hidden)) if is_fit else (), 1)

    def _article_hits(
        self, query: Query, article: Article, text: str, finders: list[WordFinder], hidden: frozenset[int]
    ) -> Iterator[Hit]:
        if query.annotation_fields:
            yield from self._annotation_hits(query, article, text, hidden)
        elif finders:
            spans = sorted({span for finder in finders for span in finder.find(text)})
            over = self._project.annotations_over(article.id, spans[0].start, spans[-1].stop) if spans else []
            rows = seen_annotations(over, article, hidden)
            for span in spans:
                yield Hit(article, span, context_line(text, span), mention_around(rows, span))
        elif notes := [value for term in query.article_fields if _asks_for_notes(term) for value in term.values]:
            yield from self._note_hits(notes, article, hidden)
        else:
            yield Hit(article, Span(0, 0), context_line(text, Span(0, 0)))

    def _note_hits(self, values: Iterable[str], article: Article, hidden: frozenset[int]) -> Iterator[Hit]:
        rows = {row.id: row for row in seen_annotations(self._project.annotations(article.id), article, hidden)}
        for note in self._project.notes(article.id):
            place = _find_in_note(note.text, values)
            if place is not None:
                row = rows.get(note.annotation_id or 0)
                yield Hit(article, Span(0, 0) if row is None else row.span, context_line(note.text, place), row)

    def _annotation_hits(self, query: Query, article: Article, text: str, hidden: frozenset[int]) -> Iterator[Hit]:
        fitting = set(self._reader.annotation_ids(query, article.id))
        for row in seen_annotations(self._project.annotations(article.id), article, hidden):
            if row.id in fitting:
                yield Hit(article, row.span, context_line(text, row.span), row)


def mention_around(rows: Iterable[Annotation], span: Span) -> Annotation | None:
    """Return the mention that words stand in.

    It is the smallest one; one that is not rejected comes first.
    """
    around = (row for row in rows if row.kind is Kind.ENTITY and row.span.contains(span))
    return min(around, key=lambda row: (not row.is_live, row.span.length), default=None)


def _asks_for_notes(term: FieldTerm) -> bool:
    return term.field is FieldName.NOTE and not term.is_excluded


def _find_in_note(text: str, values: Iterable[str]) -> Span | None:
    """Return where the first of some values stands in a note.

    None where none does. A value that only the folded note holds stands at its start.
    """
    held = [words for value in values if comparable(words := value.strip("*")) in comparable(text)]
    places = (place for words in held for place in find_words(text, words))
    return min(places, default=Span(0, 0)) if held else None


def needs_text_check(query: Query) -> bool:
    """Say whether the index alone cannot tell which articles fit.

    So for regular expressions, and for words side by side that are compared in different ways.
    """
    return any(
        any(word.match is Match.REGEX for word in words)
        or (len(words) > 1 and len({word.match is Match.LEMMA for word in words}) > 1)
        for term in query.words
        for words in term.choices
    )


def label_words(scheme: Scheme) -> Mapping[str, str]:
    """Return the labels of a scheme by what they are called, folded."""
    return {
        comparable(said): label.name
        for label in scheme.labels
        for said in (label.name, *dict(label.titles).values(), *dict(label.short_titles).values())
    }


def say_query_in(language: str, query: str, scheme: Scheme) -> str:
    """Return a query with its fields and values in a language.

    In Russian, labels have their titles, unless two have the same one; in English, their short names.
    """
    if language != LanguageCode.RU:
        return say_query(query, {}, in_russian=False)
    known = label_words(scheme)
    titles = {one.name: one.title(language) for one in scheme.labels}
    said = {name: title for name, title in titles.items() if known[comparable(title)] == name}
    return say_query(query, said, in_russian=True)


_AROUND = 160
"""Code points of the line that are given on either side of a hit."""


def context_line(text: str, span: Span) -> tuple[str, str, str]:
    """Return the words before, of and after a hit.

    They are of its lines alone.
    """
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.stop)
    stop = min(len(text) if stop < 0 else stop, span.stop + _AROUND)
    parts = (text[start : span.start], text[span.start : span.stop], text[span.stop : stop])
    before, words, after = (" ".join(part.split()) if part.strip() else "" for part in parts)
    return (
        before + " " if parts[0][-1:].isspace() and before else before,
        words,
        " " + after if parts[2][:1].isspace() and after else after,
    )


def _fits(text: str, wanted: Iterable[WordFinder], refused: Iterable[WordFinder]) -> bool:
    def stands(finder: WordFinder) -> bool:
        return next(iter(finder.find(text)), None) is not None

    return all(map(stands, wanted)) and not any(map(stands, refused))
