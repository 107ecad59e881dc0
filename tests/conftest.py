"""Set up what every test runs under.

There is no screen, settings of its own, and no thread left behind.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.waiting import PATIENCE_S

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]

# Limits of time, for drawing examples too, would measure the machine.
# In CI the same examples every time, so that a red run means a change.
settings.register_profile(
    "pometka",
    deadline=None,
    max_examples=60,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("pometka")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """Return the folder of the development data.

    Skip where it is not beside the project.
    """
    path = root.parent / "shared"
    if not path.is_dir():
        pytest.skip("the development data (../shared) is not on this machine")
    return path


class PatientBot(QtBot):
    """Waits longer: on a busy machine five seconds are too few."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = round(PATIENCE_S * 1000)) -> None:  # noqa: N802  # QtBot's name
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return pytest-qt's robot, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep each test's settings in a folder of its own.

    The folder goes with the test, after its windows and threads, and so does `tmp_path`, which is asked for here to be
    the last to go. Pytest numbers its folders, and looks at all of them for the next number: where they stay, each test
    is slower than the one before.
    """
    before = os.environ.get("POMETKA_CONFIG_DIR")
    # A process that is about to end may still write there.
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp(), ignore_cleanup_errors=True) as folder:
        os.environ["POMETKA_CONFIG_DIR"] = folder
        yield Path(folder)
    if before is None:
        del os.environ["POMETKA_CONFIG_DIR"]
    else:
        os.environ["POMETKA_CONFIG_DIR"] = before


@pytest.fixture(autouse=True)
def own_application(own_settings: Path) -> Iterator[None]:
    """Remove a test's windows, language and clipboard from the application.

    The next test shares it, however the test ended.

    A window that stayed would answer to the system's signals, and be styled anew with each window to come.
    """
    before = QLocale()
    yield
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    # What a test copied is Python's; without a screen Qt keeps it longer than Python lives, and ends on it.
    app.clipboard().clear()
    for widget in app.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def no_thread_left(own_settings: Path) -> Iterator[None]:
    """Fail a test that leaves a thread running.

    A project that was not closed, a job that was not ended.
    """
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_S
    left = [thread for thread in threading.enumerate() if thread not in before]
    while left and time.monotonic() < deadline:
        left[0].join(0.05)
        left = [thread for thread in left if thread.is_alive()]
    assert not left, f"threads left running: {[thread.name for thread in left]}"
