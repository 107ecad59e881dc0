"""brat's own files.

What that tool writes, and what ours look like to it.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Document, Kind
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.source.offsets import normalise_document
from tests.formats.exchange.samples import marked, sample_document

TEXT = "Айгуль Сеитова,\nглава фонда, сказала: школа откроется 😀 в Алматы."


def read_pair(folder: Path, text: bytes, standoff: str) -> Document:
    (folder / "a.txt").write_bytes(text)
    (folder / "a.ann").write_text(standoff, "utf-8", newline="")
    (document,) = registry.read_file(folder / "a.ann")
    return normalise_document(document)


def span_line(number: int, label: str, words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return f"T{number}\t{label} {start} {start + len(words)}\t{words}\n"


def test_spans_events_attributes_normal_forms_and_notes_are_read(tmp_path: Path) -> None:
    standoff = (
        span_line(1, "PER", "Айгуль Сеитова")
        + span_line(2, "Statement", "школа откроется")
        + span_line(3, "Cue", "сказала")
        + "E1\tStatement:T2 speaker:T1 Cue:T3\nA1\tNegated E1\nA2\tCertainty T1 high\n"
        + "N1\tReference T1 Wikidata:Q1\tАйгуль Сеитова\n#1\tAnnotatorNotes T1\tверно?\nR1\tKnows Arg1:T1 Arg2:T3\n"
        + "*\tEquiv T1 T3\nX9\tсовсем другое\n"
    )
    document = read_pair(tmp_path, TEXT.encode(), standoff)
    person, claim = document.annotations
    assert (person.kind, person.label, person.normal) == (Kind.ENTITY, "PER", "Айгуль Сеитова")
    assert person.attributes == (("Certainty", "high"), ("reference", "Wikidata:Q1"))
    assert (claim.kind, claim.label, claim.words(TEXT)) == (Kind.CLAIM, "Statement", "школа откроется")
    assert [(role.name, TEXT[slice(*role.span)]) for role in claim.roles] == [
        ("speaker", "Айгуль Сеитова"),
        ("cue", "сказала"),
    ]
    assert claim.attributes == (("Negated", "true"),)
    assert [(note.text, note.annotation_id) for note in document.notes] == [("верно?", 1)]
    assert len(document.lost) == 3  # the relation, the equivalence and the line of no kind


def test_discontinuous_spans_and_fragments_at_a_line_end_are_told_apart(tmp_path: Path) -> None:
    standoff = "T1\tPER 0 15;16 27\tАйгуль Сеитова, глава фонда\nT2\tX 0 6;16 21\tАйгуль глава\n"
    joined, split = read_pair(tmp_path, TEXT.encode(), standoff).annotations
    assert joined.pieces == (Span(0, 27),)
    assert split.pieces == (Span(0, 6), Span(16, 21))


@pytest.mark.parametrize("unit", ["utf-16-le", "utf-8"])
def test_offsets_of_another_unit_are_known_by_the_words(tmp_path: Path, unit: str) -> None:
    width = 2 if unit == "utf-16-le" else 1
    ends = [len(TEXT[: TEXT.index("Алматы") + more].encode(unit)) // width for more in (0, 6)]
    document = read_pair(tmp_path, TEXT.encode(), f"T1\tLOC {ends[0]} {ends[1]}\tАлматы\n")
    assert document.annotations[0].words(document.text) == "Алматы"


def test_a_text_with_windows_line_ends_keeps_its_words(tmp_path: Path) -> None:
    raw = TEXT.replace("\n", "\r\n")
    document = read_pair(tmp_path, raw.encode(), span_line(1, "LOC", "Алматы", raw).replace("\n", "\r\n"))
    assert document.text == TEXT
    assert document.annotations[0].words(TEXT) == "Алматы"
    assert not document.lost


def test_a_span_that_marks_other_words_is_kept_and_reported(tmp_path: Path) -> None:
    document = read_pair(tmp_path, TEXT.encode(), "T1\tPER 0 6\tАстана\nT2\tPER 0 9999\tАйгуль\n")
    assert [one.words(TEXT) for one in document.annotations] == ["Айгуль"]
    assert [str(one) for one in document.lost] == [
        "The annotation “PER” marks “Айгуль”, but the file says “Астана”.",
        "The annotation “PER” marks “" + TEXT.replace("\n", "\n")[:60] + "”, but the file says “Айгуль”.",
        "The annotation “PER” is left out: 0 to 9999 is not in the text.",
    ]


def test_annotations_without_their_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tPER 0 6\tАйгуль\n", "utf-8")
    with pytest.raises(UserError, match=r"“a.ann” has no text “a.txt”"):
        list(registry.read_file(tmp_path / "a.ann"))


def test_a_folder_of_pairs_is_imported_without_the_texts_twice(tmp_path: Path) -> None:
    read_pair(tmp_path, TEXT.encode(), span_line(1, "LOC", "Алматы"))
    (tmp_path / "b.txt").write_text("Без разметки.", "utf-8")
    assert [path.name for path in registry.list_files([tmp_path]).files] == ["a.ann", "b.txt"]


def test_names_in_a_zip_that_lead_out_of_it_are_nobodys_articles(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for stem in ("../out", "/abs", "C:\\disk", "__MACOSX/a", "good"):
            archive.writestr(f"{stem}.ann", span_line(1, "LOC", "Алматы"))
            archive.writestr(f"{stem}.txt", TEXT)
    assert [document.article.key for document in registry.read_file(tmp_path / "a.zip")] == ["good"]


def test_a_zip_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.ann", "")
        archive.writestr("a.txt", b"a" * ((64 << 20) + 1))
    with pytest.raises(UserError, match="too large"):
        list(registry.read_file(tmp_path / "a.zip", "brat"))


def test_a_claim_is_an_event_and_labels_are_declared(tmp_path: Path) -> None:
    document = sample_document(marked(Kind.ENTITY, "Токаев", label="Дата и время"), marked(Kind.CLAIM, "«Да ✔»"))
    registry.write_file([document], tmp_path / "out", ExportContext(options=ExportOptions("brat")))
    (standoff,) = (tmp_path / "out").glob("*.ann")
    lines = standoff.read_text("utf-8").splitlines()
    assert lines[0] == "T1\tДата%20;и%20;время 2 8\tТокаев"
    assert "E2\tORG:T2" in lines
    assert "[events]\nORG\t" in (tmp_path / "out" / "annotation.conf").read_text("utf-8")
