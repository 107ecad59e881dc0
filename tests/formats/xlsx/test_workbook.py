"""The workbook suits Excel and its readers.

It does not matter what was annotated.
"""

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
from openpyxl.utils import get_column_letter

from app.core.message import UserError
from app.core.model import Annotation, Article, Document, Kind, Note, Origin, Role, Status
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.core.values.figure_words import say_exactly
from app.core.values.period_words import say_period
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx.sheets import table_sheet
from app.formats.xlsx.values.cells import MAX_CELL_UTF16, clean_text
from app.formats.xlsx.values.row_keys import make_project_tag
from app.service.project.schemes import default_scheme

from .books import keys, letter, rows, sheet

TAG = make_project_tag("")
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


def test_the_sheets_are_those_that_were_promised(tmp_path: Path) -> None:
    assert export(tmp_path, annotated()).sheetnames == [
        "Summary",
        "Articles",
        "Entities",
        "Claims",
        "Register",
        "Notes",
        "Labels",
    ]


def test_an_entity_stands_with_its_sentence(tmp_path: Path) -> None:
    first, second = rows(export(tmp_path, annotated())["Entities"])
    assert (first["article"], first["key"], first["start"], first["stop"]) == (f"P-{TAG}-7", f"E-{TAG}-9", 0, 6)
    assert (first["text"], first["label"], first["normal"], first["status"]) == ("Алатау", "LOC", "Алатау", "accepted")
    assert first["context"] == "Алатау получит статус"
    assert (second["text"], second["value"], second["origin"]) == ("30 процентов", "30\u00a0%", "tagged beforehand")
    assert second["confidence"] == 0.75
    assert "counted" in second


def test_a_mention_is_bold_in_its_sentence_and_every_run_has_its_font(tmp_path: Path) -> None:
    export(tmp_path, annotated())
    book = openpyxl.load_workbook(tmp_path / "книга.xlsx", rich_text=True)
    for key, words in (("entities", ["Алатау", "30 процентов"]), ("claims", ["Рынок вырастет на 30 процентов"])):
        worksheet = sheet(book, key)
        cells = list(worksheet[letter(worksheet, "context")])[1:]
        bold = [[str(run) for run in cell.value if run.font.b] for cell in cells]
        assert bold == [[word] for word in words]
        assert all((run.font.rFont, run.font.sz) == ("Calibri", 11) for cell in cells for run in cell.value)


def test_every_piece_of_a_split_claim_is_bold(tmp_path: Path) -> None:
    claim = replace(annotated().annotations[3], pieces=(place("Рынок"), place("30 процентов")))
    export(tmp_path, replace(annotated(), annotations=(claim,)))
    worksheet = openpyxl.load_workbook(tmp_path / "книга.xlsx", rich_text=True)["Claims"]
    value = worksheet[f"{letter(worksheet, 'context')}2"].value
    assert [str(run) for run in value if run.font.b] == ["Рынок", "30 процентов"]
    assert str(value) == "Токаев заявил: «Рынок вырастет на 30 процентов»."


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
    said = say_period(value, "en") if label == "DATE" else say_exactly(value, "en")
    assert found["value"] == said
    assert tuple(found[name] for name in ("day", "amount", "amount_to", "unit")) == figures


def test_a_mention_without_a_normal_form_goes_by_its_words(tmp_path: Path) -> None:
    (share,) = (row for row in annotated().annotations if row.label == "PERCENT")
    (found,) = rows(export(tmp_path, replace(annotated(), annotations=(share,), notes=()))["Entities"])
    assert found["normal"] == found["text"] == "30 процентов"


def test_the_register_counts_mentions_and_articles_under_the_name_of_the_entity(tmp_path: Path) -> None:
    linked = replace(annotated().annotations[0], attributes=(("referent", "Город Алатау"),))
    other = replace(linked, id=10, pieces=(place("Эксперты"),))
    first = replace(annotated(), annotations=(linked, other, replace(linked, id=11, label="PER")), notes=())
    later = replace(first.article, id=8, date=date(2025, 10, 1))
    second = replace(first, article=later, annotations=(replace(linked, id=12, article_id=8),))
    city, person = rows(export(tmp_path, first, second)["Register"])
    assert (city["entity"], city["label"], city["aliases"]) == ("Город Алатау", "LOC", "Алатау (2), Эксперты")
    assert (city["mentions"], city["articles"]) == (3, 2)
    assert (str(city["first"]), str(city["last"])) == ("2025-09-02 00:00:00", "2025-10-01 00:00:00")
    assert (person["entity"], person["label"], person["mentions"]) == ("Город Алатау", "PER", 1)
    assert city["key"] != person["key"]


OWN_SCHEME = Scheme((Label("Company Name"), Label("Day", attributes=(Attribute("value"),))))


