"""Start the program as users do.

It runs in a process of its own, or by its arguments alone.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.program import main

Start = Callable[..., subprocess.Popen[bytes]]
Pometka = Callable[..., int]

ARTICLE = """ date 2025-09-0{n} Заголовок номер {n}
Опубликовано:
Аким Алматы Ерболат Досаев заявил, что метро построят к {n} июня. Цена составит {n} млрд тенге.
Оригинал статьи: https://www.nur.kz/{n}/
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of articles and other files.

    It has three articles, a picture under a text's name, and a file that is none of the program's.
    """
    folder = tmp_path / "статьи"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(ARTICLE.replace("{n}", str(number)), "utf-8")
    (folder / "README.md").write_text("# О статьях", "utf-8")
    return folder


@pytest.fixture
def start(root: Path, tmp_path: Path) -> Start:
    """Return what starts the program in a process.

    The process has a group of its own to be killed with, and hears Ctrl+C even where who runs the tests ignores it.
    """

    def started(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "app", *map(str, arguments)]
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                command,
                cwd=tmp_path,
                env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8", **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        finally:
            signal.signal(signal.SIGINT, heard)

    return started


@pytest.fixture
def pometka() -> Pometka:
    """Return what runs a command in this process.

    It gives the exit code of the command.
    """

    def run(*arguments: object) -> int:
        return main([str(argument) for argument in arguments])

    return run
