"""Measure how good the pre-tags are.

The shared scorers measure it: `python -m tests.benchmarks.quality [--errors N] [--only PART]`.

The articles are `../shared/data` (their README says what they are) and the user's own in `../shared/seeds`. The two
figures on doubt are cross-validated over articles; how claims fare on an unread third is told by
`python -m tests.benchmarks.claims`. `--errors` prints the scorer's list of errors.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from app.core.model import Kind
from app.nlp.pipeline import Tagger, TagOptions
from tests.benchmarks import fit_uncertainty
from tests.benchmarks.dev_articles import CORPORA, DATA, SCORE, SHARED, rows, tagged

_NAMES = ("PER", "LOC", "ORG")
_SCORES = (
    # corpus, labels, more arguments of the scorer, bounds by label
    ("factru", _NAMES, ("--strip-quotes",), {"micro": 0.91, "ORG": 0.79}),
    ("nerel", _NAMES, ("--strip-quotes",), {"micro": 0.87}),
    ("nerel", ("DATE",), ("--strip-prep", "DATE"), {"DATE": 0.86}),
    ("nerel", ("MONEY",), (), {"MONEY": 0.90}),
    ("nerel", ("PERCENT",), (), {}),
)
_SEED = {
    "PER": {"Касым-Жомарт Токаев", "Токаев"},
    "LOC": {
        *("Алатау", "Казахстане", "Китая", "Alatau City", "Казахстан", "Казахстаном", "Сингапура", "Сингапур"),
        *("Казахстана", "Алматинской области"),
    },
    "ORG": {"NUR.KZ", "Акорду", "AlemAI", "China State Construction Engineering Corporation"},
    "DATE": {
        *("Сегодня", "2033 году", "этом году", "ближайшее время", "январе 2024 года", "декабре 2024 года"),
        "июне текущего года",
    },
    "MONEY": {"5 триллионов долларов"},
    "PERCENT": {"30 процентов"},
}
"""What the user's article holds, as it stands there."""


def predict(corpus: str, path: Path) -> None:
    """Tag a corpus, and write the entities for the scorer.

    The corpus is tagged in its convention.
    """
    tagger = Tagger(TagOptions(org_with_country=CORPORA[corpus]))
    with path.open("w", encoding="utf-8") as out:
        for row in rows(corpus):
            entities = [
                {"start": one.start, "end": one.stop, "label": one.label}
                for one in tagger.tag(row["text"]).annotations
                if one.kind is Kind.ENTITY
            ]
            print(json.dumps({"id": row["id"], "text": row["text"], "entities": entities}), file=out)


def score_names(errors: int) -> bool:
    """Print what the scorer says of each corpus and label.

    Return whether all bounds hold.
    """
    holds = True
    with tempfile.TemporaryDirectory() as folder:
        for corpus in CORPORA:
            predict(corpus, Path(folder, f"{corpus}.jsonl"))
        for corpus, labels, more, bounds in _SCORES:
            notices = Path(folder, "told.json")
            command = [sys.executable, SCORE / "score_entities.py", Path(folder, f"{corpus}.jsonl")]
            command += [DATA / f"{corpus}_dev.jsonl", "--labels", ",".join(labels), *more]
            command += ["--json", notices, "--errors", str(errors)]
            print(f"\n{corpus}: {', '.join(labels)} {' '.join(more)}", flush=True)
            subprocess.run(command, check=True)
            result = json.loads(notices.read_text(encoding="utf-8"))
            for label, bound in bounds.items():
                reached = result[label]["strict"]["f1"]
                holds &= reached >= bound
                print(
                    f"  {label} strict F1 {reached:.3f}, bound {bound:.2f}: {'holds' if reached >= bound else 'FAILS'}"
                )
    return holds


def score_seed() -> bool:
    """Print what of the user's article is missing; return whether nothing is."""
    (path,) = (SHARED / "seeds").glob("*.txt")
    text = path.read_text(encoding="utf-8")
    tagging = Tagger().tag(text)
    holds = True
    print(f"\nthe user's article, {path.name}")
    for label, expected in _SEED.items():
        found = {one.words(text) for one in tagging.annotations if one.label == label}
        holds &= expected <= found
        print(
            f"  {label}: {len(expected & found)} of {len(expected)}",
            *sorted(f"missing “{one}”" for one in expected - found),
        )
    return holds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", choices=("names", "seed", "doubt"))
    asked = parser.parse_args()
    if not DATA.exists():
        print(f"skipped: there is no {DATA}")
        return 0
    holds = True
    if asked.only in (None, "names"):
        holds &= score_names(asked.errors)
    if asked.only in (None, "seed"):
        holds &= score_seed()
    if asked.only in (None, "doubt"):
        print("\ndoubt, by cross-validation")
        fit_uncertainty.report([article for corpus in CORPORA for article in tagged(corpus)])
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
