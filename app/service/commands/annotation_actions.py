"""Actions of correcting: deciding, boundaries, spreading, claims, notes."""

from __future__ import annotations

from collections.abc import Callable

from app.core.model import Kind
from app.core.span import Span
from app.core.vocabulary import RoleName
from app.service.commands.action import Action, edited, in_article, in_project, on_annotation
from app.service.commands.host import Host
from app.service.edits.editor import Editor


def _edit(edit: Callable[[Editor], None]) -> Callable[[Host], None]:
    return lambda host: edit(host.session.editor)


def _on_split_claim(host: Host) -> bool:
    claim = host.session.navigation.current
    return claim is not None and claim.kind is Kind.CLAIM and len(claim.pieces) > 1


def _near_claim(host: Host) -> bool:
    return host.session.editor.claims.find_here() is not None


def _on_mention(host: Host) -> bool:
    current = host.session.navigation.current
    return current is not None and current.kind is Kind.ENTITY


def _near_mention(host: Host) -> bool:
    return host.session.navigation.current_of(Kind.ENTITY) is not None


def _on_its_mention(ask: Callable[[Host], None]) -> Callable[[Host], None]:
    """Return what asks about the mention here, though a claim around it may be current."""

    def run(host: Host) -> None:
        host.session.navigation.switch_to(Kind.ENTITY)
        ask(host)

    return run


def _name_speaker(host: Host) -> None:
    """Make the selection the speaker, or let one be chosen where nothing is selected."""
    selection, claim = host.session.cursor.selection, host.session.editor.claims.find_here()
    if claim is not None and selection is None:
        host.session.navigation.stay_on(claim.id)
        host.prompts.pick_speaker()
    else:
        host.session.editor.claims.set_role(RoleName.SPEAKER, selection)


def _name_cue(host: Host) -> None:
    cursor = host.session.cursor
    host.session.editor.claims.set_role(RoleName.CUE, cursor.selection or cursor.caret)


def _start(host: Host) -> Span | None:
    current = host.session.navigation.current
    return None if current is None else Span(current.start, current.start + 1)


def _end(host: Host) -> Span | None:
    current = host.session.navigation.current
    return None if current is None else Span(current.stop - 1, current.stop)


DECIDING = (
    Action(
        id="annotation.accept",
        title="Accept",
        run=_edit(lambda editor: editor.decisions.accept()),
        keys=("Space",),
        menu="Annotation",
        icon="mdi6.check",
        applies=in_article,
        target=edited,
    ),
    Action(
        id="annotation.reject",
        title="Reject",
        run=_edit(lambda editor: editor.decisions.reject()),
        keys=("Backspace", "Delete"),
        menu="Annotation",
        icon="mdi6.close",
        applies=in_article,
        target=edited,
    ),
    Action(
        id="annotation.accept_one",
        title="Accept this mention alone",
        run=_edit(lambda editor: editor.decisions.accept(alone=True)),
        keys=("Ctrl+Space",),
        menu="Annotation/This mention alone",
        applies=in_article,
        target=edited,
    ),
    Action(
        id="annotation.reject_one",
        title="Reject this mention alone",
        run=_edit(lambda editor: editor.decisions.reject(alone=True)),
        keys=("Ctrl+Backspace", "Ctrl+Delete"),
        menu="Annotation/This mention alone",
        applies=in_article,
        target=edited,
    ),
    Action(
        id="label.pick",
        title="Choose a label…",
        run=lambda host: host.prompts.pick_label(),
        keys=("L",),
        menu="Annotation",
        icon="mdi6.label-outline",
        applies=in_article,
        starts_section=True,
    ),
    Action(
        id="annotation.spread",
        title="Label all equal mentions in the article",
        run=_edit(lambda editor: editor.spreading.spread()),
        keys=("P",),
        menu="Annotation",
        icon="mdi6.content-duplicate",
        applies=_on_mention,
        starts_section=True,
        target=edited,
    ),
    Action(
        id="annotation.spread_project",
        title="Label all equal mentions in the project…",
        run=lambda host: host.prompts.preview_spread(),
        keys=("Shift+P",),
        menu="Annotation",
        applies=_on_mention,
        target=edited,
    ),
    Action(
        id="entity.link",
        title="Link to entity…",
        run=_on_its_mention(lambda host: host.prompts.pick_entity()),
        keys=("E",),
        menu="Annotation",
        icon="mdi6.account-search-outline",
        applies=_near_mention,
        starts_section=True,
        target=edited,
    ),
    Action(
        id="entity.normal",
        title="Edit the normal form…",
        run=_on_its_mention(lambda host: host.panels.edit_normal()),
        keys=("M",),
        menu="Annotation",
        applies=_near_mention,
        target=edited,
    ),
    Action(
        id="entity.teach",
        title="Teach this name to the project",
        run=_edit(lambda editor: editor.scheme.teach_name()),
        keys=("T",),
        menu="Annotation",
        icon="mdi6.school-outline",
        applies=_on_mention,
        target=edited,
    ),
    Action(
        id="note.annotation",
        title="Note on the annotation…",
        run=lambda host: host.prompts.edit_note(),
        keys=("N",),
        menu="Annotation",
        icon="mdi6.note-edit-outline",
        applies=on_annotation,
        starts_section=True,
        target=edited,
    ),
    Action(
        id="note.article",
        title="Note on the article…",
        run=lambda host: host.prompts.edit_article_note(),
        keys=("Shift+N",),
        menu="Annotation",
        icon="mdi6.note-text-outline",
        applies=in_article,
    ),
    Action(
        id="note.project",
        title="Note on the project…",
        run=lambda host: host.prompts.edit_project_note(),
        keys=("Ctrl+Shift+N",),
        menu="Annotation",
        applies=in_project,
    ),
)

