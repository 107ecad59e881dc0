"""The page of an export for the file and its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from app.formats import registry
from app.formats.export_options import PAGE_FORMATS, ExportOptions, PageContent
from app.formats.file_format import FileFormat
from app.ui.base.i18n import LANGUAGES, shown, tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import add_field, check_box, line
from app.ui.dialogs.export.export_scope import ExportScope

WORKBOOK = "xlsx"
_DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y")


class FilePage(QWidget):
    """Format, content and language of the file, and which articles.

    `changed` comes with each choice.
    """

    changed = Signal()

    def __init__(self, scopes: Sequence[ExportScope], language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._scopes, self._window_language = scopes, language
        self._formats = sorted((one for one in registry.FORMATS if one.write), key=_format_order)
        self._make_fields()
        self._lay_out()
        self._connect()

    @property
    def format(self) -> FileFormat:
        """The chosen format."""
        return self._formats[max(0, self._format.currentIndex())]

    @property
    def is_workbook(self) -> bool:
        """Whether the file has sheets and columns."""
        return self.format.name == WORKBOOK

    @property
    def _is_for_people(self) -> bool:
        """Whether the file can show a part of an article."""
        return self.format.name in PAGE_FORMATS

    @property
    def _scope(self) -> ExportScope:
        return self._scopes[max(0, self._scope_box.currentIndex())]

    def begin(self) -> None:
        """Take the focus."""
        self._format.setFocus()

    def add_choices(self, options: ExportOptions) -> ExportOptions:
        """Return `options` with what was chosen here."""
        return replace(
            options,
            format_name=self.format.name,
            article_ids=self._scope.article_ids,
            part=self._scope.part if self._is_for_people else None,
            done_only=self._done.isChecked(),
            content=str(self._content.currentData()) if self._is_for_people else "",
            language=str(self._language.currentData()),
            since=_read_day(self._since.text()),
            until=_read_day(self._until.text()),
            with_authors=self._authors.isChecked(),
        )

    def show_choices(self, options: ExportOptions) -> None:
        """Show choices; articles that they name are chosen too."""
        wanted = (options.article_ids, options.part)
        chosen = [row for row, scope in enumerate(self._scopes) if scope[1:] == wanted and row > 0]
        if chosen:
            self._scope_box.setCurrentIndex(chosen[0])
        names = [known.name for known in self._formats]
        self._format.setCurrentIndex(names.index(options.format_name) if options.format_name in names else 0)
        _choose(self._content, options.content or self._usual_content())
        _choose(self._language, options.language or self._window_language)
        self._done.setChecked(options.done_only)
        for field, day in ((self._since, options.since), (self._until, options.until)):
            field.setText(day.isoformat() if day else "")
        self._authors.setChecked(options.with_authors)

    def offer_fields(self) -> None:
        """Show the fields that the format has."""
        self._form.setRowVisible(self._content, self._is_for_people)
        self._form.setRowVisible(self._language, self.is_workbook or self._is_for_people)

    def find_error(self) -> str:
        """Say what is wrong with the choices, "" for nothing."""
        for field in (self._since, self._until):
            if field.text().strip() and _read_day(field.text()) is None:
                return tr("“{day}” is no day. Write it as 2025-09-02.", day=one_line(field.text()))
        if self._scope.part is not None and not self._is_for_people:
            return tr("A part of an article is exported as Word document, PDF or web page: choose one of these.")
        return ""

    def _make_fields(self) -> None:
        self._format = _make_list(tr("Format"), [(shown(one.title), one.name) for one in self._formats], self)
        contents = [
            (tr("Claims by speaker"), PageContent.CLAIMS),
            (tr("Articles with highlights"), PageContent.ARTICLES),
        ]
        self._content = _make_list(tr("Content"), contents, self)
        languages = [(words, code) for code, words in LANGUAGES.items()]
        self._language = _make_list(tr("Language of the file"), languages, self)
        self._scope_box = _make_list(tr("Articles"), [(scope.title, "") for scope in self._scopes], self)
        self._done = check_box(tr("Done articles only"), self)
        self._since, self._until = (line(words, self) for words in (tr("any, as 2025-09-02"), tr("any, as 2025-09-30")))
        self._authors = check_box(tr("Names of those who annotated"), self)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 12, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        add_field(form, tr("Format"), self._format)
        add_field(form, tr("Content"), self._content)
        add_field(form, tr("Language of the file"), self._language)
        add_field(form, tr("Articles"), self._scope_box)
        form.addRow(self._done)
        add_field(form, tr("From the day"), self._since)
        add_field(form, tr("To the day"), self._until)
        form.addRow(self._authors)

    def _connect(self) -> None:
        for followed in (self._format.currentIndexChanged, self._scope_box.currentIndexChanged):
            followed.connect(self._follow_format)
        for changed in (
            self._content.currentIndexChanged,
            self._language.currentIndexChanged,
            self._since.textChanged,
            self._until.textChanged,
            self._done.toggled,
            self._authors.toggled,
        ):
            changed.connect(self.changed)

    def _follow_format(self) -> None:
        _choose(self._content, self._usual_content())
        self.changed.emit()

    def _usual_content(self) -> str:
        """Return a page of one article, a report of many."""
        is_article = self.format.name == "html" or self._scope.is_single
        return PageContent.ARTICLES if is_article else PageContent.CLAIMS


def _make_list(title: str, items: Sequence[tuple[str, str]], parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    made.setAccessibleName(title)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    for words, value in items:
        made.addItem(one_line(words), value)
    return made


def _choose(box: QComboBox, value: str) -> None:
    """Choose the item with a value, else the first one."""
    box.setCurrentIndex(max(0, box.findData(value)))


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
