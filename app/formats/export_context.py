"""What a writer gets beside the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from app.core.labelled_names import join_label
from app.core.message import Message
from app.core.model import Note
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.formats.export_options import ExportOptions


class ExportedStep(NamedTuple):
    """A step of the project: who changed what, and when.

    `time` is aware; `article` is the title of the one article that changed, "" for none or several; `state` is
    "applied", "undone" or "discarded".
    """

    number: int
    time: datetime
    author: str
    title: str
    article: str
    annotations: int
    state: str


class HistoryPoint(NamedTuple):
    """A point of the project's history.

    The number of the newest step that is applied, and its time as text.
    """

    step: int
    time: str


class LabelRate(NamedTuple):
    """How precise the tagger is on a label, by a random sample.

    `low` and `high` are the 95 % interval of the share; `is_enough` says whether enough was judged to say one.
    """

    kind: str
    label: str
    right: int
    judged: int
    low: float
    high: float
    is_enough: bool


class NameGroups(Protocol):
    """Which names of the register stand for the same."""

    def key_of(self, label: str, name: str) -> str:
        """Return what equal names under a label share."""

    def group_of(self, key: str) -> str:
        """Return what the keys of all names of a record share."""

    def name_of(self, keys: Iterable[str]) -> str:
        """Return what the analyst calls the record, "" for nothing."""

    def label_of(self, keys: Iterable[str]) -> str:
        """Return the type that the analyst set, "" for none."""


class SingleNames:
    """Every name under a label is a record of its own."""

    def key_of(self, label: str, name: str) -> str:
        """Return the name behind its label."""
        return join_label(label, name)

    def group_of(self, key: str) -> str:
        """Return the key itself."""
        return key

    def name_of(self, keys: Iterable[str]) -> str:
        """Return "": a record is called by its name."""
        return ""

    def label_of(self, keys: Iterable[str]) -> str:
        """Return "": a record has the label of its name."""
        return ""


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The project that is exported.

    Its scheme, name and notes, and what the user chose.

    `progress` is called with the number of documents written so far, `report` with what the file does not hold.
    `steps` are those of the project, newest first, where the options want them. `point` is the state that is written,
    None where there is no project. `joined` says which names the register joins. `read_project` returns the rows that
    belong to no article, notes apart, for the formats that hold them, `read_rates` what the newest random sample tells
    of the tagger.
    """

    scheme: Scheme = field(default_factory=Scheme)
    project: str = ""
    project_notes: tuple[Note, ...] = ()
    options: ExportOptions = field(default_factory=ExportOptions)
    progress: Callable[[int], None] | None = None
    report: Callable[[Message], None] | None = None
    steps: tuple[ExportedStep, ...] = ()
    point: HistoryPoint | None = None
    joined: NameGroups = field(default_factory=SingleNames)
    read_project: Callable[[], Iterable[Row]] = tuple
    read_rates: Callable[[], Iterable[LabelRate]] = tuple

    def report_loss(self, message: Message) -> None:
        """Report a loss, where somebody wants to know."""
        if self.report is not None:
            self.report(message)
