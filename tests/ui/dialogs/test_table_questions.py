"""The question which column of a table holds what.

Asked where it is not certain, answered by keys, remembered.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from app.formats.table_choices import ArticleField, columns_key
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.tables.table_dialog import TableDialog
from tests.ui.desktop import Desktop, wait_until

TAGGED_S = 60.0
"""The models of the tagger are loaded in so long."""

LONG = "Аким области заявил, что дорогу между двумя городами откроют уже весной, а мост через реку построят позже. " * 2
UNCERTAIN = f"Шапка;Наполнение;Когда\nПервая новость;{LONG}1;14.03.2025\nВторая новость;{LONG}2;15.03.2025\n"
CERTAIN = f"Заголовок;Текст\nТретья новость;{LONG}3\n"


def offer(desktop: Desktop, path: Path) -> ImportDialog:
    desktop.program.background_tasks.import_paths([path])
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    wait_until(lambda: QApplication.activeWindow() is dialog)
    return dialog


def question(desktop: Desktop) -> TableDialog:
    tasks = desktop.program.background_tasks
    wait_until(lambda: not tasks.questions.is_busy)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TableDialog)
    wait_until(lambda: QApplication.activeWindow() is dialog)
    return dialog


def box(dialog: TableDialog, name: str) -> QComboBox:
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


def wait_for_import(desktop: Desktop, titles: list[str]) -> None:
    def shown() -> list[str]:
        articles = (desktop.session.articles.get(number) for number in desktop.session.articles.shown)
        return [article.title for article in articles if article is not None]

    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy and shown()[1:] == titles, TAGGED_S)


def test_columns_that_are_not_certain_are_asked_about_once_and_remembered(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(UNCERTAIN.encode("cp1251"))
    offer(desktop, tmp_path / "a.csv")
    desktop.keyboard.press("Enter")
    dialog = question(desktop)
    assert dict(dialog.mapping) == {
        ArticleField.TITLE: "Шапка",
        ArticleField.TEXT: "Наполнение",
        ArticleField.DATE: "Когда",
    }
    assert box(dialog, "Encoding").currentData() == "cp1251" and box(dialog, "Separator").currentData() == ";"
    desktop.keyboard.press("Enter")
    wait_for_import(desktop, ["Первая новость", "Вторая новость"])
    key = columns_key(("Когда", "Наполнение", "Шапка"))
    assert desktop.program.store.settings.tables == {key: "title=Шапка,text=Наполнение,date=Когда"}
    (tmp_path / "b.csv").write_text(UNCERTAIN.replace("Вторая", "Четвёртая").replace("весной", "летом"), "utf-8")
    offer(desktop, tmp_path / "b.csv")
    desktop.keyboard.press("Enter")
    wait_until(lambda: len(desktop.session.articles.shown) == 5, TAGGED_S)
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy, TAGGED_S)


def test_certain_columns_are_not_asked_about_unless_one_wants_it(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(CERTAIN, "utf-8")
    dialog = offer(desktop, tmp_path / "a.csv")
    dialog.reject()
    offer(desktop, tmp_path / "a.csv")
    desktop.keyboard.press("Shift+Tab", "Space", "Enter")
    asked = question(desktop)
    assert len(asked.mapping) == 2
    asked.reject()
    offer(desktop, tmp_path / "a.csv")
    desktop.keyboard.press("Enter")
    wait_for_import(desktop, ["Третья новость"])


def test_another_separator_and_encoding_show_another_preview(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(UNCERTAIN.encode("cp1251"))
    offer(desktop, tmp_path / "a.csv")
    desktop.keyboard.press("Enter")
    dialog = question(desktop)
    encoding = box(dialog, "Encoding")
    encoding.setFocus()
    encoding.setCurrentIndex(encoding.findData("koi8-r") - 1)
    desktop.keyboard.press("Down")
    wait_until(lambda: "Шапка" not in dialog.columns)
    assert len(dialog.columns) == 3
    separator = box(dialog, "Separator")
    separator.setFocus()
    desktop.keyboard.press("Up")
    wait_until(lambda: len(dialog.columns) != 3)
    dialog.reject()
    assert not desktop.program.background_tasks.tasks.is_busy


def test_without_a_column_of_texts_nothing_can_be_imported(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("имя;город\nАнна;Алматы\n", "utf-8")
    offer(desktop, tmp_path / "a.csv")
    desktop.keyboard.press("Enter")
    dialog = question(desktop)
    accept = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Import")
    assert not accept.isEnabled() and dialog.focusWidget() is box(dialog, "Text")
    desktop.keyboard.press("Down", "Down")
    assert accept.isEnabled() and dict(dialog.mapping)[ArticleField.TEXT] == "город"
    dialog.reject()
