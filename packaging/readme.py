"""Write the generated parts of the README: the key table, from the one registry of actions."""

from __future__ import annotations

import re
from pathlib import Path

from app.service.keymap import markdown_table

README = Path(__file__).resolve().parents[1] / "README.md"
_KEYS = re.compile(r"(<!-- keys:[^>]*-->\n).*?(<!-- /keys -->)", re.DOTALL)


def with_keys(text: str) -> str:
    """Return the README's text with the key table as it is now."""
    return _KEYS.sub(lambda part: f"{part[1]}{markdown_table().strip()}\n{part[2]}", text)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
