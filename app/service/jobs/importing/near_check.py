"""Look for near duplicates of each imported article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.change import Change
from app.core.message import Message
from app.core.model import Article, Document
from app.core.records import Judgement, JudgementKind, JudgementValue
from app.service.jobs.importing.import_report import ImportReport
from app.service.similarity.near_duplicates import NearDuplicateSearch, NearMatch
from app.service.similarity.near_pairs import NearPair
from app.service.similarity.signatures import SignedTexts

if TYPE_CHECKING:
    from app.store import Project


class NearCheck:
    """Compare imported articles with the project, and note near duplicates.

    Articles are placed in the order in which they were admitted.
    """

    def __init__(
        self,
        project: Project,
        articles: Sequence[Article],
        report: ImportReport,
        *,
        skips_near: bool = False,
        keeps_signatures: bool = True,
    ) -> None:
        self._project, self._report, self._skips_near = project, report, skips_near
        self._search = NearDuplicateSearch(project, articles, keeps_signatures=keeps_signatures)
        self._admitted: deque[tuple[int, NearMatch | None]] = deque()
        self._titles = {number: article.title for number, article in enumerate(articles)}
        judged = [row for row in project.rows(Judgement) if row.is_live]
        self._judged = {(row.left, row.right) for row in judged}
        self._decided = {(row.left, row.right) for row in judged if row.value is not JudgementValue.SUGGESTED}

    def prepare(self) -> Iterator[bool]:
        """Get ready, a moment at a time; yield True after each."""
        return (True for _ in self._search.prepare())

    def open_batch(self, texts: SignedTexts) -> None:
        """Begin with the documents of a batch."""
        self._search.open_batch(texts)

    def find_reason(self, document: Document, row: int, name: str) -> Message | None:
        """Return why a near duplicate is left out, None otherwise.

        `row` is the place of the document in its batch, `name` that of its file.
        """
        match = self._search.find(row)
        if match is not None and self._skips_near:
            fields = {"name": name, "title": document.article.title or name, "other": self._titles[match.number]}
            fields["percent"] = str(round(100 * match.share))
            return Message("“{name}”: “{title}” is left out: “{other}” holds {percent} % of its text.", fields)
        number = self._search.add(row, document.article.digest)
        self._titles[number] = document.article.title
        self._admitted.append((number, match))
        return None

    def place(self, article_id: int) -> list[Change]:
        """Note the id of the next article and its near duplicate.

        Return the change that keeps the pair for a decision, where nobody has decided on it.
        """
        number, match = self._admitted.popleft()
        self._search.place(number, article_id)
        other_id = self._search.article_id(match.number) if match is not None else None
        if match is None or other_id is None:
            return []
        left, right = sorted((self._search.digest(number), self._search.digest(match.number)))
        if (left, right) not in self._decided:
            self._report.near.append(NearPair(article_id, other_id, match.share))
        if (left, right) in self._judged:
            return []
        self._judged.add((left, right))
        pair = (JudgementKind.ARTICLE, left, right, JudgementValue.SUGGESTED, round(match.share, 4))
        return [Change(None, Judgement(self._project.next_id(), *pair))]

    def close(self) -> None:
        """Keep what was found out about the articles for the next import."""
        self._search.close()
