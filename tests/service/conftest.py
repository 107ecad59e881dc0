"""Sessions over short articles, closed when the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from app.core.message import Message
from app.core.model import Annotation
from app.service.session.session import Session
from tests.service.samples import PROPOSED, TEXT, opened

Opening = Callable[[str, Iterable[Annotation]], Session]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Return what makes a session over one article."""
    made: list[Session] = []

    def make(text: str, annotations: Iterable[Annotation]) -> Session:
        made.append(opened(tmp_path / f"{len(made)}.pometka", text, annotations))
        return made[-1]

    yield make
    for session in made:
        session.projects.close()


@pytest.fixture
def session(opening: Opening) -> Session:
    """Return a session with the sample article open.

    The caret is on its first proposal.
    """
    return opening(TEXT, PROPOSED)


@pytest.fixture
def notices(session: Session) -> list[str]:
    """Return what the session tells, as it comes."""
    words: list[str] = []

    def hear(message: Message) -> None:
        words.append(str(message))

    session.notified.connect(hear)
    return words
