"""Documents as hypothesis makes them.

Every field of every row, odd characters, no sense.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from app.core.model import Annotation, Article, Candidate, Document, Kind, Note, Role, text_digest
from app.core.span import Span
from app.core.text.tokens import normalise
from tests.row_strategies import RowValues, row_values

ALPHABET = st.one_of(
    st.sampled_from('Алатау город, “«»” =+-@ é́ 😀🇰🇿𝐀✔‍️\u00a0\u2028\u202e\ufffe\x01\x0b\x85\n\t_x0041_&<>"'),
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"),
)
WORDS = st.text(ALPHABET, max_size=12)
NAMES = st.text(ALPHABET, min_size=1, max_size=8)
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ATTRIBUTES = st.dictionaries(st.sampled_from(("form", "value", "due", "")), WORDS).map(
    lambda found: tuple(sorted(found.items()))
)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


def values(length: int) -> RowValues:
    """Return the values of rows that hang on a text.

    The length of the text is given.
    """
    return row_values(
        WORDS,
        spans(length) if length else st.nothing(),
        times=TIMES,
        of_field={
            (Annotation, "label"): NAMES,
            (Annotation, "attributes"): ATTRIBUTES,
            (Note, "text"): NAMES,
            (Role, "name"): st.sampled_from(("speaker", "cue", "topic")),
        },
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document whose ids are local and in order.

    Readers number them so.
    """
    text = draw(st.text(ALPHABET, max_size=60))
    made, here = values(len(text)), {"article_id": st.just(0)}
    kinds = sorted(
        draw(st.lists(st.sampled_from(Kind), max_size=4 if text else 0)), key=lambda kind: kind is Kind.CLAIM
    )
    found = tuple(
        draw(made.rows(Annotation, id=st.just(number), kind=st.just(kind), **here))
        for number, kind in enumerate(kinds, start=1)
    )
    bare = draw(made.rows(Article, id=st.just(0), digest=st.just(""), length=st.just(len(text))))
    candidates = draw(st.lists(made.rows(Candidate, id=st.just(0), **here), max_size=2)) if text else []
    return Document(
        article=replace(bare, digest=text_digest(bare.title, text)),
        text=text,
        annotations=found,
        notes=_numbered_notes(draw, made, found),
        candidates=tuple(replace(item, id=number) for number, item in enumerate(candidates, start=1)),
    )


def _numbered_notes(draw: st.DrawFn, made: RowValues, found: tuple[Annotation, ...]) -> tuple[Note, ...]:
    """Return notes on annotations, the article and the project.

    Those on annotations come first in their order, then those on the article, then on the project.
    """
    places: list[tuple[int | None, int | None]] = [(0, item.id) for item in found]
    places += [(0, None), (None, None)]
    chosen = [place for place in places for _ in range(draw(st.integers(0, 2)))]
    return tuple(
        draw(made.rows(Note, id=st.just(number), article_id=st.just(article), annotation_id=st.just(annotation)))
        for number, (article, annotation) in enumerate(chosen, start=1)
    )


RAW_TEXTS = st.text(st.one_of(st.sampled_from("\r\n\x00\ud800\udfffаб 😀"), st.characters()), max_size=40)
"""Texts as they lie in files: everything that `normalise` takes out is there."""


def is_whole(raw: str, span: Span) -> bool:
    """Say whether a span does not cut a line end.

    Neither end of it stands between the two characters of one line end.
    """
    return all(not (raw[:end].endswith("\r") and raw[end:].startswith("\n")) for end in span)


def normalised_words(raw: str, span: Span) -> str:
    return normalise(raw[span.start : span.stop])
