"""English sentences by number: "1 row", "2 rows"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree as ET

from app.core.files.resources import resource
from app.core.message import Message


def count_words(number: int, one: str, many: str = "") -> str:
    """Return a number with the noun that goes with it."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def choose_template(message: Message) -> str:
    """Return the template of a message that fits its number `n`."""
    return _singulars().get(message.template, message.template) if message.args.get("n") == "1" else message.template


@cache
def _singulars() -> Mapping[str, str]:
    """Return the forms for one, by template, from the window's translation."""
    tree = ET.parse(resource("translations", "pometka_en.ts"))  # noqa: S314  # a file of the program
    found = {}
    for entry in tree.iter("message"):
        forms = [form.text or "" for form in entry.iter("numerusform")]
        if forms and forms[0]:
            found[entry.findtext("source", "")] = forms[0]
    return found
