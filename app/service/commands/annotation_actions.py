"""Actions of the current annotation: deciding, spreading, linking, notes."""

from __future__ import annotations

from collections.abc import Callable

from app.core.model import Kind
from app.service.commands.action import Action, edited_span, in_article, in_project, on_annotation
from app.service.commands.host import Host
from app.service.edits.editor import Editor


def _make_edit(edit: Callable[[Editor], None]) -> Callable[[Host], None]:
    return lambda host: edit(host.session.editor)


def _on_mention(host: Host) -> bool:
    current = host.session.navigation.current
    return current is not None and current.kind is Kind.ENTITY


def _has_offer(host: Host) -> bool:
    return host.session.offers.current is not None


def _near_mention(host: Host) -> bool:
    return host.session.navigation.current_of(Kind.ENTITY) is not None


def _on_its_mention(ask: Callable[[Host], None]) -> Callable[[Host], None]:
    """Return a handler that asks about the mention here.

    A claim around it may be current.
    """

    def run(host: Host) -> None:
        host.session.navigation.switch_to(Kind.ENTITY)
        ask(host)

    return run


DECIDING = (
    Action(
        id="annotation.accept",
        title="Accept",
        run=_make_edit(lambda editor: editor.decisions.accept()),
        keys=("Space",),
        menu="Annotation",
        icon="mdi6.check",
        applies=in_article,
        target=edited_span,
    ),
    Action(
        id="annotation.reject",
        title="Reject",
        run=_make_edit(lambda editor: editor.decisions.reject()),
        keys=("Backspace", "Delete"),
        menu="Annotation",
        icon="mdi6.close",
        applies=in_article,
        target=edited_span,
    ),
    Action(
        id="annotation.accept_one",
        title="Accept this mention alone",
        run=_make_edit(lambda editor: editor.decisions.accept(alone=True)),
        keys=("Ctrl+Space",),
        menu="Annotation/This mention alone",
        applies=in_article,
        target=edited_span,
    ),
    Action(
        id="annotation.reject_one",
        title="Reject this mention alone",
        run=_make_edit(lambda editor: editor.decisions.reject(alone=True)),
        keys=("Ctrl+Backspace", "Ctrl+Delete"),
        menu="Annotation/This mention alone",
        applies=in_article,
        target=edited_span,
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
        run=_make_edit(lambda editor: editor.spreading.spread()),
        keys=("P",),
        menu="Annotation",
        icon="mdi6.content-duplicate",
        applies=_on_mention,
        starts_section=True,
        target=edited_span,
        synonyms="spread propagate all mentions everywhere",
    ),
    Action(
        id="annotation.spread_project",
        title="Label all equal mentions in the project…",
        run=lambda host: host.prompts.preview_spread(),
        keys=("Shift+P",),
        menu="Annotation",
        applies=_on_mention,
        target=edited_span,
        synonyms="spread propagate all mentions everywhere bulk",
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
        target=edited_span,
        synonyms="who identify same person register",
    ),
    Action(
        id="entity.normal",
        title="Edit the normal form…",
        run=_on_its_mention(lambda host: host.panels.edit_normal()),
        keys=("M",),
        menu="Annotation",
        applies=_near_mention,
        target=edited_span,
    ),
    Action(
        id="entity.teach",
        title="Teach this name to the project",
        run=_make_edit(lambda editor: editor.scheme.teach_name()),
        keys=("T",),
        menu="Annotation",
        icon="mdi6.school-outline",
        applies=_on_mention,
        target=edited_span,
    ),
    Action(
        id="offer.look",
        title="Look at what is offered",
        run=lambda host: host.prompts.look_at_offer(),
        keys=("Enter",),
        menu="Annotation",
        applies=_has_offer,
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
        target=edited_span,
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
