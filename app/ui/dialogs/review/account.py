"""The words about a queue.

How far it is, what is left out, and its account.
"""

from __future__ import annotations

from collections import Counter

from app.service.corpus.review.queue_plan import QueuePlan
from app.service.corpus.review.review_queue import DECISIONS, Outcome, ReviewQueue
from app.ui.base.i18n import number_words, tr


def progress_words(queue: ReviewQueue) -> str:
    """Return how far a queue is."""
    counts = queue.counts()
    total = len(queue.plan.items)
    place = tr("{place} of {all}", place=number_words(min(queue.place + 1, total)), all=number_words(total))
    decided, skipped = count_decided(counts), counts[Outcome.SKIPPED]
    parts = [place, tr("{n} decided", n=decided)]
    return " · ".join(parts + ([tr("{n} skipped", n=skipped)] if skipped else []))


def plan_words(plan: QueuePlan) -> str:
    """Return what a queue holds, and what is left out."""
    random = plan.random_count
    parts = [tr("{n} least certain", n=len(plan.items) - random)]
    parts += [tr("{n} at random (seed {seed})", n=random, seed=str(plan.seed))] if random else []
    parts.append(tr("{n} left out", n=plan.left_out))
    parts += [tr("{n} in skipped articles", n=plan.in_skipped)] if plan.in_skipped else []
    parts += [hiding_words(plan)] if plan.hiding else []
    return " · ".join(parts)


def account_words(queue: ReviewQueue, left: int) -> list[str]:
    """Return the lines of the account; `left` annotations are still proposed."""
    counts = queue.counts()
    decided, skipped = count_decided(counts), counts[Outcome.SKIPPED]
    head = (tr("{n} decided", n=decided), tr("{n} skipped", n=skipped), tr("{n} left", n=left))
    lines = [", ".join(head), _outcome_words(counts)]
    drawn = queue.counts(of_random=True)
    if count_decided(drawn):
        lines.append(tr("Of those drawn at random: {counts}", counts=_outcome_words(drawn)))
    if counts[Outcome.GONE]:
        lines.append(tr("{n} were decided elsewhere meanwhile", n=counts[Outcome.GONE]))
    if queue.plan.in_skipped:
        lines.append(tr("{n} in skipped articles are left out", n=queue.plan.in_skipped))
    if queue.plan.hiding:
        lines.append(hiding_words(queue.plan))
    return lines


def hiding_words(plan: QueuePlan) -> str:
    """Say how many articles keep their pre-tags back."""
    return tr("{n} articles of a random sample hide their pre-tags until they are done", n=plan.hiding)


def count_decided(counts: Counter[Outcome]) -> int:
    """Return how many of some outcomes are decisions."""
    return sum(count for outcome, count in counts.items() if outcome in DECISIONS)


def _outcome_words(counts: Counter[Outcome]) -> str:
    return " · ".join(
        (
            tr("{n} accepted", n=counts[Outcome.ACCEPTED]),
            tr("{n} corrected", n=counts[Outcome.CORRECTED]),
            tr("{n} rejected", n=counts[Outcome.REJECTED]),
        )
    )
