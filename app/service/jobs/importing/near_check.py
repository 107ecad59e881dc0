"""Look for near duplicates of each imported article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from app.core.message import Message
from app.core.model import Article, Document
from app.service.jobs.importing.import_report import ImportReport, NearPair
from app.service.similarity.near_duplicates import NearDuplicateSearch, NearMatch
from app.service.similarity.signature_index import Agreements
from app.service.similarity.signatures import Signature, Signatures

if TYPE_CHECKING:
    from app.store import Project

Likeness: TypeAlias = tuple[Signature, Agreements]
"""The signature of an article, and the articles that agree with it in some bands."""


class NearCheck:
    """Compare imported articles with the project, and note near duplicates.

    Articles are placed in the order in which they were admitted.
    """

    def __init__(
        self, project: Project, articles: Sequence[Article], report: ImportReport, *, skips_near: bool = False
    ) -> None:
        self._project, self._report, self._skips_near = project, report, skips_near
        self._search = NearDuplicateSearch(project, articles)
        self._admitted: deque[tuple[int, NearMatch | None]] = deque()
        self._titles = {number: article.title for number, article in enumerate(articles)}

    def prepare(self) -> Iterator[bool]:
        """Get ready, a moment at a time; yield True after each."""
        return (True for _ in self._search.prepare())

    def find_likely(self, signatures: Signatures) -> list[Likeness]:
        """Return what is likely to be near each of many articles so far."""
        return list(zip(signatures, self._search.find_agreements(signatures), strict=True))

    def find_reason(self, document: Document, likeness: Likeness, name: str) -> Message | None:
        """Return why a near duplicate is left out, None otherwise.

        `name` is that of its file.
        """
        signature, agreements = likeness
        match = self._search.find(document.text, signature, agreements)
        if match is not None and self._skips_near:
            fields = {"name": name, "title": document.article.title or name, "other": self._titles[match.number]}
            fields["percent"] = str(round(100 * match.share))
            return Message("“{name}”: “{title}” is left out: “{other}” holds {percent} % of its text.", fields)
        number = self._search.add(document.article.digest, document.text, signature)
        self._titles[number] = document.article.title
        self._admitted.append((number, match))
        return None

    def place(self, article_id: int) -> None:
        """Note the id of the next article and its near duplicate."""
        number, match = self._admitted.popleft()
        self._search.place(number, article_id)
        other_id = self._search.article_id(match.number) if match is not None else None
        if match is not None and other_id is not None:
            self._report.near.append(NearPair(article_id, other_id, match.share))

    def close(self) -> None:
        """Keep what was found out about the articles for the next import."""
        self._search.close()
