"""Simulated analysts bring a small article to gold.

Real keys are used, as few as the key contract promises.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.span import Span
from tests.benchmarks.presses.analysts import Analyst, Careful, Knowing
from tests.benchmarks.presses.cases import Case, Proposal
from tests.benchmarks.presses.workbench import workbench_of

TEXT = (
    "Аким Серик Бейсенов приехал в Кенжар 🚆 во вторник.\n"
    "В Кенжаре он открыл мост. Кенжар ждал его десять лет.\n"
    "Мост построила компания Тулпар Строй, сообщил Бейсенов.\n"
)


def at(words: str, count: int = 1) -> Span:
    start = -1
    for _ in range(count):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def proposal(words: str, label: str, count: int = 1) -> Proposal:
    return Proposal(*at(words, count), label, "", "", 0.9)


CASE = Case(
    "мост",
    TEXT,
    {
        at("Серик Бейсенов"): "PER",
        at("Кенжар", 1): "LOC",
        at("Кенжаре"): "LOC",
        at("Кенжар", 3): "LOC",
        at("Тулпар Строй"): "ORG",
        at("Бейсенов", 2): "PER",
    },
    (
        proposal("Серик Бейсенов", "PER"),
        proposal("Кенжар", "ORG", 1),
        proposal("Кенжаре", "ORG"),
        proposal("Кенжар", "ORG", 3),
        proposal("Мост", "ORG"),
        proposal("Тулпар", "ORG"),
    ),
    (),
)


@pytest.mark.parametrize("analyst", [Careful, Knowing])
def test_every_analyst_ends_at_gold(analyst: type[Analyst], qtbot: QtBot, tmp_path: Path, own_settings: Path) -> None:
    with workbench_of([CASE], tmp_path) as workbench:
        analyst(workbench).correct(CASE)
        assert workbench.tally["labels"] == 1, "three equal mentions are one decision"
        assert workbench.tally["boundaries"] == 1
        assert sum(workbench.tally.values()) <= 12
