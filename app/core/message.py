"""Sentences for people.

An English template and its arguments, translated where they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """Hold a sentence as a template and the values of its fields.

    The `template` is English, with `{name}` fields. A value may be a message itself, translated with it (but not in a
    step's title, which is stored); a field `{n}` is a count, which the plural follows. The face that shows it looks the
    template up in its translations and fills it; `str()` gives the English.
    """

    template: str
    args: Mapping[str, str | Message] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill(self.template, self.args)


_INNER_QUOTES = {"«»": "„“", "“”": "‘’"}
"""What quotes become between quotes of the same kind."""


def fill(template: str, args: Mapping[str, str | Message]) -> str:
    """Put `args` into the `{name}` fields of `template`.

    A field without a value stays as it stands. A value between quotes gets other quotes inside: «„Мост“ сдан».
    """

    def fill_field(found: re.Match[str]) -> str:
        if found[1] not in args:
            return found[0]
        return _nest_quotes(str(args[found[1]]), template[: found.start()])

    return re.sub(r"\{(\w+)\}", fill_field, template)


def _nest_quotes(value: str, before: str) -> str:
    """Return a value with inner quotes where those `before` it are open."""
    for outer, inner in _INNER_QUOTES.items():
        if before.count(outer[0]) > before.count(outer[1]):
            value = value.translate(str.maketrans(outer, inner))
    return value


def join_messages(messages: Iterable[Message], separator: str) -> Message:
    """Return messages as one, each translated by itself."""
    listed = dict(enumerate(messages))
    template = separator.join(f"{{{number}}}" for number in listed)
    return Message(template, {str(number): message for number, message in listed.items()})


class UserError(Exception):
    """An error of the environment, not a bug.

    It says what happened, to which thing, and what to do next. Everything else that is raised is a bug, and shown as
    one.
    """

    def __init__(self, what: str, /, *, hint: str = "", **args: object) -> None:
        filled = {name: value if isinstance(value, Message) else str(value) for name, value in args.items()}
        self.message = Message(what, filled)
        self.hint = Message(hint, filled)
        super().__init__(f"{self.message} {self.hint}".strip())


class UnwritableError(UserError):
    """Tell that a project cannot be written to here and now.

    It can still be read.
    """


class ReadOnlyError(UserError):
    """Tell that nothing is written to the project that is open.

    It is for reading only, or damaged.
    """


class NotSavedError(UserError):
    """Tell that steps are not on disk; they are kept in memory."""


class RefusedStepError(NotSavedError):
    """A step can never be saved because of what is in it."""
