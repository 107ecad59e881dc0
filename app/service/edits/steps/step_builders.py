"""Pure builders of steps.

From rows as they are to a titled list of changes. Nothing here reads or writes a project.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.change import Change, Step, edit_group
from app.core.message import Message
from app.core.model import Annotation, Article, Note, Origin, Progress, Role, Status, with_attribute
from app.core.scheme import Label
from app.core.span import Pieces, Span
from app.core.vocabulary import AttributeName, RoleName
from app.service.edits.steps.move_origins import MoveOrigins
from app.service.wording import shorten_text

_OWN = (Origin.MANUAL, Origin.SPREAD)
"""Origins of what an analyst made: never a proposal, and gone when it is rejected."""

_VALUES = (AttributeName.VALUE, AttributeName.PRECISION)
"""Attributes that tell what words of a figure or a date mean: they go with these words, and with such a label."""

Titles = tuple[Message, Message]
"""The title of a step on one annotation, and on several."""

MOVE_BOUNDARY: Titles = (Message("move a boundary of “{text}”"), Message("move a boundary of {count} × “{text}”"))
CUT_WORDS: Titles = (Message("cut words out of the claim “{text}”"),) * 2
ADD_WORDS: Titles = (Message("add words to the claim “{text}”"),) * 2
JOIN_PIECES: Titles = (Message("join the pieces of “{text}”"),) * 2


@dataclass(frozen=True, slots=True)
class EditContext:
    """Who edits, and when: written into every row that an edit touches."""

    author: str
    now: datetime

    def touch(self, annotation: Annotation, **fields: object) -> Annotation:
        """Return `annotation` with other fields, changed by this author now."""
        return replace(annotation, **fields, author=self.author, changed=self.now)  # type: ignore[arg-type]

    def decide(self, row: Annotation, status: Status) -> Change | None:
        """Return the change that decides an annotation.

        None where it is decided so.
        """
        return None if row.status is status else Change(row, row.decided(row.label, status, self.author, self.now))

    def change(self, annotation: Annotation, **fields: object) -> Change | None:
        """Return the change of those fields.

        None where they are as asked already.
        """
        if all(getattr(annotation, name) == value for name, value in fields.items()):
            return None
        return Change(annotation, self.touch(annotation, **fields))


def is_own(annotation: Annotation) -> bool:
    """Say whether an analyst made an annotation."""
    return annotation.origin in _OWN


def corrected(annotation: Annotation) -> Status:
    """Return the status of an annotation after a correction.

    One's own stays accepted.
    """
    return Status.ACCEPTED if is_own(annotation) else Status.CORRECTED


def create(context: EditContext, fresh: Annotation, text: str) -> Step:
    """Add an annotation that an analyst made: accepted as it is.

    What the program adds to it by itself belongs to the same group: one undo takes both.
    """
    made = replace(fresh, status=Status.ACCEPTED, author=context.author, created=context.now, changed=context.now)
    title = Message("annotate “{text}” as {label}", {"text": _shown_words(made, text), "label": made.label})
    return Step(title, (Change(None, made),), edit_group(made.id))


def relabel(context: EditContext, annotations: Iterable[Annotation], label: Label, text: str) -> Step | None:
    """Decide `annotations` as `label`.

    Accepted where it was theirs already, corrected where it was not.
    """
    rows = list(annotations)
    changes = [relabelled(context, row, label) for row in rows]
    if all(row.label == label.name for row in rows):
        return _make_step(_counted_title(rows, text, _ACCEPT), changes)
    return _make_step(_counted_title(rows, text, _RELABEL, label=label.name), changes)


def accept(context: EditContext, annotations: Iterable[Annotation], text: str) -> Step | None:
    """Accept `annotations` as they are; what was corrected stays so."""
    rows = list(annotations)
    open_rows = (row for row in rows if row.status in (Status.PROPOSED, Status.REJECTED))
    return _make_step(_counted_title(rows, text, _ACCEPT), [context.decide(row, Status.ACCEPTED) for row in open_rows])


def reject(context: EditContext, annotations: Iterable[Annotation], notes: Iterable[Note], text: str) -> Step | None:
    """Reject pre-tags, and remove manual annotations with their `notes`.

    Pre-tags are kept as rejected.
    """
    rows = list(annotations)
    own = {row.id for row in rows if is_own(row)}
    hanging = [Change(note, None) for note in notes if note.annotation_id in own]
    decided = [Change(row, None) if row.id in own else context.decide(row, Status.REJECTED) for row in rows]
    title = _counted_title(rows, text, _REMOVE if len(own) == len(rows) else _REJECT)
    return _make_step(title, [*hanging, *decided])


def remove(annotations: Iterable[Annotation], notes: Iterable[Note], text: str) -> Step | None:
    """Remove annotations, whatever their origin, with the notes on them."""
    rows = list(annotations)
    gone = {row.id for row in rows}
    hanging = [Change(note, None) for note in notes if note.annotation_id in gone]
    return _make_step(_counted_title(rows, text, _REMOVE), [*hanging, *(Change(row, None) for row in rows)])


def move(
    context: EditContext,
    moved: Iterable[tuple[Annotation, Pieces, str]],
    text: str,
    origins: MoveOrigins,
    title: Titles = MOVE_BOUNDARY,
) -> Step | None:
    """Give annotations other pieces and the normal form of these.

    That corrects them; one that gets back the pieces it had is as it was. `title` says what was done to them. The value
    of a date or a sum belonged to the old words, and goes.
    """
    rows = list(moved)
    changes = [_move_row(context, row, pieces, normal, origins) for row, pieces, normal in rows if pieces != row.pieces]
    return _make_step(_counted_title([row for row, _, _ in rows], text, title), changes)


def _move_row(context: EditContext, row: Annotation, pieces: Pieces, normal: str, origins: MoveOrigins) -> Change:
    after = origins.find_restored(row, pieces) or context.touch(
        row, pieces=pieces, normal=normal, attributes=without_values(row), status=corrected(row)
    )
    origins.remember(row, after)
    return Change(row, after)


def annotate(context: EditContext, annotation: Annotation, text: str, **fields: object) -> Step | None:
    """Set fields of an annotation: normal form, attributes, roles."""
    decided = _described_status(annotation)
    changed = context.change(annotation, **fields)
    done = replace(changed.after, status=decided) if changed and isinstance(changed.after, Annotation) else None
    return _make_step(_counted_title([annotation], text, _EDIT), [Change(annotation, done)] if done else [])


def attributed(annotation: Annotation, name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return the attributes with one set; an empty `value` removes it."""
    return with_attribute(annotation.attributes, name, value)