@pytest.mark.parametrize("scheme", [default_scheme(), OWN_SCHEME])
def test_the_register_lists_the_labels_that_its_window_lists(tmp_path: Path, scheme: Scheme) -> None:
    for label in scheme.of_kind(Kind.ENTITY):
        named = replace(annotated().annotations[0], label=label.name)
        one = replace(annotated(), annotations=(named,), notes=())
        listed = rows(export(tmp_path, one, scheme=scheme)["Register"])
        assert len(listed) == (label.name in scheme.registered), label


def test_an_empty_register_says_why(tmp_path: Path) -> None:
    day = replace(annotated().annotations[0], label="DATE")
    sheet = export(tmp_path, replace(annotated(), annotations=(day,), notes=()))["Register"]
    assert sheet["A3"].value == "No name is labelled as one of these: PER, LOC."
    assert sheet.tables["Register"].ref.endswith("2"), "it stands below the table"
    only_days = Scheme((Label("Day", attributes=(Attribute("value"),)),))
    one = replace(annotated(), annotations=(replace(day, label="Day"),), notes=())
    assert export(tmp_path, one, scheme=only_days)["Register"]["A3"].value == "The label scheme has no labels of names."
    assert export(tmp_path, annotated())["Register"]["A3"].value is None


def test_sums_and_dates_are_not_in_the_register(tmp_path: Path) -> None:
    assert [row["entity"] for row in rows(export(tmp_path, annotated())["Register"])] == ["Алатау"]


def test_a_claim_stands_with_speaker_cue_note_and_time(tmp_path: Path) -> None:
    (claim,) = rows(export(tmp_path, annotated())["Claims"])
    assert claim["text"] == "Рынок вырастет на 30 процентов"
    assert (claim["kind"], claim["form"], claim["due"]) == ("forecast", "direct", "2033")
    assert (claim["speaker"], claim["speaker_words"], claim["cue"]) == ("Касым-Жомарт Токаев", "Токаев", "заявил")
    assert (claim["note"], claim["author"]) == ("проверить\nещё раз", "Айгуль")
    assert claim["changed"] == WHEN.astimezone().replace(tzinfo=None)


