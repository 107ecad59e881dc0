"""Keys are pressed by place under each layout.

The X server itself presses them: no event here is of our own making.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.change import Step
from app.core.message import Message
from app.core.model import Annotation, Article, Document, Kind, Origin, Status
from app.core.span import Span
from app.service.jobs.importing.document_changes import place_document
from app.service.project.schemes import default_scheme
from app.store import Project
from tests.stories.screen import Screen, missing_programs, started_screen

TEXT = "Айжан Серикова открыла школу в Кенжаре.\nТараз ждёт такую же.\n"
# X11 key codes: what the keys of these places send whatever is printed on them.
ONE, THREE, BACKSPACE, U, Q = 10, 12, 22, 30, 24
MINUTE = 60.0


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """Start an X server of our own."""
    if missing := missing_programs():
        pytest.skip(f"pressing real keys needs {', '.join(missing)}")
    with started_screen() as screen:
        yield screen


def project_at(path: Path) -> None:
    """Make a project of one article.

    It has three proposals, all of them called organisations.
    """
    proposals = (Span(0, 14), Span(31, 38), Span(40, 45))
    rows = [
        Annotation(number, 0, Kind.ENTITY, "ORG", (span,), origin=Origin.PRETAG, normal=TEXT[span.start : span.stop])
        for number, span in enumerate(proposals, 1)
    ]
    project = Project.create(path, default_scheme())
    document = Document(Article(0, title="Школа", digest="школа"), TEXT, tuple(rows))
    project.apply(Step(Message("import"), tuple(place_document(document, None, project.next_id))))
    project.close()


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_keys_work_by_their_place_under_each_layout(
    layout: str, screen: Screen, tmp_path: Path, own_settings: Path, root: Path
) -> None:
    path = tmp_path / "school.pometka"
    project_at(path)
    screen.use_layout(layout)
    with screen.program(path, root) as program:
        # The place of 1 makes the first a person, the places of 3, U and 3 again a place, an undo, a place;
        # Backspace rejects the third, and Q with Ctrl leaves.
        screen.press(ONE, THREE, U, THREE, BACKSPACE, f"ctrl+{Q}")
        assert program.wait(MINUTE) == 0
    assert screen.layout == layout, "the layout went with a client"
    project = Project.open(path, read_only=True)
    (article,) = project.articles()
    rows = [(row.label, row.status) for row in project.annotations(article.id)]
    project.close()
    assert rows == [("PER", Status.CORRECTED), ("LOC", Status.CORRECTED), ("ORG", Status.REJECTED)]
