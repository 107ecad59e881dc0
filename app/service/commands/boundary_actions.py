"""Actions that move the boundaries of an annotation."""

from __future__ import annotations

from collections.abc import Callable

from app.core.span import Span
from app.service.commands.action import Action, on_annotation
from app.service.commands.host import Host
from app.service.edits.boundaries import Boundaries


def _make_move(move: Callable[[Boundaries], None]) -> Callable[[Host], None]:
    return lambda host: move(host.session.editor.boundaries)


def _start_token(host: Host) -> Span | None:
    current = host.session.navigation.current
    return None if current is None else Span(current.start, current.start + 1)


def _end_token(host: Host) -> Span | None:
    current = host.session.navigation.current
    return None if current is None else Span(current.stop - 1, current.stop)


BOUNDARIES = (
    Action(
        id="boundary.end_right",
        title="Extend end by one token",
        run=_make_move(lambda boundaries: boundaries.move_end(1)),
        keys=("Alt+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end_token,
    ),
    Action(
        id="boundary.end_left",
        title="Shorten end by one token",
        run=_make_move(lambda boundaries: boundaries.move_end(-1)),
        keys=("Alt+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end_token,
    ),
    Action(
        id="boundary.start_right",
        title="Shorten start by one token",
        run=_make_move(lambda boundaries: boundaries.move_start(1)),
        keys=("Alt+Shift+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
    Action(
        id="boundary.start_left",
        title="Extend start by one token",
        run=_make_move(lambda boundaries: boundaries.move_start(-1)),
        keys=("Alt+Shift+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
    Action(
        id="boundary.end_clause_right",
        title="Extend end to the next end of a clause",
        run=_make_move(lambda boundaries: boundaries.move_end_by_clause(1)),
        keys=("Alt+Down",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        starts_section=True,
        target=_end_token,
    ),
    Action(
        id="boundary.end_clause_left",
        title="Shorten end to the end of a clause",
        run=_make_move(lambda boundaries: boundaries.move_end_by_clause(-1)),
        keys=("Alt+Up",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end_token,
    ),
    Action(
        id="boundary.start_clause_right",
        title="Shorten start to the start of a clause",
        run=_make_move(lambda boundaries: boundaries.move_start_by_clause(1)),
        keys=("Alt+Shift+Down",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
    Action(
        id="boundary.start_clause_left",
        title="Extend start to the start of a clause before",
        run=_make_move(lambda boundaries: boundaries.move_start_by_clause(-1)),
        keys=("Alt+Shift+Up",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
    Action(
        id="boundary.char_end_right",
        title="Extend end by one character",
        run=_make_move(lambda boundaries: boundaries.move_end(1, by_character=True)),
        keys=("Ctrl+Alt+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        starts_section=True,
        target=_end_token,
    ),
    Action(
        id="boundary.char_end_left",
        title="Shorten end by one character",
        run=_make_move(lambda boundaries: boundaries.move_end(-1, by_character=True)),
        keys=("Ctrl+Alt+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end_token,
    ),
    Action(
        id="boundary.char_start_right",
        title="Shorten start by one character",
        run=_make_move(lambda boundaries: boundaries.move_start(1, by_character=True)),
        keys=("Ctrl+Alt+Shift+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
    Action(
        id="boundary.char_start_left",
        title="Extend start by one character",
        run=_make_move(lambda boundaries: boundaries.move_start(-1, by_character=True)),
        keys=("Ctrl+Alt+Shift+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start_token,
    ),
)