def link(context: EditContext, annotations: Iterable[Annotation], name: str, text: str) -> Step | None:
    """Set or clear the entity of mentions.

    This counts as a correction of the first one.

    Others that were decided stay as they were decided. An empty `name` clears it.
    """
    rows = list(annotations)
    linked = [(row, attributed(row, AttributeName.REFERENT, name)) for row in rows]
    changes = [
        context.change(
            row,
            attributes=attributes,
            status=row.status if row.status.is_decided and row is not rows[0] else _described_status(row),
        )
        for row, attributes in linked
        if attributes != row.attributes
    ]
    return _make_step(_counted_title(rows, text, _LINK if name else _EDIT, name=shorten_text(name)), changes)


def rename_entity(
    context: EditContext, mentions: Iterable[Annotation], claims: Iterable[Annotation], names: tuple[str, str]
) -> Step | None:
    """Rename the entity of mentions.

    The speaker of claims gets the new name too.

    Nothing was decided about them: their status stays. `names` are the old one and the new one. A name that is another
    entity's makes one of the two.
    """
    old, new = names
    renamed = [context.change(row, attributes=attributed(row, AttributeName.REFERENT, new)) for row in mentions]
    spoken = [
        Change(claim, replace(claim, roles=tuple(_renamed_role(role, old, new) for role in claim.roles)))
        for claim in claims
        if any(_renamed_role(role, old, new) != role for role in claim.roles)
    ]
    args = {"old": shorten_text(old), "new": shorten_text(new)}
    return _make_step(Message("call “{old}” “{new}”", args), [*renamed, *spoken])


def _renamed_role(role: Role, old: str, new: str) -> Role:
    return replace(role, normal=new) if role.name == RoleName.SPEAKER and role.normal == old else role


def with_role(annotation: Annotation, name: str, span: Span | None, normal: str = "") -> tuple[Role, ...]:
    """Return a claim's roles with `name` on `span`, or without it."""
    kept = [role for role in annotation.roles if role.name != name]
    added = [] if span is None else [Role(name, span, normal)]
    return tuple(sorted([*kept, *added], key=lambda role: (role.name, role.span)))


