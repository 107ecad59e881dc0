"""Each harm to the file of an open window, once.

Real keys are used. `file_faults.py` runs many rounds.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stories.file_faults import FAULTS, Window, filled, missing, play, screen


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    if missing():
        pytest.skip(f"not on this machine: {missing()}")
    with screen() as made:
        yield made


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost_when_the_file_of_an_open_window_is_harmed(
    fault: Callable[[Window, Path], None], environment: dict[str, str]
) -> None:
    if fault is filled and os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    try:
        play(fault, environment)
    except subprocess.CalledProcessError as failed:
        if failed.cmd[0] != "mount":
            raise
        pytest.skip("cannot mount here")
