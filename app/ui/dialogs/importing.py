"""What to import and how: asked once before the work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from app.formats import registry
from app.service.jobs.importing.import_plan import ImportOptions
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import add_field, check_box
from app.ui.dialogs.frame import FramedDialog, Standard

_LISTED = 8


class ImportDialog(FramedDialog):
    """Show the chosen files, and ask for format and tagging."""

    def __init__(self, paths: Sequence[Path], parent: QWidget, *, pretag: bool, mends: bool = True) -> None:
        super().__init__(tr("Import articles"), parent)
        names = [one_line(f"{path.name}/" if path.is_dir() else path.name) for path in paths]
        more = [tr("and {n} more", n=len(names) - _LISTED)] if len(names) > _LISTED else []
        self.sentence("\n".join([*names[:_LISTED], *more]), "muted")
        self._formats = [known for known in registry.FORMATS if known.read is not None]
        self._format = QComboBox(self)
        self._format.addItems([tr("By name and content"), *(shown(known.title) for known in self._formats)])
        self._pretag = check_box(tr("Tag entities and claims beforehand"), self)
        self._pretag.setChecked(pretag)
        self._mends = check_box(tr("Mend texts of web pages and letters"), self)
        self._mends.setChecked(mends)
        form = self.form()
        add_field(form, tr("Format"), self._format)
        form.addRow(self._pretag)
        form.addRow(self._mends)
        self._asks_columns = check_box(tr("Ask about the columns of tables"), self)
        self._asks_columns.setVisible(any(map(_may_be_table, paths)))
        form.addRow(self._asks_columns)
        self.sentence(tr("An article that is already in the project is recognised and left out."), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Import"))
        buttons.button(Standard.Ok).setFocus()

    @property
    def asks_columns(self) -> bool:
        """Whether the columns of every table are asked about.

        Even where they are certain.
        """
        return self._asks_columns.isChecked()

    @property
    def options(self) -> ImportOptions:
        """What was chosen; no format means that each file tells its own."""
        row = self._format.currentIndex()
        format_name = self._formats[row - 1].name if row > 0 else None
        return ImportOptions(format_name=format_name, pretag=self._pretag.isChecked(), mends=self._mends.isChecked())


def _may_be_table(path: Path) -> bool:
    """Say whether a path is a folder, or ends like a table."""
    return path.is_dir() or path.suffix.lower() in registry.table_extensions()
