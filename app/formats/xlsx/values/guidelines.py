"""Guidelines of the default scheme in the language of the workbook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from app.core.files.resources import resource
from app.core.files.translations import read_translations
from app.core.vocabulary import LanguageCode


def say_guideline(text: str, language: str) -> str:
    """Return a guideline translated; others stay as they were written."""
    return _russian().get(text, text) if language == LanguageCode.RU else text


@cache
def _russian() -> Mapping[str, str]:
    """Return the window's translations of the default scheme."""
    labels = json.loads(resource("schemes", "default.json").read_text("utf-8"))["labels"]
    guidelines = {label["guideline"] for label in labels}
    return {text: forms[0] for text, forms in read_translations(LanguageCode.RU) if text in guidelines}
