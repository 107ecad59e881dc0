"""Check at start-up, without a library, whether settings are valid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.core.vocabulary import LanguageCode

_MAX_TEXT_CHARS = 100_000
_MAX_NUMBER = 2**63


def are_sound(tree: dict[str, Any]) -> bool:
    """Say whether every known entry is what it must be.

    `settings_fields` says what each must be, and names the error of an entry that this refuses.
    """
    return all(check(tree[name]) for name, check in _CHECKS.items() if name in tree)


def _one_of(*admitted: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in admitted


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MAX_TEXT_CHARS and "\x00" not in value


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value < _MAX_NUMBER


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_within(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: _is_number(value) and least <= value <= most


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_place(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))


def _by_text(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(_is_text(key) and check(one) for key, one in value.items())


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "language": _one_of("", LanguageCode.EN, LanguageCode.RU),
    "theme": _one_of("system", "light", "dark"),
    "zoom": _is_within(50, 300),
    "author": _is_text,
    "preset": _is_text,
    "keys": _by_text(_are_texts),
    "recent": _are_texts,
    "recent_actions": _are_texts,
    "queries": _are_texts,
    "article_columns": _are_texts,
    "article_order": _is_text,
    "places": _by_text(_is_place),
    "tables": _by_text(_is_text),
    "export_presets": _by_text(_is_text),
    "opens_exports": _is_flag,
    "mends_text": _is_flag,
    "offers_corrections": _is_flag,
    "text_font": _is_text,
    "line_spacing": _is_within(80, 200),
    "measure": _is_within(50, 100),
    "shows_letters": _is_flag,
    "asked_author": _is_flag,
    "geometry": _is_text,
    "window_state": _is_text,
}
