"""The key contract once more, as plainly as can be.

What each key should make of caret, selection and decisions. It knows nothing of indexes, signals or storage: lists are
looked through from end to end. What it does not foretell (order of doubt, moved boundaries, new mentions by spreading,
the caret after an undo) it takes over with `see`, and leaves to laws.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.core.text.boundary import fitted, word_at, words
from app.core.text.sentences import sentence_at
from app.core.text.tokens import line_at, tokens
from app.service.article.mentions import mention_key
from app.service.project.schemes import default_scheme

OWN = (Origin.MANUAL, Origin.SPREAD)
LABELS = {(label.kind, label.key): label.name for label in default_scheme().labels if label.key}
FIELDS = {
    (label.kind, label.name): {attribute.name for attribute in label.attributes} for label in default_scheme().labels
}
VALUES = ("value", "precision")
"""What a figure or a date means: gone under a label without such a field."""

Key = tuple[int, int, int]


def key_of(row: Annotation) -> Key:
    """Return the place of an annotation in reading order."""
    return row.span.start, -row.span.stop, row.id


def has_same_words(one: Annotation, other: Annotation, text: str) -> bool:
    """Say whether two mentions have the same words.

    They are alike in their stems, or in the tagger's form of these words.
    """
    return bool(lemmas(one, text) & lemmas(other, text))


def lemmas(row: Annotation, text: str) -> set[str]:
    """Return what words are compared by.

    Nothing for a mere sign: no two of these are equal.
    """
    words, forms = bare(row.words(text)), bare(row.normal)
    is_form = [word[0] for word in words] == [form[0] for form in forms]
    said = [row.words(text), row.normal] if is_form else [row.words(text)]
    return {key for key in map(mention_key, said) if key}


def bare(words: str) -> list[str]:
    """Return words in lower case, ё as е, without signs."""
    found = (words[start:stop] for start, stop in tokens(words))
    return [word.casefold().replace("ё", "е") for word in found if word[0].isalnum()]


def is_same_entity(one: Annotation, other: Annotation) -> bool:
    """Say whether two mentions are known to be of one entity."""
    entity = mention_key(one.attribute("referent"))
    return entity != "" and entity == mention_key(other.attribute("referent"))


@dataclass
class Reference:
    """What the analyst should see."""

    text: str
    rows: dict[int, Annotation]
    caret: Span | None
    selection: Span | None = None
    anchor: Span | None = None
    visited: int | None = None
    along: frozenset[int] = frozenset()
    groups: bool = True
    by_uncertainty: bool = False
    words: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.words = list(words(self.text))

    # -- what there is

    @property
    def left(self) -> int:
        return sum(row.status is Status.PROPOSED for row in self.rows.values())

    @property
    def current(self) -> Annotation | None:
        return self.rows[self.visited] if self.visited in self.rows else self.innermost()

    def innermost(self, kind: Kind | None = None) -> Annotation | None:
        """Return what lies closest around the caret.

        It is not rejected if anything there is not.
        """
        if self.caret is None:
            return None
        here: list[Annotation] = []
        for position in (self.caret.start, self.caret.stop - 1):
            over = [row for row in self.rows.values() if any(piece.covers(position) for piece in row.pieces)]
            over.sort(key=lambda row: (row.span.length, row.kind is Kind.CLAIM, row.id))
            here += [row for row in over if kind in (None, row.kind)]
        here.sort(key=lambda row: (row.status is Status.REJECTED, row.kind is Kind.CLAIM))
        return here[0] if here else None

    def group(self, row: Annotation, *, by_entity: bool = False) -> list[int]:
        """Return what is decided together with an annotation, it first."""
        if not self.groups:
            return [row.id]
        if row.id == self.visited and self.along:
            return [row.id, *sorted(self.along - {row.id})]
        if row.kind is not Kind.ENTITY or row.status is not Status.PROPOSED:
            return [row.id]
        equal = [
            other.id
            for other in self.rows.values()
            if (other.kind, other.status, other.label) == (row.kind, row.status, row.label)
            and (has_same_words(row, other, self.text) or (by_entity and is_same_entity(row, other)))
            and other.id != row.id
        ]
        return [row.id, *equal]

    def spread(self) -> tuple[set[int], str]:
        """Return what is decided by spreading the current mention, and its label.

        No ids where a claim or nothing is current: a mention below a claim is not what is looked at.
        """
        row = self.current
        if row is None or row.kind is not Kind.ENTITY or row.status is Status.REJECTED:
            return set(), ""
        equal = (
            other.id
            for other in self.rows.values()
            if (other.kind, other.status, other.label) == (Kind.ENTITY, Status.PROPOSED, row.label)
            and has_same_words(row, other, self.text)
        )
        return set(equal), row.label

    # -- the caret

    def step(self, by: int, *, grow: bool = False) -> None:
        """Go a word on or back."""
        if self.caret is not None:
            at = min(max(self.words.index(self.caret) + by, 0), len(self.words) - 1)
            self.move(self.words[at], grow=grow)

    def to_line_end(self, at: int, *, grow: bool = False) -> None:
        """Go to the first or last word of the line.

        The first is 0, the last -1.
        """
        if self.caret is not None:
            line = line_at(self.text, self.caret.start)
            self.move([token for token in self.words if line.contains(token)][at], grow=grow)

    def to_text_end(self, at: int, *, grow: bool = False) -> None:
        """Go to the first or last word of the text.

        The first is 0, the last -1.
        """
        if self.words:
            self.move(self.words[at], grow=grow)

    def move(self, word: Span, *, grow: bool = False) -> None:
        """Put the caret on a word.

        Whatever was visited is left by that, unless the selection grows.
        """
        if grow:
            self.anchor = self.anchor or self.caret or word
            whole = Span(min(self.anchor.start, word.start), max(self.anchor.stop, word.stop))
            self.selection = fitted(self.text, whole)
        else:
            self.selection = self.anchor = self.visited = None
            self.along = frozenset()
        self.caret = word

    def drop(self) -> None:
        """Drop the selection."""
        self.selection = self.anchor = None

    # -- navigation

    def go_on(self, by: int, kind: Kind | None = None) -> None:
        """Go to the next or previous annotation that is live.

        It is one that is not rejected.
        """
        rows = [row for row in self.rows.values() if row.status is not Status.REJECTED and kind in (None, row.kind)]
        self._to_neighbour(rows, by, self._place())

    def go_on_proposed(self, by: int, behind: Annotation | None = None) -> None:
        """Go to what is still proposed next, or before."""
        rows = [row for row in self.rows.values() if row.status is Status.PROPOSED]
        self._to_neighbour(rows, by, key_of(behind) if behind is not None else self._place())

    def _to_neighbour(self, rows: Iterable[Annotation], by: int, place: Key) -> None:
        ordered = sorted(rows, key=key_of, reverse=by < 0)
        further = [row for row in ordered if (key_of(row) > place if by > 0 else key_of(row) < place)]
        for row in [*further, *ordered][:1]:
            first = word_at(self.text, row.start)
            if first is not None:
                self.move(first)
                self.visited = row.id
            else:
                self._stay(row.id)

    def _place(self) -> Key:
        current = self.current
        is_visited = self.visited in self.rows
        if current is not None and (is_visited or self.caret is None or current.kind is Kind.ENTITY):
            return key_of(current)
        return (-1, 0, 0) if self.caret is None else (self.caret.start, -self.caret.start, 0)

    # -- deciding

    def label(self, kind: Kind, digit: str, *, alone: bool = False) -> int | None:
        """Give a label.

        Return the id of a new annotation as -1, None where there is none.
        """
        name = LABELS.get((kind, digit))
        if name is None:
            return None
        current, claim = self.current, self.innermost(Kind.CLAIM)
        if self.selection is None and current is not None and current.kind is kind and self._is_seen(current):
            self._relabel(current, name, alone=alone)
            return None
        if self.selection is None and kind is Kind.CLAIM and claim is not None and self._is_seen(claim):
            self._stay(claim.id)  # a press of its own changes it
            return None
        if (
            self.selection is None
            and current is not None
            and current.kind is not kind is Kind.ENTITY
            and current.id == self.visited
        ):
            return None
        if self.caret is None:
            return None
        whole = sentence_at(self.text, self.caret.start) if kind is Kind.CLAIM else self.caret
        return self._label_span(kind, name, self.selection or whole)

    def _is_seen(self, row: Annotation) -> bool:
        return row.status is not Status.REJECTED or row.id == self.visited

    def _label_span(self, kind: Kind, name: str, chosen: Span) -> int | None:
        span = fitted(self.text, chosen)
        if not span.length:
            return None
        one_piece = [row for row in self.rows.values() if row.kind is kind and len(row.pieces) == 1]
        same = [row for row in one_piece if span in (row.span, fitted(self.text, row.span))]
        same.sort(key=lambda row: (row.status is Status.REJECTED, key_of(row)))
        if same:
            self._relabel(same[0], name, alone=True)
            return None
        if kind is Kind.ENTITY and "\n" in self.text[slice(*span)]:
            return None
        self.rows[-1] = Annotation(-1, 0, kind, name, (span,), Status.ACCEPTED)
        self._stay(-1)
        return -1

    def _relabel(self, row: Annotation, name: str, *, alone: bool) -> None:
        was_open = row.status is Status.PROPOSED or (row.id == self.visited and bool(self.along))
        for one in map(self.rows.__getitem__, [row.id] if alone else self.group(row)):
            if one.label != name:
                status = Status.ACCEPTED if one.origin in OWN else Status.CORRECTED
                fields = FIELDS[one.kind, name]
                kept = tuple(pair for pair in one.attributes if pair[0] in fields or pair[0] not in VALUES)
                self.rows[one.id] = replace(one, label=name, status=status, attributes=kept)
            elif one.status in (Status.PROPOSED, Status.REJECTED):
                self.rows[one.id] = replace(one, status=Status.ACCEPTED)
        if was_open and self.left:
            self._go_on(row)
        else:
            self._stay(row.id)

    def accept(self, *, alone: bool = False) -> None:
        """Accept, and go on."""
        chosen = self._chosen(alone=alone, by_entity=True)
        for row in chosen or []:
            is_open = row.status is Status.PROPOSED or (row.status is Status.REJECTED and self.selection is None)
            if is_open:
                self.rows[row.id] = replace(row, status=Status.ACCEPTED)
        if chosen is not None:
            self._go_on(chosen[0] if chosen else None)

    def reject(self, *, alone: bool = False) -> None:
        """Reject, and go on; what is one's own is gone."""
        chosen = self._chosen(alone=alone)
        for row in chosen or []:
            if row.status is Status.REJECTED:
                continue
            if row.origin in OWN:
                del self.rows[row.id]
            else:
                self.rows[row.id] = replace(row, status=Status.REJECTED)
        if chosen is not None:
            self._go_on(chosen[0] if chosen else None)

    def _chosen(self, *, alone: bool, by_entity: bool = False) -> list[Annotation] | None:
        if self.selection is not None:
            inside = [row for row in self.rows.values() if self.selection.contains(row.span)]
            return sorted(inside, key=key_of) or None
        current = self.current
        if current is None:
            return []
        together = [current.id] if alone else self.group(current, by_entity=by_entity)
        return [self.rows[one] for one in together]

    def _go_on(self, behind: Annotation | None) -> None:
        if self.left:
            self.go_on_proposed(1, behind)
        else:
            self.drop()

    def _stay(self, row_id: int) -> None:
        self.visited, self.along = row_id, frozenset()
        self.drop()