def finish(context: EditContext, article: Article, proposed: Iterable[Annotation]) -> Step | None:
    """Accept all that is still proposed and mark the article done."""
    accepted = [context.decide(row, Status.ACCEPTED) for row in proposed]
    done = [] if article.progress is Progress.DONE else [Change(article, replace(article, progress=Progress.DONE))]
    return _make_step(Message("finish “{title}”", {"title": shorten_text(article.title)}), [*accepted, *done])


def edit_article(before: Article, after: Article) -> Step | None:
    """Change fields of an article's row."""
    name = {"title": shorten_text(before.title)}
    title = Message("edit “{title}”", name)
    if replace(before, progress=after.progress, remark=after.remark) == after:
        title = _PROGRESS_TITLES[after.progress]
    elif replace(before, is_flagged=after.is_flagged, remark=after.remark) == after:
        title = Message("flag “{title}”") if after.is_flagged else Message("take the flag off “{title}”")
    return _make_step(replace(title, args=name), [Change(before, after)] if before != after else [])


_PROGRESS_TITLES = {
    Progress.OPEN: Message("open “{title}” again"),
    Progress.DONE: Message("mark “{title}” done"),
    Progress.SKIPPED: Message("skip “{title}”"),
}


def write_note(context: EditContext, before: Note | None, fresh: Note, text: str) -> Step | None:
    """Write a note.

    A new one where `before` is None, nothing left of it where `text` is blank.
    """
    kept = text.strip()
    words = {"text": shorten_text(kept or (before.text if before else ""))}
    if before is None:
        made = replace(fresh, text=kept, author=context.author, created=context.now, changed=context.now)
        return _make_step(Message("note “{text}”", words), [Change(None, made)] if kept else [])
    if not kept:
        return _make_step(Message("remove the note “{text}”", words), [Change(before, None)])
    after = replace(before, text=kept, author=context.author, changed=context.now)
    return _make_step(
        Message("change the note “{text}”", words), [Change(before, after)] if kept != before.text else []
    )


def relabelled(context: EditContext, row: Annotation, label: Label) -> Change | None:
    """Return the change that decides one annotation as `label`.

    None where it is decided so already.
    """
    if row.label != label.name:
        after = fitted_to(row, label).decided(label.name, corrected(row), context.author, context.now)
        return Change(row, after)
    undecided = row.status in (Status.PROPOSED, Status.REJECTED)
    return context.decide(row, Status.ACCEPTED) if undecided else None


def fitted_to(row: Annotation, label: Label) -> Annotation:
    """Return an annotation without figures or dates unfit for `label`."""
    if not row.attributes:
        return row
    names = {attribute.name for attribute in label.attributes}
    kept = tuple(pair for pair in row.attributes if pair[0] in names or pair[0] not in _VALUES)
    return row if kept == row.attributes else replace(row, attributes=kept)


def _described_status(annotation: Annotation) -> Status:
    """Return the status of an annotation that something is said about.

    One rejected stays so.
    """
    return annotation.status if annotation.status is Status.REJECTED else corrected(annotation)


def without_values(row: Annotation) -> tuple[tuple[str, str], ...]:
    """Return an annotation's attributes that stay with new words.

    Those that tell what its old words mean are left out.
    """
    return tuple(pair for pair in row.attributes if pair[0] not in _VALUES)


_ACCEPT = (Message("accept “{text}”"), Message("accept {count} × “{text}”"))
_REJECT = (Message("reject “{text}”"), Message("reject {count} × “{text}”"))
_REMOVE = (Message("remove “{text}”"), Message("remove {count} × “{text}”"))
_RELABEL = (Message("relabel “{text}” to {label}"), Message("relabel {count} × “{text}” to {label}"))
_LINK = (Message("link “{text}” to “{name}”"), Message("link {count} × “{text}” to “{name}”"))
_EDIT = (Message("edit “{text}”"), Message("edit {count} × “{text}”"))


def _counted_title(rows: list[Annotation], text: str, titles: Titles, **args: str) -> Message:
    """Return the title for one annotation, or for several."""
    words = _shown_words(rows[0], text) if rows else ""
    return replace(titles[len(rows) > 1], args={"text": words, "count": str(len(rows)), **args})


def _shown_words(annotation: Annotation, text: str) -> str:
    return shorten_text(annotation.words(text))


def _make_step(title: Message, changes: Iterable[Change | None]) -> Step | None:
    """Return the step of what really changes, None where nothing does."""
    real = tuple(change for change in changes if change is not None)
    return Step(title, real) if real else None
