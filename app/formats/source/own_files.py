"""Marks by which files that Pometka wrote are known again."""

from __future__ import annotations

from app.core.message import UserError

PROGRAM = "Pometka"
"""What stands as creator or generator in a file."""
REPORT_KEYWORD = "Pometka report"
"""The keyword of a Word file that is for reading only."""
PAGE_MARK = '<meta name="pometka-page" content="{content}">'
"""Stands in the head of a web page; `content` is what the page holds."""


def own_report_error(name: str) -> UserError:
    """Return the error for a report that someone imports."""
    return UserError(
        "“{name}” is a report that Pometka wrote for reading, not an article.",
        hint="Import what it was made of: JSONL holds everything, a workbook the corrections, a web page the articles.",
        name=name,
    )