BOUNDARIES = (
    Action(
        id="boundary.end_right",
        title="Extend end by one token",
        run=_edit(lambda editor: editor.boundaries.move_end(1)),
        keys=("Alt+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end,
    ),
    Action(
        id="boundary.end_left",
        title="Shorten end by one token",
        run=_edit(lambda editor: editor.boundaries.move_end(-1)),
        keys=("Alt+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end,
    ),
    Action(
        id="boundary.start_right",
        title="Shorten start by one token",
        run=_edit(lambda editor: editor.boundaries.move_start(1)),
        keys=("Alt+Shift+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start,
    ),
    Action(
        id="boundary.start_left",
        title="Extend start by one token",
        run=_edit(lambda editor: editor.boundaries.move_start(-1)),
        keys=("Alt+Shift+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start,
    ),
    Action(
        id="boundary.char_end_right",
        title="Extend end by one character",
        run=_edit(lambda editor: editor.boundaries.move_end(1, by_character=True)),
        keys=("Ctrl+Alt+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        starts_section=True,
        target=_end,
    ),
    Action(
        id="boundary.char_end_left",
        title="Shorten end by one character",
        run=_edit(lambda editor: editor.boundaries.move_end(-1, by_character=True)),
        keys=("Ctrl+Alt+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_end,
    ),
    Action(
        id="boundary.char_start_right",
        title="Shorten start by one character",
        run=_edit(lambda editor: editor.boundaries.move_start(1, by_character=True)),
        keys=("Ctrl+Alt+Shift+Right",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start,
    ),
    Action(
        id="boundary.char_start_left",
        title="Extend start by one character",
        run=_edit(lambda editor: editor.boundaries.move_start(-1, by_character=True)),
        keys=("Ctrl+Alt+Shift+Left",),
        menu="Annotation/Boundaries",
        applies=on_annotation,
        repeats=True,
        target=_start,
    ),
)

CLAIMS = (
    Action(
        id="claim.speaker",
        title="Set the speaker…",
        run=_name_speaker,
        keys=("S",),
        menu="Annotation/Claim",
        icon="mdi6.account-voice",
        applies=_near_claim,
        target=edited,
    ),
    Action(
        id="claim.cue",
        title="Set as reporting cue",
        run=_name_cue,
        keys=("Shift+S",),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited,
    ),
    Action(
        id="claim.no_speaker",
        title="Remove the speaker",
        run=_edit(lambda editor: editor.claims.set_role(RoleName.SPEAKER, None)),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited,
    ),
    Action(
        id="claim.no_cue",
        title="Remove the reporting cue",
        run=_edit(lambda editor: editor.claims.set_role(RoleName.CUE, None)),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited,
    ),
    Action(
        id="claim.piece",
        title="Cut the selection out of the claim, or add it",
        run=_edit(lambda editor: editor.claims.toggle_piece()),
        keys=("X",),
        menu="Annotation/Claim",
        icon="mdi6.content-cut",
        applies=_near_claim,
        starts_section=True,
        target=edited,
    ),
    Action(
        id="claim.join",
        title="Join the pieces of the claim",
        run=_edit(lambda editor: editor.claims.join_pieces()),
        keys=("J",),
        menu="Annotation/Claim",
        applies=_on_split_claim,
        target=edited,
    ),
)
