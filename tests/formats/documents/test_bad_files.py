"""Bad files end with a clear line that names them.

They are damaged, foreign or made to do harm.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Article, Document
from app.formats import registry
from tests.formats.documents.samples import MAKERS, Maker, make_docx, make_odt, make_word_parts, read

SEED = Path(__file__).resolve().parents[3] / "seeds" / "001_naberezhnaya.txt"
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def fault_of(path: Path, format_name: str | None = None) -> str:
    with pytest.raises(UserError) as caught:
        list(registry.read_file(path, format_name))
    assert path.name in str(caught.value)
    assert caught.value.hint.template
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf", "a.html", "a.eml", "a.json", "a.doc"])
@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"PK\x03\x04" + b"\x00" * 200])
def test_a_foreign_file_is_named_with_its_reason(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    fault_of(tmp_path / name)


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_a_file_that_is_cut_off_is_named_or_read_so_far(tmp_path: Path, name: str, share: float) -> None:
    whole = tmp_path / name
    MAKERS[name](whole, read(SEED))
    cut = tmp_path / f"cut-{name}"
    raw = whole.read_bytes()
    cut.write_bytes(raw[: int(len(raw) * share)])
    if name.endswith(".eml"):
        documents = list(registry.read_file(cut)) if share > 0.1 else []
        assert all(document.text for document in documents)
    else:
        fault_of(cut)


@pytest.mark.parametrize("name", ["word/document.xml", "docProps/core.xml", "[Content_Types].xml", "word/x.xml"])
def test_declared_entities_are_refused_in_every_part(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    make_word_parts(path, "<w:p/>", **{name: f"{ENTITY}<x>&a;</x>"})
    assert "<!DOCTYPE>" in fault_of(path)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_entities_in_other_encodings_are_refused_too(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.docx"
    make_word_parts(path, "<w:p/>", **{"word/x.xml": f"{ENTITY}<x/>".encode(encoding)})
    assert "<!DOCTYPE>" in fault_of(path)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "C:\\evil", "word\\..\\..\\evil", "word/a\nb"])
def test_parts_with_names_outside_the_file_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    make_word_parts(path, "<w:p><w:r><w:t>Мост</w:t></w:r></w:p>", **{name: "x"})
    assert "its content is unsafe" in fault_of(path)
    assert not (tmp_path.parent.parent / "evil.txt").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    make_word_parts(path, "<w:p/>", **{"word/media/x.bin": "0" * (62 << 20)})
    assert path.stat().st_size < 200 << 10
    assert "62 MB" in fault_of(path)


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for number in range(5_001):
            archive.writestr(f"p{number}", "")
    assert "5002 parts" in fault_of(path)


@pytest.mark.parametrize("depth", [300, 100_000])
def test_elements_nested_without_end_are_refused(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.docx"
    make_word_parts(path, "<w:p>" * depth + "</w:p>" * depth)
    fault_of(path)


def test_braces_nested_without_end_are_survived(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 " + "{" * 100_000 + "Most" + "}" * 100_000 + "}", "ascii")
    assert read(path).text == "Most"


def test_a_paragraph_of_a_million_characters_is_read(tmp_path: Path) -> None:
    words = "Слово и дело, " * 72_000
    make_word_parts(tmp_path / "a.docx", f"<w:p><w:r><w:t>{words}.</w:t></w:r></w:p>")
    assert len(read(tmp_path / "a.docx").text) > 1_000_000


@pytest.mark.parametrize(
    ("stream", "name", "advice"),
    [
        ("WordDocument", "a.doc", ".docx"),
        ("Workbook", "a.xls", ".xlsx"),
        ("Workbook", "a.txt", ".xlsx"),
        ("__properties_version1.0", "a.msg", ".eml"),
        ("EncryptedPackage", "a.docx", "protected by a password"),
    ],
)
def test_an_old_office_file_says_what_to_save_it_as(tmp_path: Path, stream: str, name: str, advice: str) -> None:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 500
    (tmp_path / name).write_bytes(head + stream.encode("utf-16-le") + b"\x00" * 100)
    assert advice in fault_of(tmp_path / name)


def test_a_text_called_doc_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(" date 2025-09-02 Мост откроют\nОпубликовано:\nСрок назван.", "cp1251")
    assert read(tmp_path / "a.doc").article.title == "Мост откроют"


def test_a_library_that_is_missing_is_named_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    MAKERS["heading.docx"](path, read(SEED))
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert 'pip install "pometka[documents]"' in fault_of(path)


@pytest.mark.parametrize("code", ["\\u99999999999999999999?", "\\'zz", "{\\*\\", "\\bin99999 "])
def test_odd_codes_of_rich_text_are_survived_or_named(tmp_path: Path, code: str) -> None:
    (tmp_path / "a.rtf").write_text(f"{{\\rtf1 Most {code} otkryt}}", "ascii")
    with contextlib.suppress(UserError):
        (document,) = registry.read_file(tmp_path / "a.rtf")
        assert document.text.startswith("Most")


def test_a_long_run_of_figures_in_rich_text_costs_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(f"{{\\rtf1 Most {('0' * 40 + ' ') * 40_000}x}}", "ascii")
    assert read(tmp_path / "a.rtf").text.startswith("Most")


def test_an_empty_word_file_says_that_it_holds_no_text(tmp_path: Path) -> None:
    make_word_parts(tmp_path / "a.docx", "<w:p/>")
    assert "holds no text" in fault_of(tmp_path / "a.docx")


def test_a_zip_that_is_no_document_is_named(tmp_path: Path) -> None:
    blank = io.BytesIO()
    with zipfile.ZipFile(blank, "w") as archive:
        archive.writestr("x.bin", b"1")
    (tmp_path / "a.docx").write_bytes(blank.getvalue())
    fault_of(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("name", "make", "part"), [("x.docx", make_docx, "docProps/core.xml"), ("x.odt", make_odt, "meta.xml")]
)
def test_a_file_with_damaged_properties_is_named(tmp_path: Path, name: str, make: Maker, part: str) -> None:
    path = tmp_path / name
    make(path, Document(Article(0, "Мост", date=dt.date(2025, 9, 2)), "Мост\nОткроют."))
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = b"<a><b>"
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    assert f"“{path.name}” cannot be read as" in fault_of(path)


@pytest.mark.parametrize("name", [name for name in MAKERS if name.endswith((".odt", ".docx"))])
def test_a_damaged_picture_costs_the_file_alone_and_names_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    MAKERS[name](path, read(SEED))
    picture = "Мост " * 1_000
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("media/picture.bin", picture)
        place = archive.getinfo("media/picture.bin").header_offset
    raw = bytearray(path.read_bytes())
    raw[place + 50 : place + 60] = b"\xff" * 10
    path.write_bytes(raw)
    with contextlib.suppress(UserError):  # a part that nothing refers to need not be opened
        assert read(path).text
