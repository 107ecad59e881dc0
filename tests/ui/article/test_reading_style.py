"""Font, spacing and length of the lines follow the settings at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox

from app.core.span import Span
from app.service.commands.registry import by_id
from app.ui.dialogs.settings.settings_dialog import SettingsDialog
from tests.ui.desktop import Desktop


def opened_settings(desktop: Desktop) -> SettingsDialog:
    desktop.program.run(by_id("settings.show"))
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    return dialog


def box_of(dialog: SettingsDialog, name: str) -> QSpinBox:
    return next(box for box in dialog.findChildren(QSpinBox) if box.accessibleName() == name or box.suffix() == name)


@pytest.mark.parametrize("keeps", [True, False])
def test_spacing_shows_at_once_and_cancel_takes_it_back(desktop: Desktop, keeps: bool) -> None:
    canvas = desktop.program.components.article.view.canvas
    before = canvas.pitch
    dialog = opened_settings(desktop)
    spacing = next(box for box in dialog.findChildren(QSpinBox) if box.maximum() == 200)
    spacing.setValue(150)
    assert canvas.pitch > 1.3 * before
    if keeps:
        dialog.accept()
    else:
        dialog.reject()
    after = desktop.program.components.article.view.canvas.pitch
    assert (after > before) == keeps
    assert (desktop.program.store.settings.line_spacing == 150) == keeps


def test_the_measure_is_in_characters(desktop: Desktop) -> None:
    canvas = desktop.program.components.article.view.canvas
    before = canvas.typeset.measure
    dialog = opened_settings(desktop)
    measure = next(box for box in dialog.findChildren(QSpinBox) if box.minimum() == 50 and box.maximum() == 100)
    measure.setValue(56)
    assert canvas.typeset.measure == pytest.approx(before * 56 / 74, abs=1)
    dialog.reject()


def test_letters_stand_above_words_by_choice(desktop: Desktop) -> None:
    view = desktop.program.components.article.view
    sheet = view.canvas.sheet
    assert sheet is not None and desktop.session.open_article is not None
    row = next(iter(desktop.session.open_article.annotations))
    assert sheet.name_of(row) == "Person"
    dialog = opened_settings(desktop)
    captions = next(box for box in dialog.findChildren(QComboBox) if "LOC" in box.itemText(1))
    captions.setCurrentIndex(1)
    assert sheet.name_of(row) == "PER"
    dialog.reject()
    assert sheet.name_of(row) == "Person"
    assert not view.rect_of(Span(0, 3)).isEmpty()


def test_the_name_is_asked_for_once_at_the_first_edit_and_takes_no_key(desktop: Desktop) -> None:
    settings, words = desktop.program.store.settings, list[str]()
    settings.author, desktop.session.author = "", ""
    desktop.session.notified.connect(lambda message: words.append(message.template), unique=False)
    desktop.keyboard.press("Tab", "Space")
    decided = [row for row in desktop.session.open_article.annotations if row.status == "accepted"]
    assert decided, "the first key decides"
    assert [one for one in words if "your name" in one]
    words.clear()
    desktop.keyboard.press("Space")
    assert len([row for row in desktop.session.open_article.annotations if row.status == "accepted"]) > len(decided)
    assert not [one for one in words if "your name" in one], "it is asked once"
    assert settings.asked_author
    dialog = opened_settings(desktop)
    assert dialog.focusWidget().accessibleName() == "Stored with each of your decisions", (
        "the settings open where it is written"
    )
    dialog.reject()


def test_text_is_laid_out_anew_when_a_font_is_loaded(desktop: Desktop, qapp: QApplication) -> None:
    canvas = desktop.program.components.article.view.canvas
    before = canvas.typeset
    qapp.fontDatabaseChanged.emit()
    assert canvas.typeset is not before
