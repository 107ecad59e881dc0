"""Web annotations and claim reviews of other programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.model import Document, Kind, Role, Status
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from tests.formats.exchange.samples import marked, sample_document

URL = "https://news.example/1"


def read_tree(folder: Path, tree: Any, wanted: str) -> list[Document]:
    (folder / "a.json").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    known = registry.recognise_format(folder / "a.json")
    assert known is not None and known.name == wanted
    return list(registry.read_file(folder / "a.json"))


def annotation(exact: str, **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": "до ", "suffix": ""}
    return {"type": "Annotation", "id": exact, "target": {"source": URL, "selector": selector}, **more}


@pytest.mark.parametrize("shape", ["page", "list", "collection", "hypothesis"])
def test_quotes_without_a_text_are_taken_and_said(tmp_path: Path, shape: str) -> None:
    items = [
        annotation("школа", body={"type": "TextualBody", "purpose": "tagging", "value": "ORG"}),
        annotation("мэр", motivation="highlighting", body="кто это?", creator={"name": "Анна"}),
    ]
    tree: Any = {
        "page": {"items": items},
        "collection": {"first": {"items": items}},
        "hypothesis": {"rows": items},
    }.get(shape, items)
    (document,) = read_tree(tmp_path, tree, "w3c")
    assert document.text == "школа\nмэр" and document.article.url == URL
    assert [(one.label, one.words(document.text)) for one in document.annotations] == [
        ("ORG", "школа"),
        ("highlighting", "мэр"),
    ]
    assert document.annotations[1].author == "Анна" and document.notes[0].text == "кто это?"
    assert "no text of the article" in str(document.lost[0])


def test_each_target_has_a_position_and_a_quote_that_fit_the_text(tmp_path: Path) -> None:
    document = sample_document(marked(Kind.CLAIM, "сказал", "𝐀лматы"))
    registry.write_file([document], tmp_path / "a.jsonld", ExportContext(options=ExportOptions("w3c")))
    tree = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert tree["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and tree["type"] == "AnnotationCollection"
    position, quote = tree["items"][0]["target"][1]["selector"]
    assert document.text[position["start"] : position["end"]] == quote["exact"] == "𝐀лматы"
    assert document.text[: position["start"]].endswith(quote["prefix"])


REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Школа откроется в сентябре.",
    "url": URL,
    "author": {"@type": "Organization", "name": "Проверка"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Неверно"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "Мэр"}, "datePublished": "2026-05-01T10:00"},
}


@pytest.mark.parametrize("tree", [REVIEW, [REVIEW], {"@context": "https://schema.org", "@graph": [REVIEW]}])
def test_a_claim_review_becomes_an_article_of_one_claim(tmp_path: Path, tree: Any) -> None:
    (document,) = read_tree(tmp_path, tree, "claimreview")
    (claim,) = document.annotations
    assert (claim.kind, claim.words(document.text)) == (Kind.CLAIM, "Школа откроется в сентябре.")
    assert (claim.attribute("verdict"), claim.attribute("speaker")) == ("Неверно", "Мэр")
    assert (document.article.url, document.article.date) == (URL, date(2026, 5, 1))


def test_a_claim_is_written_with_its_speaker_and_verdict_and_one_without_is_counted(tmp_path: Path) -> None:
    roles = (Role("speaker", Span(2, 8), "Токаев"),)
    claims = (
        marked(Kind.CLAIM, "«Да ✔»", attributes=(("verdict", "верно"),), roles=roles),
        marked(Kind.CLAIM, "«нет»"),
    )
    told: list[str] = []
    context = ExportContext(options=ExportOptions("claimreview"), report=lambda one: told.append(str(one)))
    registry.write_file([sample_document(*claims)], tmp_path / "a.jsonld", context)
    first, second = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert first["claimReviewed"] == "«Да ✔»" and first["reviewRating"]["alternateName"] == "верно"
    assert first["itemReviewed"]["author"]["name"] == "Токаев"
    assert "reviewRating" not in second
    assert any("without a verdict" in one for one in told)


@pytest.mark.parametrize(("label", "kind"), [("PER", "Person"), ("ORG", "Organization"), ("LOC", "Thing")])
def test_a_speaker_is_typed_by_the_mention_that_names_it(tmp_path: Path, label: str, kind: str) -> None:
    roles = (Role("speaker", Span(2, 8), "Токаев"),)
    rows = (
        marked(Kind.CLAIM, "«Да ✔»", roles=roles),
        marked(Kind.ENTITY, "Токаев", label=label),
        marked(Kind.ENTITY, "сказал", label="ORG"),
        marked(Kind.ENTITY, "Токаев", label="DATE", status=Status.REJECTED),
    )
    context = ExportContext(options=ExportOptions("claimreview"))
    registry.write_file([sample_document(*rows)], tmp_path / "a.jsonld", context)
    (review,) = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": "Токаев"}


@pytest.mark.parametrize("value", [None, 1, "x", [], [1], {"a": 1}, [{}], {"selector": []}, [{"selector": 1}]])
@pytest.mark.parametrize("name", ["w3c", "claimreview"])
def test_values_of_a_wrong_type_never_end_in_a_crash(tmp_path: Path, name: str, value: Any) -> None:
    fields = ("body", "target", "creator", "pometka:values", "pometka:links", "itemReviewed", "reviewRating", "author")
    items = [{"target": {"source": "s"}, "claimReviewed": "x", field: value} for field in fields]
    (tmp_path / "a.jsonld").write_text(json.dumps(items), "utf-8")
    assert list(registry.read_file(tmp_path / "a.jsonld", name))
