"""The views of `tests/ui/article`."""

from __future__ import annotations

from tests.ui.article.conftest import Show, show

__all__ = ["Show", "show"]
