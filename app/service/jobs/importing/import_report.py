"""What came of an import, article by article."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.message import Message
from app.service.jobs.importing.import_messages import KnownAlready
from app.service.jobs.task import Report
from app.service.similarity.near_pairs import NearPair


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that was there before.

    What it is called, and the digest that it was known by.
    """

    title: str
    digest: str


@dataclass
class ImportReport(Report):
    """What came of an import: beside the counts, the articles themselves.

    `taken` are ids; `ids` gives the id of an article by its digest, None while it is not written. `skipped` holds a
    message for each of the `known_articles` too; `left_out` those about all else.
    """

    taken: list[int] = field(default_factory=list)
    near: list[NearPair] = field(default_factory=list)
    known_articles: list[KnownArticle] = field(default_factory=list)
    ids: dict[str, int | None] = field(default_factory=dict)

    @property
    def left_out(self) -> list[Message]:
        """Messages about what is left out, without the known articles.

        What was changed counts too.
        """
        return [message for message in self.skipped if not isinstance(message, KnownAlready)]

    @property
    def brought_nothing(self) -> bool:
        """Whether the import left the project as it was."""
        return not self.articles
