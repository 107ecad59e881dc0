"""Write the key table of the README from the action registry."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
sys.path.insert(0, str(README.parent))  # run as a script, it sees its own folder alone

from app.service.commands.keymap import markdown_table  # noqa: E402

_KEYS = re.compile(r"(<!-- keys:[^>]*-->\n).*?(<!-- /keys -->)", re.DOTALL)


def with_keys(text: str) -> str:
    """Return the README's text with the key table as it is now."""
    return _KEYS.sub(lambda part: f"{part[1]}{markdown_table().strip()}\n{part[2]}", text)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
