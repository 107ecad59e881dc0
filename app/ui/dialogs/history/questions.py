"""What a way back would do, in words, before it is done."""

from __future__ import annotations

from app.service.history.restoring import Plan, Way
from app.ui.base.i18n import tr
from app.ui.dialogs.history.rows import step_words, what_words


def question(plan: Plan) -> str:
    """Return what is asked before a plan is carried out."""
    step = step_words(plan.record)
    ask = {
        Way.RESTORE: tr("Restore the state after step {step}?", step=step),
        Way.UNDO_ALONE: tr("Undo step {step} alone?", step=step),
        Way.BRING_BACK: tr("Bring back what was done up to step {step}?", step=plan.record.unit.last),
    }[plan.way]
    left = left_words(plan) if plan.left else ""
    kept = tr("It is a new step: nothing that came later is lost.")
    return " ".join(part for part in (ask, f"{counts_words(plan)}.", left, kept) if part)


def answer(way: Way) -> str:
    """Return what the button says that does it."""
    return {
        Way.RESTORE: tr("Restore this state"),
        Way.UNDO_ALONE: tr("Undo this one"),
        Way.BRING_BACK: tr("Bring back"),
    }[way]


def refusal(plan: Plan) -> str:
    """Return why a plan does nothing."""
    step = step_words(plan.record)
    if plan.left and plan.obstacle is not None:
        later = {"step": step, "later": step_words(plan.obstacle), "what": what_words(plan.obstacle)}
        if plan.way is Way.UNDO_ALONE:
            return tr("Step {step} cannot be undone alone: step {later} builds on it ({what}).", **later)
        return tr("Step {step} cannot be brought back: step {later} changed the same ({what}).", **later)
    if plan.left:
        return tr("Step {step} cannot be applied here: what it changed has changed since.", step=step)
    return tr("Nothing would change: this is how the project is now.")


def left_words(plan: Plan) -> str:
    """Return how much stays as it is, and the obstructing step."""
    left = tr("{n} changes are left out", n=plan.left)
    if plan.obstacle is None:
        return f"{left}."
    why = tr("step {later} changed the same ({what})", later=step_words(plan.obstacle), what=what_words(plan.obstacle))
    return f"{left}: {why}."


def counts_words(plan: Plan) -> str:
    """Return how many rows come, go and change."""
    articles, annotations = plan.articles, plan.annotations
    parts = [
        (articles.came, tr("{n} articles come back", n=articles.came)),
        (articles.gone, tr("{n} articles go", n=articles.gone)),
        (annotations.came, tr("{n} annotations come back", n=annotations.came)),
        (annotations.gone, tr("{n} annotations go", n=annotations.gone)),
        (annotations.changed, tr("{n} annotations change", n=annotations.changed)),
    ]
    rows = [words for count, words in parts if count]
    others = len(plan.changes) - sum(count for count, _ in parts)
    if not rows:
        return tr("{n} other changes", n=others)
    return f"{', '.join(rows)} ({tr('in {n} articles', n=plan.touched_articles)})"
