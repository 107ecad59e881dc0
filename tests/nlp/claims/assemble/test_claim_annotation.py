"""Claims get people, figures and due dates from entities.

The entities are inside the claim.
"""

from datetime import date

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.claims.claim_finder import find_claims

TEXT = "Президент Казахстана пообещал к 2033 году вложить 5 миллиардов тенге, то есть 30 процентов бюджета."


def entity(words: str, label: str, normal: str = "", **attributes: str) -> Annotation:
    start = TEXT.index(words)
    pieces = (Span(start, start + len(words)),)
    return Annotation(0, 0, Kind.ENTITY, label, pieces, normal=normal, attributes=tuple(sorted(attributes.items())))


def claim_with(models: Models, *entities: Annotation, day: date | None = date(2025, 9, 2)) -> Annotation:
    (claim,) = find_claims(ArticleText(TEXT, models), entities, day)
    return claim


def test_a_speaker_is_resolved_to_the_one_that_the_article_means(models: Models) -> None:
    role = entity("Президент Казахстана", "ROLE", "президент Казахстана", referent="Касым-Жомарт Токаев")
    place = entity("Казахстана", "LOC", "Казахстан")
    speaker = claim_with(models, role, place).role("speaker")
    assert speaker is not None
    assert speaker.normal == "Касым-Жомарт Токаев"


def test_a_speaker_whom_nobody_knows_is_called_as_he_stands_in_the_nominative(models: Models) -> None:
    speaker = claim_with(models).role("speaker")
    assert speaker is not None
    assert speaker.normal == "президент Казахстана"


def test_the_figures_inside_a_claim_come_with_their_values(models: Models) -> None:
    money = entity("5 миллиардов тенге", "MONEY", value="5000000000 KZT")
    share = entity("30 процентов", "PERCENT", value="30 %")
    assert claim_with(models, money, share).attribute("figures") == "5000000000 KZT; 30 %"


def test_a_promise_falls_due_on_the_last_date_ahead(models: Models) -> None:
    year = entity("2033 году", "DATE", value="2033")
    assert claim_with(models, year).attribute("due") == "2033"
    assert claim_with(models, year, day=date(2040, 1, 1)).attribute("due") == ""
    assert claim_with(models, year, day=None).attribute("due") == ""


def test_a_demand_falls_due_too(models: Models) -> None:
    text = "Президент поручил акимам до 15 октября построить мост."
    start = text.index("15 октября")
    day = Annotation(0, 0, Kind.ENTITY, "DATE", (Span(start, start + 10),), attributes=(("value", "2025-10-15"),))
    (claim,) = find_claims(ArticleText(text, models), [day], date(2025, 9, 2))
    assert (claim.label, claim.attribute("due")) == ("demand", "2025-10-15")


def test_every_claim_tells_its_rule_and_version(models: Models) -> None:
    name, version = claim_with(models).rule.split("/")
    assert (name, version.isdigit()) == ("claim.act", True)
