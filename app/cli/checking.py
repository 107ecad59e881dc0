"""`pometka check` and `pometka upgrade`: a project's soundness and version."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.cli.console import escaped_name, opened_to_read, opened_to_write, out, show_messages


def check_project(project: Path) -> int:
    """Say what is wrong with a project; return 0 where nothing is."""
    with closing(opened_to_read(project)) as source:
        path, problems = source.path, source.check()
    show_messages(problems)
    out().print(f"{escaped_name(path)}: {len(problems)} problems" if problems else f"{escaped_name(path)}: sound")
    return 1 if problems else 0


def upgrade_project(project: Path) -> int:
    """Bring a project of an older Pometka up to date; return 0."""
    with closing(opened_to_write(project)) as source:
        path = source.path
    out().print(f"{escaped_name(path)}: up to date")
    return 0
