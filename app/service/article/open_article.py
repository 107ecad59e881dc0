"""The open article.

Its text and all that is noted about it, in memory and following every change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

from app.core.change import Changed
from app.core.gc_pause import gc_paused
from app.core.model import Annotation, Article, Candidate, Kind, Note, Status, reading_key, uncertainty
from app.core.span import Span
from app.service.article.annotation_index import BEFORE_ALL, AnnotationIndex, Rest
from app.service.article.hidden_pretags import is_hidden_pretag
from app.service.article.mentions import entity_key, mention_key, word_keys
from app.service.article.sorted_keys import Key

if TYPE_CHECKING:
    from app.store import Project

_OwnT = TypeVar("_OwnT", Annotation, Candidate)

_KEYED_AT_ONCE = 300

_BEGINNING = 20_000
"""Code points: more than any first screen, and the claims that reach into it from behind, need."""


class OpenArticle:
    """The open article.

    Annotations found by range, equal mentions by group, notes by what they are on.
    """

    def __init__(
        self,
        article: Article,
        text: str,
        annotations: AnnotationIndex,
        notes: Iterable[Note] = (),
        candidates: Iterable[Candidate] = (),
    ) -> None:
        self.article = article
        self.hides_pretags = False
        """Whether proposals of the tagger are left out: a sample is annotated without them."""
        self.text = text
        self.annotations = annotations
        self._candidates = _in_text_order(candidates)
        self._notes: dict[int | None, dict[int, Note]] = {}
        for note in notes:
            self._add_note(note)
        self._by_words: dict[str, set[int]] = defaultdict(set)
        self._by_entity: dict[str, set[int]] = defaultdict(set)
        self._keyed: Key | None = BEFORE_ALL
        self._groups: dict[tuple[int, bool], tuple[Annotation, tuple[int, ...]]] = {}
        """What one key decides, as it was asked since the last change: a key asks several times."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing of `read_on` is left."""
        return self.annotations.is_whole and self._keyed is None

    def read_on(self) -> None:
        """Do a small piece of the work that opening postponed.

        Read a long article on, then learn which mentions are equal.
        """
        self._groups.clear()
        if not self.annotations.is_whole:
            self.annotations.read_on()
        else:
            self._key_on(_KEYED_AT_ONCE)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates, the likeliest first."""
        return tuple(sorted(self._candidates, key=lambda candidate: (-candidate.score, candidate.span)))

    def candidates_in(self, span: Span) -> Iterator[Candidate]:
        """Yield the candidates that begin in a range, in the text's order."""
        for place in range(bisect_left(self._candidates, span.start, key=_start_of), len(self._candidates)):
            if self._candidates[place].span.start >= span.stop:
                return
            yield self._candidates[place]

    def notes_on(self, annotation_id: int | None) -> tuple[Note, ...]:
        """Return the notes on an annotation, or on the article itself."""
        return tuple(self._notes.get(annotation_id, {}).values())

    def noted(self) -> Iterator[int]:
        """Yield the ids of the annotations that have a note."""
        return (owner for owner, notes in self._notes.items() if owner is not None and notes)

    def group_of(self, annotation: Annotation, *, by_entity: bool = False) -> tuple[int, ...]:
        """Return the ids of the mentions decided with this one.

        It is among them; () if it is alone. They have the same words by lemma and the same label, and are all still
        proposed. `by_entity` adds those that are the same entity in other words, of the same label too.
        """
        if annotation.kind is not Kind.ENTITY or annotation.status is not Status.PROPOSED:
            return ()
        asked = (annotation.id, by_entity)
        known = self._groups.get(asked)
        if known is None or known[0] is not annotation:
            known = self._groups[asked] = (annotation, self._find_group(annotation, by_entity=by_entity))
        return known[1]

    def group_uncertainty(self) -> dict[int, float]:
        """Return the mean uncertainty of each group of mentions, by id.

        A group is what one key decides. On the development articles, 20 % of the proposals decided in this order leave
        2.6 wrong ones per 100, against 3.1 in the order of the most uncertain single mentions: one uncertain place of a
        name that is sure elsewhere is seldom wrong.
        """
        groups: dict[tuple[str, str], list[Annotation]] = defaultdict(list)
        for row in self.annotations.still_proposed():
            if row.kind is Kind.ENTITY:
                groups[row.label, self._decided_with(row)].append(row)
        means = ((rows, fmean(map(uncertainty, rows))) for rows in groups.values())
        return {row.id: mean for rows, mean in means for row in rows}

    def equal_to(self, keys: Iterable[str]) -> list[Annotation]:
        """Return the mentions with one of the keys of `mentions.word_keys`, unordered."""
        self._key_on(None)
        return self.annotations.those(set[int]().union(*(self._by_words.get(key, ()) for key in keys)))

    def known_normal(self, words: str) -> str:
        """Return the normal form of equal words in the article, or "".

        The words may stand in any case.
        """
        key = mention_key(words)
        equal = self.equal_to([key])
        return next((row.normal for row in equal if row.normal and mention_key(row.words(self.text)) == key), "")

    def follow_changes(self, changed: Changed) -> None:
        """Follow the changes that concern this article."""
        annotations = changed.in_article(Annotation, self.article.id)
        self._follow_annotations(list(_shown_changes(annotations)) if self.hides_pretags else annotations)
        if not self.hides_pretags:
            self._follow_candidates(changed.in_article(Candidate, self.article.id))
        for note_before, note_after in changed.of(Note):
            self._follow_note(note_before, note_after)
        for _, article in changed.of(Article):
            if article is not None and article.id == self.article.id:
                self.article = article

    def _follow_annotations(self, changes: Iterable[tuple[Annotation | None, Annotation | None]]) -> None:
        self._groups.clear()
        for before, after in changes:
            if before is None or after is None or _is_called_otherwise(before, after):
                self._move_keys(before, after)
        self.annotations.follow_changes(_by_id(changes))

    def _follow_candidates(self, changes: Iterable[tuple[Candidate | None, Candidate | None]]) -> None:
        if changes:
            merged = {**{one.id: one for one in self._candidates}, **_by_id(changes)}
            self._candidates = _in_text_order(one for one in merged.values() if one is not None)

    def _follow_note(self, before: Note | None, after: Note | None) -> None:
        if before is not None and before.article_id == self.article.id:
            self._notes.get(before.annotation_id, {}).pop(before.id, None)
        if after is not None and after.article_id == self.article.id:
            self._add_note(after)

    def _add_note(self, note: Note) -> None:
        self._notes.setdefault(note.annotation_id, {})[note.id] = note

    def _find_group(self, annotation: Annotation, *, by_entity: bool) -> tuple[int, ...]:
        self._key_on(None)
        equal = [self._by_words[key] for key in word_keys(annotation, self.text)]
        if by_entity and entity_key(annotation):
            equal.append(self._by_entity[entity_key(annotation)])
        label, index = annotation.label, self.annotations
        group = set[int]().union(*(index.proposed_among(ids, label) for ids in equal))
        return tuple(sorted(group)) if len(group) > 1 else ()

    def _decided_with(self, annotation: Annotation) -> str:
        """Return the key that Space decides by.

        The entity, else the words.
        """
        return entity_key(annotation) or min(word_keys(annotation, self.text), default="")

    def _key_on(self, count: int | None) -> None:
        """Collect the keys of the next annotations in reading order.

        Of all that are left for None. They are collected when first asked for: opening a long article need not wait for
        it.
        """
        if self._keyed is None:
            return
        rows = list(islice(self.annotations.after(self._keyed), count))
        for row in rows:
            self._move_keys(None, row)
        self._keyed = reading_key(rows[-1]) if rows and len(rows) == count else None

    def _move_keys(self, before: Annotation | None, after: Annotation | None) -> None:
        """Let the keys follow a mention, collected or not.

        Claims have no keys.
        """
        if before is not None and before.kind is Kind.ENTITY:
            for keyed in self._keyed_under(before):
                keyed.discard(before.id)
        if after is not None and after.kind is Kind.ENTITY:
            for keyed in self._keyed_under(after):
                keyed.add(after.id)

    def _keyed_under(self, mention: Annotation) -> Iterator[set[int]]:
        """Yield the sets of ids that a mention belongs to."""
        yield from (self._by_words[key] for key in word_keys(mention, self.text))
        entity = entity_key(mention)
        if entity:
            yield self._by_entity[entity]


