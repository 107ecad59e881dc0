"""Everyday actions take no more presses than they may.

Correcting costs at most one more than accepting.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.everyday import ACTIONS, MISTAKES, Everyday, Mistake, try_keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.what)
def test_an_everyday_action_takes_no_more_presses_than_its_bound(
    action: Everyday, qtbot: QtBot, tmp_path: Path, own_settings: Path
) -> None:
    assert action.presses <= action.bound
    assert try_keys(tmp_path, 0, "ru", action)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.kind)
def test_correcting_costs_at_most_one_press_more_than_accepting(
    mistake: Mistake, qtbot: QtBot, tmp_path: Path, own_settings: Path
) -> None:
    assert len(mistake.keys) - len(MISTAKES[0].keys) <= 1
    assert try_keys(tmp_path, 0, "ru", mistake)
