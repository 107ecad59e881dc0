"""`pometka check`: whether a project is sound."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.cli.console import escaped_name, opened_to_read, out, show_messages


def check_project(project: Path) -> int:
    """Say what is wrong with a project; return 0 where nothing is."""
    with closing(opened_to_read(project)) as source:
        path, problems = source.path, source.check()
    show_messages(problems)
    out().print(f"{escaped_name(path)}: {len(problems)} problems" if problems else f"{escaped_name(path)}: sound")
    return 1 if problems else 0
