"""What edits share.

How a step is applied, what is decided together, what is said about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.change import Step
from app.core.message import Message
from app.core.model import Annotation
from app.service.article.mentions import other_forms
from app.service.article.open_article import OpenArticle
from app.service.edits.edit_place import ArticlePlace, StepTarget
from app.service.wording import list_words, shorten_text

if TYPE_CHECKING:
    from app.store import Project


def apply_step(target: StepTarget, step: Step | None) -> bool:
    """Apply a step; return whether there was anything to do."""
    if step is None:
        return False
    target.apply(step)
    return True


def edited_project(target: StepTarget) -> Project:
    """Return the open project."""
    project = target.project
    assert project is not None, "an article is edited only in an open project"
    return project


def current_annotation(place: ArticlePlace) -> tuple[OpenArticle, Annotation] | None:
    """Return the open article and its current annotation.

    Notify where there is none.
    """
    open_article, current = place.open_article, place.navigation.current
    if open_article is None:
        return None
    if current is None:
        place.notified.emit(Message("There is no annotation here."))
        return None
    return open_article, current


def decided_together(
    place: ArticlePlace, open_article: OpenArticle, row: Annotation, *, by_entity: bool = False
) -> list[Annotation]:
    """Return a mention and those decided with it, the mention first."""
    ids = place.navigation.group_of(row, by_entity=by_entity)
    others = (open_article.annotations.get(equal) for equal in ids if equal != row.id)
    return [row, *(other for other in others if other is not None)]


def notify_together(place: ArticlePlace, done: Message, open_article: OpenArticle, rows: Sequence[Annotation]) -> None:
    """Describe the decision by the first of `rows` and counts.

    Other words among them are named.
    """
    if len(rows) < 2:
        return
    words, *others = (row.words(open_article.text) for row in rows)
    forms = list_words(other_forms(words, others))
    message = Message("{done}: “{text}” and {n} more: {others}" if forms else "{done}: “{text}” and {n} more")
    counts = {"text": shorten_text(words), "n": str(len(others)), "others": forms}
    place.notified.emit(replace(message, args={"done": done, **counts}))


def show_claim_first(place: ArticlePlace, claim: Annotation) -> None:
    """Make a claim current instead of changing it unseen, and say so."""
    place.navigation.stay_on(claim.id)
    place.notified.emit(Message("The claim here is current now: press again to change it."))
