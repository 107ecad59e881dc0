"""D goes to the most doubtful proposal.

The list beside sorts with it.
"""

from __future__ import annotations

from app.core.model import Annotation
from tests.ui.desktop import Desktop


def listed(desktop: Desktop) -> list[Annotation]:
    return list(desktop.program.components.panes.annotations.shown)


def test_d_goes_to_the_most_doubtful_one_and_the_list_sorts_with_it(desktop: Desktop) -> None:
    desktop.program.components.panes.fill()
    in_text = listed(desktop)
    desktop.keyboard.press("D")
    desktop.rest()
    current = desktop.session.navigation.current
    assert current is not None and current.confidence == min(row.confidence for row in in_text)
    confidences = [row.confidence for row in listed(desktop)]
    assert confidences == sorted(confidences)
    desktop.keyboard.press("D")
    desktop.rest()
    assert [row.id for row in listed(desktop)] == [row.id for row in in_text]
