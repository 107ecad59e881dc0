"""F1 opens the help inside the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.model import Kind
from app.ui.base.i18n import tr
from app.ui.prompts.help_page import HelpPage, corpus_steps
from tests.ui.desktop import Desktop


def opened_page(desktop: Desktop) -> HelpPage:
    desktop.keyboard.press("F1")
    pages = [page for page in desktop.program.window.findChildren(HelpPage) if page.isVisible()]
    assert len(pages) == 1
    return pages[0]


def test_the_page_has_the_first_steps_the_labels_with_examples_and_the_keys(desktop: Desktop) -> None:
    words = "\n".join(opened_page(desktop).texts_shown)
    for label in desktop.session.scheme.labels:
        assert label.title("en") in words and tr(label.guideline) in words
        assert all(example in words for example in label.examples)
    assert "Ctrl+Enter accepts what is left" in words and "Ctrl+H" in words
    for window in ("Ctrl+Shift+F searches", "ledger (Ctrl+Shift+L)", "register (Ctrl+Shift+E)", "pometka search"):
        assert window in words


@pytest.mark.parametrize(
    ("typed", "found", "hidden"), [("ВИТЯ", "", "Ctrl+N"), ("undoes", "undoes", "makes a project")]
)
def test_typing_leaves_what_holds_it(desktop: Desktop, typed: str, found: str, hidden: str) -> None:
    page = opened_page(desktop)
    desktop.keyboard.type(typed)
    words = "\n".join(page.texts_shown)
    assert found in words and hidden not in words
    desktop.keyboard.press("Escape")
    assert page.isVisible(), "the first Esc clears what is typed"
    desktop.keyboard.press("Escape")
    assert not page.isVisible()


def test_the_page_follows_the_scheme_of_the_project(desktop: Desktop) -> None:
    label = replace(desktop.session.scheme.label(Kind.ENTITY, "LAW"), guideline="Только законы.")
    desktop.session.editor.scheme.replace(desktop.session.scheme.with_label(label))
    assert any("Только законы." in text for text in opened_page(desktop).texts_shown)


def test_the_key_that_opened_it_closes_it(desktop: Desktop) -> None:
    page = opened_page(desktop)
    desktop.keyboard.press("F1")
    assert not page.isVisible()


def test_what_is_left_by_typing_stands_close_together(desktop: Desktop) -> None:
    page = opened_page(desktop)
    desktop.keyboard.type("ledger")
    QApplication.processEvents()
    lines = [one for one in page.findChildren(QLabel) if one.isVisible()]
    assert len(lines) > 1
    for one in lines:
        assert one.height() <= one.heightForWidth(one.width()) + 2, one.text()


@pytest.mark.parametrize("key", ["Ctrl+Shift+F", "Ctrl+Shift+E", "Ctrl+Shift+L", "Ctrl+Shift+O", "Ctrl+Shift+D"])
def test_each_window_over_all_articles_has_its_words(desktop: Desktop, key: str) -> None:
    assert any(key in words for words in corpus_steps(desktop.program.host))
