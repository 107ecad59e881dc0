"""Long texts cut short for titles and lists."""

from __future__ import annotations

_LONGEST = 40


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return `text` on one line, at most `longest` code points long, cut at a word where there is one."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > longest // 2 else cut).rstrip() + "…"
