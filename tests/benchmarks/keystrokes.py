"""Presses per gold annotation: `python -m tests.benchmarks.keystrokes GOLD.jsonl [--analyst careful|knowing|doubting]`.

A simulated analyst corrects the tagger's proposals to gold by real key events in the real window, article by article;
each must end exactly at gold. Every key that is pressed counts one, a chord too, and so does going on to the next
article. The tagger proposes only the labels that gold has, since gold says nothing about the others.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.benchmarks.presses.cases import Case, read_cases

BOUNDS = {"careful": 0.72, "knowing": 0.28, "doubting": 3.0}
_SHARE = 0.20
_PURPOSES = ("deciding", "arriving", "boundaries", "labels", "misses", "finishing")


def main(arguments: Sequence[str]) -> int:
    """Run the chosen analysts and print where their presses go.

    Return 1 if one is beyond its bound.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help='JSONL: {"id", "text", "entities": [{"start", "end", "label"}]}')
    parser.add_argument("--analyst", choices=tuple(BOUNDS), help="only this one; all of them otherwise")
    parser.add_argument("--jobs", type=int, default=1, help="so many analysts work at the same time")
    parser.add_argument("--limit", type=int, help="only so many articles")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    cases = read_cases(options.gold, options.limit)
    gold = sum(len(case.gold) for case in cases)
    print(f"{len(cases)} articles, {gold} gold annotations, {sum(len(c.proposals) for c in cases)} proposals")
    names = [options.analyst] if options.analyst else list(BOUNDS)
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as pool:
        return max(pool.map(_report, names, [cases] * len(names), [gold] * len(names)))


def _report(name: str, cases: list[Case], gold: int) -> int:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POMETKA_CONFIG_DIR"] = folder
        tally, figure = _run(name, cases, gold, Path(folder))
    lines = [f"\n{name}: {figure:.3f} (bound {BOUNDS[name]:.2f}), {sum(tally.values())} presses, "]
    lines[0] += f"{time.monotonic() - started:.0f} s"
    lines += [f"  {purpose:<11} {tally[purpose]:>5}   {tally[purpose] / gold:.3f}" for purpose in _PURPOSES]
    print("\n".join(lines), flush=True)
    return int(figure > BOUNDS[name])


def _run(name: str, cases: list[Case], gold: int, folder: Path) -> tuple[Counter[str], float]:
    """Return the tally of an analyst's presses, and its figure.

    The figure is presses per gold, or wrong ones left per 100 gold.
    """
    from tests.benchmarks.presses.analysts import Careful, Doubting, Knowing  # noqa: PLC0415  # Qt reads its platform
    from tests.benchmarks.presses.workbench import workbench_of  # noqa: PLC0415

    with workbench_of(cases, folder) as workbench:
        if name == "doubting":
            doubting = Doubting(workbench, _SHARE)
            for case in cases:
                doubting.correct(case)
            return workbench.tally, 100 * doubting.wrong_left / gold
        analyst = Careful(workbench) if name == "careful" else Knowing(workbench)
        for case in cases:
            analyst.correct(case)
        return workbench.tally, sum(workbench.tally.values()) / gold


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
