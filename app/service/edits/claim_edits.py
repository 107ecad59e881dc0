"""Edits of claims.

Who says it, the words that report it, and its pieces.
"""

from __future__ import annotations

from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Span, outer_span
from app.core.text.boundary import fitted
from app.core.vocabulary import RoleName
from app.service.article.speakers import find_speaker_candidates, nearest_claim, speaker_name
from app.service.edits.edit_helpers import apply_step, show_claim_first
from app.service.edits.edit_place import EditPlace
from app.service.edits.piece_moves import move_pieces
from app.service.edits.steps import step_builders
from app.service.edits.steps.pieces import is_grown, with_span_toggled


class ClaimEdits:
    """Edits the roles and the pieces of the claim here."""

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def find_here(self) -> Annotation | None:
        """Return the claim to edit: the current one, else the nearest.

        The nearest is looked for in the paragraph. Who said it, with what word, and what else was said mostly stands
        beside the claim.
        """
        open_article, cursor = self._place.open_article, self._place.cursor
        claim, place = self._place.navigation.current_of(Kind.CLAIM), cursor.selection or cursor.caret
        if claim is not None or open_article is None or place is None:
            return claim
        return nearest_claim(open_article, place)

    def find_speakers(self) -> list[Span]:
        """Return who may have said the claim here, the likeliest first."""
        open_article, claim = self._place.open_article, self.find_here()
        return [] if open_article is None or claim is None else find_speaker_candidates(open_article, claim)

    def pick_speaker(self, span: Span) -> None:
        """Set an offered speaker for the current claim.

        A claim that was still proposed is thereby decided, and the next proposal becomes current.
        """
        claim, navigation = self.find_here(), self._place.navigation
        is_open = claim is not None and navigation.is_open(claim)
        self.set_role(RoleName.SPEAKER, span)
        if claim is not None and is_open and navigation.is_any_left:
            navigation.next_proposed(claim)

    def set_role(self, name: str, span: Span | None) -> None:
        """Name the speaker or the cue of the claim here.

        None: it has none.
        """
        open_article, claim = self._place.open_article, self.find_here()
        if open_article is None or claim is None:
            self._place.notified.emit(Message("There is no claim here."))
            return
        if self._is_unseen(claim, span):
            show_claim_first(self._place, claim)
            return
        span = None if span is None else fitted(open_article.text, span)
        if span is not None and not span.length:
            self._place.notified.emit(Message("There are no words in the selection."))
            return
        normal = speaker_name(open_article, span) if span is not None and name == RoleName.SPEAKER else ""
        roles = step_builders.with_role(claim, name, span, normal)
        step = step_builders.annotate(self._place.edit_context, claim, open_article.text, roles=roles)
        apply_step(self._place, step)
        self._place.navigation.stay_on(claim.id)

    def toggle_piece(self) -> None:
        """Cut the selection out of the claim, or add it."""
        open_article, selection, claim = self._place.open_article, self._place.cursor.selection, self.find_here()
        if open_article is None or selection is None or claim is None:
            self._place.notified.emit(Message("Go to a claim and select the words to remove from it or add to it."))
            return
        if not fitted(open_article.text, selection).length:
            self._place.notified.emit(Message("There are no words in the selection."))
            return
        pieces = with_span_toggled(open_article.text, claim.pieces, selection)
        if pieces == claim.pieces:
            self._place.notified.emit(Message("Nothing would be left of the claim."))
            return
        title = step_builders.ADD_WORDS if is_grown(claim.pieces, pieces) else step_builders.CUT_WORDS
        move_pieces(self._place, open_article, {claim: pieces}, title)

    def join_pieces(self) -> None:
        """Make one piece of all pieces of the current claim."""
        open_article, claim = self._place.open_article, self._place.navigation.current
        if open_article is not None and claim is not None and claim.kind is Kind.CLAIM:
            outer = outer_span(claim.pieces)
            marked = fitted(open_article.text, outer)
            pieces = (marked if marked.length else outer,)
            move_pieces(self._place, open_article, {claim: pieces}, step_builders.JOIN_PIECES)

    def _is_unseen(self, claim: Annotation, span: Span | None) -> bool:
        """Say whether a key would change a claim that is not current."""
        cursor, navigation = self._place.cursor, self._place.navigation
        is_seen = span is not None and (cursor.selection is not None or navigation.current is None)
        return claim.id != navigation.current_id and not is_seen
