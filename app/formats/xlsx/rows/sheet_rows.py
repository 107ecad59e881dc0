"""The rows of each sheet, from which columns take values."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.core.model import Annotation, Article, Document, Kind, Note, Role, Status
from app.core.span import Pieces, Span
from app.core.text.sentences import sentences
from app.core.text.tokens import lines
from app.core.vocabulary import AttributeName
from app.formats.export_options import ExportOptions
from app.formats.xlsx.values.cells import RichText
from app.formats.xlsx.values.value_figures import NO_FIGURES, Figures, read_figures, read_first_figure

_MAX_CONTEXT_CHARS = 400
_NO_ATTRIBUTES: dict[str, str] = {}


class ArticleRow(NamedTuple):
    """An article, the counts of its exported annotations, its own notes.

    `entity_place` and `claim_place` are where its first rows are, "" where it has none.
    """

    article: Article
    entities: int
    claims: int
    proposed: int
    notes: str
    entity_place: str = ""
    claim_place: str = ""


class EntityRow(NamedTuple):
    """An entity with its words, context, notes and figures.

    `article_place` is the row of its article.
    """

    article: Article
    annotation: Annotation
    attributes: dict[str, str]
    words: str
    context: RichText
    notes: str
    figures: Figures
    article_place: str = ""


class ClaimRow(NamedTuple):
    """A claim with its words, context, notes, speaker, cue and first figure."""

    article: Article
    annotation: Annotation
    attributes: dict[str, str]
    words: str
    context: RichText
    notes: str
    figures: Figures
    article_place: str
    speaker: Role | None
    speaker_words: str | None
    cue_words: str | None

    @property
    def speaker_name(self) -> str:
        """Who says it: the resolved name, else the words; "" for nobody."""
        return (self.speaker.normal or self.speaker_words or "") if self.speaker else ""


class NoteRow(NamedTuple):
    """A note on an annotation, an article or the project.

    `words` are those of the annotation, the title of the article otherwise; `place` is the row that it is on.
    """

    note: Note
    article: Article | None = None
    annotation: Annotation | None = None
    words: str | None = None
    place: str = ""

    @property
    def on(self) -> str:
        """What the note is on."""
        if self.article is None:
            return "project"
        return "article" if self.annotation is None else str(self.annotation.kind)


class DocumentRows:
    """Make the rows of one document.

    Only annotations that the options take have rows.
    """

    def __init__(self, document: Document, options: ExportOptions) -> None:
        self._document = document
        self._shown = [annotation for annotation in document.annotations if options.includes_annotation(annotation)]
        self._entities, self._claims = (
            [annotation for annotation in self._shown if annotation.kind is kind] for kind in (Kind.ENTITY, Kind.CLAIM)
        )
        self._contexts = Contexts(document.text if self._shown else "")
        self._notes = _group_notes(document.notes)

    @property
    def has_entities(self) -> bool:
        return bool(self._entities)

    @property
    def has_claims(self) -> bool:
        return bool(self._claims)

    def article(self, entity_place: str = "", claim_place: str = "") -> ArticleRow:
        """Return the article's row, which counts the annotations that have rows."""
        return ArticleRow(
            self._document.article,
            len(self._entities),
            len(self._claims),
            sum(annotation.status is Status.PROPOSED for annotation in self._shown),
            "\n".join(note.text for note in self._document.notes if _is_on_article(note)),
            entity_place,
            claim_place,
        )

    def entities(self, article_place: str = "") -> Iterator[EntityRow]:
        """Yield the row of each entity, in the document's order."""
        article, text, find_context = self._document.article, self._document.text, self._contexts.find_context
        notes = self._notes
        for entity in self._entities:
            pieces, attributes = entity.pieces, entity.attributes
            yield EntityRow(
                article,
                entity,
                dict(attributes) if attributes else _NO_ATTRIBUTES,
                text[pieces[0][0] : pieces[0][1]] if len(pieces) == 1 else entity.words(text),
                find_context(pieces),
                "\n".join(notes[entity.id]) if entity.id in notes else "",
                read_figures(entity) if attributes else NO_FIGURES,
                article_place,
            )

    def claims(self, article_place: str = "") -> Iterator[ClaimRow]:
        """Yield the row of each claim, in the document's order."""
        article, text = self._document.article, self._document.text
        for claim in self._claims:
            speaker, cue = claim.speaker, claim.cue
            attributes = dict(claim.attributes)
            yield ClaimRow(
                article,
                claim,
                attributes,
                claim.words(text),
                self._contexts.find_context(claim.pieces),
                "\n".join(self._notes.get(claim.id, ())),
                read_first_figure(attributes.get(AttributeName.FIGURES, "")),
                article_place,
                speaker,
                _role_words(speaker, text),
                _role_words(cue, text),
            )

    def notes(self, article_place: str = "", places: dict[int, str] | None = None) -> Iterator[NoteRow]:
        """Yield the row of each note, but for notes on the project.

        `places` are the rows of annotations by id.
        """
        annotations = {annotation.id: annotation for annotation in self._document.annotations}
        for note in self._document.notes:
            annotation = annotations.get(note.annotation_id) if note.annotation_id else None
            if note.article_id is not None:
                article = self._document.article
                words = annotation.words(self._document.text) if annotation else article.title
                place = (places or {}).get(annotation.id, "") if annotation else article_place
                yield NoteRow(note, article, annotation, words, place)


