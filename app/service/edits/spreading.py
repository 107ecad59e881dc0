"""Spread: give every equal mention the label of the current one.

In the article or in the whole project.
"""

from __future__ import annotations

from app.core.change import Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Status
from app.core.text.comparing import plain_view
from app.service.article.open_article import OpenArticle
from app.service.concordance.hits import HitSearch
from app.service.edits.edit_helpers import apply_step, edited_project, notify_together
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.patterns import Pattern, pattern_of, spread_search
from app.service.wording import shorten_text


class Spreading:
    """Gives all equal mentions the label of the current one.

    They have the same words, and are untagged or have that label.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def spread(self) -> None:
        """Spread the current mention through its article.

        One that was proposed is thereby decided.
        """
        here = self._current_mention()
        if here is None:
            return
        open_article, row = here
        place = self._place
        pattern, is_open = pattern_of(row, open_article.text), place.navigation.is_open(row)
        makers = pattern.makers(place.edit_context, place.scheme, edited_project(place).next_id)
        places = pattern.places(plain_view(open_article.text))
        targets = pattern.targets(makers, open_article, places)
        changes = tuple(change for target in targets if (change := target.change_in(open_article.article.id)))
        others = len(list(pattern.other_targets(makers, open_article)))
        step = Step(pattern.title(len(changes)), changes) if changes else None
        if not apply_step(self._place, step) or step is None:
            self._notify_none_left(pattern, others)
            return
        if is_open:
            self._place.navigation.next_proposed(row)
        else:
            self._place.navigation.stay_on(row.id)
        changed = (change.after for change in step.changes if change.id != row.id)
        rows = [row, *(after for after in changed if isinstance(after, Annotation))]
        notify_together(self._place, Message("Labelled {label}", {"label": row.label}), open_article, rows)

    def find_equal(self) -> HitSearch | None:
        """Return the search for the current mention's words in the project.

        None where there is no mention to spread: that is said.
        """
        here = self._current_mention()
        if here is None:
            return None
        open_article, row = here
        return spread_search(self._place, pattern_of(row, open_article.text))

    def _notify_none_left(self, pattern: Pattern, others: int) -> None:
        words = {"text": shorten_text(pattern.words), "n": str(others)}
        none_left = Message("No other mention of “{text}” is left.", words)
        left = Message("{n} mentions of “{text}” were decided or have another label: they stay as they are.", words)
        self._place.notified.emit(left if others else none_left)

    def _current_mention(self) -> tuple[OpenArticle, Annotation] | None:
        open_article, row = self._place.open_article, self._place.navigation.current
        if open_article is None or row is None or row.kind is not Kind.ENTITY:
            self._place.notified.emit(Message("There is no annotation here."))
            return None
        if row.status is Status.REJECTED:
            self._place.notified.emit(Message("This mention is rejected: accept it first."))
            return None
        return open_article, row
