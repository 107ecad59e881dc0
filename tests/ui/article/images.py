"""Pictures of the article, to look at its pixels."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.ui.article.view import ArticleView


def image_of(view: ArticleView) -> QImage:
    """Paint what is visible, and return it."""
    view.viewport().repaint()
    return view.viewport().grab().toImage()
