"""Gather the strings of the window, update translations, and compile them.

python packaging/translations.py update     write new strings into resources/translations/*.ts, drop gone ones, compile
python packaging/translations.py check      say what is missing or out of step; exit 1 if anything is

Strings are literals inside tr("…"), Message("…"), UserError("…", hint="…") and Action(title="…", synonyms="…",
menu="…"): a path of menus is a string for each. The default label scheme has strings too. A string with the field {n}
is a count and has one form for each plural of the language.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
PLURALS = {"en": 2, "ru": 3}
ERRORS = {
    "UserError",
    "UnwritableError",
    "ReadOnlyError",
    "NotSavedError",
    "RefusedStepError",
    "NewerStepError",
    "QueryError",
}
CALLS = {"tr", "Message", "Action", *ERRORS}
KEYWORDS = {"hint", "title", "synonyms"}


@cache
def find_strings(folder: Path) -> dict[str, str]:
    """Return every string with its first file, sorted by file."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if any(f"{call}(" in source for call in CALLS) or "menu=" in source:
            for text in _strings_in(ast.parse(source)):
                found.setdefault(text, path.relative_to(ROOT).as_posix())
    for text in _strings_of_scheme(ROOT / "resources" / "schemes" / "default.json"):
        found.setdefault(text, "resources/schemes/default.json")
    return found


def _strings_of_scheme(path: Path) -> Iterator[str]:
    """Yield the guidelines, and the titles and choices of the attributes.

    A label has its titles by language itself.
    """
    for label in json.loads(path.read_text(encoding="utf-8"))["labels"]:
        yield from filter(None, (label.get("guideline", ""),))
        for attribute in label.get("attributes", ()):
            yield from filter(None, (attribute.get("title", ""), *attribute.get("choices", ())))


def _strings_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _menus_in(node)
        if isinstance(node, ast.Call) and _called_name(node.func) in CALLS:
            first = node.args[:1] if _called_name(node.func) != "Action" else node.args[1:2]
            named = [keyword.value for keyword in node.keywords if keyword.arg in KEYWORDS]
            for value in (*first, *named):
                yield from _find_literals(value)


def _menus_in(call: ast.Call) -> Iterator[str]:
    """Yield the names of the menus of an action.

    An action is given them where it is made or changed.
    """
    paths = (keyword.value for keyword in call.keywords if keyword.arg == "menu")
    yield from (name for path in paths for text in _find_literals(path) for name in text.split("/"))


def _find_literals(node: ast.expr) -> Iterator[str]:
    """Yield the literal strings of an expression.

    One, or the two of a conditional.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _find_literals(node.body)
        yield from _find_literals(node.orelse)


def _called_name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def read_translations(language: str) -> dict[str, list[str]]:
    """Return the translated forms of every string in a language's file."""
    path = _ts_path(language)
    if not path.exists():
        return {}
    tree = ET.parse(path)  # noqa: S314  # our own file
    return {message.findtext("source", ""): _list_forms(message) for message in tree.iter("message")}


def _list_forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None, "every message has a translation element"
    plurals = [form.text or "" for form in translation.findall("numerusform")]
    return plurals or [translation.text or ""]


def wanted_strings(language: str) -> dict[str, str]:
    """Return the strings that a language's file must hold.

    English needs the counts alone.
    """
    found = find_strings(ROOT / "app")
    return found if language != "en" else {text: path for text, path in found.items() if "{n}" in text}


def missing_strings(language: str) -> list[str]:
    """Return the strings without a complete translation in a language."""
    have = read_translations(language)
    return [text for text in wanted_strings(language) if not all(have.get(text, [""]))]


def write_strings(language: str) -> None:
    """Write a language's .ts file.

    Strings of the program with the translations that are known, and no others.
    """
    have = read_translations(language)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "Pometka"
    for text, path in wanted_strings(language).items():
        _append_message(context, text, path, have.get(text, []), language)
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    _ts_path(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _append_message(context: ET.Element, text: str, path: str, forms: list[str], language: str) -> None:
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "location", filename=path)
    ET.SubElement(message, "source").text = text
    translation = ET.SubElement(message, "translation")
    if "{n}" in text:
        message.set("numerus", "yes")
        for index in range(PLURALS[language]):
            ET.SubElement(translation, "numerusform").text = forms[index] if index < len(forms) else ""
    else:
        translation.text = forms[0] if forms else ""
    if not all(forms or [""]):
        translation.set("type", "unfinished")


def compile_strings(language: str, target: Path) -> bytes:
    """Compile a language's .ts file with Qt's lrelease, return the bytes.

    It is written to `target`.
    """
    import PySide6  # noqa: PLC0415  # reading and checking the .ts files needs no Qt

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([str(tool), "-silent", str(_ts_path(language)), "-qm", str(target)], check=True)
    return target.read_bytes()


def _ts_path(language: str) -> Path:
    return FOLDER / f"pometka_{language}.ts"


def main(arguments: list[str] | None = None) -> int:
    """Run a command of the command line; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("update", "check"))
    command = parser.parse_args(arguments).command
    gaps = 0
    for language in PLURALS:
        if command == "update":
            write_strings(language)
            # Exchanged whole: Qt maps the old file into the programs that run, and one that is cut short kills them.
            target = FOLDER / f"pometka_{language}.qm"
            new = target.with_suffix(".new")
            compile_strings(language, new)
            new.replace(target)
        for text in missing_strings(language):
            gaps += 1
            print(f"{language}: no translation of {text!r} ({wanted_strings(language)[text]})")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
