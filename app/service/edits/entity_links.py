"""Linking mentions to an entity of the register.

Saying who or what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.vocabulary import RoleName
from app.service.article.mentions import entity_key
from app.service.article.open_article import OpenArticle
from app.service.article.speakers import speaker_name
from app.service.edits.edit_helpers import apply_step, decided_together, notify_together
from app.service.edits.edit_place import EditPlace
from app.service.edits.steps import step_builders
from app.service.edits.steps.step_builders import EditContext
from app.service.wording import shorten_text


class EntityLinks:
    """Links the current mention, or its group, to an entity.

    The group is what a label's key decides with it. Namesakes, the same words for an entity that is known to be
    another, are left.
    """

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def find_group(self) -> list[Annotation]:
        """Return the mentions that a link is about, the current one first.

        None where there is no mention.
        """
        open_article, row = self._place.open_article, self._place.navigation.current_of(Kind.ENTITY)
        if open_article is None or row is None:
            return []
        rows = decided_together(self._place, open_article, row)
        return [one for one in rows if entity_key(one) in ("", entity_key(row))]

    def link(self, name: str) -> None:
        """Say who or what the current mention stands for.

        It stays current, with those that were linked along.
        """
        open_article, rows = self._place.open_article, self.find_group()
        if open_article is None or not rows:
            return
        row, navigation = rows[0], self._place.navigation
        is_open = navigation.is_open(row)
        known = " ".join(name.split())
        is_changed = apply_step(self._place, link_step(self._place.edit_context, open_article, rows, known))
        navigation.stay_on(row.id, tuple(one.id for one in rows) if is_open else ())
        if is_changed:
            done = Message("Linked to “{name}”", {"name": shorten_text(known)}) if known else Message("Link removed")
            notify_together(self._place, done, open_article, rows)


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
