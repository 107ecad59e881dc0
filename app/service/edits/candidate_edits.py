"""Arriving at what was missed: likely misses on screen, and the next one."""

from __future__ import annotations

from app.core.message import Message
from app.core.span import Span
from app.core.text.boundary import word_at
from app.service.article.candidates import Miss, misses_in, next_miss
from app.service.edits.edit_base import Editing


class Arriving(Editing):
    """Brings the caret to likely misses; one of several words arrives selected, ready for its label's key."""

    def misses(self, visible: Span) -> list[Miss]:
        """Return the likely misses in a range of the article, the likeliest first."""
        return [] if self._place.desk is None else misses_in(self._place.desk, visible)

    def next_miss(self) -> None:
        """Go to the next likely miss; past the last one, to the first."""
        desk, cursor = self._place.desk, self._place.cursor
        if desk is None or cursor.caret is None:
            return
        behind = max(cursor.caret.stop, cursor.selection.stop if cursor.selection else 0)
        found = next_miss(desk, behind) or next_miss(desk, 0)
        if found is None:
            self._tell(Message("Nothing here looks like a miss."))
        else:
            self.go_to_miss(found)

    def go_to_miss(self, miss: Miss) -> None:
        """Put the caret on a likely miss, or select it where it is not just one word."""
        desk, cursor = self._place.desk, self._place.cursor
        if desk is None:
            return
        if word_at(desk.text, miss.span.start) == miss.span:
            cursor.move_to(miss.span)
        else:
            cursor.select(miss.span, snap=False)
