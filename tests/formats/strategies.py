"""Documents as hypothesis makes them: every field, odd characters, no sense."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from app.core.model import (
    Annotation,
    Article,
    Document,
    Hint,
    Kind,
    Note,
    Origin,
    Progress,
    Role,
    Status,
    text_digest,
)
from app.core.span import Span, normal_pieces
from app.core.text.tokens import normalise

ALPHABET = st.one_of(
    st.sampled_from('Алатау город, “«»” =+-@ é́ 😀🇰🇿𝐀✔‍️\u00a0\u2028\u202e\ufffe\x01\x0b\x85\n\t_x0041_&<>"'),
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"),
)
WORDS = st.text(ALPHABET, max_size=12)
NAMES = st.text(ALPHABET, min_size=1, max_size=8)
TIMES = st.none() | st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SHARES = st.none() | st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def annotations(draw: st.DrawFn, length: int, number: int, kind: Kind) -> Annotation:
    role = st.builds(Role, st.sampled_from(("speaker", "cue", "topic")), spans(length), WORDS)
    return Annotation(
        id=number,
        article_id=0,
        kind=kind,
        label=draw(NAMES),
        pieces=normal_pieces(draw(st.lists(spans(length), min_size=1, max_size=3))),
        status=draw(st.sampled_from(Status)),
        origin=draw(st.sampled_from(Origin)),
        rule=draw(WORDS),
        confidence=draw(SHARES),
        normal=draw(WORDS),
        attributes=tuple(sorted(draw(st.dictionaries(st.sampled_from(("form", "value", "due", "")), WORDS)).items())),
        roles=tuple(draw(st.lists(role, max_size=3))),
        author=draw(WORDS),
        created=draw(TIMES),
        changed=draw(TIMES),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document whose ids are local and in order, as readers number them."""
    text = draw(st.text(ALPHABET, max_size=60))
    kinds = sorted(
        draw(st.lists(st.sampled_from(Kind), max_size=4 if text else 0)), key=lambda kind: kind is Kind.CLAIM
    )
    found = tuple(draw(annotations(len(text), number, kind)) for number, kind in enumerate(kinds, start=1))
    title = draw(WORDS)
    article = Article(
        id=0,
        title=title,
        date=draw(st.none() | st.dates(date(1, 1, 1))),
        source=draw(WORDS),
        url=draw(WORDS),
        key=draw(WORDS),
        progress=draw(st.sampled_from(Progress)),
        digest=text_digest(title, text),
        length=len(text),
        language=draw(st.sampled_from(("", "ru", "kk"))),
    )
    hint = st.builds(Hint, st.just(0), st.just(0), spans(len(text)), WORDS, st.floats(0, 1)) if text else st.nothing()
    hints = draw(st.lists(hint, max_size=2)) if text else []
    return Document(
        article=article,
        text=text,
        annotations=found,
        notes=_numbered_notes(draw, found),
        hints=tuple(replace(item, id=number) for number, item in enumerate(hints, start=1)),
    )


def _numbered_notes(draw: st.DrawFn, found: tuple[Annotation, ...]) -> tuple[Note, ...]:
    """Return notes on annotations in their order, then on the article, then on the project."""
    places: list[tuple[int | None, int | None]] = [(0, item.id) for item in found]
    places += [(0, None), (None, None)]
    chosen = [place for place in places for _ in range(draw(st.integers(0, 2)))]
    return tuple(
        Note(number, draw(NAMES), article, annotation, draw(WORDS), draw(TIMES), draw(TIMES))
        for number, (article, annotation) in enumerate(chosen, start=1)
    )


RAW_TEXTS = st.text(st.one_of(st.sampled_from("\r\n\x00\ud800\udfffаб 😀"), st.characters()), max_size=40)
"""Texts as they lie in files: everything that `normalise` takes out is there."""


def is_whole(raw: str, span: Span) -> bool:
    """Say whether neither end of a span stands between the two characters of one line end."""
    return all(not (raw[:end].endswith("\r") and raw[end:].startswith("\n")) for end in span)


def normalised_words(raw: str, span: Span) -> str:
    return normalise(raw[span.start : span.stop])
