"""What was acknowledged is there, however the program ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.model import Status
from app.store import Project
from tests.service.samples import opened


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX can end a process without asking it")
def test_acknowledged_key_survives_a_kill(tmp_path: Path, root: Path, own_settings: Path) -> None:
    path = tmp_path / "p.pometka"
    opened(path).projects.close()
    command = [sys.executable, "-m", "tests.stories.victim", str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        notices = victim.stdout.readline()
        victim.send_signal(signal.SIGKILL)
    assert victim.returncode == -signal.SIGKILL
    with Project.open(path) as project:
        (article,) = project.articles()
        row = next(row for row in project.annotations(article.id) if row.id == int(notices))
        assert (row.label, row.status) == ("LAW", Status.CORRECTED)
        assert project.undo_title() is not None
