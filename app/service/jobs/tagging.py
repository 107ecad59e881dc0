"""What the tagger proposes, laid over what is there: decided annotations never move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.core.change import Change
from app.core.message import Message
from app.core.model import Annotation, Article, Hint, Origin, Status
from app.core.scheme import Scheme
from app.core.vocabulary import RoleName
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.speakers import named_at
from app.service.edits.step_builders import with_role
from app.service.jobs.pool import Alive, Limits
from app.service.jobs.proposals import ProposalFilter, place_of
from app.service.project.taught_names import names_of, takes_country

if TYPE_CHECKING:
    from app.nlp.pipeline import Tagger

TAGGING_LIMITS = Limits(silence_s=120)
"""What one text may cost; each part of a long one counts as a sign of life, the loading of the models does not."""


@dataclass(frozen=True, slots=True)
class TagItem:
    """A text on its way to the tagger."""

    text: str
    date: dt.date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger says about a text."""

    annotations: tuple[Annotation, ...]
    hints: tuple[Hint, ...]
    language: str
    skipped: tuple[Message, ...]


class TagText:
    """The handler that runs in the worker: one tagger a process, its models loaded with the first text.

    What the project asks of it is in the options of its scheme, see `app.service.project.taught_names`.
    """

    def __init__(self, scheme: Scheme | None = None) -> None:
        self._scheme = Scheme(options=scheme.options if scheme else ())
        self._tagger: Tagger | None = None

    def __call__(self, item: TagItem) -> Iterator[Tags | Alive]:
        for tagging in self._loaded().tag_parts(item.text, item.date, item.title):
            if tagging is None:
                yield Alive()
            else:
                yield Tags(tagging.annotations, tagging.hints, tagging.language, tagging.skipped)

    def __getstate__(self) -> dict[str, Any]:
        return {"_scheme": self._scheme, "_tagger": None}

    def _loaded(self) -> Tagger:
        if self._tagger is None:
            from app.nlp.pipeline import Tagger, TagOptions  # noqa: PLC0415  # the models belong to the worker

            options = TagOptions(org_with_country=takes_country(self._scheme), lexicon=names_of(self._scheme))
            self._tagger = Tagger(options)
        return self._tagger


def retagged(
    article: Article,
    old: Iterable[Annotation],
    tags: Tags,
    next_id: Callable[[], int],
    noted: Iterable[int] = (),
) -> list[Change]:
    """Return what tagging changes in an article's annotations.

    Only what an earlier tagging proposed, that is still proposed and has no note (`noted` has the ids), is replaced.
    Nothing is proposed that was decided already, see `app.service.jobs.proposals`.
    """
    rows, with_note = list(old), set(noted)
    ours = {place_of(row): row for row in rows if _is_replaced(row) and row.id not in with_note}
    staying = [row for row in rows if ours.get(place_of(row)) is not row]
    known = ProposalFilter(staying, tags.annotations, ours)
    fresh = [row for row in tags.annotations if not known.is_needless(row)]
    fresh = _with_linked_speakers(fresh, tags.annotations, [row for row in staying if row.status.is_decided])
    gone = ours.keys() - {place_of(row) for row in fresh}
    changes = [Change(ours[place], None) for place in gone]
    for row in fresh:
        before = ours.get(place_of(row))
        after = _placed(row, article, before.id if before is not None else next_id(), before)
        if before != after:
            changes.append(Change(before, after))
    return changes


def rehinted(article: Article, old: Iterable[Hint], tags: Tags, next_id: Callable[[], int]) -> list[Change]:
    """Return what tagging changes in an article's hints: they are replaced, those that stay the same kept."""
    before = {(hint.span, hint.label, hint.score): hint for hint in old}
    after = {(hint.span, hint.label, hint.score): hint for hint in tags.hints}
    gone = [Change(hint, None) for key, hint in before.items() if key not in after]
    new = [hint for key, hint in after.items() if key not in before]
    return [*gone, *(Change(None, replace(hint, id=next_id(), article_id=article.id)) for hint in new)]


def _with_linked_speakers(
    fresh: list[Annotation], proposed: Iterable[Annotation], decided: Iterable[Annotation]
) -> list[Annotation]:
    """Return the proposals, with claims whose speaker was linked to another record calling the speaker by that."""
    proposed_index = AnnotationIndex(replace(row, id=number) for number, row in enumerate(proposed))
    decided_index = AnnotationIndex(decided)
    return [_with_linked_speaker(row, proposed_index, decided_index) for row in fresh]


def _with_linked_speaker(row: Annotation, proposed: AnnotationIndex, decided: AnnotationIndex) -> Annotation:
    speaker = row.speaker
    if speaker is None:
        return row
    tagged = named_at(proposed.overlapping(speaker.span), speaker.span)
    if tagged is None or speaker.normal not in (tagged.entity_name, ""):
        return row
    there = named_at((one for one in decided.overlapping(tagged.span) if one.span == tagged.span), tagged.span)
    if there is None or there.entity_name in (tagged.entity_name, speaker.normal):
        return row
    return replace(row, roles=with_role(row, RoleName.SPEAKER, speaker.span, there.entity_name))


def _is_replaced(row: Annotation) -> bool:
    return row.status is Status.PROPOSED and row.origin is Origin.PRETAG


def _placed(row: Annotation, article: Article, annotation_id: int, before: Annotation | None) -> Annotation:
    return replace(
        row,
        id=annotation_id,
        article_id=article.id,
        author=before.author if before is not None else "",
        created=before.created if before is not None else None,
        changed=before.changed if before is not None else None,
    )
