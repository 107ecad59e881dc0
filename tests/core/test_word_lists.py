"""Every word list is described, and every entry counts.

The lists are in resources/lexicons. A list says what it is for.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from app.core.span import Span
from app.core.text import word_lists
from app.nlp.entities import entity_finder
from app.nlp.names.known.lexicon import read_lexicons
from app.nlp.text.tokens import iter_tokens

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "lexicons"
LISTS = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.txt"))
NAME_LISTS = ("entities/events", "names/countries", "names/kazakhstan", "names/settlements", "names/world")
"""Lists of names, which are read when a finder is made."""


@cache
def read_sources() -> dict[Path, str]:
    """Return the program's modules, read once for all lists."""
    return {path: path.read_text("utf-8") for path in (ROOT / "app").rglob("*.py")}


@cache
def find_readers() -> dict[str, set[Path]]:
    """Return the modules that name a list, by its name.

    Other quoted words are taken for names too. The reader of all lists is left out.
    """
    readers = defaultdict[str, set[Path]](set)
    for path, source in read_sources().items():
        if path != Path(word_lists.__file__):
            for name in re.findall(r"(?<=[\"'])[\w/]+(?=[\"'])", source):
                readers[name].add(path)
    return dict(readers)


@cache
def compile_module(path: Path) -> CodeType:
    """Compile a module once for all entries of its lists."""
    return compile(read_sources()[path], path, "exec", dont_inherit=True)


def readers_of(name: str) -> list[Path]:
    """Return the modules that the first line of a list names."""
    first = word_lists.read_lines(name)[0]
    found = re.fullmatch(r"# \S.* Read by (app/\S+\.py(?:(?:,| and) app/\S+\.py)*)\.", first)
    assert found, first
    return [ROOT / path for path in re.split(r",? (?:and )?", found[1])]


def test_lists_are_text_files_alone() -> None:
    assert {path.suffix for path in FOLDER.rglob("*.*")} == {".txt"}


@pytest.mark.parametrize("name", LISTS)
def test_the_first_line_names_the_modules_that_read_the_list(name: str) -> None:
    assert find_readers().get(name) == set(readers_of(name))


@pytest.mark.parametrize("name", LISTS)
def test_entries_are_bare_and_stand_once(name: str) -> None:
    entries = word_lists.read_entries(name)
    assert entries == tuple(dict.fromkeys(entry.strip() for entry in entries))


def test_no_list_loses_an_entry() -> None:
    """Compare with `tests/data/lexicon_sizes.txt`.

    It has a list and its entries a line. It is changed when an entry is dropped.
    """
    lines = (ROOT / "tests" / "data" / "lexicon_sizes.txt").read_text("utf-8").splitlines()
    sizes = {name: int(size) for name, size in map(str.split, lines)}
    assert set(sizes) <= set(LISTS)
    found = {name: len(word_lists.read_entries(name)) for name in LISTS}
    assert {name: found[name] for name in LISTS if found[name] < sizes[name]} == {}


def test_every_list_that_the_code_names_is_there() -> None:
    folders = "|".join({name.split("/")[0] for name in LISTS})
    named = {name for name in find_readers() if re.fullmatch(rf"(?:{folders})/[a-z_]+", name)}
    assert named == set(LISTS)


@pytest.mark.parametrize("name", [name for name in LISTS if name not in NAME_LISTS])
def test_a_module_is_other_without_any_entry_of_its_list(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    every = word_lists.read_lines(name)
    for path in readers_of(name):  # what it is made of and imports has real patterns
        compile_module(path)
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    monkeypatch.setattr(re, "compile", Uncompiled)
    assert any(not line.startswith("#") for line in every)
    for path in readers_of(name):
        whole = constants(path, name, every, monkeypatch)
        for index, line in enumerate(every):
            if line and not line.startswith("#"):
                left = constants(path, name, [*every[:index], *every[index + 1 :]], monkeypatch)
                assert left != whole, line


@pytest.mark.parametrize("name", NAME_LISTS)
def test_a_name_is_not_found_without_its_entry(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    every = word_lists.read_lines(name)
    whole = read_lexicons([name], {})
    for index, line in enumerate(every):
        if line and not line.startswith("#"):
            text = " . ".join(part.strip().lstrip("?") for part in line.split("|")[1:])
            tokens = list(iter_tokens(text, Span(0, len(text))))
            monkeypatch.setattr(word_lists, "read_lines", lambda _, at=index: [*every[:at], *every[at + 1 :]])
            assert list(read_lexicons([name], {}).find(tokens)) != list(whole.find(tokens)), line
            monkeypatch.undo()


def test_the_finder_of_entities_reads_the_lists_of_names() -> None:
    assert {*entity_finder.LEXICONS, "entities/events"} == set(NAME_LISTS)


class Uncompiled:
    """A pattern that is not compiled, for speed.

    `sub` and `search` work as in a real one.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def sub(self, repl: str, text: str) -> str:
        return re.sub(self.pattern, repl, text, flags=self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        return re.search(self.pattern, text, flags=self.flags)


def constants(path: Path, name: str, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what a module holds after its import.

    The list `name` has these lines.
    """
    read = word_lists.read_lines
    with monkeypatch.context() as patch:
        patch.setattr(word_lists, "read_lines", lambda asked: lines if asked == name else read(asked))
        module = ModuleType("word_list_probe")
        module.__file__ = str(path)
        patch.setitem(sys.modules, "word_list_probe", module)
        exec(compile_module(path), vars(module))
        held = {key: shape(value) for key, value in vars(module).items() if not key.startswith("__")}
        held.update((f"{key}()", shape(value())) for key, value in vars(module).items() if is_lazy(value, module))
    return held


def is_lazy(value: Any, module: ModuleType) -> bool:
    """Say whether a value is a cached function without arguments.

    It is of the module. It reads lists when called.
    """
    is_own = getattr(value, "__module__", "") == module.__name__ and hasattr(value, "cache_clear")
    return is_own and not inspect.signature(value).parameters


def shape(value: Any) -> Any:
    """Return the texts that a value holds.

    They have a form that can be compared.
    """
    if isinstance(value, Uncompiled | re.Pattern):
        return value.pattern
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [shape(one) for one in value]
    if isinstance(value, str | int | float | frozenset):
        return value
    return dict(fields_of(value)) if dataclasses.is_dataclass(value) and not isinstance(value, type) else None


def fields_of(value: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(value):
        yield field.name, shape(getattr(value, field.name))