def _shown_changes(
    changes: Iterable[tuple[Annotation | None, Annotation | None]],
) -> Iterator[tuple[Annotation | None, Annotation | None]]:
    """Yield changes as they are seen where pre-tags are hidden."""
    for before, after in changes:
        seen = tuple(None if row is None or is_hidden_pretag(row) else row for row in (before, after))
        if any(row is not None for row in seen):
            yield seen[0], seen[1]


def read_open_article(project: Project, article: Article, *, hides_pretags: bool = False) -> OpenArticle:
    """Read an article from its project.

    Pre-tags and candidates are left out where they are hidden.

    The annotations that a long one does not begin with are left for later. The collector is paused: tens of thousands
    of new values are all kept.
    """
    number = article.id

    def read(since: int, before: int | None) -> list[Annotation]:
        rows = project.annotations(number, since=since, before=before)
        return [row for row in rows if not is_hidden_pretag(row)] if hides_pretags else rows

    rest = Rest(_BEGINNING, article.length, read) if article.length > _BEGINNING else None
    with gc_paused():
        annotations = AnnotationIndex(read(0, rest.start if rest else None), rest)
        candidates = () if hides_pretags else project.candidates(number)
        text, notes = project.text(number), project.notes(number)
        opened = OpenArticle(article, text, annotations, notes, candidates)
    opened.hides_pretags = hides_pretags
    return opened


def _by_id(pairs: Iterable[tuple[_OwnT | None, _OwnT | None]]) -> dict[int, _OwnT | None]:
    """Return the rows as they are after changes, by id."""
    return {row.id: after for before, after in pairs if (row := after or before) is not None}


def _is_called_otherwise(before: Annotation, after: Annotation) -> bool:
    """Say whether a mention may have other keys than before."""
    return (before.kind, before.pieces, before.normal, before.attributes) != (
        after.kind,
        after.pieces,
        after.normal,
        after.attributes,
    )


def _in_text_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: (candidate.span, candidate.id))


def _start_of(candidate: Candidate) -> int:
    return candidate.span.start
