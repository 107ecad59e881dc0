"""Laws of every format that holds spans.

A new one in the registry is tested with no change here.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from app.core.message import UserError
from app.core.model import Document, Kind, Role, Status
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.features import Feature
from app.formats.file_format import FileFormat
from tests.formats.exchange.reduced import reduce_document
from tests.formats.exchange.samples import marked, sample_document
from tests.formats.strategies import documents

FORMATS = [known for known in registry.FORMATS if known.holds and Feature.SPANS in known.holds]
EXACT = [known for known in FORMATS if Feature.EXACT_TEXT in (known.holds or ())]


def targets(known: FileFormat) -> list[str]:
    return ["out", "out.zip"] if known.many_files else [f"out{known.extensions[0]}"]


def come_back(known: FileFormat, given_documents: list[Document], folder: Path) -> list[list[Document]]:
    """Return what is read again.

    With the format named, and with it recognised.
    """
    options = ExportOptions(known.name, include_rejected=True)
    read = []
    for name in targets(known):
        written = registry.write_file(given_documents, folder / name, ExportContext(options=options))
        read.append(list(registry.read_file(written, known.name)))
        read.append(list(registry.read_file(written)))
    return read


@pytest.mark.parametrize("known", EXACT, ids=lambda known: known.name)
@given(document=documents())
@settings(max_examples=20, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_reading_gives_back_what_was_written(known: FileFormat, document: Document) -> None:
    assert known.holds is not None
    with TemporaryDirectory() as folder:
        for again in come_back(known, [document], Path(folder)):
            assert [reduce_document(one, known.holds) for one in again] == [reduce_document(document, known.holds)]


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_words_of_annotations_stay_the_same_over_odd_characters(known: FileFormat, tmp_path: Path) -> None:
    words = ("😀", "Токаев", "🇰🇿", "✔", "𝐀лматы", "й и́", "конец 😀")
    document = sample_document(*(marked(Kind.ENTITY, word, label=f"L{word}") for word in words))
    for again in come_back(known, [document, document], tmp_path):
        assert len(again) == 2
        for one in again:
            assert [(found.words(one.text), found.label) for found in one.annotations] == [(w, f"L{w}") for w in words]
            assert not one.lost


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_what_a_format_cannot_hold_is_counted_when_it_is_written(known: FileFormat, tmp_path: Path) -> None:
    assert known.holds is not None
    roles = (Role("speaker", Span(2, 8), "Токаев"),)
    claim = marked(Kind.CLAIM, "сказал", "Мэр", label="statement", attributes=(("form", "direct"),), roles=roles)
    rejected = marked(Kind.ENTITY, "Мэр", status=Status.REJECTED)
    told: list[str] = []
    context = ExportContext(options=ExportOptions(known.name), report=lambda message: told.append(str(message)))
    registry.write_file([sample_document(claim, rejected)], tmp_path / targets(known)[0], context)
    assert "Not in the file: rejected annotations, unless they are asked for (1)." in told
    for feature, words in ((Feature.ROLES, "speakers"), (Feature.SPLITS, "gaps"), (Feature.ATTRIBUTES, "attributes")):
        assert any(words in one for one in told) is (feature not in known.holds)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 50, b"{" * 100_000, b"[" * 100_000, b"<a>" * 100_000, b"PK\x03\x04x"]
)
def test_a_file_that_is_none_of_the_format_says_so(known: FileFormat, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"broken{known.extensions[0]}"
    path.write_bytes(content)
    with pytest.raises(UserError, match="broken"):
        list(registry.read_file(path, known.name))


@pytest.mark.parametrize("known", [known for known in FORMATS if known.many_files], ids=lambda known: known.name)
def test_a_folder_with_files_is_never_written_over(known: FileFormat, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").touch()
    with pytest.raises(UserError, match="out"):
        registry.write_file([sample_document()], tmp_path / "out", ExportContext(options=ExportOptions(known.name)))
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "mine"]
