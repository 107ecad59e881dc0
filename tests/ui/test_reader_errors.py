"""What every reader says of a file that it cannot read.

Empty, cut off, of another kind, or under a wrong name: the file, the reason and the next step, in Russian.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.message import UserError
from app.core.model import Document
from app.formats import registry
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.ui.base.i18n import Language, shown
from tests.formats.fuzzing.samples import make_samples

READABLE = [known for known in registry.FORMATS if known.read is not None]
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4
NOISE = bytes((number * 7919 + number // 3) % 256 for number in range(3000))
PAGE = b"<html><body><p>Hello</p></body></html>"
NAMES = re.compile(
    r"Столбцы: [^|]*|"
    r"“[^”]*”|«[^»]*»|--\S+|\S+=\S+|\.\w+|\\u\w+|\b(?:PDF|RTF|XML|JSON-LD|JSONL|JSON|CSV|Word|OpenDocument|HTML|MHTML|"
    r"UTF-8|OCR|Pometka|CAS|UIMA|CoNLL|WebAnno|TSV|DocBin|spaCy|brat|ClaimReview|REFI-QDA|UUID|Excel|LibreOffice|"
    r"Telegram|Office|PER|text)\b"
)
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def russian(qapp: QApplication) -> Iterator[None]:
    language = Language(qapp)
    language.use("ru")
    yield
    language.use("en")


def list_damaged(known: FileFormat, folder: Path) -> Iterator[tuple[str, bytes]]:
    ending = known.extensions[0]
    yield from ((ending, raw) for raw in (b"", b" \n\n", PICTURE, NOISE, PAGE, b'{"a": 1}'))
    yield from ((ending, raw) for raw in (_zip({"a.bin": b"\x00" * 50}), _zip({"x.txt": b""})))
    for end, raw in dict(make_samples(known, folder)).items():
        yield from ((end, raw[: int(len(raw) * share)]) for share in (0.1, 0.5, 0.97))


@pytest.mark.parametrize("known", READABLE, ids=lambda known: str(known.name))
def test_reader_names_file_reason_and_next_step_in_russian(known: FileFormat, tmp_path: Path) -> None:
    (tmp_path / "samples").mkdir()
    wrong = []
    for ending, raw in list_damaged(known, tmp_path / "samples"):
        path = tmp_path / f"Файл{ending}"
        for name in (known.name, None):
            path.write_bytes(raw)
            if ".txt" in known.companions:
                path.with_suffix(".txt").write_text("Текст", "utf-8")
            wrong += [said for said in _read(path, name) if not _is_clear(said)]
    assert wrong == []


@pytest.mark.parametrize("name", ["brat", "webanno", "cas-xmi", "cas-json"])
def test_fault_in_an_archive_names_archive_and_member_and_costs_no_other(name: str, tmp_path: Path) -> None:
    known = registry.find_format(name)
    (tmp_path / "samples").mkdir()
    ending = known.extensions[0]
    good = next(raw for end, raw in make_samples(known, tmp_path / "samples") if end == ending and _fits(known, raw))
    parts = {f"good{ending}": good, f"bad{ending}": NOISE, "TypeSystem.xml": b""}
    if name == "brat":
        parts |= {"good.txt": "Текст".encode(), "bad.txt": "Текст".encode()}
    if name == "cas-xmi":
        parts["TypeSystem.xml"] = next((tmp_path / "samples").rglob("TypeSystem.xml")).read_bytes()
    path = tmp_path / "Архив.zip"
    path.write_bytes(_zip(parts))
    documents: list[Document] = []
    with pytest.raises(UserError) as error:  # noqa: PT012  # what comes before the error counts
        for document in registry.read_file(path, name):
            documents.append(document)  # noqa: PERF402
    assert f"Архив.zip/bad{ending}" in shown(error.value.message)
    assert len(documents) == 1


def _fits(known: FileFormat, raw: bytes) -> bool:
    return known.matches is None or known.matches(FileSample(Path(f"a{known.extensions[0]}"), raw))


def _read(path: Path, name: str | None) -> list[str]:
    try:
        list(registry.read_file(path, name))
    except UserError as error:
        return [f"{shown(error.message)} | {shown(error.hint)}"]
    return []


def _is_clear(said: str) -> bool:
    what, _, hint = said.partition(" | ")
    return "Файл" in what and bool(hint.strip()) and not LATIN_WORD.search(NAMES.sub("", said))


def _zip(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()
