"""The queue of a project while its window is closed."""

from __future__ import annotations

from app.service.corpus.review.review_queue import ReviewQueue


class QueueKeeper:
    """Holds the queue, and how many came before it."""

    def __init__(self) -> None:
        self.queue: ReviewQueue | None = None
        self.runs = 0
        """How many queues were worked through: the seed of the next one follows."""
