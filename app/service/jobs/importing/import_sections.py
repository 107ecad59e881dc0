"""The report of an import in sections, for window and file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.core.message import Message
from app.service.jobs.importing.import_report import ImportReport
from app.service.similarity.near_pairs import NearPair
from app.service.wording import shorten_text

FindTitle = Callable[[int], str]
"""Returns the title of an article by its id, "" where it is gone."""
_MAX_TITLE_CHARS = 90


class SectionKind(StrEnum):
    """What the articles of a section have in common."""

    NEAR = "near"
    LEFT_OUT = "left_out"
    KNOWN = "known"
    TAKEN = "taken"


SECTION_TITLES = {
    SectionKind.NEAR: Message("Nearly the same: {n}"),
    SectionKind.LEFT_OUT: Message("Left out or changed: {n}"),
    SectionKind.KNOWN: Message("Known already: {n}"),
    SectionKind.TAKEN: Message("Taken in: {n}"),
}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a report and the article that it leads to.

    For near duplicates it leads to the pair.
    """

    words: Message
    article_id: int | None = None
    pair: NearPair | None = None


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Lines of one kind.

    Each is made when it is asked for, since there may be very many.
    """

    kind: SectionKind
    count: int
    line: Callable[[int], ReportLine]

    @property
    def title(self) -> Message:
        return Message(SECTION_TITLES[self.kind].template, {"n": str(self.count)})


def list_sections(report: ImportReport, find_title: FindTitle) -> list[ReportSection]:
    """Return the sections of a report that have lines.

    What wants a decision first, what is taken in last.
    """
    left_out, known = report.left_out, report.known_articles
    sections = (
        ReportSection(SectionKind.NEAR, len(report.near), lambda row: _near_line(report.near[row], find_title)),
        ReportSection(SectionKind.LEFT_OUT, len(left_out), lambda row: ReportLine(left_out[row])),
        ReportSection(
            SectionKind.KNOWN,
            len(known),
            lambda row: ReportLine(_title_alone(known[row].title), report.ids.get(known[row].digest)),
        ),
        ReportSection(
            SectionKind.TAKEN,
            len(report.taken),
            lambda row: ReportLine(_title_alone(find_title(report.taken[row])), report.taken[row]),
        ),
    )
    return [section for section in sections if section.count]


def report_text(report: ImportReport, find_title: FindTitle, show: Callable[[Message], str] = str) -> str:
    """Return a report as plain text.

    `show` gives the words of a message.
    """
    lines: list[str] = []
    for section in list_sections(report, find_title):
        lines += ["", show(section.title)] if lines else [show(section.title)]
        lines += [f"  {show(section.line(row).words)}" for row in range(section.count)]
    return "\n".join(lines) + "\n"


def report_json(report: ImportReport, find_title: FindTitle) -> str:
    """Return a report as JSON for other programs."""
    tree: dict[str, Any] = {
        SectionKind.TAKEN: [_article_link(article_id, find_title) for article_id in report.taken],
        SectionKind.KNOWN: [
            {"id": report.ids.get(known.digest), "title": known.title} for known in report.known_articles
        ],
        SectionKind.NEAR: [
            {
                **_article_link(pair.article_id, find_title),
                "other": _article_link(pair.other_id, find_title),
                "share": round(pair.share, 4),
            }
            for pair in report.near
        ],
        SectionKind.LEFT_OUT: [str(message) for message in report.left_out],
        "failed_files": report.failed,
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _near_line(pair: NearPair, find_title: FindTitle) -> ReportLine:
    fields = {
        "title": shorten_text(find_title(pair.article_id), _MAX_TITLE_CHARS),
        "other": shorten_text(find_title(pair.other_id), _MAX_TITLE_CHARS),
        "percent": str(pair.percent),
    }
    words = Message("“{title}”: {percent} % of its text stands in “{other}”", fields)
    return ReportLine(words, pair.article_id, pair)


def _title_alone(title: str) -> Message:
    return Message("{title}", {"title": shorten_text(title, _MAX_TITLE_CHARS)})


def _article_link(article_id: int, find_title: FindTitle) -> dict[str, Any]:
    return {"id": article_id, "title": find_title(article_id)}
