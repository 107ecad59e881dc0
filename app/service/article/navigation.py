"""The current annotation and the next one, by text or by uncertainty."""

from __future__ import annotations

from collections.abc import Iterator

from psygnal import Signal

from app.core.model import Annotation, Kind, Status, reading_key
from app.core.text.boundary import word_at
from app.core.text.tokens import token_at
from app.service.article.annotation_index import BEFORE_ALL
from app.service.article.cursor import Cursor
from app.service.article.open_article import OpenArticle
from app.service.article.sorted_keys import Key

_BEHIND_ALL: Key = (1 << 62, 0, 0)


class Navigation:
    """Navigates the annotations of the open article.

    The current annotation is the one that was gone to, until the caret leaves it on its own; else the innermost one
    under the caret. Rejected ones are passed over; while they are shown they are still found under the caret.
    """

    moved = Signal()
    """Another annotation is current, or the order or the groups changed."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._open_article: OpenArticle | None = None
        self._visited: int | None = None
        self._target: int | None = None
        self._along: tuple[int, ...] = ()
        self.by_uncertainty = False
        self.groups_on = True
        self.shows_rejected = True
        cursor.moved.connect(self._follow_caret)

    def set_open_article(self, open_article: OpenArticle | None) -> None:
        """Navigate another article, without a signal."""
        self._open_article = open_article
        self._visited = None
        self._along = ()
        self._order_by_uncertainty()

    @property
    def current(self) -> Annotation | None:
        """The annotation that the next edit is about, where nothing is selected."""
        if self._open_article is None:
            return None
        visited = self._open_article.annotations.get(self._visited)
        return visited if visited is not None else self.innermost()

    @property
    def current_id(self) -> int | None:
        current = self.current
        return None if current is None else current.id

    @property
    def group(self) -> tuple[int, ...]:
        """The ids that the next decision decides together.

        () where the current one stands alone or groups are off.
        """
        current = self.current
        return () if current is None else self.group_of(current)

    @property
    def entity_group(self) -> tuple[int, ...]:
        """The ids that the accepting key decides.

        That is `group`, and the same entity in other words.
        """
        current = self.current
        return () if current is None else self.group_of(current, by_entity=True)

    def group_of(self, annotation: Annotation, *, by_entity: bool = False) -> tuple[int, ...]:
        """Return the ids decided together with an annotation.

        It is among them; () where it stands alone. They have the same words by lemma and the same label; `by_entity`
        adds the same entity in other words. Mentions whose boundary was moved along with it stay with it until the
        navigation goes on, though they are corrected.
        """
        if self._open_article is None or not self.groups_on:
            return ()
        if annotation.id == self._visited and self._along:
            return self._along if len(self._along) > 1 else ()
        return self._open_article.group_of(annotation, by_entity=by_entity)

    def is_open(self, annotation: Annotation) -> bool:
        """Say whether the decision about an annotation is still to be made.

        One whose boundary was moved is corrected by that, but the key that decides it is still to come.
        """
        return annotation.status is Status.PROPOSED or (annotation.id == self._visited and bool(self._along))

    def is_visited(self, annotation: Annotation) -> bool:
        """Say whether navigation led to the current annotation.

        Otherwise it is current because the caret stands in it.
        """
        return annotation.id == self._visited

    @property
    def left(self) -> int:
        """How many of the article are still proposed."""
        return 0 if self._open_article is None else self._open_article.annotations.proposed

    @property
    def is_any_left(self) -> bool:
        """Whether any of the article is still proposed.

        Known before a long one has been read to its end.
        """
        return self._open_article is not None and self._open_article.annotations.first_proposed() is not None

    def innermost(self, kind: Kind | None = None) -> Annotation | None:
        """Return the innermost annotation under the caret.

        Of one kind if asked; a mention before a claim. A rejected one comes last; while they are hidden none of them
        does: no key is about what is not seen.
        """
        found = [row for row in self._under_caret() if kind in (None, row.kind)]
        seen = [row for row in found if self.shows_rejected or row.is_live]
        return min(seen, key=lambda row: (not row.is_live, row.kind is Kind.CLAIM), default=None)

    def current_of(self, kind: Kind) -> Annotation | None:
        """Return the current annotation of a kind, else one at the caret.

        The innermost one under the caret.
        """
        current = self.current
        return current if current is not None and current.kind is kind else self.innermost(kind)

    def switch_to(self, kind: Kind) -> None:
        """Make the current annotation one of that kind.

        The innermost under the caret where it is of another.
        """
        wanted = self.current_of(kind)
        if wanted is not None and wanted.id != self.current_id:
            self.stay_on(wanted.id)

    def go_to(self, annotation_id: int) -> None:
        """Go to an annotation.

        It is current, and the caret stands on its first word.
        """
        annotation = None if self._open_article is None else self._open_article.annotations.get(annotation_id)
        if annotation is None or self._open_article is None:
            return
        word = word_at(self._open_article.text, annotation.start)
        if word is not None:
            self._target = annotation_id
            self._cursor.move_to(word)
        elif token_at(self._open_article.text, annotation.start) is not None:  # a text of signs alone has no caret
            self.stay_on(annotation_id)

    def next(self) -> None:
        """Go to the next annotation; past the last one, to the first.

        in order of uncertainty what is decided is passed over, until nothing else is left.
        """
        self._to_first(self._look_ahead(1))

    def previous(self) -> None:
        """Go to the annotation before; before the first one, to the last."""
        self._to_first(self._look_ahead(-1))

    def next_proposed(self, behind: Annotation | None = None) -> None:
        """Go to the next proposal; stay if there is none.

        After the current annotation, or the one that was decided.
        """
        self._to_first(self._proposals_from(1, behind))

    def first_proposed(self) -> bool:
        """Go to what is still proposed first in the review order.

        Return whether there is any.
        """
        if self._open_article is None:
            return False
        index = self._open_article.annotations
        first = next(index.uncertain_after(None), None) if self.by_uncertainty else index.first_proposed()
        if first is not None:
            self.go_to(first.id)
        return first is not None

    def previous_proposed(self) -> None:
        """Go back to what is still proposed."""
        self._to_first(self._proposals_from(-1))

    def next_claim(self, by: int = 1) -> None:
        """Go to the next claim, or the one before."""
        self._to_first(row for row in self._in_text(by) if row.kind is Kind.CLAIM)

    def toggle_order(self) -> None:
        """Order by uncertainty instead of as in the text, or back.

        By uncertainty, the most uncertain proposal becomes current.
        """
        self.by_uncertainty = not self.by_uncertainty
        self._order_by_uncertainty()
        if not (self.by_uncertainty and self.first_proposed()):
            self.moved.emit()

    def show_rejected(self, *, shown: bool) -> None:
        """Find rejected annotations under the caret, or not.

        They are shown, or hidden.
        """
        self.shows_rejected = shown
        self.moved.emit()

    def toggle_groups(self) -> None:
        """Decide equal mentions together, or each alone."""
        self.groups_on = not self.groups_on
        self._order_by_uncertainty()
        self.moved.emit()

    def stay_on(self, annotation_id: int, along: tuple[int, ...] = ()) -> None:
        """Keep an annotation current where the caret is.

        It was just made, or changed, `along` with others. A selection has done its work, and goes.
        """
        self._visited, self._along = annotation_id, along
        if not self._cursor.drop():
            self.moved.emit()

    def refresh(self) -> None:
        """Signal that the current annotation is another one, or changed."""
        self.moved.emit()

    def _under_caret(self) -> Iterator[Annotation]:
        """Yield annotations over the token's start, then over its end only."""
        caret = self._cursor.caret
        if self._open_article is not None and caret is not None:
            yield from self._open_article.annotations.at(caret.start)
            yield from self._open_article.annotations.at(caret.stop - 1)

    def _order_by_uncertainty(self) -> None:
        """Order by decisions.

        A mention is as uncertain as those that are decided with it.
        """
        if self._open_article is not None and self.by_uncertainty:
            self._open_article.annotations.weigh(self._open_article.group_uncertainty() if self.groups_on else {})

    def _to_first(self, annotations: Iterator[Annotation]) -> None:
        found = next(annotations, None)
        if found is not None:
            self.go_to(found.id)

    def _look_ahead(self, step: int) -> Iterator[Annotation]:
        return self._proposals_from(step) if self.by_uncertainty and self.is_any_left else self._in_text(step)

    def _in_text(self, step: int) -> Iterator[Annotation]:
        """Yield what is not rejected from the current place on, and round."""
        if self._open_article is None:
            return
        index = self._open_article.annotations
        for start in (self._current_place(), BEFORE_ALL if step > 0 else _BEHIND_ALL):
            yield from (row for row in index.after(start, step) if row.is_live)

    def _proposals_from(self, step: int, behind: Annotation | None = None) -> Iterator[Annotation]:
        """Yield the proposals from a place on, round, in review order."""
        if self._open_article is None:
            return
        index, start = self._open_article.annotations, behind or self.current
        around = BEFORE_ALL if step > 0 else _BEHIND_ALL
        if self.by_uncertainty:
            if start is not None:
                yield from index.uncertain_after(start, step)
            yield from index.uncertain_after(None, step)
            return
        yield from index.proposed_after(self._current_place() if behind is None else reading_key(behind), step)
        yield from index.proposed_after(around, step)

    def _current_place(self) -> Key:
        """Return the place to go on from, in reading order.

        The current annotation's, else the caret's.
        """
        current, caret = self.current, self._cursor.caret
        if current is not None and (self.is_visited(current) or caret is None or current.kind is Kind.ENTITY):
            return reading_key(current)
        return BEFORE_ALL if caret is None else (caret.start, -caret.start, 0)

    def _follow_caret(self, is_growing: bool) -> None:
        if not is_growing:
            self._visited, self._target, self._along = self._target, None, ()
        self.moved.emit()
