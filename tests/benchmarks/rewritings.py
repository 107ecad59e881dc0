"""Measure how many tags a rewritten text keeps.

`python -m tests.benchmarks.rewritings [--articles N]` prints it.

Each article of the development sets is tagged as it is and in every way of `tests.rewritings`. Kept is an entity with
the same label, normal form and value on the same words, or a claim with the same kind, form, speaker and words.
"""

from __future__ import annotations

import argparse
import json

from app.core.model import Annotation
from app.core.text.plain_view import PlainView
from app.nlp.pipeline import Tagger
from tests.benchmarks.dev_articles import SHARED, rows
from tests.rewritings import REWRITINGS, rewritten


def tags(tagger: Tagger, text: str) -> list[tuple[object, ...]]:
    return [described(annotation, text) for annotation in tagger.tag(text).annotations]


def described(annotation: Annotation, text: str) -> tuple[object, ...]:
    """Return what must be the same.

    Label, attributes, and the words of pieces and roles as they read.
    """
    words = tuple(plain(text, start, stop) for start, stop in annotation.pieces)
    roles = tuple((role.name, plain(text, *role.span), role.normal) for role in annotation.roles)
    return annotation.kind, annotation.label, annotation.normal, annotation.attributes, words, roles


def plain(text: str, start: int, stop: int) -> str:
    return PlainView(text[start:stop].replace("\n", " ")).plain.strip('«»"“”„<>').replace("...", "…")


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
            new, _ = rewritten(text, name)
            after = tags(tagger, new)
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
