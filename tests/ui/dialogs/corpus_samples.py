"""Articles with claims and names for the windows over a whole project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Kind, Role, text_digest
from app.core.span import Span
from app.core.vocabulary import AttributeName, RoleName
from app.service.session.session import Session
from tests.service.samples import add_article, claim, span
from tests.ui.desktop import Desktop

BRIDGE = "Серик Алимов обещал построить мост за 30 млрд тенге до 2020 года."
AGAIN = "Алимов напомнил: построить мост за 40 млрд тенге до 2020 года."
RATE = "Асель Омарова ждёт, что ставка снизится."


def add_claims(desktop: Desktop) -> None:
    """Bring three articles with a claim each.

    The promise is overdue, and stands in two of them.
    """
    due = (AttributeName.DUE.value, "2020")
    for text, name, words, label, attributes in (
        (BRIDGE, "Серик Алимов", "построить мост за 30 млрд тенге", "promise", (due, ("figures", "30000000000 KZT"))),
        (AGAIN, "Алимов", "построить мост за 40 млрд тенге", "promise", (due, ("figures", "40000000000 KZT"))),
        (RATE, "Асель Омарова", "ставка снизится", "forecast", ()),
    ):
        speaker = Role(RoleName.SPEAKER, span(text, name), "Серик Алимов" if "Алимов" in name else name)
        row = claim(text, words, label, roles=(speaker,), attributes=attributes)
        number = add_article(desktop.session, text, [row], name)
        project = desktop.session.project
        assert project is not None
        article = project.article(number)
        assert article is not None
        later = replace(article, date=date(2025, 6, number % 28 + 1), source="zakon.kz")
        desktop.session.apply(Step(Message("date"), (Change(article, later),)))


ARTICLES = (
    ("Аким Серик Алимов открыл школу в Алматы.", (("Аким", "ROLE"), ("Серик Алимов", "PER"), ("Алматы", "LOC"))),
    ("Алимов приехал. Серик Алимов, министр, выступил.", (("Алимов", "PER"), ("министр", "ROLE"))),
    ("Береке Банк и АО «Береке Банк» молчат.", (("Береке Банк", "ORG"), ("АО «Береке Банк»", "ORG"))),
    ("Twitter закрыл офис.", (("Twitter", "ORG"),)),
)


def add_named(session: Session) -> None:
    """Add articles whose names are marked."""
    project = session.project
    assert project is not None
    for place, (text, names) in enumerate(ARTICLES):
        number, day = project.next_id(), date(2025, 6, 1 + place)
        article = Article(number, text[:20], day, "akorda.kz", digest=text_digest(text[:20], text), length=len(text))
        changes = [Change(None, article), Change(None, Body(number, text))]
        for words, label in names:
            start = text.index(words)
            span = Span(start, start + len(words))
            row = Annotation(project.next_id(), number, Kind.ENTITY, label, (span,))
            holder = (("referent", "Серик Алимов"),) if words == "Аким" else ()
            changes.append(Change(None, replace(row, attributes=holder)))
        session.apply(Step(Message("import"), tuple(changes)))
    project.flush()