def test_dates_are_dates_and_addresses_are_links(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    for name in ("Articles", "Entities", "Claims"):
        worksheet = book[name]
        day, address = (worksheet[f"{letter(worksheet, key)}2"] for key in ("date", "url"))
        assert day.is_date and day.value == datetime.fromisoformat("2025-09-02")
        assert address.value == URL
        assert address.hyperlink.target == "https://www.nur.kz/politics/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F-1/"
    assert book["Entities"][f"{letter(book['Entities'], 'url')}3"].hyperlink is not None


@pytest.mark.parametrize(
    ("name", "key", "target"),
    [
        ("Claims", "title", "'Articles'!A2"),
        ("Entities", "title", "'Articles'!A2"),
        ("Articles", "entities", "'Entities'!A2"),
        ("Articles", "claims", "'Claims'!A2"),
        ("Register", "entity", "'Entities'!A2"),
        ("Notes", "on", "'Claims'!A2"),
    ],
)
def test_sheets_lead_to_each_other(tmp_path: Path, name: str, key: str, target: str) -> None:
    worksheet = export(tmp_path, annotated())[name]
    assert worksheet[f"{letter(worksheet, key)}2"].hyperlink.location == target


def test_rejected_annotations_come_only_when_asked_for(tmp_path: Path) -> None:
    choices = (ExportOptions(include_rejected=wanted) for wanted in (False, True))
    without, with_them = (export(tmp_path, annotated(), options=options) for options in choices)
    numbers = [[row["key"].rpartition("-")[2] for row in rows(book["Entities"])] for book in (without, with_them)]
    assert numbers == [["9", "10"], ["9", "10", "12"]]
    assert rows(without["Articles"])[0]["entities"] == 2


def test_notes_say_what_they_are_on(tmp_path: Path) -> None:
    found = rows(export(tmp_path, annotated(), project_notes=(Note(30, "О проекте"),))["Notes"])
    places = [(note["on"], note["annotation"], note["note"]) for note in found]
    assert places == [
        ("project", None, "О проекте"),
        ("claim", f"C-{TAG}-11", "проверить"),
        ("article", None, "=2+2"),
        ("claim", f"C-{TAG}-11", "ещё раз"),
    ]


@pytest.mark.parametrize("text", ["=2+2", "+1", "-1", "@SUM(A1)", "#N/A", "#REF!", "TRUE", "1e5", "007", "' x"])
def test_no_text_becomes_a_formula_a_number_or_an_error(tmp_path: Path, text: str) -> None:
    document = replace(annotated(), notes=(Note(1, text, 7),))
    worksheet = export(tmp_path, document)["Notes"]
    cell = worksheet[f"{letter(worksheet, 'note')}2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_tables_have_filters_a_frozen_header_and_paper(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    for name in ("Articles", "Entities", "Claims", "Register", "Notes", "Labels"):
        worksheet = book[name]
        table = worksheet.tables[name]
        columns = get_column_letter(len(keys(worksheet)))
        last = max(2, len(rows(worksheet)) + 1)
        assert table.ref == table.autoFilter.ref == f"A1:{columns}{last}"
        assert table.column_names == [cell.value for cell in worksheet[1]][: len(keys(worksheet))]
        assert worksheet.freeze_panes == "A2"
        assert (worksheet.page_setup.orientation, worksheet.print_title_rows) == ("landscape", "$1:$1")
        assert "&P" in worksheet.oddFooter.right.text
        assert all(8 <= dimension.width <= 70 for dimension in worksheet.column_dimensions.values())


def test_labels_statuses_and_kinds_can_be_chosen_from_lists_on_the_sheet_of_labels(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    choices = {
        ("Entities", "label"): ["PER", "LOC", "PERCENT"],
        ("Entities", "status"): ["proposed", "accepted", "corrected", "rejected"],
        ("Claims", "kind"): ["statement", "forecast"],
        ("Claims", "form"): ["direct", "indirect", "reported"],
        ("Articles", "progress"): ["open", "done", "skipped"],
    }
    for (name, key), words in choices.items():
        cell = f"{letter(book[name], key)}2"
        (found,) = (one for one in book[name].data_validations.dataValidation if cell in one.sqref)
        place = book.defined_names[found.formula1].attr_text.removeprefix("'Labels'!").replace("$", "")
        assert [row[0].value for row in book["Labels"][place]] == words


def test_labels_have_the_colours_of_the_program_in_every_table(tmp_path: Path) -> None:
    book = export(tmp_path, annotated())
    rules = [rule for found in book["Entities"].conditional_formatting for rule in found.rules]
    colours = {rule.formula[0].split('"')[1]: rule.dxf.fill.bgColor.rgb for rule in rules}
    assert colours["PER"] == "FFEFCCC8"  # a quarter of #c0392b
    assert colours["LOC"] == "FFBDE6DB"  # a quarter of #009e73
    assert book["Labels"]["A2"].fill.fgColor.rgb == colours["PER"]


def test_there_is_a_column_of_0_and_1_for_each_label(tmp_path: Path) -> None:
    first, second = rows(export(tmp_path, annotated())["Entities"])
    assert [first[f"is_{name}"] for name in ("PER", "LOC", "PERCENT")] == [0, 1, 0]
    assert [second[f"is_{name}"] for name in ("PER", "LOC", "PERCENT")] == [0, 0, 1]
    options = ExportOptions(with_label_columns=False)
    assert "is_PER" not in rows(export(tmp_path, annotated(), options=options)["Entities"])[0]


def test_a_text_too_long_for_a_cell_goes_on_below_and_says_so(tmp_path: Path) -> None:
    long = "Слово " * 12_000
    found = rows(export(tmp_path, replace(annotated(), notes=(Note(9, long, 7),)))["Notes"])
    assert [note["note"][-6:].strip() for note in found] == ["[1/3]", "[2/3]", "[3/3]"]
    assert [(note["article"], note["key"], note["on"]) for note in found] == [
        (f"P-{TAG}-7", f"R-{TAG}-9", "article"),
        (f"P-{TAG}-7", f"R-{TAG}-9.2", None),
        (f"P-{TAG}-7", f"R-{TAG}-9.3", None),
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
    assert book.sheetnames[2:6] == ["Entities", "Entities (2)", "Entities (3)", "Claims"]
    parts = [rows(book[name]) for name in ("Entities", "Entities (2)", "Entities (3)")]
    numbers = [[row["key"].rpartition("-")[2] for row in part] for part in parts]
    assert numbers == [["1", "2"], ["3", "4"], ["5"]]
    assert book["Entities (2)"][f"{letter(book['Entities (2)'], 'url')}2"].hyperlink is not None
    assert {"Entities", "Entities_2", "Entities_3"} <= {name for part in book for name in part.tables}


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
    worksheet = export(tmp_path, document)["Articles"]
    cell = worksheet[f"{letter(worksheet, 'url')}2"]
    assert (cell.value, cell.hyperlink) == (url, None)


def test_a_project_without_articles_gives_a_workbook(tmp_path: Path) -> None:
    book = export(tmp_path)
    assert rows(book["Articles"]) == []
    assert book["Entities"].tables["Entities"].ref.startswith("A1:")


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
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
    assert f"“{name}” in “{path.parent}” cannot be written" in done.stdout, done.stderr
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


@pytest.mark.parametrize(("language", "shown"), [("ru", "dd.mm.yyyy"), ("en", "yyyy-mm-dd")])
def test_days_look_as_the_language_writes_them(tmp_path: Path, language: str, shown: str) -> None:
    book = export(tmp_path, annotated(), options=ExportOptions(language=language))
    formats = {cell.number_format for row in book.worksheets[2].iter_rows() for cell in row if cell.is_date}
    assert {one.removesuffix(" hh:mm") for one in formats} == {shown}
