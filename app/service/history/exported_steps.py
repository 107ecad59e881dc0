"""The steps of a project for the workbook.

Who changed what, and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.formats.export_context import ExportedStep
from app.service.project.message_texts import MessageTexts

if TYPE_CHECKING:
    from app.store import Project

_PORTION = 500


def read_steps(project: Project, language: str) -> Iterator[ExportedStep]:
    """Yield all steps, newest first, with titles in a language."""
    history, texts = project.history(), MessageTexts(language)
    titles = {article.id: article.title for article in project.articles()}
    units = history.units()
    for start in range(0, len(units), _PORTION):
        for record in history.records(units[start : start + _PORTION]):
            article = titles.get(record.article, "") if record.article is not None else ""
            title = texts.say(record.title)
            yield ExportedStep(
                record.unit.last, record.time, record.author, title, article, record.annotations, record.state
            )
