"""Texts of any size open at once.

What is kept of them stays small.
"""

from __future__ import annotations

import time

from app.core.span import Span
from app.core.text.tokens import tokens
from app.ui.article import sample
from tests.ui.article.conftest import Show


def test_ten_megabytes_on_one_line_open_at_once(show: Show) -> None:
    text = ("Слово за словом, и так без конца. " * 300_000)[:10_000_000]
    begun = time.thread_time()
    view = show(text)
    view.viewport().repaint()
    # A bound far above what it takes (some 30 ms), far below what laying it all out would (minutes).
    assert time.thread_time() - begun < 3.0
    for token in (next(tokens(text, 5_000_000)), next(tokens(text, 9_999_900)), next(tokens(text))):
        view.ensure_visible(token)
        assert view.visible_range().contains(token)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.visible_range().stop == len(text)


def test_a_run_without_blanks_opens(show: Show) -> None:
    text = "а" * 1_000_000
    view = show(text)
    view.ensure_visible(Span(500_000, 500_001))
    assert view.visible_range().contains(Span(500_000, 500_001))


def test_what_is_laid_out_is_bounded(show: Show) -> None:
    _, text, rows = sample.many(400_000, 4_000)
    view = show(text, rows)
    sheet = view.canvas.sheet
    for start in range(0, len(text) - 2_000, 1_000):
        view.ensure_visible(Span(start, start + 1))
    assert len(sheet.laid_blocks) <= 200


def test_one_annotation_over_everything_is_drawn(show: Show) -> None:
    _, text, rows = sample.many(200_000, 2_000)
    whole = rows[0].__class__(9, 1, rows[-1].kind, "statement", (Span(0, len(text)),))
    view = show(text, [whole, *rows])
    view.set_current(9)
    view.ensure_visible(Span(100_000, 100_001))
    assert view.annotation_at(view.rect_of(Span(100_000, 100_001)).center()) is not None
