"""Every string has its Russian translation.

It is in step with the code, with its fields and its plurals.
"""

from __future__ import annotations

import errno
import importlib.util
import re
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.core.message import Message
from app.core.query.parsing import QueryError, parse_query
from app.service.commands.registry import ACTIONS
from app.service.project.schemes import default_scheme
from app.store.failures import explain_failure
from app.store.history.stored_steps import FORMER_TITLES
from app.ui.base.i18n import Language, shown, tr

ROOT = Path(__file__).resolve().parents[2]


def _loaded() -> ModuleType:
    """Return the script, which lies in no package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = _loaded()

FIELD = re.compile(r"\{\w+\}")
COUNTED = re.compile(r"\{(?:articles|characters|count|files|letters|lines|parts|seconds|total)\} [a-z]")
"""A number and what is counted by it."""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_string_is_translated(language: str) -> None:
    assert translations.missing_strings(language) == []


def test_every_title_of_an_action_is_found_by_the_translations() -> None:
    assert {action.title for action in ACTIONS} <= set(translations.find_strings(ROOT / "app"))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_string_is_translated_that_is_gone(language: str) -> None:
    assert set(translations.read_translations(language)) <= set(translations.wanted_strings(language))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_compiled_file_is_that_of_the_source(language: str, tmp_path: Path) -> None:
    committed = translations.FOLDER / f"pometka_{language}.qm"
    assert translations.compile_strings(language, tmp_path / "fresh.qm") == committed.read_bytes()


def test_translations_have_the_fields_of_their_strings() -> None:
    wrong = [
        source
        for source, forms in translations.read_translations("ru").items()
        if any(sorted(FIELD.findall(form)) != _translated_fields(source) for form in forms)
    ]
    assert wrong == []


def _translated_fields(source: str) -> list[str]:
    """Return the fields that a translation has: words in Russian."""
    return sorted(field.replace("_en}", "_ru}") for field in FIELD.findall(source))


def test_a_number_with_what_it_counts_has_plural_forms() -> None:
    former = {title.template for title in FORMER_TITLES}  # projects hold them as they are
    sources = translations.wanted_strings("ru")
    assert [source for source in sources if COUNTED.search(source) and source not in former] == []
    forms = translations.read_translations("ru")
    assert [source for source in sources if "{n}" in source and len(forms.get(source, ())) != 3] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "осталось 1 решение"),
        (3, "осталось 3 решения"),
        (5, "осталось 5 решений"),
        (11, "осталось 11 решений"),
        (21, "осталось 21 решение"),
    ],
)
def test_russian_counts_are_said_as_they_are_spoken(qapp: QApplication, count: int, words: str) -> None:
    Language(qapp).use("ru")
    assert tr("{n} left to decide", n=count) == words


def test_english_tells_one_from_many(qapp: QApplication) -> None:
    Language(qapp).use("en")
    assert [tr("{n} articles", n=count) for count in (1, 2)] == ["1 article", "2 articles"]


def test_message_inside_a_message_is_translated_too(qapp: QApplication) -> None:
    Language(qapp).use("ru")
    inner = Message("accept “{text}”", {"text": "Алматы"})
    assert shown(Message("Undo: {what}", {"what": inner})) == "Отменить: принятие «Алматы»"


def test_a_count_that_a_message_does_not_say_costs_no_translation(qapp: QApplication) -> None:
    language = Language(qapp)
    language.use("ru")
    fields = {"name": "a.txt", "title": "Мост", "n": "0"}
    assert shown(Message("“{name}”: “{title}” is a repeat and is left out.", fields)).startswith("«a.txt»")
    language.use("en")


@pytest.mark.parametrize("title", FORMER_TITLES, ids=lambda title: title.template)
def test_what_steps_were_called_before_is_said_in_russian(qapp: QApplication, title: Message) -> None:
    language = Language(qapp)
    language.use("ru")
    words = shown(Message(title.template, {"n": "2", "count": "2", "label": "PER"}))
    language.use("en")
    assert not words.startswith(title.template.split()[0]) and "2" in words


def test_a_label_is_called_otherwise_than_its_kind() -> None:
    """«Утверждение» is the claim: a kind of claims has another word."""
    words = {translations.read_translations("ru")[word][0].casefold() for word in ("Claim", "Annotation", "Names")}
    titles = {label.title("ru").casefold() for label in default_scheme().labels}
    assert not words & titles


@pytest.mark.parametrize(
    "fault", [sqlite3.OperationalError("database or disk is full"), OSError(errno.ENOSPC, "No space left on device")]
)
def test_why_saving_failed_is_said_in_the_language_of_the_window(qapp: QApplication, fault: Exception) -> None:
    language = Language(qapp)
    language.use("ru")
    words = shown(explain_failure("п.pometka", Message("step"), fault).message)
    language.use("en")
    assert "на диске нет места" in words


@pytest.mark.parametrize("pattern", ["(а", "а)", "[а", "*а", "а**", "\\q", "[я-а]", "а{3,2}", "(?<=а*)б"])
def test_what_is_wrong_in_a_regular_expression_is_said_in_the_language_of_the_window(
    qapp: QApplication, pattern: str
) -> None:
    language = Language(qapp)
    language.use("ru")
    with pytest.raises(QueryError) as fault:
        parse_query(f"/{pattern}/")
    words = shown(fault.value.message)
    language.use("en")
    assert not re.search("[a-z]{3}", words)


@pytest.mark.parametrize("typed", ["foo:x", "kind:foo", "статья:foo", "sort:foo"])
def test_what_a_query_may_hold_is_said_in_the_language_of_the_window(qapp: QApplication, typed: str) -> None:
    language = Language(qapp)
    with pytest.raises(QueryError) as fault:
        parse_query(typed)
    said = {}
    for name in ("ru", "en"):
        language.use(name)
        said[name] = shown(fault.value.hint)
    assert re.search("[а-я]{3}, [а-я]{3}", said["ru"])
    assert not re.search("[a-z]", said["ru"])
    assert said["en"].isascii()


@pytest.mark.parametrize(("language", "said"), [("ru", "12\u00a0345\u00a0статей"), ("en", "12,345 articles")])
def test_digits_of_large_counts_are_in_groups(qapp: QApplication, language: str, said: str) -> None:
    used, before = Language(qapp), QLocale()
    try:
        used.use(language)
        assert tr("{n} articles", n=12_345).replace(" ", "\u00a0") == said.replace(" ", "\u00a0")
        assert shown(Message("{n} articles", {"n": "12345"})).startswith(said[:6])
        assert tr("{done} of {total}", done=2_025, total=10_000).startswith("2025 ")
    finally:
        used.use("en")
        QLocale.setDefault(before)
