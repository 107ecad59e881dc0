"""The simulated analyst reaches gold inside words.

The gold ends inside a word; the keys for characters lead there.
"""

from __future__ import annotations

import pytest

from app.core.span import Span
from tests.benchmarks.presses.cases import gold_span
from tests.benchmarks.presses.verdicts import moves_to

TEXT = "Судно Дайрен-Мару и В.Л. Ким."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_gold_inside_a_word_stays_and_other_gold_is_whole_words() -> None:
    assert gold_span(TEXT, span_of("Дайрен")) == span_of("Дайрен")
    assert gold_span(TEXT, span_of("Мару")) == span_of("Мару")
    assert gold_span(TEXT, span_of("В.Л")) == span_of("В.Л.")


@pytest.mark.parametrize(
    ("start", "target", "keys"),
    [
        ("Дайрен-Мару", "Дайрен", [*["Ctrl+Alt+Left"] * 4, "Alt+Left"]),
        ("Дайрен-Мару", "Мару", [*["Ctrl+Alt+Shift+Right"] * 6, "Alt+Shift+Right"]),
        ("Судно", "Судно Дайрен-Мару", ["Alt+Right"]),
        ("Судно Дайрен-Мару", "Дайрен-Мару", ["Alt+Shift+Right"]),
    ],
)
def test_boundaries_move_by_word_and_inside_a_word_by_character(start: str, target: str, keys: list[str]) -> None:
    assert moves_to(TEXT, (span_of(start),), span_of(target)) == tuple(keys)
