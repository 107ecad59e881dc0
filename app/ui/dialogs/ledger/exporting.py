"""Export the ledger as it stands, with its progress.

Ask first where it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from app.core.model import Article
from app.formats.xlsx.ledger_book import LedgerLine, write_ledger
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_export import ReviewExport, ReviewReport, read_rows
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.service.session.session import Session
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import one_line
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.ledger.evidence_fields import evidence_words
from app.ui.dialogs.ledger.words import LedgerWords, certainty_title, state_title

_REVIEWS = ".jsonld"

Result = TypeVar("Result")


class _CancelledError(Exception):
    """The user has had enough of an export."""


class LedgerExport:
    """Writes claims as a workbook or as ClaimReview.

    The name of the file decides.
    """

    def __init__(self, session: Session, words: LedgerWords, catch_errors: ErrorBoundary, parent: QWidget) -> None:
        self._session, self._words, self._parent = session, words, parent
        self._catch_errors = catch_errors

    def ask(self, take: Callable[[Path], object]) -> None:
        """Ask for a file, which `take` gets."""
        kinds = f"{tr('Workbook')} (*.xlsx);;ClaimReview (*{_REVIEWS})"
        project = self._session.project
        assert project is not None, "only an open project has a ledger"
        dialog = file_dialog(tr("Export the ledger"), project.path.parent, kinds, self._parent)
        propose_name(dialog, project.path.with_name(f"{project.path.stem}-ledger.xlsx"))
        open_file_dialog(dialog, lambda paths: take(paths[0]))

    def write(self, ledger: Ledger, ids: Sequence[int], path: Path, say: Callable[[str], object]) -> None:
        """Write claims in their order, and `say` what came of it.

        What ClaimReview cannot hold is said first, and asked about.
        """
        if path.suffix.casefold() == _REVIEWS:
            self._ask_reviews(ledger, ids, path, say)
        else:
            said = self._with_progress(ledger, ids, lambda rows: self._write_book(ledger, rows, path, len(ids)))
            say(said or tr("The export was cancelled."))

    def _with_progress(
        self, ledger: Ledger, ids: Sequence[int], work: Callable[[Iterator[LedgerRow]], Result]
    ) -> Result | None:
        """Do work over the rows of claims; None where it was cancelled."""
        progress = QProgressDialog(tr("Exporting…"), tr("Cancel"), 0, len(ids), self._parent)
        progress.setWindowModality(Qt.WindowModality.WindowModal)

        def follow(done: int) -> None:
            progress.setValue(done)
            QApplication.processEvents()
            if progress.wasCanceled():
                raise _CancelledError

        try:
            return work(read_rows(ledger, ids, follow))
        except _CancelledError:
            return None
        finally:
            progress.close()
            progress.deleteLater()

    def _ask_reviews(self, ledger: Ledger, ids: Sequence[int], path: Path, say: Callable[[str], object]) -> None:
        """Say what ClaimReview cannot hold, and write on Enter."""
        export = ReviewExport(ledger, self._find_article, self._words.verdict, evidence_words)
        counted = self._with_progress(ledger, ids, export.count)
        if counted is None:
            say(tr("The export was cancelled."))
            return

        def write() -> None:
            said = self._with_progress(ledger, ids, lambda rows: self._write_reviews(export, rows, path))
            say(said or tr("The export was cancelled."))

        if not counted.messages():
            write()
            return
        dialog = review_question(counted, path.name, self._parent)
        dialog.accepted.connect(lambda: self._catch_errors(write))
        dialog.rejected.connect(lambda: say(tr("The export was cancelled.")))
        dialog.open()

    def _write_book(self, ledger: Ledger, rows: Iterator[LedgerRow], path: Path, count: int) -> str:
        project = self._session.project
        assert project is not None, "only an open project has a ledger"
        lines = (self._make_line(ledger, row) for row in rows)
        written = write_ledger(lines, path, self._session.scheme, self._words.language, project.path.stem)
        return f"{tr('{n} claims', n=count)}: {written.name}"

    def _write_reviews(self, export: ReviewExport, rows: Iterator[LedgerRow], path: Path) -> str:
        written = export.write(rows, path)
        head = f"{tr('{n} reviews', n=export.report.written)}: {written.name}"
        left_out = left_out_words(export.report)
        return f"{head}. {left_out}" if left_out else f"{head}."

    def _make_line(self, ledger: Ledger, row: LedgerRow) -> LedgerLine:
        entry, verdict = row.entry, row.verdict
        article = self._find_article(entry.article_id)
        evidence = ledger.records.evidence_of(verdict) if verdict is not None else ()
        return LedgerLine(
            speaker=one_line(entry.speaker),
            claim=entry.said,
            kind=self._words.cell(row, LedgerColumn.KIND),
            topic=one_line(row.topic),
            figures=entry.figures,
            due=row.due,
            disagreement=f"≠ {tr('figures disagree')}" if row.has_other_figures else "",
            state=state_title(row.state),
            watched=row.record.watched.date() if row.record is not None and row.record.watched is not None else None,
            verdict=self._words.verdict(verdict, says_certainty=False) if verdict else "",
            certainty=certainty_title(verdict.certainty) if verdict else "",
            as_of=verdict.day if verdict else None,
            scale=self._words.scale_version(verdict) if verdict else "",
            author=one_line(verdict.author) if verdict else "",
            note=verdict.note if verdict else "",
            evidence="\n".join(map(evidence_words, evidence)),
            places=row.places,
            day=entry.date,
            source=entry.source,
            title=article.title if article is not None else "",
            url=article.url if article is not None else "",
        )

    def _find_article(self, article_id: int) -> Article | None:
        return self._session.articles.get(article_id)


def left_out_words(report: ReviewReport) -> str:
    """Return what ClaimReview cannot hold, "" if it can hold all."""
    left_out = ", ".join(map(shown, report.messages()))
    return tr("ClaimReview cannot hold: {what}.", what=left_out) if left_out else ""


def review_question(report: ReviewReport, name: str, parent: QWidget) -> FramedDialog:
    """Return the dialog that asks whether to write what is left."""
    dialog = FramedDialog(tr("Export as ClaimReview"), parent, width_px=560)
    dialog.sentence(left_out_words(report))
    if report.written:
        dialog.sentence(tr("{n} reviews can be written into {name}.", n=report.written, name=name))
    else:
        dialog.sentence(tr("No review is left to write. A workbook holds all claims."))
    if report.written:
        dialog.buttons(Standard.Ok | Standard.Cancel, accept=tr("Write"))
    else:
        dialog.buttons(Standard.Close)
    return dialog
