"""Correcting costs at most one press more than accepting.

This holds for each kind of error.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.corrections import ERRORS, costs


def test_correcting_costs_at_most_one_press_more_than_accepting(qapp: QApplication, tmp_path: Path) -> None:
    measured = {error.name: more for error, more in costs(tmp_path)}
    assert measured.keys() == {error.name for error in ERRORS}
    assert {name: more for name, more in measured.items() if more > 1} == {}
