"""Find which articles can hold the words of a name.

The forms of words that the index has decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from app.core.query.words import split_words
from app.core.text.stem import stem

_LAST = chr(0x10FFFF)
_MIN_CHARS = 3
"""Shorter beginnings are looked at only where there are no others."""
_FORMS_BEHIND_DIGITS = "SELECT form FROM form WHERE form >= '0' AND form < ':' AND instr(form, ?) > 1"
_MAX_FORMS = 3_000
"""Where more words than that begin like a name, they are not looked at one by one."""
_FORMS_AT_START = "SELECT form FROM form WHERE form >= ? AND form < ? LIMIT ?"


def articles_with_names(connection: Connection, keys: Iterable[str]) -> set[int]:
    """Return the articles whose texts can hold a name.

    The name has one of some keys: see `mention_key`.

    Each part of a key begins a word of the text, or follows digits in it (5млн). Others can be among them; none is left
    out.
    """
    found = set[int]()
    for key in keys:
        question = _question_of(connection, split_words(key))
        if question:
            rows = connection.execute(
                "SELECT id FROM article WHERE entry IN (SELECT rowid FROM words WHERE words MATCH ?)", (question,)
            )
            found.update(number for (number,) in rows)
    return found


def _question_of(connection: Connection, parts: list[str]) -> str:
    """Return the FTS5 expression for all parts of a name.

    Return "" if one of them stands nowhere.
    """
    long_parts = [part for part in parts if len(part) >= _MIN_CHARS] or parts
    asked = [_forms_with(connection, part) for part in dict.fromkeys(long_parts)]
    return " AND ".join(f"form:({forms})" for forms in asked) if all(asked) else ""


def _forms_with(connection: Connection, part: str) -> str:
    forms = [form for (form,) in connection.execute(_FORMS_AT_START, (part, part + _LAST, _MAX_FORMS + 1))]
    begins = [f'"{form}"' for form in forms if _can_be_form(form, part)]
    if len(forms) > _MAX_FORMS:
        begins = [f'"{part}"*']
    behind = [f'"{form}"' for (form,) in connection.execute(_FORMS_BEHIND_DIGITS, (part,))]
    return " OR ".join(begins + behind)


def _can_be_form(form: str, part: str) -> bool:
    """Say whether a part of a key can come from a form.

    The form is that part, has an ending more, or is no plain word.
    """
    return form == part or stem(form) == part or not form.isalpha()
