"""What tagging changes in an article: decided annotations never move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.core.change import Change
from app.core.model import Annotation, Article, Candidate, Origin, Status
from app.core.vocabulary import RoleName
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.speakers import named_at
from app.service.edits.steps.step_builders import with_role
from app.service.jobs.tagging.proposal_filter import ProposalFilter, find_place
from app.service.jobs.tagging.text_tagger import Tags


def update_annotations(
    article: Article,
    old: Iterable[Annotation],
    tags: Tags,
    next_id: Callable[[], int],
    noted: Iterable[int] = (),
) -> list[Change]:
    """Return what tagging changes in an article's annotations.

    Only what an earlier tagging proposed, that is still proposed and has no note (`noted` has the ids), is replaced.
    Nothing is proposed that was decided already, see `app.service.jobs.tagging.proposal_filter`.
    """
    rows, with_note = list(old), set(noted)
    ours = {find_place(row): row for row in rows if _is_replaced(row) and row.id not in with_note}
    staying = [row for row in rows if ours.get(find_place(row)) is not row]
    known = ProposalFilter(staying, tags.annotations, ours)
    fresh = [row for row in tags.annotations if not known.is_needless(row)]
    fresh = _link_speakers(fresh, tags.annotations, [row for row in staying if row.status.is_decided])
    gone = ours.keys() - {find_place(row) for row in fresh}
    changes = [Change(ours[place], None) for place in gone]
    for row in fresh:
        before = ours.get(find_place(row))
        after = _place_row(row, article, before.id if before is not None else next_id(), before)
        if before != after:
            changes.append(Change(before, after))
    return changes


def update_candidates(
    article: Article, old: Iterable[Candidate], tags: Tags, next_id: Callable[[], int]
) -> list[Change]:
    """Return what tagging changes in an article's candidates.

    They are replaced, those that stay the same kept.
    """
    before = {(one.span, one.label, one.score): one for one in old}
    after = {(one.span, one.label, one.score): one for one in tags.candidates}
    gone = [Change(one, None) for key, one in before.items() if key not in after]
    new = [one for key, one in after.items() if key not in before]
    return [*gone, *(Change(None, replace(one, id=next_id(), article_id=article.id)) for one in new)]


def _link_speakers(
    fresh: list[Annotation], proposed: Iterable[Annotation], decided: Iterable[Annotation]
) -> list[Annotation]:
    """Return the proposals, their speakers named as the linked mention is."""
    proposed_index = AnnotationIndex(replace(row, id=number) for number, row in enumerate(proposed))
    decided_index = AnnotationIndex(decided)
    return [_link_speaker(row, proposed_index, decided_index) for row in fresh]


def _link_speaker(row: Annotation, proposed: AnnotationIndex, decided: AnnotationIndex) -> Annotation:
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


def _place_row(row: Annotation, article: Article, annotation_id: int, before: Annotation | None) -> Annotation:
    return replace(
        row,
        id=annotation_id,
        article_id=article.id,
        author=before.author if before is not None else "",
        created=before.created if before is not None else None,
        changed=before.changed if before is not None else None,
    )
