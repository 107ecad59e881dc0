"""A session over a short article, closed when the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.message import Message
from app.service.session import Session
from tests.service.samples import opened


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a session with the sample article open, the caret on its first token."""
    made = opened(tmp_path / "p.pometka")
    yield made
    made.close_project()


@pytest.fixture
def told(session: Session) -> list[str]:
    """Return what the session tells, as it comes."""
    words: list[str] = []

    def hear(message: Message) -> None:
        words.append(str(message))

    session.told.connect(hear)
    return words
