"""Normalisation moves every offset with its words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Annotation, Article, Candidate, Document, Kind, Note, Role
from app.core.span import Span
from app.core.text.tokens import normalise
from app.formats.source.offsets import OffsetMap, normalise_document

from ..strategies import RAW_TEXTS, is_whole, normalised_words


@given(raw=RAW_TEXTS, ends=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_span_covers_the_same_words_after_normalisation(raw: str, ends: tuple[int, int]) -> None:
    span = Span(*sorted(min(end, len(raw)) for end in ends))
    moved = OffsetMap(raw).span(span)
    if is_whole(raw, span):
        assert normalise(raw)[moved.start : moved.stop] == normalised_words(raw, span)
    assert 0 <= moved.start <= moved.stop <= len(normalise(raw))


def entity(start: int, stop: int, **fields: object) -> Annotation:
    return replace(Annotation(1, 0, Kind.ENTITY, "PER", (Span(start, stop),)), **fields)  # type: ignore[arg-type]


def test_roles_hints_and_pieces_move_with_the_text() -> None:
    raw = "а\r\nб\x00в\r\nг"
    claim = entity(0, 1, kind=Kind.CLAIM, pieces=(Span(0, 1), Span(3, 6)), roles=(Role("cue", Span(8, 9)),))
    document = normalise_document(Document(Article(0), raw, (claim,), candidates=(Candidate(1, 0, Span(5, 6)),)))
    assert document.text == "а\nбв\nг"
    assert document.annotations[0].pieces == (Span(0, 1), Span(2, 4))
    assert document.annotations[0].roles[0].span == Span(5, 6)
    assert document.candidates[0].span == Span(3, 4)
    assert document.article.length == len(document.text)


def test_an_annotation_of_removed_characters_alone_is_lost_in_words_and_its_notes_stay() -> None:
    document = Document(Article(0), "а\x00б", (entity(1, 2),), notes=(Note(1, "?", 0, 1), Note(2, "!", 0)))
    clean = normalise_document(document)
    assert clean.annotations == ()
    assert [(note.text, note.article_id, note.annotation_id) for note in clean.notes] == [
        ("?", 0, None),
        ("!", 0, None),
    ]
    assert "PER at 1" in str(clean.lost[0])


def test_a_role_and_a_candidate_of_removed_characters_alone_are_lost_in_words() -> None:
    claim = entity(0, 1, kind=Kind.CLAIM, label="promise", roles=(Role("cue", Span(1, 2)), Role("speaker", Span(0, 1))))
    clean = normalise_document(
        Document(Article(0), "а\x00б", (claim,), candidates=(Candidate(1, 0, Span(1, 2), "PER"),))
    )
    assert [role.name for role in clean.annotations[0].roles] == ["speaker"]
    assert clean.candidates == ()
    assert [str(message).partition(" marked")[0] for message in clean.lost] == [
        "promise: cue at 1",
        "candidates: PER at 1",
    ]


def test_a_normal_text_stays_the_same_document() -> None:
    document = Document(Article(0), "всё хорошо 😀", (entity(0, 3),))
    assert normalise_document(document) is document
