"""Ask about uncertain columns of tables before the import."""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.message import Message
from app.formats.table_choices import (
    RememberedTable,
    TableChoices,
    columns_key,
    read_remembered,
    show_mapping,
)
from app.ui.base.window_context import WindowContext

if TYPE_CHECKING:
    from app.service.jobs.importing.table_inspection import InspectedTable, TableInspection
    from app.ui.dialogs.tables.table_dialog import TableDialog

_POLL_MS = 15
_MAX_REMEMBERED = 200

Done = Callable[[TableChoices], None]


class TableQuestions:
    """Inspect tables in a worker, and ask about each set of columns.

    The import gets the choices.
    """

    def __init__(self, context: WindowContext) -> None:
        self._window, self._session, self._store = context.window, context.session, context.store
        self._find_appearance, self._catch_errors = context.find_appearance, context.catch_errors
        self._inspection: TableInspection | None = None
        self._inspected: Callable[[list[InspectedTable]], None] = lambda tables: None
        self._timer = QTimer(self._window)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(lambda: self._catch_errors(self._poll))

    @property
    def is_busy(self) -> bool:
        """Whether tables are being looked at."""
        return self._inspection is not None

    def ask(self, paths: Sequence[Path], format_name: str | None, *, always: bool, done: Done) -> None:
        """Ask about the tables among files; cancelling ends the import.

        Those with uncertain columns, or all (`always`).
        """
        choices = TableChoices(remembered=read_remembered(self._store.settings.tables))

        def inspected(tables: list[InspectedTable]) -> None:
            by_columns = {columns_key(one.preview.columns): one for one in reversed(tables)}
            wanted = [one for one in by_columns.values() if always or not one.preview.is_certain]
            self._ask_next(list(reversed(wanted)), choices, done)

        if not any(map(_may_be_table, paths)):
            done(choices)
            return
        self._session.notified.emit(Message("Looking at the tables…"))
        self._inspect(paths, format_name, choices, inspected)

    def close(self) -> None:
        """End what goes on."""
        self._timer.stop()
        if self._inspection is not None:
            self._inspection.cancel()
            self._inspection = None

    def _ask_next(self, wanted: list[InspectedTable], choices: TableChoices, done: Done) -> None:
        """Ask about the first table, then about the others.

        After the last one, go on.
        """
        if not wanted:
            done(choices)
            return
        from app.ui.dialogs.tables.table_dialog import TableDialog

        first, *others = wanted
        dialog = TableDialog(first.path, first.preview, self._find_appearance().theme, self._window)
        dialog.reading_wanted.connect(lambda reading: self._read_again(dialog, first.path, reading))
        dialog.accepted.connect(
            lambda: self._catch_errors(lambda: self._ask_next(others, self._add_choices(dialog, first, choices), done))
        )
        dialog.open()

    def _add_choices(self, dialog: TableDialog, table: InspectedTable, choices: TableChoices) -> TableChoices:
        """Return the choices with a dialog's, and remember these if asked."""
        key = columns_key(dialog.columns)
        own = RememberedTable(tuple(key.split("\n")), dialog.mapping)
        if dialog.is_remembered:
            kept = {name: words for name, words in self._store.settings.tables.items() if name != key}
            self._store.settings.tables = dict([*kept.items(), (key, show_mapping(dialog.mapping))][-_MAX_REMEMBERED:])
            self._store.save()
        return replace(
            choices,
            remembered=(own, *choices.remembered),
            files=(*choices.files, (table.path, dialog.choices)),
        )

    def _read_again(self, dialog: TableDialog, path: Path, reading: TableChoices) -> None:
        """Read the preview of a dialog by other choices.

        One that gives no table leaves it as it is.
        """

        def inspected(tables: list[InspectedTable]) -> None:
            if tables and dialog.isVisible():
                dialog.show_preview(tables[0].preview)

        self._catch_errors(lambda: self._inspect([path], None, reading, inspected))

    def _inspect(
        self,
        paths: Sequence[Path],
        format_name: str | None,
        choices: TableChoices,
        inspected: Callable[[list[InspectedTable]], None],
    ) -> None:
        from app.service.jobs.importing.table_inspection import TableInspection

        self.close()
        self._inspection, self._inspected = TableInspection(paths, format_name, choices), inspected
        self._timer.start()

    def _poll(self) -> None:
        inspection = self._inspection
        if inspection is None or inspection.poll():
            return
        self._timer.stop()
        self._inspection = None
        self._inspected(inspection.tables)


def _may_be_table(path: Path) -> bool:
    """Say whether a path is worth a look.

    Texts and documents go on at once.
    """
    from app.formats import registry

    known = path.suffix.lower() in registry.readable_extensions()
    return path.is_dir() or path.suffix.lower() in registry.table_extensions() or not known
