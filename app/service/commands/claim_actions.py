"""Actions of claims.

Who says it, the words that report it, and its pieces.
"""

from __future__ import annotations

from collections.abc import Callable

from app.core.model import Kind
from app.core.vocabulary import RoleName
from app.service.commands.action import Action, edited_span
from app.service.commands.host import Host
from app.service.edits.claim_edits import ClaimEdits


def _make_edit(edit: Callable[[ClaimEdits], None]) -> Callable[[Host], None]:
    return lambda host: edit(host.session.editor.claims)


def _on_split_claim(host: Host) -> bool:
    claim = host.session.navigation.current
    return claim is not None and claim.kind is Kind.CLAIM and len(claim.pieces) > 1


def _near_claim(host: Host) -> bool:
    return host.session.editor.claims.find_here() is not None


def _name_speaker(host: Host) -> None:
    """Set the selection as speaker, or let the user choose one."""
    selection, claim = host.session.cursor.selection, host.session.editor.claims.find_here()
    if claim is not None and selection is None:
        host.session.navigation.stay_on(claim.id)
        host.prompts.pick_speaker()
    else:
        host.session.editor.claims.set_role(RoleName.SPEAKER, selection)


def _name_cue(host: Host) -> None:
    cursor = host.session.cursor
    host.session.editor.claims.set_role(RoleName.CUE, cursor.selection or cursor.caret)


CLAIMS = (
    Action(
        id="claim.speaker",
        title="Set the speaker…",
        run=_name_speaker,
        keys=("S",),
        menu="Annotation/Claim",
        icon="mdi6.account-voice",
        applies=_near_claim,
        target=edited_span,
    ),
    Action(
        id="claim.cue",
        title="Set as reporting cue",
        run=_name_cue,
        keys=("Shift+S",),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited_span,
    ),
    Action(
        id="claim.no_speaker",
        title="Remove the speaker",
        run=_make_edit(lambda claims: claims.set_role(RoleName.SPEAKER, None)),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited_span,
    ),
    Action(
        id="claim.no_cue",
        title="Remove the reporting cue",
        run=_make_edit(lambda claims: claims.set_role(RoleName.CUE, None)),
        menu="Annotation/Claim",
        applies=_near_claim,
        target=edited_span,
    ),
    Action(
        id="claim.piece",
        title="Cut the selection out of the claim, or add it",
        run=_make_edit(lambda claims: claims.toggle_piece()),
        keys=("X",),
        menu="Annotation/Claim",
        icon="mdi6.content-cut",
        applies=_near_claim,
        starts_section=True,
        target=edited_span,
    ),
    Action(
        id="claim.join",
        title="Join the pieces of the claim",
        run=_make_edit(lambda claims: claims.join_pieces()),
        keys=("J",),
        menu="Annotation/Claim",
        applies=_on_split_claim,
        target=edited_span,
    ),
)
