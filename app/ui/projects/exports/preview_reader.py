"""Read the first rows of an export in a thread.

So the dialog can be used at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.core.message import UserError
from app.core.model import Document
from app.core.scheme import Scheme
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx.sheets.sheet_preview import PREVIEWED, SheetPreview, preview_sheet
from app.store import Project

_ROWS = 20
_SHEETS = ("claims", "entities", "articles")
"""Of formats without sheets, and of sheets without rows of their own, the first of these that has rows is shown."""


@dataclass(frozen=True, slots=True)
class _Question:
    article_ids: list[int]
    options: ExportOptions
    sheet: str


class PreviewReader(QObject):
    """Answers the newest question with a `SheetPreview`.

    Older ones that still wait are dropped.

    What cannot be read is answered by no rows: the export says why.
    """

    answered = Signal(SheetPreview)

    def __init__(self, project: Project, scheme: Scheme) -> None:
        super().__init__()
        self._project, self._scheme = project, scheme
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        self._thread = Thread(target=self._answer_all, name="reader of first rows", daemon=True)
        self._thread.start()

    def ask(self, article_ids: list[int], options: ExportOptions, sheet: str) -> None:
        """Ask for the first rows of a sheet.

        The sheet is given by its key. The rows are those of these articles.
        """
        self._questions.put(_Question(article_ids, options, sheet))

    def close(self) -> None:
        """End the thread."""
        self._questions.put(None)
        self._thread.join()

    def _answer_all(self) -> None:
        while (question := self._questions.get()) is not None:
            if not self._questions.empty():
                continue
            try:
                preview = self._read(question)
            except UserError:
                preview = SheetPreview((), ())
            if self._questions.empty():
                self.answered.emit(preview)

    def _read(self, question: _Question) -> SheetPreview:
        documents = list(self._read_documents(question.article_ids))
        context = ExportContext(self._scheme, self._project.path.stem, options=question.options)
        sheets = (question.sheet,) if question.sheet in PREVIEWED else _SHEETS
        previews = [preview_sheet(documents, context, one, _ROWS) for one in sheets]
        return next((one for one in previews if one.rows), previews[0])

    def _read_documents(self, article_ids: list[int]) -> Iterator[Document]:
        """Yield articles until somebody asks for others."""
        for document in self._project.documents(article_ids):
            if not self._questions.empty():
                return
            yield document
