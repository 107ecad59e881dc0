"""Draw random samples, and work through them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.change import Change, Step
from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Progress, Status
from app.core.query.terms import Query
from app.core.records import Sample, SampleUnit
from app.service.edits.steps.step_builders import EditContext
from app.service.session.session import Session
from app.store import Project
from app.store.index.overview_counts import OverviewCounts

MAX_SIZE = 5_000


@dataclass(frozen=True, slots=True)
class Draw:
    """What is to be drawn, and how much of it.

    It comes from the articles that fit a query.
    """

    unit: SampleUnit = SampleUnit.ARTICLES
    is_hidden: bool = False
    size: int = 100
    seed: int = 0
    query: Query = field(default_factory=Query)
    typed: str = ""


def draw_members(population: Sequence[int], size: int, seed: int) -> list[int]:
    """Return members of a population in random order.

    The same seed gives the same ones.
    """
    return random.Random(seed).sample(sorted(population), min(size, len(population)))  # noqa: S311  # no secret


def find_population(project: Project, counts: OverviewCounts, draw: Draw) -> Sequence[int]:
    """Return the ids that a sample is drawn from.

    Articles that are not skipped; with hidden pre-tags, articles that nobody decided anything in; else all that the
    tagger found in the articles that fit and do not hide it.
    """
    if draw.unit is SampleUnit.ANNOTATIONS:
        hidden = counts.hidden_articles()
        is_all = draw.query == Query() and not hidden
        return project.pre_tag_ids(None if is_all else set(counts.worked_articles(draw.query)) - hidden)
    return counts.untouched_articles(draw.query) if draw.is_hidden else counts.worked_articles(draw.query)


def sample_step(project: Project, population: Sequence[int], draw: Draw, context: EditContext) -> Step:
    """Return the step that records a sample.

    Raise UserError where there is nothing to draw.
    """
    if not population:
        raise UserError(
            "Nothing fits what the sample is to be drawn from.",
            hint="Take another filter, or let the tagger read the articles first.",
        )
    members = draw_members(population, draw.size, draw.seed)
    row = Sample(
        project.next_id(),
        draw.unit,
        draw.is_hidden and draw.unit is SampleUnit.ARTICLES,
        draw.seed,
        draw.typed,
        len(population),
        " ".join(map(str, members)),
        context.author,
        context.now,
    )
    return Step(Message("draw a sample of {n}", {"n": str(len(members))}), (Change(None, row),))


def newest_sample(project: Project) -> Sample | None:
    """Return the sample that was drawn last."""
    return max(project.rows(Sample), key=lambda sample: sample.id, default=None)


def go_to_next_member(session: Session) -> None:
    """Open the next member of the newest sample.

    It is the first, as drawn, that waits for a decision.
    """
    project = session.project
    sample = newest_sample(project) if project is not None else None
    if project is None or sample is None:
        session.notified.emit(Message("No sample was drawn yet: the overview draws one."))
        return
    for place, number in enumerate(sample.member_ids, start=1):
        found = _waiting_member(project, sample, number)
        if found is not None:
            session.reader.go_to(found.id if isinstance(found, Article) else found.article_id)
            if isinstance(found, Annotation):
                session.navigation.go_to(found.id)
            args = {"place": str(place), "count": str(len(sample.member_ids))}
            session.notified.emit(Message("Sample: {place} of {count}", args))
            return
    session.notified.emit(Message("All of the sample is decided: the overview shows what it tells."))


def _waiting_member(project: Project, sample: Sample, number: int) -> Article | Annotation | None:
    if sample.unit is SampleUnit.ARTICLES:
        article = project.article(number)
        return article if article is not None and article.progress is Progress.OPEN else None
    found = project.found_annotations([number])
    return found[0] if found and found[0].status is Status.PROPOSED else None
