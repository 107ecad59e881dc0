"""What each stage of finding names buys: `python -m tests.benchmarks.name_stages`.

Strict F1 of PER, LOC and ORG (quotation marks stripped) after each stage, on both development corpora, each in its
convention for organisations. The first row is natasha's own tagger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from natasha.data import NEWS_NER
from slovnet import NER

from app.nlp.backend.models import Models
from app.nlp.names.known.repeated_names import spread_names
from app.nlp.names.name import Name, group_by_sentence
from app.nlp.names.name_finder import NameFinder
from app.nlp.names.name_tagger import LABELS, TaggedTokens, iter_tagged_spans
from tests.benchmarks.dev_articles import CORPORA, DATA, Gold, finder, stripped, tagged


def after_each(names: NameFinder, reading: TaggedTokens) -> Iterator[tuple[str, list[Name]]]:
    """Yield the names of an article after each stage."""
    found = [
        name.shifted_by(start)
        for start, stop in pairwise(reading.cuts)
        for name in (Name(*span) for span in iter_tagged_spans(reading.tags[start:stop]))
    ]
    yield "a full stop at every line end", found
    for what, stage in names.stages:
        kept: list[Name] = []
        for start, stop, here in group_by_sentence(found, reading.cuts):
            kept += [name.shifted_by(start) for name in stage(here, reading.tokens[start:stop])]
        found = kept
        yield what, found
    yield (
        "spread through the article",
        names.drop_false_positives(spread_names(found, reading, names.is_common), reading),
    )


def natashas(text: str, tagger: NER) -> Gold:
    """Return natasha's own names, as she gives them for a whole article."""
    return {stripped(text, span.start, span.stop, span.type) for span in tagger(text).spans}


def f1(right: int, found: int, true: int) -> float:
    return 2 * right / max(1, found + true)


def table(corpus: str, models: Models) -> dict[str, dict[str, float]]:
    """Return stage → label → F1."""
    names, _ = finder(wide=CORPORA[corpus])
    own = NER.load(NEWS_NER).navec(models.word_vectors)
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for article in tagged(corpus):
        rows = [("natasha", natashas(article.text, own))]
        rows += [(what, {article.span(name) for name in found}) for what, found in after_each(names, article.reading)]
        for what, found in rows:
            count = counts.setdefault(what, Counter())
            for label in LABELS:
                ours = {one for one in found if one[2] == label}
                true = {one for one in article.gold if one[2] == label}
                count.update(
                    {(label, "right"): len(ours & true), (label, "found"): len(ours), (label, "true"): len(true)}
                )
    scores: dict[str, dict[str, float]] = {}
    for what, count in counts.items():
        scores[what] = {
            label: f1(count[label, "right"], count[label, "found"], count[label, "true"]) for label in LABELS
        }
        totals = [sum(count[label, part] for label in LABELS) for part in ("right", "found", "true")]
        scores[what]["all"] = f1(*totals)
    return scores


def main() -> None:
    if not DATA.exists():
        print(f"skipped: there is no {DATA}")
        return
    _, models = finder(wide=False)
    for corpus in CORPORA:
        print(f"\n{corpus:44} {'PER':>6} {'LOC':>6} {'ORG':>6} {'all':>6} {'bought':>7}")
        before = None
        for what, scores in table(corpus, models).items():
            bought = "" if before is None else f"{scores['all'] - before:+.3f}"
            print(f"{what:44} " + " ".join(f"{scores[label]:6.3f}" for label in (*LABELS, "all")) + f" {bought:>7}")
            before = scores["all"]


if __name__ == "__main__":
    main()
