"""What the values of one report are called, and in which colours.

Its words, labels, links and keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from app import __version__
from app.core.colours.hues import find_hue, mix_with_white
from app.core.model import Annotation, Kind, Note
from app.core.scheme import Scheme
from app.core.values.figure_words import say_exactly
from app.core.values.period_words import say_day, say_period
from app.core.vocabulary import AttributeName
from app.formats.export_context import ExportContext
from app.formats.pages import page_words as words
from app.formats.pages.blocks import Facts
from app.formats.xlsx.summary.summary_tables import list_filters
from app.formats.xlsx.values.cells import Value, to_local_time
from app.formats.xlsx.values.row_keys import RowKey, RowKind, make_project_tag
from app.formats.xlsx.values.words import Vocabulary, Words

_FILL_SHARE, _LINE_SHARE = 0.26, 0.85
_MIN_CAPTION_CHARS = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """Names values in the language of one export."""

    context: ExportContext
    vocabulary: Vocabulary
    tag: str
    places: dict[tuple[str, str], int]
    captions: dict[str, str]

    @classmethod
    def of(cls, context: ExportContext) -> Naming:
        """Return the naming for an export."""
        scheme: Scheme = context.scheme
        places = {(label.kind, label.name): place for place, label in enumerate(scheme.labels)}
        vocabulary = Vocabulary.of(scheme, context.options.language)
        captions = _shorten_titles(vocabulary.entity_labels)
        return cls(context, vocabulary, make_project_tag(context.project), places, captions)

    @property
    def language(self) -> str:
        return self.context.options.language

    def say(self, text: Words) -> str:
        """Return words in the language."""
        return text.say(self.language)

    def title_of(self, kind: str, label: str) -> str:
        """Return the title of a label."""
        titles = self.vocabulary.claim_labels if kind == Kind.CLAIM else self.vocabulary.entity_labels
        return titles.get(label, label)

    def caption_of(self, label: str) -> str:
        """Return the short caption of an entity's label.

        It is the start of the label's title.
        """
        return self.captions.get(label, label)

    def fill_of(self, kind: str, label: str) -> str:
        """Return the pale colour of a label."""
        return mix_with_white(self._hue_of(kind, label), _FILL_SHARE)

    def line_of(self, kind: str, label: str) -> str:
        """Return the strong colour of a label."""
        return mix_with_white(self._hue_of(kind, label), _LINE_SHARE)

    def place_of(self, kind: str, label: str) -> tuple[bool, int, str]:
        """Return the sort key of a label.

        Entities first, in the order of the scheme.
        """
        return (kind == Kind.CLAIM, self.places.get((kind, label), len(self.places)), label)

    def key_of(self, claim: Annotation) -> str:
        """Return the key of a claim that people can quote.

        It is the key of its row in a workbook.
        """
        return str(RowKey(RowKind.CLAIM, self.tag, claim.id))

    def form_of(self, claim: Annotation) -> str:
        """Return how the article gives a claim.

        "" where it is not known.
        """
        form = claim.attribute(AttributeName.FORM)
        return self.vocabulary.forms.get(form, form)

    def due_of(self, claim: Annotation) -> str:
        """Return when a claim is due, "" where it says nothing."""
        return say_period(claim.attribute(AttributeName.DUE), self.language)

    def figures_of(self, claim: Annotation) -> str:
        """Return the figures of a claim."""
        return say_exactly(claim.attribute(AttributeName.FIGURES), self.language)

    def say_value(self, value: Value) -> str:
        """Return a value of a cell as text."""
        if isinstance(value, datetime):
            return f"{say_day(value.date(), self.language)} {value:%H:%M}"
        if isinstance(value, date):
            return say_day(value, self.language)
        return "" if value is None else str(value)

    def author_of(self, note: Note) -> str:
        """Return who wrote a note, "" where the export leaves names out."""
        return note.author if self.context.options.with_authors else ""

    def head(self) -> Facts:
        """Return what the file is made of: project, time, filters."""
        context, options = self.context, self.context.options
        now = to_local_time(datetime.now(UTC))
        rows = [
            (words.PROJECT, context.project or "Pometka"),
            (words.EXPORTED, self.say_value(now)),
            (words.EXPORTED_BY, options.author if options.with_authors else ""),
            *((title, self.say_value(value)) for title, value in list_filters(options, self.vocabulary)),
            (words.PROGRAM, f"Pometka {__version__}"),
        ]
        return Facts(tuple((self.say(title), text) for title, text in rows if text))

    def _hue_of(self, kind: str, label: str) -> str:
        place = self.places.get((kind, label))
        found = None if place is None else self.context.scheme.labels[place]
        return find_hue(found, place or 0)


def _shorten_titles(titles: dict[str, str]) -> dict[str, str]:
    """Return the shortest start of each title that is unique.

    It is in lower case, and no other title has it.
    """
    lower = {label: title.casefold() for label, title in titles.items()}
    return {
        label: _shorten(title, [other for name, other in lower.items() if name != label])
        for label, title in lower.items()
    }


def _shorten(title: str, others: list[str]) -> str:
    lengths = range(_MIN_CAPTION_CHARS, len(title))
    return next((title[:end] for end in lengths if not any(one.startswith(title[:end]) for one in others)), title)
