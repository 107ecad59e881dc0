"""Claims against the annotated sets: `python -m tests.benchmarks.claims [--part PART] [--errors N]`.

The sets `dev` and `test` in `tests/data/claims` hold offsets and ids; the texts lie in `../shared/data`, with the
scorer beside them. The passages of other genres, in two halves, and those of news hold their texts: no rule is
written from a part named `…_unread`; `fresh_dev` was read, `wide_*`, `varied_*` and `ways_*` have due dates.
Those of `passages_*` and `mixed_*` have a date and their
entities as well, which are printed by label; where an entity has a value, that of the same span is compared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from app.core.model import Annotation, Kind
from app.core.vocabulary import AttributeName, EntityLabel
from app.nlp.pipeline import Tagger

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PARTS = {
    "dev": "dev.jsonl",
    "test": "unread.jsonl",
    "genres_dev": "genres_dev.jsonl",
    "genres_unread": "genres_unread.jsonl",
    "genres_news": "genres_news.jsonl",
    "passages_dev": "passages_dev.jsonl",
    "passages_unread": "passages_unread.jsonl",
    "round_dev": "round_dev.jsonl",
    "round_unread": "round_unread.jsonl",
    "mixed_dev": "mixed_dev.jsonl",
    "mixed_unread": "mixed_unread.jsonl",
    "fresh_dev": "fresh_dev.jsonl",
    "wide_dev": "wide_dev.jsonl",
    "wide_unread": "wide_unread.jsonl",
    "varied_dev": "varied_dev.jsonl",
    "varied_unread": "varied_unread.jsonl",
    "ways_dev": "ways_dev.jsonl",
    "ways_unread": "ways_unread.jsonl",
    "reports_dev": "reports_dev.jsonl",
    "reports_unread": "reports_unread.jsonl",
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gold_of(part: str) -> list[dict[str, Any]]:
    """Return the annotated articles of one part, joined with their texts.

    "seed" is the user's article.
    """
    if part == "seed":
        return read_lines(SHARED / "data" / "claims_seed.jsonl")
    rows = read_lines(ROOT / "tests" / "data" / "claims" / PARTS[part])
    sources = {row["source"] for row in rows if "source" in row}
    texts = {
        (source, article["id"]): article["text"]
        for source in sources
        for article in read_lines(SHARED / "data" / f"{source}.jsonl")
    }
    return [{**row, "text": row.get("text") or texts[row["source"], row["id"]]} for row in rows]


def claim_row(claim: Annotation) -> dict[str, Any]:
    """Return a claim in the form of the scorer."""
    speaker, cue = claim.role("speaker"), claim.role("cue")
    return {
        "start": claim.start,
        "end": claim.stop,
        "type": claim.attribute("form"),
        "kind": claim.label,
        "rule": claim.rule,
        "speaker_start": speaker.span.start if speaker else None,
        "speaker_end": speaker.span.stop if speaker else None,
        "cue_start": cue.span.start if cue else None,
        "cue_end": cue.span.stop if cue else None,
    }


def predicted(tagger: Tagger, gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tagger's claims for the texts of `gold`."""
    rows = []
    for article in gold:
        found = tag_article(tagger, article)
        claims = [claim_row(claim) for claim in found if claim.kind is Kind.CLAIM]
        rows.append({"id": article["id"], "text": article["text"], "claims": claims})
    return rows


def tag_article(tagger: Tagger, article: dict[str, Any]) -> tuple[Annotation, ...]:
    """Return an article's annotations, as of its date."""
    day = article.get("date")
    return tagger.tag(article["text"], date.fromisoformat(day) if day else None).annotations


def count_entities(tagger: Tagger, gold: list[dict[str, Any]]) -> str:
    """Return precision and recall of the same spans, by label.

    Numbers are not annotated.
    """
    true: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for article in gold:
        spans = {(one["start"], one["end"], one["label"]) for one in article["entities"]}
        found = tag_article(tagger, article)
        named = {(one.start, one.stop, str(one.label)) for one in found if one.kind is Kind.ENTITY}
        named = {one for one in named if one[2] != EntityLabel.NUMBER}
        for counter, rows in ((true, spans), (ours, named), (both, spans & named)):
            counter.update(label for _, _, label in rows)
            counter["all"] += len(rows)
    table = "\n".join(
        f"  {label:8} P {both[label]}/{ours[label]} R {both[label]}/{true[label]}"
        f" F1 {2 * both[label] / (ours[label] + true[label]):.3f}"
        for label in sorted(true)
    )
    return f"{table}\n{count_values(tagger, gold)}"


def count_values(tagger: Tagger, gold: list[dict[str, Any]]) -> str:
    """Return how many values and normal forms are as annotated.

    Only the same spans count.
    """
    right = found = 0
    for article in gold:
        wanted = {
            (one["start"], one["end"], one["label"]): one["value"] for one in article["entities"] if "value" in one
        }
        for one in tag_article(tagger, article):
            value = wanted.get((one.start, one.stop, str(one.label)))
            if value is not None:
                found += 1
                right += value in (one.attribute(AttributeName.VALUE), one.normal)
    return f"  values   {right}/{found}"


def count_due(tagger: Tagger, gold: list[dict[str, Any]]) -> str:
    """Return how many due dates are as annotated.

    Only claims that start alike count.
    """
    right = found = 0
    for article in gold:
        wanted = {claim["start"]: claim["due"] for claim in article["claims"] if "due" in claim}
        for one in tag_article(tagger, article):
            if one.kind is Kind.CLAIM and one.start in wanted:
                found += 1
                right += one.attribute(AttributeName.DUE) == wanted[one.start]
    return f"  due      {right}/{found}"


def score(gold: list[dict[str, Any]], rows: list[dict[str, Any]], errors: int) -> str:
    """Return what the shared scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, content in (("pred", rows), ("gold", gold)):
            path = Path(folder) / f"{name}.jsonl"
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content), "utf-8")
            files.append(str(path))
        options = ["--errors", str(errors)] if errors else []
        command = [sys.executable, str(SHARED / "score" / "score_claims.py"), *files, *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print the scorer's tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=[*PARTS, "seed"])
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    tagger = Tagger()
    for part in [options.part] if options.part else [*PARTS, "seed"]:
        gold = gold_of(part)
        began = time.perf_counter()
        rows = predicted(tagger, gold)
        seconds = time.perf_counter() - began
        print(f"== {part}: {len(gold)} articles, {sum(len(row['claims']) for row in gold)} claims, {seconds:.1f} s")
        print(score(gold, rows, options.errors))
        if gold and "entities" in gold[0]:
            print(count_entities(tagger, gold))
        if any("due" in claim for article in gold for claim in article["claims"]):
            print(count_due(tagger, gold))


if __name__ == "__main__":
    main()
