"""ClaimReview of schema.org.

What was claimed, by whom, and the verdict on it.

It knows no places in a text. A claim is written with its words, its speaker, the article that it stands in, and as
verdict the attribute "verdict" or "rating" where it has one; its notes are the body of the review. Each review is read
as an article of the claim's words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Annotation, Document, Kind
from app.core.span import Span, iou
from app.core.vocabulary import ClaimLabel
from app.formats.atomic_file import replace_file
from app.formats.exchange.linked_data.claim_authors import make_author
from app.formats.exchange.shared.from_document import format_time
from app.formats.exchange.shared.json_texts import Tree, get_list, get_object, get_text, read_json_file
from app.formats.exchange.shared.marked_text import Mark, MarkedText, MarkKind
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import Feature
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample

_CONTEXT = "https://schema.org"
_VERDICTS = ("verdict", "rating")
_LABEL = ClaimLabel.STATEMENT


def read_claim_reviews(path: Path) -> Iterator[Document]:
    """Yield an article for each review of a file."""
    reviews = list(_find_reviews(read_json_file(path)))
    if not reviews:
        raise UserError("“{name}” holds no ClaimReview.", hint="Save the JSON-LD of the page.", name=path.name)
    for number, review in enumerate(reviews, start=1):
        yield _read_review(review, f"{path.stem}-{number}")


def write_claim_reviews(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a list of reviews, one for each claim.

    Claims without a verdict are counted.
    """
    without = 0
    with replace_file(path) as pending, pending.draft.open("w", encoding="utf-8", newline="") as file:
        file.write("[")
        is_first = True
        for number, document in enumerate(documents, start=1):
            for claim in filter(context.options.includes_annotation, document.of_kind(Kind.CLAIM)):
                review = _make_review(claim, document, context.options.author)
                without += "reviewRating" not in review
                file.write(("\n" if is_first else ",\n") + json.dumps(review, ensure_ascii=False))
                is_first = False
            if context.progress is not None:
                context.progress(number)
        file.write("\n]\n")
    if without:
        context.report_loss(
            Message("Claims written without a verdict, since they have none: {count}.", {"count": str(without)})
        )
    return pending.written


def _make_review(claim: Annotation, document: Document, reviewer: str) -> dict[str, Tree]:
    article = document.article
    speaker = claim.speaker
    name = (speaker.normal or document.text[speaker.span.start : speaker.span.stop]) if speaker else ""
    day = article.date.isoformat() if article.date else ""
    appearance = {"@type": "NewsArticle", "headline": article.title, "url": article.url, "datePublished": day}
    item = {
        "@type": "Claim",
        "author": make_author(name, _find_label(speaker.span, document)) if speaker else None,
        "datePublished": day,
        "appearance": _drop_empty({**appearance, "publisher": _named("Organization", article.source)}),
    }
    verdict = next((value for known in _VERDICTS if (value := claim.attribute(known))), "")
    notes = [note.text for note in document.notes if note.annotation_id == claim.id]
    return _drop_empty(
        {
            "@context": _CONTEXT,
            "@type": "ClaimReview",
            "claimReviewed": claim.words(document.text),
            "url": article.url,
            "datePublished": format_time(claim.changed or claim.created)[:10],
            "author": _named("Person", claim.author or reviewer),
            "itemReviewed": _drop_empty(item),
            "reviewRating": {"@type": "Rating", "alternateName": verdict} if verdict else None,
            "reviewBody": "\n".join(notes),
        }
    )


def _find_label(speaker: Span, document: Document) -> str:
    """Return the label of the mention that names a speaker.

    It is the one that has most letters in common with the speaker's words. Return "" for none.
    """
    mentions = (row for row in document.of_kind(Kind.ENTITY) if row.is_live and row.span.overlaps(speaker))
    named = max(mentions, key=lambda row: iou(row.span, speaker), default=None)
    return named.label if named is not None else ""


def _named(kind: str, name: str) -> dict[str, Tree] | None:
    return {"@type": kind, "name": name} if name else None


def _drop_empty(tree: dict[str, Tree]) -> dict[str, Tree]:
    return {name: value for name, value in tree.items() if value not in ("", None, [], {})}


def _find_reviews(tree: Tree) -> Iterator[dict[str, Tree]]:
    listed = tree if isinstance(tree, list) else [tree, *get_list(tree, "@graph"), *get_list(tree, "claimReviews")]
    for item in listed:
        if get_text(item, "claimReviewed"):
            yield item


def _read_review(review: dict[str, Tree], key: str) -> Document:
    text = get_text(review, "claimReviewed")
    item = get_object(review, "itemReviewed")
    appearance = get_object(item, "appearance") or get_object(item, "firstAppearance")
    day = get_text(item, "datePublished") or get_text(appearance, "datePublished") or get_text(review, "datePublished")
    marked = MarkedText(text)
    marked.fields = {
        "id": key,
        "title": get_text(appearance, "headline") or text[:200],
        "date": day[:10],
        "source": get_text(get_object(appearance, "publisher"), "name"),
        "url": get_text(appearance, "url") or get_text(review, "url"),
    }
    claim = Mark("1", _LABEL, (Span(0, len(text)),), {"kind": MarkKind.CLAIM})
    rating = get_object(review, "reviewRating")
    values = {
        "verdict": get_text(rating, "alternateName") or get_text(rating, "ratingValue"),
        "speaker": get_text(get_object(item, "author"), "name"),
        "reviewer": get_text(get_object(review, "author"), "name"),
    }
    claim.attributes = {name: value for name, value in values.items() if value}
    if get_text(review, "reviewBody"):
        claim.notes = [{"text": get_text(review, "reviewBody")}]
    marked.marks = [claim]
    return make_marked_document(marked, key)


def _matches(sample: FileSample) -> bool:
    return any(place.replace("[]", "").split(".")[-1] == "claimReviewed" for place in sample.json_places)


FORMAT = FileFormat(
    "claimreview",
    Message("ClaimReview (schema.org)"),
    (".jsonld",),
    read=read_claim_reviews,
    write=write_claim_reviews,
    matches=_matches,
    loses=(Message("the texts of the articles, and where in them a claim stands"),),
    holds=frozenset((Feature.KINDS, Feature.ARTICLE_FIELDS, Feature.ANNOTATION_NOTES, Feature.CONTROL_CHARACTERS)),
)
