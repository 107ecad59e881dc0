"""The report of claims.

Who said what, when and where, each claim once, by speaker.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from app.core.model import Annotation, Article, Document, Kind, Note, Status
from app.core.values.period_words import say_day
from app.formats.export_context import ExportContext
from app.formats.pages import page_words as words
from app.formats.pages.blocks import Block, Counts, Heading, Paragraph, Run, Style
from app.formats.pages.page_naming import Naming
from app.formats.xlsx.values.cells import make_link_target


class _Found(NamedTuple):
    """A claim with its words, speaker, article and notes.

    The speaker is "" for nobody.
    """

    claim: Annotation
    words: str
    speaker: str
    article: Article
    notes: tuple[Note, ...]


def make_claim_report(documents: Iterable[Document], context: ExportContext) -> Iterator[Block]:
    """Yield the blocks of the report."""
    naming = Naming.of(context)
    articles, found = _collect_claims(documents, context)
    speakers = _order_speakers(found)
    yield Heading(naming.say(words.CLAIMS), 0)
    yield Paragraph((Run(naming.say(words.REPORT_INTRO)),), Style.INTRO)
    yield naming.head()
    yield Heading(naming.say(words.TOTALS), 1)
    yield _count_kinds(found, articles, len(speakers) - ("" in speakers), naming)
    if not found:
        yield Paragraph((Run(naming.say(words.NO_CLAIMS)),), Style.INTRO)
        return
    yield _count_speakers(speakers, naming)
    for note in context.project_notes:
        yield _make_note(note, naming)
    for number, (speaker, claims) in enumerate(speakers.items(), start=1):
        yield Heading(speaker or naming.say(words.NO_SPEAKER), 1, _anchor(number))
        for one in claims:
            yield from _make_claim(one, naming)


def _collect_claims(documents: Iterable[Document], context: ExportContext) -> tuple[list[Article], list[_Found]]:
    """Return all articles, and the claims that the options take."""
    articles: list[Article] = []
    found: list[_Found] = []
    for count, document in enumerate(documents, start=1):
        articles.append(document.article)
        notes: dict[int | None, list[Note]] = defaultdict(list)
        for note in document.notes:
            notes[note.annotation_id].append(note)
        for claim in document.of_kind(Kind.CLAIM):
            if context.options.includes_annotation(claim):
                speaker = claim.speaker.shown_name(document.text) if claim.speaker else ""
                own = tuple(notes.get(claim.id, ()))
                found.append(_Found(claim, claim.words(document.text), speaker, document.article, own))
        if context.progress is not None:
            context.progress(count)
    return articles, found


def _order_speakers(found: list[_Found]) -> dict[str, list[_Found]]:
    """Return the claims by speaker: who speaks most comes first, nobody last.

    A speaker's claims by day.
    """
    by_speaker: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        by_speaker[" ".join(one.speaker.split())].append(one)
    order = sorted(by_speaker, key=lambda name: (not name, -len(by_speaker[name]), name.casefold()))
    return {name: sorted(by_speaker[name], key=_reading_order) for name in order}


def _reading_order(one: _Found) -> tuple[date, int, int]:
    return (one.article.date or date.max, one.article.id, one.claim.start)


def _count_kinds(found: list[_Found], articles: list[Article], speakers: int, naming: Naming) -> Counts:
    """Return how many articles, speakers and claims of each kind there are."""
    kinds = Counter(one.claim.label for one in found)
    days = sorted(article.date for article in articles if article.date is not None)
    rows = [(naming.say(words.ARTICLE_COUNT), str(len(articles)))]
    if days:
        ends = [say_day(day, naming.language) for day in (days[0], days[-1])]
        rows.append((naming.say(words.PERIOD), " – ".join(dict.fromkeys(ends))))
    rows.append((naming.say(words.SPEAKER_COUNT), str(speakers)))
    rows.append((naming.say(words.CLAIM_COUNT), str(len(found))))
    rows += [(f"    {naming.title_of(Kind.CLAIM, kind)}", str(kinds[kind])) for kind in _order_kinds(found, naming)]
    return Counts((), tuple(rows))


def _count_speakers(speakers: dict[str, list[_Found]], naming: Naming) -> Counts:
    """Return how many claims of each kind each speaker has."""
    every = [one for claims in speakers.values() for one in claims]
    kinds = _order_kinds(every, naming)
    titles = [naming.title_of(Kind.CLAIM, kind) for kind in kinds]
    rows = []
    for speaker, claims in speakers.items():
        counts = Counter(one.claim.label for one in claims)
        numbers = [str(counts[kind]) if counts[kind] else "–" for kind in kinds]
        rows.append((speaker or naming.say(words.NO_SPEAKER), *numbers, str(len(claims))))
    anchors = tuple(_anchor(number) for number in range(1, len(rows) + 1))
    return Counts((naming.say(words.SPEAKER), *titles, naming.say(words.TOTAL)), tuple(rows), anchors)


def _order_kinds(found: list[_Found], naming: Naming) -> list[str]:
    """Return the kinds that occur, in the order of the scheme."""
    seen = {one.claim.label for one in found}
    known = [name for name in naming.vocabulary.claim_labels if name in seen]
    return known + sorted(seen.difference(known))


def _make_claim(one: _Found, naming: Naming) -> Iterator[Block]:
    bar = naming.line_of(Kind.CLAIM, one.claim.label)
    yield Paragraph((Run(f"«{one.words.strip()}»"),), Style.QUOTE, bar)
    yield Paragraph(tuple(_describe_claim(one, naming)), Style.DETAIL, bar)
    for note in one.notes:
        yield _make_note(note, naming, bar)


def _describe_claim(one: _Found, naming: Naming) -> Iterator[Run]:
    """Yield kind, form, due date, figures and key.

    Below them date, source and article.
    """
    yield Run(naming.title_of(Kind.CLAIM, one.claim.label), is_bold=True)
    yield from (Run(f" · {detail}") for detail in (*details_of(one.claim, naming), naming.key_of(one.claim)))
    yield Run("\n")
    article = one.article
    when = say_day(article.date, naming.language) if article.date else naming.say(words.NO_DATE)
    yield Run(" · ".join(text for text in (when, article.source) if text) + " · ")
    yield Run(article.title or article.url, link=make_link_target(article.url) or "")


def details_of(claim: Annotation, naming: Naming) -> Iterator[str]:
    """Yield what else is known of a claim, in words.

    Its form, due date and figures, and whether it was checked.
    """
    if form := naming.form_of(claim):
        yield form
    if due := naming.due_of(claim):
        yield f"{naming.say(words.DUE)}: {due}"
    if figures := naming.figures_of(claim):
        yield f"{naming.say(words.FIGURES)}: {figures}"
    if claim.status is Status.PROPOSED:
        yield naming.say(words.NOT_DECIDED)
    elif not claim.is_live:
        yield naming.vocabulary.statuses[claim.status]


def _make_note(note: Note, naming: Naming, bar: str = "") -> Paragraph:
    author = naming.author_of(note)
    head = f"{naming.say(words.NOTE)} ({author}): " if author else f"{naming.say(words.NOTE)}: "
    return Paragraph((Run(head, is_bold=True), Run(note.text)), Style.NOTE, bar)


def _anchor(number: int) -> str:
    return f"speaker-{number}"
