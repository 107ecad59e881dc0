"""Two combinations of libraries are known to crash.

These tests notice when one comes back.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5_000


def test_void_qt_calls_keep_no_reference_to_none(qtbot: QtBot) -> None:
    """Check that void Qt calls leak no reference to None.

    PySide6 6.12.0 on Python < 3.12 leaks one reference a call, until the interpreter dies.
    """
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setEnabled(True)
        label.update()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10


def test_morphology_works_without_pkg_resources(root: Path) -> None:
    """setuptools 82 dropped `pkg_resources`, which pymorphy2 asks for.

    A frozen program has none either.
    """
    program = """
import sys
sys.modules["pkg_resources"] = None  # importing it now fails
import warnings
warnings.simplefilter("ignore")
from app.nlp.backend.models import Models
print({form.normal_form for form in Models().vocabulary("городе")})
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "город" in done.stdout
