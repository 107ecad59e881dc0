"""English sentences by number: "1 row", "2 rows"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.core.files.translations import read_translations
from app.core.message import Message
from app.core.vocabulary import LanguageCode


def count_words(number: int, one: str, many: str = "") -> str:
    """Return a number with the noun that goes with it."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def choose_template(message: Message) -> str:
    """Return the template of a message that fits its number `n`."""
    return _singulars().get(message.template, message.template) if message.args.get("n") == "1" else message.template


@cache
def _singulars() -> Mapping[str, str]:
    """Return the forms for one, by template, from the window's translation."""
    entries = read_translations(LanguageCode.EN)
    return {text: forms[0] for text, forms in entries if len(forms) > 1 and forms[0]}
