"""Guidelines of the default scheme in the language of the workbook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from app.core.files.resources import resource
from app.core.vocabulary import LanguageCode


def say_guideline(text: str, language: str) -> str:
    """Return a guideline translated; others stay as they were written."""
    return _russian().get(text, text) if language == LanguageCode.RU else text


@cache
def _russian() -> Mapping[str, str]:
    tree: dict[str, str] = json.loads(resource("schemes", "guidelines_ru.json").read_text("utf-8"))
    return tree
