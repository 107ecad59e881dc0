"""The text of rich text files, and the reading time.

The work that it takes to read them is measured.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.formats import registry
from app.formats.documents.rich_text_code import RichTextReader


def read_code(code: str) -> str:
    return RichTextReader("cp1251").read(code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (r"{\rtf1 \u1052?\u1086?\'f1\'f2 1}", "Мост 1"),
        (r"{\rtf1\uc0 \u1052\u1086 x}", "Моx"),
        (r"{\rtf1\uc2 \u1052\'ec\'ee\u1086 ??x}", "Моx"),
        (r"{\rtf1 {\uc0 \u1052}\u1086?x}", "Моx"),
        (r"{\rtf1 \u-10179?\u-9111?}", "\U0001f469"),
        (r"{\rtf1 a\par b\line c\tab d\~e\{f\}g\\h}", "a\nb\nc\td\xa0e{f}g\\h"),
        ("{\\rtf1 a\r\nb\\\nc}", "ab\nc"),
        (r"{\rtf1{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset238 B;}}\f0\'cc\f1\'b3}", "Мł"),
        (r"{\rtf1\deff1{\fonttbl{\f1\fcharset238 B;}}\'b3{\f1\'b3}}", "łł"),
        (r"{\rtf1\ansicpg932\'93\'fa}", "日"),
        (r"{\rtf1{\info{\title T}}{\*\unknown x}{\stylesheet{s;}}{\pict\bin3 }}}}a}", "a"),
        (r"{\rtf1 a{\field{\*\fldinst{HYPERLINK \"https://example.kz\"}}{\fldrslt b}}c}", "abc"),
        (r"{\rtf1 a} behind", "a"),
        (r"{\rtf1 {\deleted\revauthdel1 400}412{\v no}\v no\v0 , b\v no\plain  c}", "412, b c"),
        (r"{\rtf1 {\listtext\pard 1.\tab}a}", "a"),
        (r"{\rtf1 a{\super\chftn{\*\footnote\chftn b}} c\par d\par}", "a c\nd\n\nb"),
        (r"{\rtf1 a{\shp{\*\shpinst{\sp{\sn x}}{\shptxt b\par}}{\shprslt b}} c\par d}", "a c\n\nb\n\nd"),
        (r"{\rtf1 {\header a{\shp{\*\shpinst{\shptxt b}}}{\footnote c}}d}", "d"),
        (r"{\rtf1 \u9999999999?a}", "\ufffda"),
        (r"{\rtf1\ansicpg9999999999\'cc}", "М"),
    ],
)
def test_the_text_of_rich_text_is_what_a_word_processor_shows(code: str, text: str) -> None:
    assert read_code(code) == text


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "{",
        "{}",
        "\\f1",
        "\\u1?",
        "\\'cc",
        r"{\field{\*\fldinst{",
        r"{\field{\*\fldinst{HYPERLINK \"a\"}}{\fldrslt b ",
        r"\f1\fcharset1 ",
        r"{\title ",
        r"\pict\bin1 ",
    ],
)
@pytest.mark.parametrize("head", [r"{\rtf1 ", r"{\rtf1{\fonttbl "])
def test_reading_takes_time_that_grows_with_the_length_alone(tmp_path: Path, head: str, part: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(f"{head}a {part * (400_000 // len(part))}}}", "ascii")
    start = time.process_time()
    documents = [document for document in registry.read_file(path) if document.text] if "fonttbl" not in head else []
    read_code(path.read_text("ascii"))
    assert time.process_time() - start < 6
    assert documents or "fonttbl" in head
