"""Any keys in any order over any article.

The session does what the plain reference says, and loses nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.change import Changed, Step
from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span, normal_pieces
from app.core.text.boundary import fitted, words
from app.core.text.tokens import tokens
from app.service.commands.keymap import Keymap
from app.service.session.session import Session
from tests.service.face import Face
from tests.service.samples import memory, session_over, state
from tests.stories.reference import OWN, Reference

EXAMPLES = int(os.environ.get("POMETKA_KEY_EXAMPLES", "40"))
"""More of them by hand: `POMETKA_KEY_EXAMPLES=5000`."""

PARTS = ("Токаев", "Токаева", "Алматы", "Қазақстан", "Касым-Жомарт", "премьер-министр", "Tesla", "сказал", "что")
SIGNS = ("5", "3,5", "«", "»", ".", ",", "—", "👩\u200d🚀", "🇰🇿", "е\u0301ж")
BLANKS = (" ", " ", " ", "\u00a0", "\n", "\n\n", "", ". ", "\u2028")
NORMALS = ("", "", "Токаев", "Касым-Жомарт", "Алматы", "2025", "Токаев Касым-Жомарт")
WORDS = st.tuples(st.sampled_from(PARTS + SIGNS), st.sampled_from(BLANKS)).map("".join)
TEXTS = st.one_of(st.lists(WORDS, min_size=8, max_size=24), st.lists(WORDS, max_size=3)).map("".join)

FORETOLD: dict[str, Callable[[Reference], object]] = {
    "Right": lambda seen: seen.step(1),
    "Left": lambda seen: seen.step(-1),
    "Shift+Right": lambda seen: seen.step(1, grow=True),
    "Shift+Left": lambda seen: seen.step(-1, grow=True),
    "Home": lambda seen: seen.to_line_end(0),
    "End": lambda seen: seen.to_line_end(-1),
    "Shift+End": lambda seen: seen.to_line_end(-1, grow=True),
    "Ctrl+Home": lambda seen: seen.to_text_end(0),
    "Ctrl+Shift+End": lambda seen: seen.to_text_end(-1, grow=True),
    "Escape": lambda seen: None,  # the face drops the selection: it is asked to
    "Tab": lambda seen: seen.go_on(1),
    "Shift+Tab": lambda seen: seen.go_on(-1),
    ".": lambda seen: seen.go_on_proposed(1),
    ",": lambda seen: seen.go_on_proposed(-1),
    "C": lambda seen: seen.go_on(1, Kind.CLAIM),
    "Shift+C": lambda seen: seen.go_on(-1, Kind.CLAIM),
    "1": lambda seen: seen.label(Kind.ENTITY, "1"),
    "2": lambda seen: seen.label(Kind.ENTITY, "2"),
    "Ctrl+1": lambda seen: seen.label(Kind.ENTITY, "1", alone=True),
    "Ctrl+3": lambda seen: seen.label(Kind.ENTITY, "3", alone=True),
    "Shift+1": lambda seen: seen.label(Kind.CLAIM, "1"),
    "Shift+2": lambda seen: seen.label(Kind.CLAIM, "2"),
    "Shift+9": lambda seen: seen.label(Kind.CLAIM, "9"),
    "Space": lambda seen: seen.accept(),
    "Ctrl+Space": lambda seen: seen.accept(alone=True),
    "Backspace": lambda seen: seen.reject(),
    "Ctrl+Delete": lambda seen: seen.reject(alone=True),
}
MOVES = tuple(f"{held}+{arrow}" for held in ("Alt", "Alt+Shift", "Ctrl+Alt") for arrow in ("Left", "Right"))
OTHERS = ("P", "X", "J", "T", ";", "D", "G", "Shift+S", "Ctrl+A", "Ctrl+Right", "Ctrl+Left", "Ctrl+Enter", "]", "[")
TRAVELS = ("U", "Ctrl+Y")
KEYS = st.lists(st.sampled_from((*FORETOLD, *MOVES, *OTHERS, *TRAVELS)), min_size=8, max_size=48)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Annotation]]:
    """Draw a text with annotations in it.

    They are nested, crossing, in pieces, decided or not.
    """
    text = draw(TEXTS)
    found = list(tokens(text))
    rows: list[Annotation] = []
    for _ in range(draw(st.integers(0, 7)) if found else 0):
        first = draw(st.integers(0, len(found) - 1))
        last = min(len(found) - 1, first + draw(st.sampled_from((0, 0, 0, 1, 1, 3, 6))))
        kind = draw(st.sampled_from((Kind.ENTITY, Kind.ENTITY, Kind.CLAIM)))
        span = Span(found[first].start, found[last].stop)
        if kind is Kind.ENTITY and "\n" in text[slice(*span)]:
            continue
        pieces = normal_pieces([found[first], found[last]]) if draw(st.booleans()) and kind is Kind.CLAIM else (span,)
        label = draw(st.sampled_from(("PER", "ORG") if kind is Kind.ENTITY else ("statement", "forecast")))
        status = draw(st.sampled_from((Status.PROPOSED, Status.PROPOSED, *Status)))
        origin = draw(st.sampled_from((Origin.PRETAG, Origin.PRETAG, Origin.MANUAL, Origin.IMPORT)))
        doubt = draw(st.sampled_from((None, 0.2, 0.9)))
        normal = draw(st.sampled_from(NORMALS)) if kind is Kind.ENTITY else ""
        entity = draw(st.sampled_from(("", "", "Касым-Жомарт Токаев", "Алматы"))) if kind is Kind.ENTITY else ""
        known = (("referent", entity),) if entity else ()
        row = Annotation(0, 0, kind, label, pieces, status, origin, "", doubt, normal, known)
        rows.append(row)
    return text, rows


class Analyst:
    """Presses keys in a session, and holds what happens against the reference."""

    def __init__(self, session: Session) -> None:
        self.session, self.face, self.keymap = session, Face(session), Keymap()
        self.seen = Reference(self.open_article.text, {}, None)
        self.done: list[dict[int, Annotation]] = []
        self.undone: list[dict[int, Annotation]] = []
        self._moves = self._steps = 0
        self._origins: dict[int, tuple[Annotation, Annotation]] = {}
        """By id an annotation before its first move and after its last one, as far as nothing else changed it."""
        session.moved.connect(self._count_move)
        apply = session.apply

        def counted(step: Step) -> Changed:
            self._steps += 1
            return apply(step)

        session.apply = counted  # type: ignore[method-assign]
        self.see()

    @property
    def open_article(self) -> Any:
        return self.session.open_article

    def press(self, key: str) -> None:
        """Press a key; what follows from it is as the contract says."""
        if key == "U" and not self.done:
            return
        before, self._moves, self._steps = dict(self.seen.rows), 0, 0
        was_open = self.seen.current is not None and self.session.navigation.is_open(self.seen.current)
        self._run(key)
        assert self._moves <= 1, "a key moves the views once"
        if key in TRAVELS:
            self._travelled(key)
        else:
            assert self._steps <= 1, "a key is one step"
            if self._steps:
                self.done.append(before)
                self.undone.clear()
        if key in FORETOLD and not self._is_by_doubt(key):
            FORETOLD[key](self.seen)
            if key == "Escape":
                self.seen.drop()
            self._compare()
        else:
            self._hold_laws(key, before, was_open=was_open)
            self.see()
        self._stand()

    def see(self) -> None:
        """Take over what the reference does not foretell."""
        session, seen = self.session, self.seen
        seen.rows = {row.id: row for row in self.open_article.annotations}
        seen.caret, seen.selection = session.cursor.caret, session.cursor.selection
        seen.groups, seen.by_uncertainty = session.navigation.groups_on, session.navigation.by_uncertainty
        inside = [token for token in seen.words if seen.selection and seen.selection.overlaps(token)]
        seen.anchor = inside[-1 if inside[0] == seen.caret else 0] if inside else None
        current = session.navigation.current
        seen.visited = current.id if current is not None and session.navigation.is_visited(current) else None
        is_moved = current is not None and current.status.is_decided and session.navigation.is_open(current)
        seen.along = (
            frozenset((current.id, *session.navigation.group_of(current))) if current and is_moved else frozenset()
        )

    def _run(self, key: str) -> None:
        if key == "Escape":
            self.session.cursor.drop()
            return
        action = self.keymap.action_for(key)
        assert action is not None, key
        if action.applies(self.face):
            action.perform(self.face)

    def _is_by_doubt(self, key: str) -> bool:
        """Say whether a key may have moved in order of doubt.

        The reference does not know this order.
        """
        walks = {"Tab", "Shift+Tab", ".", ",", "Space", "Ctrl+Space", "Backspace", "Ctrl+Delete", "1", "2", "Ctrl+1"}
        return self.seen.by_uncertainty and key in walks | {"Ctrl+3", "Shift+1", "Shift+2"}

    def _compare(self) -> None:
        """Hold the session against the reference.

        A new annotation gets its real id.
        """
        session, seen = self.session, self.seen
        rows = {row.id: row for row in self.open_article.annotations}
        if -1 in seen.rows:
            made = max(rows)
            seen.rows[made] = replace(seen.rows.pop(-1), id=made)
            seen.visited = made if seen.visited == -1 else seen.visited
        assert {row.id: said(row) for row in rows.values()} == {row.id: said(row) for row in seen.rows.values()}
        assert (session.cursor.caret, session.cursor.selection) == (seen.caret, seen.selection)
        assert session.navigation.current_id == (seen.current.id if seen.current else None)
        seen.rows = rows

    def _travelled(self, key: str) -> None:
        """Check what an undo or a redo brought back.

        An undo brings back what was before the step, a redo what was after it.
        """
        here = {row.id: row for row in self.open_article.annotations}
        source, target = (self.done, self.undone) if key == "U" else (self.undone, self.done)
        if not source:
            assert here == self.seen.rows
            return
        assert here == source.pop()
        target.append(self.seen.rows)

    def _hold_laws(self, key: str, before: dict[int, Annotation], *, was_open: bool) -> None:
        after = {row.id: row for row in self.open_article.annotations}
        changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
        if key in TRAVELS:
            return
        if not key.startswith("Ctrl+Alt+"):
            made = [(one, piece) for one in changed & after.keys() for piece in after[one].pieces]
            fresh = [piece for one, piece in made if one not in before or piece not in before[one].pieces]
            cues = [role.span for one in changed & after.keys() for role in after[one].roles]
            marked = [span for span in (*fresh, *cues) if has_words(self.open_article.text, span)]
            assert all(fitted(self.open_article.text, span) == span for span in marked), "no sign at the ends"
        restored = self._follow_moves(before, after, changed) if key in MOVES else set[int]()
        reopened = [one for one in changed - restored if one in after and after[one].status is Status.PROPOSED]
        assert not reopened, "what was decided is proposed again by an undo alone, or where its boundary came back"
        if key in MOVES:
            self._hold_boundaries(before, after, changed, restored)
            current = self.session.navigation.current
            assert current is None or self.session.navigation.is_open(current) is was_open, (
                "a move leaves the decision open"
            )
        elif key == "P":
            equal, label = self.seen.spread()
            assert changed & before.keys() == equal, "equal mentions that are still proposed, and no other"
            assert all(after[one].status is Status.ACCEPTED and after[one].label == label for one in changed)
        elif key in ("X", "J", "Shift+S"):
            assert len(changed) <= 1
            assert all(after[one].kind is Kind.CLAIM for one in changed)
        elif key == "Ctrl+Enter":
            assert self.session.navigation.left == 0
        elif key in (";", "D", "G", "T", "]", "[", "Ctrl+A", "Ctrl+Right", "Ctrl+Left"):
            assert not changed
        if key == ";" and self._moves and self.session.cursor.selection is None:
            caret = self.session.cursor.caret
            entities = [row for row in after.values() if row.kind is Kind.ENTITY]
            assert not any(piece.overlaps(caret) for row in entities for piece in row.pieces)

    def _follow_moves(self, before: dict[int, Annotation], after: dict[int, Annotation], changed: set[int]) -> set[int]:
        """Return which annotations are as before they were moved."""
        restored = set()
        for one in changed:
            origin, moved = self._origins.get(one, (before[one], before[one]))
            origin = origin if said(moved) == said(before[one]) else before[one]
            self._origins[one] = (origin, after[one])
            if after[one].pieces == origin.pieces:
                assert after[one] == origin, "a boundary that comes back gives the annotation back as it was"
                restored.add(one)
        return restored

    def _hold_boundaries(
        self, before: dict[int, Annotation], after: dict[int, Annotation], changed: set[int], restored: set[int]
    ) -> None:
        assert before.keys() == after.keys()
        for one in changed:
            old, new = before[one], after[one]
            assert one in restored or new.status is (Status.ACCEPTED if new.origin in OWN else Status.CORRECTED)
            assert (new.label, new.kind, new.roles) == (old.label, old.kind, old.roles)
            assert new.words(self.open_article.text).strip(), "no boundary leaves blanks alone"
            assert new.kind is Kind.CLAIM or "\n" not in self.open_article.text[slice(*new.span)]
        if changed:
            assert self.session.navigation.current_id in changed, "what moved stays current"

    def _stand(self) -> None:
        """Whatever was pressed, caret, selection, current annotation and counts are sound."""
        session, text = self.session, self.open_article.text
        caret, selection, current = session.cursor.caret, session.cursor.selection, session.navigation.current
        assert (caret in self.seen.words) if self.seen.words else caret is None
        assert selection is None or 0 <= selection.start < selection.stop <= len(text)
        assert current is None or self.open_article.annotations.get(current.id) == current
        assert all(
            normal_pieces(row.pieces) == row.pieces and row.stop <= len(text) for row in self.open_article.annotations
        )
        assert session.navigation.left == sum(row.status is Status.PROPOSED for row in self.open_article.annotations)
        assert session.articles.counts(self.open_article.article.id).proposed == session.navigation.left

    def _count_move(self) -> None:
        self._moves += 1


def has_words(text: str, span: Span) -> bool:
    return next(words(text, *span), None) is not None


def said(row: Annotation) -> tuple[object, ...]:
    """Return what the reference says of an annotation."""
    return row.kind, row.label, row.pieces, row.status, row.origin


MOVED_BACK = ("Токаев сказал что Tesla", [Annotation(0, 0, Kind.ENTITY, "PER", (Span(0, 6),), Status.PROPOSED)])


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@example(MOVED_BACK, ["Tab", "Alt+Right", "Alt+Left", "Alt+Right", "Space", "Alt+Left", "U", "U"])
@given(annotated(), KEYS)
def test_any_keys_do_what_the_contract_says_and_can_all_be_taken_back(
    article: tuple[str, list[Annotation]], keys: list[str]
) -> None:
    with session_over(*article) as session:
        start, analyst = state(session), Analyst(session)
        for key in keys:
            analyst.press(key)
        end = state(session)
        assert memory(session)[0] == session.project.annotations(session.open_article.article.id)
        steps = len(analyst.done)
        for _ in range(steps):
            session.history.undo()
        assert state(session) == start
        for _ in range(steps):
            session.history.redo()
        assert state(session) == end


@given(annotated(), st.integers(0, 120), st.sampled_from(("Tab", "Shift+Tab", ".", ",")), st.booleans())
def test_a_round_of_navigation_visits_each_annotation_once(
    article: tuple[str, list[Annotation]],
    position: int,
    key: str,
    by_uncertainty: bool,
) -> None:
    with session_over(*article) as session:
        analyst = Analyst(session)
        session.cursor.place_at(position)
        analyst.see()
        if by_uncertainty:
            analyst.press("D")
        rows = [row for row in analyst.open_article.annotations if row.status is not Status.REJECTED]
        proposed = [row for row in rows if row.status is Status.PROPOSED]
        only_proposed = key in ".," or (by_uncertainty and proposed)
        wanted = sorted(row.id for row in (proposed if only_proposed else rows))
        seen = []
        for _ in wanted:
            analyst.press(key)
            seen.append(session.navigation.current_id)
        assert sorted(seen) == wanted
