"""Cases: articles with the tagger's proposals and gold annotations."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.core.model import Annotation, Article, Candidate, Document, Kind, Origin, text_digest
from app.core.span import Span
from app.core.text.boundary import snapped
from app.nlp.pipeline import Tagger
from app.service.project.schemes import default_scheme

_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the tagger proposes at one place.

    It holds what matters for correcting it.
    """

    start: int
    stop: int
    label: str
    normal: str
    referent: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Case:
    """One article with its gold labels and proposals.

    It holds its text, the gold labels by span, and the tagger's proposals and candidates.
    """

    key: str
    text: str
    gold: Mapping[Span, str]
    proposals: tuple[Proposal, ...]
    candidates: tuple[Candidate, ...]


def read_cases(gold: Path, limit: int | None = None) -> list[Case]:
    """Read articles in gold's JSONL and tag them.

    Gold counts as far as its labels have a key in the default scheme, and only labels that gold has are proposed.
    What the tagger said is kept in the temporary folder for as long as neither its code nor the file changes.
    """
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()][:limit]
    keyed = {label.name for label in default_scheme().of_kind(Kind.ENTITY) if label.key}
    labels = {entity["label"] for row in rows for entity in row["entities"]} & keyed
    tagged = _tagged([row["text"] for row in rows])
    return [_case(row, tagging, labels) for row, tagging in zip(rows, tagged, strict=True)]


def document_of(case: Case) -> Document:
    """Return an article with its proposals as the tagger hands it over."""
    article = Article(0, title=case.key, key=case.key, digest=text_digest("", case.text), language="ru")
    return Document(
        article,
        case.text,
        tuple(_annotation(number, found) for number, found in enumerate(case.proposals, 1)),
        candidates=case.candidates,
    )


def _annotation(number: int, found: Proposal) -> Annotation:
    return Annotation(
        number,
        0,
        Kind.ENTITY,
        found.label,
        (Span(found.start, found.stop),),
        origin=Origin.PRETAG,
        confidence=found.confidence,
        normal=found.normal,
        attributes=(("referent", found.referent),) if found.referent else (),
    )


def _case(row: dict[str, Any], tagging: dict[str, Any], labels: set[str]) -> Case:
    return Case(
        str(row["id"]),
        row["text"],
        {
            gold_span(row["text"], Span(entity["start"], entity["end"])): entity["label"]
            for entity in row["entities"]
            if entity["label"] in labels
        },
        tuple(Proposal(**found) for found in tagging["proposals"] if found["label"] in labels),
        tuple(
            Candidate(0, 0, Span(start, stop), label, score)
            for start, stop, label, score in tagging["candidates"]
            if label in {*labels, ""}
        ),
    )


def gold_span(text: str, span: Span) -> Span:
    """Return a gold span as it is marked by word.

    "В.Л." gets the full stop that gold leaves out.

    One that ends inside a word stays as it is: "Дайрен" of "Дайрен-Мару".
    """
    whole = snapped(text, span)
    outside = text[whole.start : span.start] + text[span.stop : whole.stop]
    return span if any(map(str.isalnum, outside)) else whole


def _tagged(texts: list[str]) -> list[dict[str, Any]]:
    kept = Path(tempfile.gettempdir()) / f"pometka-presses-{_version(texts)}.json"
    if kept.exists():
        return list(json.loads(kept.read_text("utf-8")))
    tagger = Tagger()
    tagged = [_tagging(tagger, text) for text in texts]
    draft = kept.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(tagged, ensure_ascii=False), "utf-8")
    draft.replace(kept)  # another process may be reading
    return tagged


def _tagging(tagger: Tagger, text: str) -> dict[str, Any]:
    tagging = tagger.tag(text)
    entities = (row for row in tagging.annotations if row.kind is Kind.ENTITY)
    proposals = [_proposal(row) for row in entities]
    candidates = [(*one.span, one.label, one.score) for one in tagging.candidates]
    return {"proposals": [asdict(found) for found in proposals], "candidates": candidates}


def _proposal(row: Annotation) -> Proposal:
    return Proposal(row.start, row.stop, row.label, row.normal, row.attribute("referent"), row.confidence)


def _version(texts: Iterable[str]) -> str:
    """Return what the tagger's answer depends on.

    It is its code, its lexicons and the texts.
    """
    hashed = hashlib.sha256()
    for folder in ("app/nlp", "app/core", "resources/lexicons"):
        for path in sorted((_ROOT / folder).rglob("*.*")):
            if path.suffix != ".pyc":
                hashed.update(path.read_bytes())
    for text in texts:
        hashed.update(text.encode())
    return hashed.hexdigest()[:16]
