"""What is exported, in which format, and how.

Asked in one dialog, with the first rows as they would be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.core.model import Status
from app.core.scheme import Scheme
from app.formats import registry
from app.formats.export_options import PAGE_FORMATS, ExportOptions, PageContent
from app.formats.file_format import FileFormat
from app.formats.xlsx.sheets.sheet_preview import SheetPreview
from app.ui.base.i18n import LANGUAGES, shown, tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.status_words import status_name
from app.ui.base.widgets import add_field, button, check_box, label, line
from app.ui.dialogs.export.choice_lists import LabelList, Sheets, SheetTree
from app.ui.dialogs.export.export_scope import ExportScope
from app.ui.dialogs.export.first_rows import FirstRows
from app.ui.dialogs.frame import FramedDialog, Standard

WORKBOOK = "xlsx"
_USUAL_STATUSES = tuple(status for status in Status if status.is_live)
_PREVIEW_DELAY_MS = 120
_DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y")

AskPreview = Callable[[ExportOptions, str], None]
"""Asks for the first rows of a sheet, by its key, under the choices; `show_preview` takes them."""


class ExportDialog(FramedDialog):
    """Ask for format, articles, labels, sheets and columns.

    `options` are what was chosen.

    `scopes` are the choices of articles; the first one is all of them.
    """

    preset_saved = Signal(str, object)
    preset_removed = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917  # what can be chosen of
        self,
        scheme: Scheme,
        sheets: Sheets,
        scopes: Sequence[ExportScope],
        presets: Mapping[str, ExportOptions],
        ask_preview: AskPreview,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Export"), parent, width_px=760)
        self._scopes, self._presets, self._ask_preview, self._language = scopes, dict(presets), ask_preview, language
        self._formats = sorted((one for one in registry.FORMATS if one.write), key=_format_order)
        self._timer = QTimer(self, interval=_PREVIEW_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._ask_for_rows)
        self._make_fields(scheme, sheets)
        self._lay_out()
        self._box = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Export…"))
        self._connect()
        self.prefer(1080, 660)
        self.show_options(ExportOptions())
        self._format.setFocus()

    @property
    def format(self) -> FileFormat:
        """The chosen format."""
        return self._formats[max(0, self._format.currentIndex())]

    @property
    def options(self) -> ExportOptions:
        """What was chosen."""
        is_book, is_for_people = self.format.name == WORKBOOK, self.format.name in PAGE_FORMATS
        ticked = tuple(status for status, box in self._statuses.items() if box.isChecked())
        return ExportOptions(
            self.format.name,
            self._chosen_scope.article_ids,
            self._chosen_scope.part if is_for_people else None,
            done_only=self._done.isChecked(),
            content=str(self._content.currentData()) if is_for_people else "",
            language=str(self._tongue.currentData()),
            sheets=self._sheets.sheets if is_book else (),
            columns=self._sheets.columns if is_book else (),
            labels=self._labels.chosen,
            statuses=() if ticked == _USUAL_STATUSES else ticked,
            since=_read_day(self._since.text()),
            until=_read_day(self._until.text()),
            with_authors=self._authors.isChecked(),
            with_label_columns=self._flags.isChecked(),
        )

    @property
    def _chosen_scope(self) -> ExportScope:
        return self._scopes[max(0, self._scope.currentIndex())]

    @property
    def opens_file(self) -> bool:
        """Whether the file is opened after the export."""
        return self._opens.isChecked()

    def show_options(self, options: ExportOptions) -> None:
        """Show choices, those of a preset or of the last time.

        Articles that they name are chosen too.
        """
        wanted = (options.article_ids, options.part)
        chosen = [row for row, scope in enumerate(self._scopes) if scope[1:] == wanted and row > 0]
        if chosen:
            self._scope.setCurrentIndex(chosen[0])
        names = [known.name for known in self._formats]
        self._format.setCurrentIndex(names.index(options.format_name) if options.format_name in names else 0)
        self._content.setCurrentIndex(max(0, self._content.findData(options.content or self._usual_content())))
        self._tongue.setCurrentIndex(max(0, self._tongue.findData(options.language or self._language)))
        self._done.setChecked(options.done_only)
        for field, day in ((self._since, options.since), (self._until, options.until)):
            field.setText(day.isoformat() if day else "")
        statuses = options.statuses or (tuple(Status) if options.include_rejected else _USUAL_STATUSES)
        for status, box in self._statuses.items():
            box.setChecked(status in statuses)
        self._authors.setChecked(options.with_authors)
        self._flags.setChecked(options.with_label_columns)
        self._labels.choose(options.labels)
        self._sheets.choose(options.sheets, options.columns)
        self._follow()

    def show_preview(self, preview: SheetPreview) -> None:
        """Show the first rows."""
        self._rows_title.setText(tr("First rows") if preview.rows else tr("First rows: none"))
        self._rows.show_preview(preview)

    def set_opens_file(self, *, opens: bool) -> None:
        """Tick whether the file is opened."""
        self._opens.setChecked(opens)

    def _make_fields(self, scheme: Scheme, sheets: Sheets) -> None:
        self._preset = QComboBox(self)
        self._fill_presets()
        self._save = button(tr("Save preset…"), self, self._ask_name)
        self._remove = button(tr("Delete preset"), self, self._remove_preset)
        self._tabs = QTabWidget(self)  # Tab goes from one widget to the next in the order in which they are made
        self._tabs.setAccessibleName(tr("Choices"))
        self._tabs.setUsesScrollButtons(False)  # they take the focus, and no Enter
        self._format = _choice(tr("Format"), [(shown(one.title), one.name) for one in self._formats], self)
        contents = [
            (tr("Claims by speaker"), PageContent.CLAIMS),
            (tr("Articles with highlights"), PageContent.ARTICLES),
        ]
        self._content = _choice(tr("Content"), contents, self)
        self._tongue = _choice(tr("Language of the file"), [(words, code) for code, words in LANGUAGES.items()], self)
        self._scope = _choice(tr("Articles"), [(scope.title, "") for scope in self._scopes], self)
        self._done = check_box(tr("Done articles only"), self)
        self._since, self._until = (line(words, self) for words in (tr("any, as 2025-09-02"), tr("any, as 2025-09-30")))
        self._statuses = {status: check_box(status_name(status), self) for status in Status}
        self._authors = check_box(tr("Names of those who annotated"), self)
        self._flags = check_box(tr("A column of 0 and 1 for each label"), self)
        self._labels = LabelList(scheme, self._language, self)
        self._sheets = SheetTree(sheets, self)
        self._rows = FirstRows(self)
        self._rows_title = label(tr("First rows"), self, "heading")
        self._losses = label("", self, "muted", wraps=True)
        self._opens = check_box(tr("Open the file after the export"), self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        preset = label(tr("Preset"), self)
        preset.setBuddy(self._preset)
        top.addWidget(preset)
        top.addWidget(self._preset, 1)
        top.addWidget(self._save)
        top.addWidget(self._remove)
        self.body.addLayout(top)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._make_tabs(), 2)
        right = QVBoxLayout()
        right.addWidget(self._rows_title)
        right.addWidget(self._rows, 1)
        right.addWidget(self._losses)
        middle.addLayout(right, 3)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._opens)

    def _make_tabs(self) -> QTabWidget:
        self._tabs.addTab(self._make_what_page(), tr("File and articles"))
        marks = QWidget(self)
        column = QVBoxLayout(marks)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(label(tr("Status"), marks, "heading"))
        for box in self._statuses.values():
            column.addWidget(box)
        column.addWidget(label(tr("Labels"), marks, "heading"))
        column.addWidget(self._labels, 1)
        self._tabs.addTab(marks, tr("Annotations"))
        book = QWidget(self)
        column = QVBoxLayout(book)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._sheets, 1)
        column.addWidget(self._flags)
        self._tabs.addTab(book, tr("Sheets and columns"))
        return self._tabs

    def _make_what_page(self) -> QWidget:
        page = QWidget(self)
        self._form = form = QFormLayout(page)
        form.setContentsMargins(0, 12, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        add_field(form, tr("Format"), self._format)
        add_field(form, tr("Content"), self._content)
        add_field(form, tr("Language of the file"), self._tongue)
        add_field(form, tr("Articles"), self._scope)
        form.addRow(self._done)
        add_field(form, tr("From the day"), self._since)
        add_field(form, tr("To the day"), self._until)
        form.addRow(self._authors)
        return page

    def _connect(self) -> None:
        self._preset.activated.connect(self._show_preset)
        self._preset.currentIndexChanged.connect(lambda row: self._remove.setEnabled(row > 0))
        self._remove.setEnabled(False)
        self._format.currentIndexChanged.connect(self._follow_format)
        self._scope.currentIndexChanged.connect(self._follow_format)
        boxes = (self._done, self._authors, self._flags, *self._statuses.values())
        for changed in (
            self._content.currentIndexChanged,
            self._tongue.currentIndexChanged,
            self._since.textChanged,
            self._until.textChanged,
            self._labels.itemChanged,
            self._sheets.itemChanged,
            self._sheets.currentItemChanged,
            *(box.toggled for box in boxes),
        ):
            changed.connect(self._follow)

    def _follow_format(self) -> None:
        self._content.setCurrentIndex(max(0, self._content.findData(self._usual_content())))
        self._follow()

    def _usual_content(self) -> str:
        """Return a page of one article, a report of many."""
        is_article = self.format.name == "html" or self._chosen_scope.is_single
        return PageContent.ARTICLES if is_article else PageContent.CLAIMS

    def _follow(self, *_: object) -> None:
        """Update the dialog after a choice.

        Offer what the format has, name what is wrong, and show the first rows a moment later.
        """
        is_book, is_for_people = self.format.name == WORKBOOK, self.format.name in PAGE_FORMATS
        self._form.setRowVisible(self._content, is_for_people)
        self._form.setRowVisible(self._tongue, is_book or is_for_people)
        self._tabs.setTabVisible(2, is_book)
        error = self._find_error(is_book=is_book)
        self._box.button(Standard.Ok).setEnabled(not error)
        self._losses.setObjectName("danger" if error else "muted")
        self._losses.setText(error or self._say_losses())
        self._losses.style().polish(self._losses)
        self._timer.start()

    def _find_error(self, *, is_book: bool) -> str:
        for field in (self._since, self._until):
            if field.text().strip() and _read_day(field.text()) is None:
                return tr("“{day}” is no day. Write it as 2025-09-02.", day=one_line(field.text()))
        if self._chosen_scope.part is not None and self.format.name not in PAGE_FORMATS:
            return tr("A part of an article is exported as Word document, PDF or web page: choose one of these.")
        if not any(box.isChecked() for box in self._statuses.values()):
            return tr("Choose a status.")
        if self._labels.is_empty:
            return tr("Choose a label.")
        return tr("Choose a sheet.") if is_book and self._sheets.is_empty else ""

    def _say_losses(self) -> str:
        """Return what the format cannot hold."""
        losses = "; ".join(shown(loss) for loss in self.format.losses)
        return tr("Not in the file: {losses}.", losses=losses) if losses else ""

    def _ask_for_rows(self) -> None:
        if self._box.button(Standard.Ok).isEnabled():
            self._rows_title.setText(tr("First rows: reading…"))
            self._ask_preview(self.options, self._sheets.sheet if self.format.name == WORKBOOK else "")

    def _fill_presets(self, chosen: str = "") -> None:
        self._preset.clear()
        self._preset.addItem(tr("None"), "")
        for name in sorted(self._presets):
            if name:
                self._preset.addItem(one_line(name), name)
        self._preset.setCurrentIndex(max(0, self._preset.findData(chosen)))

    def _show_preset(self) -> None:
        self.show_options(self._presets.get(str(self._preset.currentData()), ExportOptions()))

    def _ask_name(self) -> None:
        from app.ui.dialogs.name_dialog import NameDialog  # noqa: PLC0415  # for those who save one

        words = tr("The choices are kept under this name, for this dialog and for --preset.")
        NameDialog(tr("Save preset"), words, str(self._preset.currentData()), self._save_preset, self).open()

    def _save_preset(self, name: str) -> None:
        kept = replace(self.options, article_ids=None, part=None)
        self._presets[name] = kept
        self._fill_presets(name)
        self.preset_saved.emit(name, kept)

    def _remove_preset(self) -> None:
        name = str(self._preset.currentData())
        if name and self._presets.pop(name, None) is not None:
            self._fill_presets()
            self.preset_removed.emit(name)


def _choice(caption: str, items: Sequence[tuple[str, str]], parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setAccessibleName(caption)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    for words, value in items:
        made.addItem(one_line(words), value)
    return made


def _format_order(known: FileFormat) -> int:
    """Workbook first, then what is for people, then what is for programs."""
    order = [WORKBOOK, *PAGE_FORMATS]
    return order.index(known.name) if known.name in order else len(order)


def _read_day(text: str) -> date | None:
    """Return the day that a text names, None where it names none."""
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
