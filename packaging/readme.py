"""Write what README and CONTRIBUTING derive from the code.

The README's key table comes from the action registry, CONTRIBUTING's map from the docstrings of the packages.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README, CONTRIBUTING = ROOT / "README.md", ROOT / ".github" / "CONTRIBUTING.md"
sys.path.insert(0, str(ROOT))  # run as a script, it sees its own folder alone

from app.service.commands.keymap import markdown_table  # noqa: E402

_KEYS = re.compile(r"(<!-- keys:[^>]*-->\n).*?(<!-- /keys -->)", re.DOTALL)
"""What stands between the marks of the key table."""
_MAP = re.compile(r"(<!-- map:[^>]*-->\n).*?(<!-- /map -->)", re.DOTALL)
"""What stands between the marks of the map."""


def with_keys(text: str) -> str:
    """Return the README's text with the key table as it is now."""
    return _KEYS.sub(lambda part: f"{part[1]}{markdown_table().strip()}\n{part[2]}", text)


def with_map(text: str) -> str:
    """Return CONTRIBUTING's text with the map of packages as it is now."""
    lines = "\n".join(line for room in sorted((ROOT / "app").iterdir()) for line in _map_lines(room))
    return _MAP.sub(lambda part: f"{part[1]}{lines}\n{part[2]}", text)


def _map_lines(package: Path, depth: int = 0) -> Iterator[str]:
    """Yield a line for a package, then those inside it."""
    start = package / "__init__.py"
    if not start.is_file():
        return
    words = " ".join((ast.get_docstring(ast.parse(start.read_text(encoding="utf-8"))) or "").split())
    name = f"`{package.name}/`" if depth else f"**`app/{package.name}`**"
    yield f"{'  ' * depth}- {name}: {words}"
    for inner in sorted(package.iterdir()):
        yield from _map_lines(inner, depth + 1)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
    CONTRIBUTING.write_text(with_map(CONTRIBUTING.read_text(encoding="utf-8")), encoding="utf-8")
