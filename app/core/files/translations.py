"""Read the translations of the window without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from app.core.files.resources import resource


def read_translations(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each string of the program with its translated forms.

    A string has one form, a count one for each plural of the language. Forms that are missing are "".
    """
    path = resource("translations", f"pometka_{language}.ts")
    for _, entry in ET.iterparse(path):  # noqa: S314  # a file of the program
        if entry.tag == "message":
            plurals = [form.text or "" for form in entry.iter("numerusform")]
            yield entry.findtext("source", ""), plurals or [entry.findtext("translation", "")]
            entry.clear()
