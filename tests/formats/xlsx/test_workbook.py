"""The workbook: what Excel and its readers find in it, whatever was annotated."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.core.message import UserError
from app.core.model import Annotation, Article, Document, Kind, Note, Origin, Role, Status
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx import table_sheet
from app.formats.xlsx.cells import MAX_CELL_UTF16, clean_text
from app.formats.xlsx.row_writers import has_private_parts

from ..strategies import documents

TEXT = "Алатау получит статус\nТокаев заявил: «Рынок вырастет на 30 процентов». Эксперты 😀 ждут."
URL = "https://www.nur.kz/politics/статья-1/"
WHEN = datetime(2025, 9, 3, 12, 30, tzinfo=UTC)
SCHEME = Scheme(
    (
        Label("PER", colour="#c0392b"),
        Label("LOC"),
        Label("PERCENT", attributes=(Attribute("counted"),)),
        Label("statement", "claim", colour="#2980b9"),
        Label("forecast", "claim", attributes=(Attribute("due"),)),
    )
)


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def annotated() -> Document:
    article = Article(7, "Алатау получит статус", date(2025, 9, 2), "nur.kz", URL, "000_29", length=len(TEXT))
    base = Annotation(0, 7, Kind.ENTITY, "LOC", (place("Алатау"),), origin=Origin.PRETAG, confidence=0.75)
    claim = replace(
        base,
        id=11,
        kind=Kind.CLAIM,
        label="forecast",
        pieces=(place("Рынок вырастет на 30 процентов"),),
        status=Status.CORRECTED,
        attributes=(("due", "2033"), ("form", "direct")),
        roles=(Role("speaker", place("Токаев"), "Касым-Жомарт Токаев"), Role("cue", place("заявил"))),
        author="Айгуль",
        changed=WHEN,
    )
    share = replace(base, id=10, label="PERCENT", pieces=(place("30 процентов"),), attributes=(("value", "30 %"),))
    wrong = replace(base, id=12, label="PER", pieces=(place("Эксперты"),), status=Status.REJECTED)
    notes = (Note(20, "проверить", 7, 11, "Айгуль", WHEN), Note(21, "=2+2", 7), Note(22, "ещё раз", 7, 11))
    place_name = replace(base, id=9, normal="Алатау", status=Status.ACCEPTED)
    return Document(article, TEXT, (place_name, share, wrong, claim), notes)


def export(
    tmp_path: Path,
    *found: Document,
    options: ExportOptions = ExportOptions(),  # noqa: B008  # frozen
    **fields: Any,
) -> openpyxl.Workbook:
    context = ExportContext(**{"scheme": SCHEME, "options": options, **fields})
    path = registry.write_file(found, tmp_path / "книга.xlsx", context)
    return openpyxl.load_workbook(path)


def rows(worksheet: Worksheet) -> list[dict[str, Any]]:
    names, *found = worksheet.iter_rows(values_only=True)
    return [dict(zip(map(str, names), values, strict=True)) for values in found]


def test_the_sheets_and_their_headers_are_those_that_were_promised(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    assert book.sheetnames == ["Articles", "Entities", "Claims", "Notes", "Summary"]
    common = {"article", "title", "date", "source", "url", "start", "stop", "status", "origin", "context", "note"}
    common |= {"author", "changed", "confidence", "id"}
    assert common | {"text", "label", "normal", "value"} <= rows(book["Entities"])[0].keys()
    assert common | {"claim", "kind", "form", "speaker", "speaker_normal", "cue"} <= rows(book["Claims"])[0].keys()


def test_an_entity_is_told_with_its_sentence(tmp_path: Path) -> None:
    first, second = rows(export(tmp_path, annotated())["Entities"])
    assert (first["article"], first["id"], first["start"], first["stop"]) == (7, 9, 0, 6)
    assert (first["text"], first["label"], first["normal"], first["status"]) == ("Алатау", "LOC", "Алатау", "accepted")
    assert first["context"] == "Алатау получит статус"
    assert (second["text"], second["value"], second["origin"]) == ("30 процентов", "30 %", "pretag")
    assert second["confidence"] == 0.75
    assert "counted" in second


@pytest.mark.parametrize(
    ("label", "value", "figures"),
    [
        ("DATE", "2025-09-02", (datetime(2025, 9, 2), None, None, None)),  # noqa: DTZ001  # Excel knows no zones
        ("DATE", "2025-09", (None, None, None, None)),
        ("DATE", "2025", (None, None, None, None)),
        ("DATE", "2025-02-31", (None, None, None, None)),
        ("MONEY", "3800000000 KZT", (None, 3_800_000_000, None, "KZT")),
        ("MONEY", "12000000/15000000 USD", (None, 12_000_000, 15_000_000, "USD")),
        ("PERCENT", "10.4 %", (None, 10.4, None, "%")),
        ("NUMBER", "1.5", (None, 1.5, None, None)),
        ("MONEY", "9" * 17 + " KZT", (None, 1e17, None, "KZT")),
        ("MONEY", "много", (None, None, None, None)),
        ("MONEY", "9" * 400, (None, None, None, None)),
    ],
)
def test_days_and_amounts_can_be_sorted_and_added_up(
    tmp_path: Path, label: str, value: str, figures: tuple[object, ...]
) -> None:
    row = replace(annotated().annotations[0], label=label, attributes=(("value", value),))
    (found,) = rows(export(tmp_path, replace(annotated(), annotations=(row,), notes=()))["Entities"])
    assert found["value"] == value
    assert tuple(found[name] for name in ("day", "amount", "amount_to", "unit")) == figures


def test_a_mention_without_a_normal_form_goes_by_its_words(tmp_path: Path) -> None:
    (share,) = (row for row in annotated().annotations if row.label == "PERCENT")
    (found,) = rows(export(tmp_path, replace(annotated(), annotations=(share,), notes=()))["Entities"])
    assert found["normal"] == found["text"] == "30 процентов"


def test_a_link_to_the_register_stands_in_its_column_and_is_counted(tmp_path: Path) -> None:
    linked = replace(annotated().annotations[0], attributes=(("referent", "Город Алатау"),))
    book = export(tmp_path, replace(annotated(), annotations=(linked, replace(linked, id=10, label="ORG")), notes=()))
    assert [row["referent"] for row in rows(book["Entities"])] == ["Город Алатау"] * 2
    named = [values[:3] for values in book["Summary"].iter_rows(values_only=True)]
    assert ("Город Алатау", "LOC", 1) in named and ("Город Алатау", "ORG", 1) in named


def test_a_claim_is_told_with_speaker_cue_note_and_time(tmp_path: Path) -> None:
    (claim,) = rows(export(tmp_path, annotated())["Claims"])
    assert claim["claim"] == "Рынок вырастет на 30 процентов"
    assert (claim["kind"], claim["form"], claim["due"]) == ("forecast", "direct", "2033")
    assert (claim["speaker"], claim["speaker_normal"], claim["cue"]) == ("Токаев", "Касым-Жомарт Токаев", "заявил")
    assert (claim["note"], claim["author"]) == ("проверить\nещё раз", "Айгуль")
    assert claim["changed"] == WHEN.astimezone().replace(tzinfo=None)
    assert claim["context"] == "Токаев заявил: «Рынок вырастет на 30 процентов»."


def test_dates_are_dates_and_addresses_are_links(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    for name in ("Articles", "Entities", "Claims"):
        day, address = book[name]["C2"], book[name]["E2"]
        assert day.is_date and day.value == datetime.fromisoformat("2025-09-02")
        assert address.value == URL
        assert address.hyperlink.target == "https://www.nur.kz/politics/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F-1/"
    assert book["Entities"]["E3"].hyperlink is not None


def test_rejected_annotations_come_only_when_asked_for(tmp_path: Path) -> None:
    choices = (ExportOptions(include_rejected=wanted) for wanted in (False, True))
    without, with_them = (export(tmp_path, annotated(), options=options) for options in choices)
    assert [row["id"] for row in rows(without["Entities"])] == [9, 10]
    assert [row["id"] for row in rows(with_them["Entities"])] == [9, 10, 12]
    assert rows(without["Articles"])[0]["entities"] == 2


def test_notes_say_what_they_are_on(tmp_path: Path) -> None:
    found = rows(export(tmp_path, annotated(), project_notes=(Note(30, "О проекте"),))["Notes"])
    places = [(note["on"], note["annotation"], note["note"]) for note in found]
    assert places == [
        ("project", None, "О проекте"),
        ("claim", 11, "проверить"),
        ("article", None, "=2+2"),
        ("claim", 11, "ещё раз"),
    ]


@pytest.mark.parametrize("text", ["=2+2", "+1", "-1", "@SUM(A1)", "#N/A", "#REF!", "TRUE", "1e5", "007", "' x"])
def test_no_text_becomes_a_formula_a_number_or_an_error(tmp_path: Path, text: str) -> None:
    document = replace(annotated(), notes=(Note(1, text, 7),))
    (cell,) = (cell for cell in export(tmp_path, document)["Notes"]["G"] if cell.row == 2)
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_header_stays_in_view_and_filters_reach_the_last_row(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    for name in ("Articles", "Entities", "Claims", "Notes"):
        worksheet = book[name]
        assert worksheet.freeze_panes in {"A2", "B2"}
        assert worksheet.auto_filter.ref == worksheet.dimensions
        assert all(8 <= dimension.width <= 70 for dimension in worksheet.column_dimensions.values())


def test_labels_statuses_and_kinds_can_be_chosen_from_a_list(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    lists = {
        name: {validation.formula1 for validation in book[name].data_validations.dataValidation}
        for name in ("Entities", "Claims")
    }
    assert {'"PER,LOC,PERCENT"', '"proposed,accepted,corrected,rejected"'} <= lists["Entities"]
    assert {'"statement,forecast"', '"direct,indirect,reported"'} <= lists["Claims"]


def test_a_scheme_too_big_for_a_list_has_none(tmp_path: Path) -> None:
    scheme = Scheme(tuple(Label(f"LABEL_NUMBER_{number}") for number in range(60)))
    validations = export(tmp_path, annotated(), scheme=scheme)["Entities"].data_validations.dataValidation
    assert all(len(validation.formula1) <= 257 for validation in validations)


def test_a_text_too_long_for_a_cell_goes_on_below_and_says_so(tmp_path: Path) -> None:
    long = "Слово " * 12_000
    found = rows(export(tmp_path, replace(annotated(), notes=(Note(9, long, 7),)))["Notes"])
    assert [note["note"][-6:].strip() for note in found] == ["[1/3]", "[2/3]", "[3/3]"]
    assert [(note["article"], note["id"], note["on"]) for note in found] == [
        (7, 9, "article"),
        (7, 9, None),
        (7, 9, None),
    ]
    assert "".join(note["note"][: -len(" [1/3]")] for note in found) == long
    assert all(len(note["note"]) <= MAX_CELL_UTF16 for note in found)


def test_a_long_text_of_emoji_stays_within_excels_own_count(tmp_path: Path) -> None:
    found = rows(export(tmp_path, replace(annotated(), notes=(Note(9, "😀" * 20_000, 7),)))["Notes"])
    assert all(len(note["note"].encode("utf-16-le")) // 2 <= MAX_CELL_UTF16 for note in found)


def test_rows_beyond_excels_last_go_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_sheet, "MAX_ROWS", 3)
    base = annotated()
    five = tuple(replace(base.annotations[0], id=number) for number in range(1, 6))
    many = replace(base, annotations=five, notes=())
    book = export(tmp_path, many)
    assert book.sheetnames == ["Articles", "Entities", "Entities (2)", "Entities (3)", "Claims", "Notes", "Summary"]
    parts = [rows(book[name]) for name in ("Entities", "Entities (2)", "Entities (3)")]
    assert [[row["id"] for row in part] for part in parts] == [[1, 2], [3, 4], [5]]
    assert book["Entities (2)"]["E2"].hyperlink is not None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(1900, 3, 1), datetime.fromisoformat("1900-03-01")),
        (date(1899, 12, 31), "1899-12-31"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)
def test_days_before_excels_calendar_are_text(tmp_path: Path, day: date, shown: object) -> None:
    document = replace(annotated(), article=replace(annotated().article, date=day))
    assert rows(export(tmp_path, document)["Articles"])[0]["date"] == shown


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "https://x.kz/" + "я" * 3_000]
)
def test_an_address_that_excel_must_not_open_stays_text(tmp_path: Path, url: str) -> None:
    document = replace(annotated(), article=replace(annotated().article, url=url))
    cell = export(tmp_path, document)["Articles"]["E2"]
    assert (cell.value, cell.hyperlink) == (url, None)


def test_the_summary_tells_counts_by_label_status_kind_form_and_speaker(tmp_path: Path) -> None:
    book = export(
        tmp_path, annotated(), project="Алатау", options=ExportOptions(author="Айгуль"), project_notes=(Note(1, "?"),)
    )
    found = [[value for value in row if value is not None] for row in book["Summary"].iter_rows(values_only=True)]
    assert found[0] == ["Алатау"]
    assert found[1][2] == "by Айгуль"
    assert ["entities", 2] in found
    assert ["notes", 4] in found
    assert ["rejected", 1, "left out"] in found
    assert ["LOC", 0, 1, 0, 0, 1] in found
    assert ["forecast", 1, 0, 0, 0, 1] in found
    assert ["Касым-Жомарт Токаев", 1] in found
    assert ["nur.kz", 1] in found


def test_a_project_without_articles_gives_a_workbook(tmp_path: Path) -> None:
    book = export(tmp_path)
    assert rows(book["Articles"]) == []
    assert book["Entities"].auto_filter.ref.startswith("A1:")


def cells_of(path: Path) -> Iterator[tuple[Any, ...]]:
    for worksheet in openpyxl.load_workbook(path):
        if worksheet.title == "Summary":
            continue  # it holds the time
        for row in worksheet.iter_rows():
            height = worksheet.row_dimensions[row[0].row].height
            for cell in row:
                link = cell.hyperlink.target if cell.hyperlink else None
                yield (worksheet.title, cell.coordinate, cell.value, cell.data_type, cell.style, link, height)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(found=st.lists(documents(), min_size=1, max_size=3))
def test_without_openpyxls_private_names_the_cells_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: list[Document]
) -> None:
    placed = [replace(annotated(), article=replace(annotated().article, id=1)), *found]
    own, stock = tmp_path / "own.xlsx", tmp_path / "stock.xlsx"
    registry.write_file(placed, own, ExportContext(SCHEME))
    with monkeypatch.context() as patch:
        patch.setattr(table_sheet, "has_private_parts", lambda _: False)
        registry.write_file(placed, stock, ExportContext(SCHEME))
    assert list(cells_of(own)) == list(cells_of(stock))


def test_this_openpyxl_has_the_private_names() -> None:
    worksheet = Workbook(write_only=True).create_sheet()
    assert not has_private_parts(worksheet)
    worksheet.append(["header"])
    assert has_private_parts(worksheet)
    worksheet.close()


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.one_of(st.characters(), st.sampled_from("\x00\x0b\ufffe\ud800\r\n=_x0041_<&😀")), min_size=1))
def test_any_text_survives_but_for_what_xml_cannot_hold(tmp_path: Path, text: str) -> None:
    document = replace(annotated(), notes=(Note(9, text, 7),))
    (note,) = rows(export(tmp_path, document)["Notes"])
    assert (note["note"] or "") == clean_text(text)
    kept = [char for char in text if char.isprintable()]
    assert [char for char in clean_text(text).replace("_x005F_", "_") if char.isprintable()] == kept


def test_every_part_of_the_package_is_whole_xml(tmp_path: Path) -> None:
    export(tmp_path, annotated())
    with zipfile.ZipFile(tmp_path / "книга.xlsx") as package:
        assert package.testzip() is None
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))


def test_a_failure_midway_leaves_the_old_file_and_nothing_beside(tmp_path: Path) -> None:
    def failing() -> Iterator[Document]:
        yield annotated()
        raise RuntimeError("midway")

    for name in ("книга.xlsx", "строки.jsonl"):
        path = tmp_path / name
        path.write_bytes(b"old")
        with pytest.raises(RuntimeError):
            registry.write_file(failing(), path, ExportContext(SCHEME))
        assert path.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["книга.xlsx", "строки.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("name", ["книга.xlsx", "строки.jsonl"])
def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, root: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    script = f"""
import resource
from pathlib import Path
from app.core.message import UserError
from app.formats import registry
from app.formats.export_context import ExportContext
from tests.formats.xlsx.test_workbook import annotated
resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
try:
    registry.write_file([annotated()] * 3_000, Path({str(path)!r}), ExportContext())
except UserError as error:
    print(error.message)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert f"“{name}” cannot be written" in done.stdout, done.stderr
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_file_held_by_another_program_gets_a_numbered_sister(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "книга.xlsx"
    path.write_bytes(b"held")
    (tmp_path / "книга (2).xlsx").write_bytes(b"taken")
    replace_file = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(13, "The file is open in another program")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", held)
    written = registry.write_file([annotated()], path, ExportContext(SCHEME))
    assert written == tmp_path / "книга (3).xlsx"
    assert path.read_bytes() == b"held"
    assert zipfile.is_zipfile(written)


@pytest.mark.parametrize("name", ["нет/такой/папки.xlsx", "папка.xlsx", "нет/папки.jsonl"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "папка.xlsx").mkdir()
    with pytest.raises(UserError, match=Path(name).name):
        registry.write_file([annotated()], tmp_path / name, ExportContext(SCHEME))


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    path = registry.write_file([annotated()], tmp_path / "a.xlsx", ExportContext(SCHEME))
    assert path.stat().st_mode == usual.stat().st_mode
