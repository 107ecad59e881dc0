"""Names of statuses, origins and uncertainty in the window's language.

Those of progress and priorities too.
"""

from __future__ import annotations

from app.core.model import Annotation, Origin, Priority, Progress, Status
from app.ui.base.i18n import tr


def status_name(status: Status) -> str:
    """Return what has been decided, in a word."""
    return {
        Status.PROPOSED: tr("Proposed"),
        Status.ACCEPTED: tr("Accepted"),
        Status.CORRECTED: tr("Corrected"),
        Status.REJECTED: tr("Rejected"),
    }[status]


def status_mark(status: Status) -> str:
    """Return the sign of a status, which tells it without colour."""
    return {Status.PROPOSED: "?", Status.ACCEPTED: "✓", Status.CORRECTED: "✎", Status.REJECTED: "✕"}[status]


def origin_name(origin: Origin) -> str:
    """Return where an annotation came from, in a word."""
    return {
        Origin.PRETAG: tr("Tagged beforehand"),
        Origin.IMPORT: tr("Imported"),
        Origin.MANUAL: tr("By hand"),
        Origin.SPREAD: tr("Spread from an equal mention"),
    }[origin]


def confidence_words(annotation: Annotation) -> str:
    """Return how sure the tagger was, in words and per cent.

    "" where it did not say.
    """
    confidence = annotation.confidence
    if confidence is None:
        return ""
    bounds = ((0.95, tr("almost certain")), (0.8, tr("likely")), (0.6, tr("doubtful")))
    words = next((name for least, name in bounds if confidence >= least), tr("very doubtful"))
    return f"{words}, {confidence:.0%}"


def progress_word(progress: Progress) -> str:
    """Return how far an article is, in a word."""
    return {Progress.OPEN: tr("open"), Progress.DONE: tr("done"), Progress.SKIPPED: tr("skipped")}[progress]


def priority_word(priority: Priority) -> str:
    """Return a priority in a word."""
    return {
        Priority.LOW: tr("low"),
        Priority.NORMAL: tr("normal"),
        Priority.HIGH: tr("high"),
        Priority.URGENT: f"! {tr('urgent')}",
    }[priority]
