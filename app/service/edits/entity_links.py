"""Linking mentions to an entity of the register.

Saying who or what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Status, reading_key
from app.core.vocabulary import AttributeName, RoleName
from app.service.article.mentions import entity_key, word_keys
from app.service.article.open_article import OpenArticle
from app.service.article.speakers import speaker_name
from app.service.edits.edit_helpers import apply_step, decided_together, edited_project, notify_together
from app.service.edits.edit_place import EditPlace
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text


class EntityLinks:
    """Links the current mention and all equal ones to an entity.

    The equal ones are those of its article.

    Equal are the same words by lemma under the same label, decided or not. Namesakes, the same words for an entity that
    is known to be another, are left.
    """

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def find_group(self) -> list[Annotation]:
        """Return the mentions that a link is about, the current one first.

        None where there is no mention; the current one alone while groups are off.
        """
        open_article, row = self._place.open_article, self._place.navigation.current_of(Kind.ENTITY)
        if open_article is None or row is None:
            return []
        if not self._place.navigation.groups_on or not row.is_live:
            return [row]
        rows = {one.id: one for one in decided_together(self._place, open_article, row)}
        equal = open_article.equal_to(word_keys(row, open_article.text))
        rows |= {one.id: one for one in sorted(equal, key=reading_key) if one.is_live and one.label == row.label}
        return [one for one in rows.values() if entity_key(one) in ("", entity_key(row))]

    def link(self, name: str, *, alone: bool = False) -> None:
        """Link the current mention and all equal ones.

        The entity is who or what it stands for. With `alone`, only the current mention is linked.

        The mention stays current, with those that the next decision is about.
        """
        open_article, rows = self._place.open_article, self.find_group()
        if open_article is None or not rows:
            return
        row, navigation = rows[0], self._place.navigation
        rows = [row] if alone else rows
        is_open = navigation.is_open(row)
        along = tuple(one.id for one in rows if one.status is Status.PROPOSED or one.id in navigation.group_of(row))
        known = " ".join(name.split())
        is_changed = apply_step(self._place, link_step(self._place.edit_context, open_article, rows, known))
        navigation.stay_on(row.id, along if is_open else ())
        if is_changed:
            done = Message("Linked to “{name}”", {"name": shorten_text(known)}) if known else Message("Link removed")
            notify_together(self._place, done, open_article, rows)

    def rename(self, label: str, old: str, new: str) -> None:
        """Rename an entity of the register in the whole project.

        This is one step.

        Where the new name is that of another entity under the same label, the two become one.
        """
        project, name = edited_project(self._place), " ".join(new.split())
        mentions = [
            row for row in project.labelled(Kind.ENTITY, label) if is_in_register(row) and row.entity_name == old
        ]
        if not name or name == old or not mentions:
            return
        articles = {row.article_id for row in mentions}
        claims = [row for number in sorted(articles) for row in project.annotations(number) if row.kind is Kind.CLAIM]
        step = step_builders.rename_entity(self._place.edit_context, mentions, claims, (old, name))
        if apply_step(self._place, step):
            count = Message("{n} mentions", {"n": str(len(mentions))})
            where = Message("in {n} articles", {"n": str(len(articles))})
            args: dict[str, str | Message] = {"count": count, "where": where, "name": shorten_text(name)}
            self._place.notified.emit(Message("{count} {where}: “{name}” now. One undo takes all back.", args))


def is_in_register(row: Annotation) -> bool:
    """Say whether a mention counts in the register.

    One rejected does not, nor a day or a sum, which is no name.
    """
    return row.kind is Kind.ENTITY and row.is_live and not row.attribute(AttributeName.VALUE)


def link_step(context: EditContext, open_article: OpenArticle, rows: Iterable[Annotation], name: str) -> Step | None:
    """Return the step that links mentions to an entity.

    Claims whose speaker is one of them follow.
    """
    step = step_builders.link(context, rows, name, open_article.text)
    if step is None:
        return None
    after = {change.id: change.after for change in step.changes if isinstance(change.after, Annotation)}
    return replace(step, changes=(*step.changes, *_renamed_speakers(open_article, after)))


def _renamed_speakers(open_article: OpenArticle, changed: Mapping[int, Annotation]) -> Iterator[Change]:
    """Yield changes of claims that name their speaker as before.

    That is as the mentions did. Nothing was decided about these claims: their status, author and time stay.
    """
    spans = [row.span for row in changed.values()]
    for claim in open_article.annotations:
        speaker = claim.speaker if claim.kind is Kind.CLAIM else None
        if speaker is None or not any(speaker.span.overlaps(span) for span in spans):
            continue
        name = speaker_name(open_article, speaker.span, changed)
        if speaker.normal in (speaker_name(open_article, speaker.span), "") and name not in (speaker.normal, ""):
            yield Change(
                claim, replace(claim, roles=step_builders.with_role(claim, RoleName.SPEAKER, speaker.span, name))
            )
