"""WebAnno TSV as INCEpTION writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.model import Kind
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from tests.formats.exchange.samples import marked, sample_document

INCEPTION = (
    "#FORMAT=WebAnno TSV 3.3\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
    "#T_SP=webanno.custom.Mood|tone\n"
    "#T_RL=webanno.custom.Speaks|how|BT_webanno.custom.Mood\n"
    "\n\n"
    "#Text=😀 Мэр Алматы [сказал].\n"
    "1-1\t0-2\t😀\t_\t_\t_\t_\t_\n"
    "1-2\t3-6\tМэр\t*[1]\tPER[1]\tзлой[3]\t_\t_\n"
    "1-3\t7-13\tАлматы\t*[1]|http://kb/Q1\tPER[1]|LOC\tзлой[3]\tsays\t1-2[3_0]\n"
    "1-4\t14-15\t[\t_\t_\t_\t_\t_\n"
    "\n"
    "#Text=Вторая\\tстрока.\n"
    "2-1\t24-30\tВторая\t_\t_\t*\t_\t_\n"
    "2-1.1\t24-26\tВт\t_\tA\\_B\\|C\t_\t_\t_\n"
    "не строка\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_stacked_spans_of_other_layers_are_read(tmp_path: Path, line_end: str) -> None:
    (tmp_path / "a.tsv").write_text(INCEPTION.replace("\n", line_end), "utf-8", newline="")
    known = registry.recognise_format(tmp_path / "a.tsv")
    assert known is not None and known.name == "webanno"
    (document,) = registry.read_file(tmp_path / "a.tsv")
    assert document.text == "😀 Мэр Алматы [сказал].\nВторая\tстрока."
    assert {(one.label, one.words(document.text), one.attributes) for one in document.annotations} == {
        ("PER", "Мэр Алматы", ()),
        ("LOC", "Алматы", (("identifier", "http://kb/Q1"),)),
        ("злой", "Мэр Алматы", ()),
        ("Mood", "Вторая", ()),
        ("A_B|C", "Вт", ()),
    }
    assert [str(one) for one in document.lost] == [
        "Relations “–” are left out: 1.",
        "Lines that are no tokens are left out: 1.",
    ]


def test_offsets_of_written_tokens_count_utf16(tmp_path: Path) -> None:
    document = sample_document(marked(Kind.ENTITY, "𝐀лматы", label="LOC|1_[x]"))
    registry.write_file([document], tmp_path / "out", ExportContext(options=ExportOptions("webanno")))
    (path,) = (tmp_path / "out").glob("*.tsv")
    wide = document.text.encode("utf-16-le")
    for line in path.read_text("utf-8").split("\n"):
        if line[:1].isdigit():
            _, ends, token, *_ = line.split("\t")
            start, stop = map(int, ends.split("-"))
            assert wide[2 * start : 2 * stop].decode("utf-16-le") == token
    (again,) = registry.read_file(path)
    assert [(one.label, one.words(again.text)) for one in again.annotations] == [("LOC|1_[x]", "𝐀лматы")]
