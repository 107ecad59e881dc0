"""Pick a face.

Command line, window, or the headless job where there is no display.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence

from app.cli import COMMANDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program with `arguments`, else with those of the process.

    Return the exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from app.cli.program import main as command_line  # noqa: PLC0415  # each face loads what it needs, no more

        return command_line(words)
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from app.cli.imports.headless import run as work  # noqa: PLC0415
        from app.ui.shell.start.render import render  # noqa: PLC0415

        return work(words, render)
    from app.ui.shell.start.run import run as show_window  # noqa: PLC0415

    return show_window(words)


def has_display() -> bool:
    """Say whether a window can be shown.

    On Linux a server must be there, or a Qt platform chosen.
    """
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
