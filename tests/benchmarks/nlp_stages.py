"""What each stage of the pre-tagger costs: `python -m tests.benchmarks.nlp_stages [--articles N]`.

Each stage is timed by its outermost calls, in processor time, while articles are tagged as always.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.dev_articles import CORPORA, DATA, rows

_STAGES = (
    # module, class or "", function, what it is
    ("app.nlp.backend.models", "Models", "split_sentences", "sentences"),
    ("app.nlp.names.name_finder", "", "tag_names", "names: network and field"),
    ("app.nlp.names.name_finder", "NameFinder", "find_in_sentence", "names: repairs, lexicons, organisations"),
    ("app.nlp.names.name_finder", "", "spread_names", "names: spread"),
    ("app.nlp.entities.normal_forms", "NormalForms", "normalise", "normal forms"),
    ("app.nlp.entities.entity_linking", "EntityLinker", "link_names", "entity linking"),
    ("app.nlp.entities.entity_finder", "EntityFinder", "find_phrases", "positions, events, laws by grammar"),
    ("app.nlp.entities.entity_finder", "", "name_features", "confidence"),
    ("app.nlp.entities.entity_finder", "EntityFinder", "score_candidates", "candidates"),
    ("app.nlp.figures.figure_finder", "FigureFinder", "find", "dates, sums, shares, numbers"),
    ("app.nlp.backend.models", "Models", "parse_sentences", "claims: forms and syntax"),
    ("app.nlp.pipeline", "", "find_claims", "claims: all"),
    ("app.nlp.pipeline", "Tagger", "tag", "all"),
)


class Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed_call(*args: Any, **more: Any) -> Any:
            start = time.process_time()
            result = call(*args, **more)
            if isinstance(result, Iterator):
                result = iter(list(result))
            self.seconds[stage] += time.process_time() - start
            return result

        return timed_call


@contextmanager
def stages_timed() -> Iterator[Clock]:
    """Put a clock around every stage, and take it away again."""
    from importlib import import_module  # noqa: PLC0415

    clock = Clock()
    taken: list[tuple[Any, str, Any]] = []
    for module, owner, function, stage in _STAGES:
        holder = getattr(import_module(module), owner) if owner else import_module(module)
        taken.append((holder, function, getattr(holder, function)))
        setattr(holder, function, clock.timed(stage, getattr(holder, function)))
    try:
        yield clock
    finally:
        for holder, function, call in taken:
            setattr(holder, function, call)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=216)
    asked = parser.parse_args()
    if not DATA.exists():
        print(f"skipped: there is no {DATA}")
        return
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    texts = [row["text"] for corpus in CORPORA for row in rows(corpus)][: asked.articles]
    from app.nlp.pipeline import Tagger  # noqa: PLC0415  # after the environment is set

    tagger = Tagger()
    tagger.tag(texts[0])
    with stages_timed() as clock:
        for text in texts:
            tagger.tag(text)
    size = sum(map(len, texts))
    print(f"{'stage':36} {'µs a character':>15} {'share':>7}")
    for stage, seconds in clock.seconds.items():
        print(f"{stage:36} {seconds / size * 1e6:15.2f} {seconds / clock.seconds['all']:7.1%}")


if __name__ == "__main__":
    main()
