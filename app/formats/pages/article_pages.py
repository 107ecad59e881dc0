"""Articles as pages.

The text with its highlights, the claims behind their paragraph, the notes at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from app.core.model import Annotation, Article, Document, Kind, Note, reading_key
from app.core.values.period_words import say_day
from app.formats.export_context import ExportContext
from app.formats.pages import page_words as words
from app.formats.pages.blocks import Block, Heading, Paragraph, Run, Style
from app.formats.pages.claim_report import details_of
from app.formats.pages.marked_text import cut_lines
from app.formats.pages.page_naming import Naming
from app.formats.xlsx.values.cells import make_link_target


def make_article_pages(documents: Iterable[Document], context: ExportContext) -> Iterator[Block]:
    """Yield the blocks of each article.

    A head says which article it is, unless one article was chosen.
    """
    naming = Naming.of(context)
    is_single = context.options.article_ids is not None and len(context.options.article_ids) == 1
    if not is_single:
        yield from _make_head(naming)
    number = 0
    for number, document in enumerate(documents, start=1):
        yield from _make_article(document, naming, level=0 if is_single else 1, starts_page=number > 1)
        if context.progress is not None:
            context.progress(number)
    if not number:
        yield Paragraph((Run(naming.say(words.NO_ARTICLES)),), Style.INTRO)


def _make_head(naming: Naming) -> Iterator[Block]:
    yield Heading(naming.say(words.ARTICLES), 0)
    yield Paragraph((Run(naming.say(words.ARTICLES_INTRO)),), Style.INTRO)
    yield naming.head()
    for note in naming.context.project_notes:
        yield _ArticleNotes(naming).paragraph("", note)


def _make_article(document: Document, naming: Naming, *, level: int, starts_page: bool) -> Iterator[Block]:
    options = naming.context.options
    shown = sorted(filter(options.includes_annotation, document.annotations), key=reading_key)
    article = document.article
    title = article.title or naming.say(words.ARTICLES)
    yield Heading(title, level, f"article-{article.id}", starts_page, _list_facts(article))
    yield Paragraph(tuple(_describe_article(document, naming)), Style.DETAIL)
    if shown:
        yield Paragraph(tuple(_make_legend(shown, naming)), Style.LEGEND)
    notes = _ArticleNotes(naming)
    numbers = {one.id: str(number) for number, one in enumerate(filter(_is_claim, shown), start=1)}
    marks = {one.id: [*_mark(one, numbers, naming), *notes.refer(one, document.notes)] for one in shown}
    for line in cut_lines(document.text, shown, naming, marks):
        yield Paragraph(line.runs, Style.TEXT)
        for claim in filter(_is_claim, line.ended):
            yield _describe_claim(claim, document, numbers[claim.id], naming)
    yield from notes.list_notes(document.notes)


def _list_facts(article: Article) -> tuple[tuple[str, str], ...]:
    day = article.date.isoformat() if article.date else ""
    fields = {"title": article.title, "date": day, "source": article.source, "url": article.url}
    return tuple((fields | {"key": article.key, "language": article.language}).items())


def _describe_article(document: Document, naming: Naming) -> Iterator[Run]:
    article = document.article
    if article.date is not None:
        yield Run(say_day(article.date, naming.language))
        yield Run(" · ")
    yield Run(article.source)
    if article.url:
        yield Run("\n")
        yield Run(article.url, link=make_link_target(article.url) or "")


def _make_legend(shown: list[Annotation], naming: Naming) -> Iterator[Run]:
    """Yield each label with its colour and how often it occurs."""
    counts = Counter((one.kind, one.label) for one in shown)
    for place, ((kind, label), number) in enumerate(sorted(counts.items(), key=lambda one: naming.place_of(*one[0]))):
        yield Run("   " if place else "")
        title = naming.title_of(kind, label)
        if kind is Kind.CLAIM:
            yield Run(title, line=naming.line_of(kind, label))
        else:
            yield Run(f" {title} ", naming.fill_of(kind, label))
            yield Run(naming.caption_of(label), title=title, is_mark=True)
        yield Run(f" {number}")


def _mark(one: Annotation, numbers: dict[int, str], naming: Naming) -> Iterator[Run]:
    """Yield what stands behind an annotation.

    The caption of an entity, the number of a claim.
    """
    title = naming.title_of(one.kind, one.label)
    if one.kind is Kind.CLAIM:
        yield Run(f"[{numbers[one.id]}]", title=title, is_bold=True, is_mark=True)
    else:
        yield Run(naming.caption_of(one.label), title=title, is_mark=True)


def _describe_claim(claim: Annotation, document: Document, number: str, naming: Naming) -> Paragraph:
    """Return the line of a claim.

    Its number and kind, who says it, and what else is known.
    """
    speaker = claim.speaker.shown_name(document.text) if claim.speaker else ""
    kind = naming.title_of(Kind.CLAIM, claim.label)
    head = Run(f"[{number}] {kind}", is_bold=True)
    parts = (" ".join(speaker.split()), *details_of(claim, naming), naming.key_of(claim))
    rest = " · ".join(part for part in parts if part)
    return Paragraph((head, Run(f" · {rest}")), Style.DETAIL, naming.line_of(Kind.CLAIM, claim.label))


def _is_claim(annotation: Annotation) -> bool:
    return annotation.kind is Kind.CLAIM


class _ArticleNotes:
    """Number the notes of an article in the order of text.

    Notes on the article itself have no number.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming, self._counter = naming, count(1)
        self._numbers: dict[int, str] = {}

    def refer(self, one: Annotation, notes: Iterable[Note]) -> Iterator[Run]:
        """Yield the number of each note on an annotation."""
        for note in notes:
            if note.annotation_id == one.id:
                number = self._numbers.setdefault(note.id, f"*{next(self._counter)}")
                yield Run(number, title=note.text, is_bold=True, is_mark=True)

    def list_notes(self, notes: Iterable[Note]) -> Iterator[Block]:
        """Yield the notes under a heading.

        On the article, then on annotations that are shown, by number.
        """
        by_number: dict[str, list[Note]] = defaultdict(list)
        for note in notes:
            if note.annotation_id is None or note.id in self._numbers:
                by_number[self._numbers.get(note.id, "")].append(note)
        if by_number:
            yield Heading(self._naming.say(words.NOTES), 2)
        for number in sorted(by_number, key=lambda one: int(one[1:] or 0)):
            yield from (self.paragraph(number, note) for note in by_number[number])

    def paragraph(self, number: str, note: Note) -> Paragraph:
        """Return a note with its number and author."""
        author = self._naming.author_of(note)
        runs = [Run(f"{number} ", is_bold=True)] if number else []
        runs += [Run(note.text), *([Run(f" — {author}", is_italic=True)] if author else [])]
        return Paragraph(tuple(runs), Style.NOTE)