class Contexts:
    """Find the sentences around spans of one text.

    Only lines with spans are cut into sentences.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [line.start for line in lines(text)]
        self._cut: dict[int, tuple[list[int], list[Span]]] = {}

    def find_context(self, pieces: Pieces) -> RichText:
        """Return the sentences around pieces in runs: plain, bold, plain, …

        Long sentences are shortened.
        """
        start, stop = pieces[0][0], pieces[-1][1]
        first, last = self._find_sentence(start) or (start, stop)
        if stop > last:
            last = (self._find_sentence(stop - 1) or (start, stop))[1]
        first, last = min(first, start), max(last, stop)
        if last - first <= _MAX_CONTEXT_CHARS:
            if len(pieces) == 1:
                text = self._text
                return (text[first:start], text[start:stop], text[stop:last])
            return _cut_runs(self._text, pieces, first, last)
        near_start = max(first, start - _MAX_CONTEXT_CHARS // 2)
        near_stop = min(last, start + _MAX_CONTEXT_CHARS)
        head, *runs, tail = _cut_runs(self._text, pieces, near_start, near_stop)
        return (f"{'… ' * (near_start > first)}{head}", *runs, f"{tail}{' …' * (near_stop < last)}")

    def _find_sentence(self, position: int) -> Span | None:
        """Return the sentence around a position, or that before it.

        Return None in a blank line.
        """
        number = bisect_right(self._line_starts, position) - 1
        if number not in self._cut:
            found = list(sentences(self._text, self._line_starts[number], self._find_line_end(number)))
            self._cut[number] = ([sentence.start for sentence in found], found)
        starts, found = self._cut[number]
        return found[max(0, bisect_right(starts, position) - 1)] if found else None

    def _find_line_end(self, number: int) -> int:
        return self._line_starts[number + 1] - 1 if number + 1 < len(self._line_starts) else len(self._text)


def _cut_runs(text: str, pieces: Pieces, start: int, stop: int) -> RichText:
    """Cut `text[start:stop]` into plain and bold runs.

    Their number is odd: plain ones stand around a bold one for each piece.
    """
    runs: list[str] = []
    for piece in pieces:
        runs += (text[start : piece.start], text[max(start, piece.start) : min(stop, piece.stop)])
        start = max(start, piece.stop)
    return (*runs, text[start:stop])


def _role_words(role: Role | None, text: str) -> str | None:
    return role.words(text) if role else None


def _group_notes(notes: Iterable[Note]) -> dict[int, list[str]]:
    """Return the texts of notes by the id of their annotation."""
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        if note.annotation_id is not None:
            found[note.annotation_id].append(note.text)
    return dict(found)


def _is_on_article(note: Note) -> bool:
    return note.article_id is not None and note.annotation_id is None


def join_runs(runs: Sequence[str]) -> str:
    """Return the text of runs."""
    return "".join(runs)
