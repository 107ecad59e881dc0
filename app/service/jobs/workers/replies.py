"""What goes between a worker process and its parent: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from app.core.message import Message, UserError


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a request: seconds of silence, and bytes of memory.

    Memory where the system limits it. Each value that a request yields is a sign of life, so a long request that makes
    progress is never stopped.
    """

    silence_s: float | None = None
    memory_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Alive:
    """A function yields this to say that a long request makes progress.

    It is no result.
    """


@dataclass(frozen=True, slots=True)
class InputWanted:
    """The request waits for its next input, which `Pool.send_input` sends."""


class WorkerBugError(Exception):
    """An error of the program in a worker.

    The message is the worker's traceback.
    """


class FailureKind(Enum):
    """Why a request failed.

    It was refused with a UserError, or one of the limits, a bug or a crash ended it.
    """

    REFUSED = auto()
    TOO_LARGE = auto()
    TOO_DEEP = auto()
    SILENT = auto()
    CRASH = auto()
    BUG = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a request has no result.

    What happened and what to do next. `trace` is the traceback of a bug.
    """

    kind: FailureKind
    what: Message
    hint: Message = field(default_factory=lambda: Message(""))
    trace: str = ""

    @property
    def has_name(self) -> bool:
        """Whether the message names the file or article already."""
        return self.kind is FailureKind.REFUSED

    def message_about(self, name: str) -> Message:
        """Return the failure as one sentence about the thing called `name`."""
        words: dict[str, str | Message] = {"name": name, "what": self.what, "hint": self.hint}
        if self.has_name:
            return Message("{what} {hint}", words)
        return Message("“{name}”: {what} {hint}", words)

    def to_user_error(self, name: str) -> UserError:
        """Return the failure as an error about the thing called `name`."""
        if self.has_name:
            fields: dict[str, object] = {**self.what.args, **self.hint.args}
            return UserError(self.what.template, hint=self.hint.template, **fields)
        fields = {**self.hint.args, "name": name, "what": self.what}
        return UserError("“{name}”: {what}", hint=self.hint.template, **fields)


@dataclass(frozen=True, slots=True)
class Reply:
    """One value that the request of that index yielded."""

    index: int
    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """The request of that index is over.

    `failure` says what went wrong, if anything did.
    """

    index: int
    failure: Failure | None = None
