"""A screen of its own for the program.

The X server itself presses and holds down the keys.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.service.project.settings import Settings, SettingsFile
from tests.waiting import until

PROGRAMS = ("Xvfb", "xdotool", "setxkbmap")
REPEAT_DELAY_MS, REPEAT_INTERVAL_MS = 200, 25
"""A held key begins to repeat after so long, and comes so often: `xset r rate 200 40`."""


def missing_programs() -> list[str]:
    """Return which programs for real keys are missing.

    They are not on this machine.
    """
    return [program for program in PROGRAMS if not shutil.which(program)]


class Screen:
    """An X server without a window manager.

    `environment` is what programs reach it by.
    """

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def use_layout(self, layout: str) -> None:
        """Put a keyboard layout on, and make sure of it."""
        subprocess.run(["setxkbmap", layout], env=self.environment, check=True)
        assert self.layout == layout, f"the layout {layout} did not take"

    @property
    def layout(self) -> str:
        """Return the keyboard layout that is on."""
        said = subprocess.run(["setxkbmap", "-query"], env=self.environment, capture_output=True, text=True, check=True)
        return next(line.split()[1] for line in said.stdout.splitlines() if line.startswith("layout:"))

    @contextmanager
    def program(self, path: Path, root: Path) -> Iterator[subprocess.Popen[bytes]]:
        """Run the program on a project, with the keyboard on its window.

        Kill it where it is left running.
        """
        folder = path.parent / "settings"
        own = {**self.environment, "POMETKA_CONFIG_DIR": str(folder)}  # not those of the user
        if not folder.exists():
            SettingsFile(folder).save(Settings(author="Ая"))  # the first edit asks nobody
        with subprocess.Popen([sys.executable, "-m", "app", str(path)], env=own, cwd=root) as program:
            try:
                window = until(
                    lambda: self.xdotool("search", "--onlyvisible", "--name", path.stem), "no window came up"
                )
                self.xdotool("windowfocus", "--sync", window)
                yield program
            finally:
                if program.poll() is None:
                    program.kill()

    def press(self, *keys: int | str) -> None:
        """Press keys one after another.

        They are X11 key codes, or names such as "ctrl+24".
        """
        for key in keys:
            self.xdotool("key", str(key))

    def hold(self, *keys: int | str, seconds: float) -> None:
        """Hold keys down together for a while.

        The last one repeats.
        """
        names = [str(key) for key in keys]
        pause = ["sleep", str(seconds)]
        downs = [word for name in names for word in ("keydown", name)]
        ups = [word for name in reversed(names) for word in ("keyup", name)]
        self.xdotool(*downs, *pause, *ups)

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool; return what it says."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()


@contextmanager
def started_screen() -> Iterator[Screen]:
    """Start an X server; end it afterwards.

    `-noreset`: it would forget the layout whenever its last client leaves.
    """
    reading, writing = os.pipe()
    rates = ["-ardelay", str(REPEAT_DELAY_MS), "-arinterval", str(REPEAT_INTERVAL_MS)]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-noreset", "-nolisten", "tcp", *rates],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    hidden = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    try:
        yield Screen({**environment, "DISPLAY": f":{number}"})
    finally:
        server.terminate()
        server.wait()
