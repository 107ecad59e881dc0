"""No project text is interpreted by Qt.

Texts of a project or a file are never taken for HTML, for a mnemonic or for a placeholder.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt

from app.core.message import Message
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import MAX_LINE_CHARS, MAX_TIP_CHARS, caption_text, one_line, plain, tip, window_title

TEXTS = st.text(st.sampled_from("<>/&;!?b img\n\t\0\x1b\x9b\u202e\u2066\u2069[*]ж") | st.characters(), max_size=40)
HTML = (
    "<b>x",
    '<img src="file:/tmp/x">',
    "&lt;b&gt;",
    "<!doctype html>",
    "<?xml?><b>x</b>",
    " <qt>x",
    "a <a href='x'>b</a>",
)
OVERRIDE = "\u202eфайл"


@given(TEXTS | st.sampled_from(HTML))
def test_a_tooltip_is_never_rich(text: str) -> None:
    assert not Qt.mightBeRichText(tip(text))


@pytest.mark.parametrize("text", HTML)
def test_a_tooltip_reads_as_it_was_written(text: str) -> None:
    assert tip(text).replace("\u2060", "") == text


@given(TEXTS)
def test_plain_text_holds_no_control_character_and_its_isolates_are_paired(text: str) -> None:
    shown_text = plain(text)
    assert not any((ord(char) < 0x20 and char not in "\t\n") or 0x7F <= ord(char) < 0xA0 for char in shown_text)
    depth = 0
    for char in shown_text:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("text", ["Токаев & Ко", "a\tb\nc", "مرحبا", "👨‍👩‍👧", "“x” — 5 % <", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_an_override_does_not_reorder_what_follows() -> None:
    words = tr("Written: {path}", path=OVERRIDE)
    assert words == f"Written: \u2068{OVERRIDE}\u2069"
    assert shown(Message("{a}, {b}", {"a": OVERRIDE, "b": "{a}"})) == f"\u2068{OVERRIDE}\u2069, {{a}}"


@given(TEXTS)
def test_captions_and_titles_are_one_line_of_limited_length(text: str) -> None:
    assert not set("\n\t\r") & set(caption_text(text) + window_title(text))
    assert caption_text(text).replace("&&", "").count("&") == 0
    assert window_title(text).replace("[*][*]", "").count("[*]") == 0


def test_very_long_text_is_cut() -> None:
    assert len(tip("я" * 100_000)) == MAX_TIP_CHARS
    assert len(one_line("я" * 100_000)) == MAX_LINE_CHARS


_MADE_IN_WIDGETS = {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox"}
_NEVER = {
    "QMessageBox", "QErrorMessage", "QInputDialog", "QTextBrowser", "QWhatsThis", "QToolTip",
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "setStatusTip",
}  # fmt: skip
_THROUGH = {
    "setToolTip": {"tip"},
    "setWhatsThis": {"tip"},
    "setWindowTitle": {"window_title"},
    "addAction": {"caption_text"},
    "addMenu": {"caption_text"},
    "addTab": {"caption_text"},
    "setTextFormat": set(),
}
"""Methods that interpret their text, and what it must have come through; words of our own need nothing."""


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_ours(node: ast.expr) -> bool:
    """Say whether an argument holds no project text.

    It is a literal, translated or not, or no text at all.
    """
    if isinstance(node, ast.Call) and _name(node.func) == "tr":
        return not node.keywords and all(isinstance(one, ast.Constant) for one in node.args)
    return isinstance(node, ast.Constant | ast.Attribute | ast.Subscript) or (
        isinstance(node, ast.Name) and node.id in {"NAME", "action", "entry", "menu"}
    )


def _breaches(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        is_given_words = name == "QTextDocument" and bool(node.args or node.keywords)
        if name in _NEVER or is_given_words or (name in _MADE_IN_WIDGETS and path.name != "widgets.py"):
            found.append(f"{path}:{node.lineno} {name}")
        if name in _THROUGH:
            texts = node.args[-1:] if name == "addTab" else node.args[:1]
            passed = {_name(one.func) for one in texts if isinstance(one, ast.Call)}
            if not (passed & _THROUGH[name] or all(map(_is_ours, texts))):
                found.append(f"{path}:{node.lineno} {name}")
    return found


def test_qt_gets_text_through_the_helper_alone(root: Path) -> None:
    modules = sorted((root / "app" / "ui").rglob("*.py"))
    assert len(modules) > 50
    assert [breach for path in modules for breach in _breaches(path)] == []
