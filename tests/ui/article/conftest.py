"""Views over short texts, without movement and of one size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Article, Note
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article.sample import SCHEME
from app.ui.article.view import ArticleView
from app.ui.theme.label_colours import LIGHT

Show = Callable[..., ArticleView]

ROUNDED = 12
"""So many pixels of smoothed edges come out another shade where Qt paints less of them at once, or elsewhere."""


def unlike(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures of a size differ.

    Both are of four bytes a pixel.
    """
    first, second = (memoryview(image.constBits()).cast("I") for image in (one, other))
    return 0 if first == second else sum(now != then for now, then in zip(first, second, strict=True))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a text in a view of 900 × 600 pixels."""
    views: list[ArticleView] = []

    def shown(
        text: str,
        annotations: Iterable[Annotation] | AnnotationIndex = (),
        *,
        title: str = "",
        notes: Iterable[Note] = (),
        rejected: bool = False,
        kind: type[ArticleView] = ArticleView,
    ) -> ArticleView:
        view = kind()
        qtbot.addWidget(view)
        view.set_reduced_motion(True)
        view.set_colour_scheme(LIGHT)
        view.set_show_rejected(rejected)
        view.resize(900, 600)
        index = annotations if isinstance(annotations, AnnotationIndex) else AnnotationIndex(annotations)
        view.show_article(Article(1, title=title, length=len(text)), text, index, SCHEME, notes)
        view.show()
        qtbot.waitExposed(view)
        views.append(view)
        return view

    yield shown
    for view in views:
        running = [child for child in view.findChildren(QObject) if isinstance(child, QAbstractAnimation)]
        assert all(child.state() == QAbstractAnimation.State.Stopped for child in running)
