"""Everyday actions take no more presses than they may."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.benchmarks.everyday import ACTIONS, Everyday, try_keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.what)
def test_an_everyday_action_takes_no_more_presses_than_its_bound(
    action: Everyday, qtbot: QtBot, tmp_path: Path, own_settings: Path
) -> None:
    assert action.presses <= action.bound
    assert try_keys(tmp_path, 0, "ru", action)
