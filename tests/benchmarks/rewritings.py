"""Measure how many tags a rewritten text keeps.

`python -m tests.benchmarks.rewritings [--articles N]` prints it.

Each article of the development sets is tagged as it is and in every way of `tests.rewritings`. Kept is an entity with
the same label, normal form and value on the same words, or a claim with the same kind, form, speaker and words.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections.abc import Sequence

from app.core.model import Annotation
from app.core.text.stem import folded
from app.nlp.pipeline import Tagger
from tests.benchmarks.dev_articles import SHARED, rows
from tests.rewritings import REWRITINGS, rewritten

_EDGES = ' \u00ab\u00bb"\u201c\u201d\u201e<>'


def tags(tagger: Tagger, text: str, name: str = "") -> list[tuple[object, ...]]:
    """Return the tags of a text as it is, or rewritten.

    Their places are those in `text`.
    """
    if not name:
        return [described(annotation, text, range(len(text) + 1)) for annotation in tagger.tag(text).annotations]
    new, places = rewritten(text, name)
    return [described(annotation, text, places) for annotation in tagger.tag(new).annotations]


def described(annotation: Annotation, text: str, places: Sequence[int]) -> tuple[object, ...]:
    """Return what must be the same.

    Label, attributes, and the words of pieces and roles in `text`, whose places in what was tagged are given.
    """

    def words(start: int, stop: int) -> tuple[int, str]:
        first, last = bisect_left(places, start), bisect_left(places, stop)
        part = text[first:last]
        return first + len(part) - len(part.lstrip(_EDGES)), part.strip(_EDGES)

    attributes = tuple((attribute, folded(str(value))) for attribute, value in annotation.attributes)
    pieces = tuple(words(*piece) for piece in annotation.pieces)
    roles = tuple((role.name, words(*role.span), folded(role.normal)) for role in annotation.roles)
    return annotation.kind, annotation.label, folded(annotation.normal), attributes, pieces, roles


def texts(count: int) -> list[str]:
    seeds = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    claims = [json.loads(line)["text"] for line in (SHARED / "data" / "claims_seed.jsonl").open(encoding="utf-8")]
    return [*seeds, *claims, *(row["text"] for corpus in ("factru", "nerel") for row in rows(corpus)[:count])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10)
    parser.add_argument("--show", default="")
    arguments = parser.parse_args()
    tagger = Tagger()
    articles = texts(arguments.articles)
    wanted = [tags(tagger, text) for text in articles]
    for name in REWRITINGS:
        kept = lost = added = 0
        for text, before in zip(articles, wanted, strict=True):
            after = tags(tagger, text, name)
            rest = list(after)
            for tag in before:
                if tag in rest:
                    rest.remove(tag)
                    kept += 1
                else:
                    lost += 1
                    if name == arguments.show:
                        print("lost ", tag)
            added += len(rest)
            if name == arguments.show:
                print(*(f"added {tag}" for tag in rest), sep="\n")
        print(f"{name:34} kept {kept / max(1, kept + lost):.3f}  lost {lost:4}  new {added:4}")


if __name__ == "__main__":
    main()
