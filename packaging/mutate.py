"""Give modules small faults, and name those that no test notices.

One fault at a time. python packaging/mutate.py                          the modules changed since main, all their
mutants python packaging/mutate.py --since HEAD~5           … since another revision python packaging/mutate.py app/core
--sample 20     named files or folders, 20 mutants drawn by --seed

The tests are those of the room that mirrors the module (or --tests). They run once as they are, to learn which of
them call which function; then each mutant meets the quickest tests that call its function, --seconds in all.
Everything runs in a copy of the tree; exit code 1 where a mutant survives.
What a test does in another process is not seen, so a survivor may be known to a test that starts the program.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from mutants import Mutant, mutants_of

ROOT = Path(__file__).resolve().parents[1]
MORE_TESTS = {"app/core": ("tests/store", "tests/formats/jsonl")}
"""A room whose tests stand, in part, with the rooms that use it."""
LEAST_SECONDS, PATIENCE = 60.0, 5.0
"""A mutant that takes so long, and so many times longer than its tests, has ended them: it is killed."""

Reached = dict[str, tuple[float, list[tuple[str, int]]]]


def main() -> int:
    """Run it; return 1 when a mutant survives."""
    options = _read_options()
    paths = _list_modules(options.paths) if options.paths else _list_changed(options.since)
    found = [made for path in paths for made in mutants_of(path, (ROOT / path).read_bytes())]
    if options.sample:
        found = sorted(random.Random(options.seed).sample(found, min(options.sample, len(found))), key=_sort_key)  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        trees = [_copy_tree(Path(folder) / str(number)) for number in range(options.jobs)]
        reached = _first_run(trees[0], options.tests or _find_mirrors(paths), options.reached)
        return _report_survivors(_find_survivors(trees, found, reached, options.seconds), len(found))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", help="modules or folders; without any, those changed since --since")
    parser.add_argument("--since", default="main", help="the revision to compare with")
    parser.add_argument("--tests", nargs="+", help="the tests to run instead of those that mirror the modules")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, drawn at random; 0 for all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1, help="so many mutants at a time, each in its own copy")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long the tests of one mutant may take")
    parser.add_argument("--reached", type=Path, help="keep what the first run found in this file, and use it again")
    return parser.parse_args()


def _sort_key(mutant: Mutant) -> tuple[str, int]:
    return mutant.path, mutant.start


def _list_modules(names: Iterable[str]) -> list[str]:
    paths = [path for name in names for path in (sorted((ROOT / name).rglob("*.py")) or [ROOT / name])]
    return [path.relative_to(ROOT).as_posix() for path in paths]


def _list_changed(revision: str) -> list[str]:
    command = ["git", "diff", "--name-only", "--diff-filter=d", revision, "--", "app/*.py"]
    return subprocess.check_output(command, cwd=ROOT, text=True).split()


def _find_mirrors(paths: list[str]) -> list[str]:
    """Return the nearest folders of tests that mirror the modules."""
    found: dict[str, None] = {}
    for path in paths:
        mirror = Path("tests", *Path(path).parts[1:-1])
        while not (ROOT / mirror).is_dir():
            mirror = mirror.parent
        more = [tests for room, names in MORE_TESTS.items() if path.startswith(room) for tests in names]
        found.update(dict.fromkeys([mirror.as_posix(), *more]))
    return list(found)


def _copy_tree(parent: Path) -> Path:
    """Copy what git knows into a folder `tree`.

    The development data lies beside it as beside the project.
    """
    tree = parent / "tree"
    names = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)
    if (shared := ROOT.parent / "shared").is_dir():
        (parent / "shared").symlink_to(shared.resolve(), target_is_directory=True)
    return tree


def _run_pytest(tree: Path, arguments: list[str], timeout_s: float | None = None, **environment: str) -> int:
    """Run pytest in a copy.

    Return its exit code, -1 when it took too long.
    """
    plugins = os.pathsep.join((str(tree / "packaging"), os.environ.get("PYTHONPATH", "")))
    settings = {"QT_QPA_PLATFORM": "offscreen", "CI": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": plugins}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "reached", "-p", "no:cacheprovider", *arguments]
    try:
        return subprocess.run(
            command,
            cwd=tree,
            env={**os.environ, **settings, **environment},
            timeout=timeout_s,
            stdout=None if "REACHED_OUT" in environment else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return -1


def _first_run(tree: Path, tests: list[str], kept: Path | None) -> Reached:
    """Return how long each test takes, and which functions it calls."""
    out = kept.resolve() if kept else tree.parent / "reached.json"
    if not out.exists() and _run_pytest(tree, tests, REACHED_OUT=str(out)):
        print("The tests that fail above, without any mutant, are left out.")
    if not out.exists():
        sys.exit(f"The tests did not run: {' '.join(tests)}.")
    reached: Reached = json.loads(out.read_text("utf-8"))
    return reached


def _tests_for(mutant: Mutant, reached: Reached, seconds: float) -> list[str]:
    """Return the quickest tests that call the mutant's function.

    For a mutant that runs as modules are imported, in a function or outside one, those that call anything beside
    its module.
    """
    chosen, total = list[str](), 0.0
    package = mutant.path.rpartition("/")[0]
    at_import = {tuple(place) for place in reached.get("", (0, []))[1]}
    runs_at_import = not mutant.function or (mutant.path, mutant.function) in at_import

    def is_near(path: str, line: int) -> bool:
        return path.startswith(package) if runs_at_import else (path, line) == (mutant.path, mutant.function)

    for name, (took, places) in sorted(reached.items(), key=lambda test: test[1][0]):
        if name and any(is_near(path, line) for path, line in places):
            total += took
            if chosen and total > seconds:
                break
            chosen.append(name)
    return chosen


def _find_survivors(trees: list[Path], found: list[Mutant], reached: Reached, seconds: float) -> list[Mutant]:
    free = SimpleQueue[Path]()
    for tree in trees:
        free.put(tree)

    def survives(mutant: Mutant) -> bool:
        tests = _tests_for(mutant, reached, seconds)
        with _borrow_tree(free) as tree, _apply_mutant(mutant, tree):
            limit = max(LEAST_SECONDS, PATIENCE * sum(reached[test][0] for test in tests))
            only = tree.parent / "only.json"
            only.write_text(json.dumps(tests), "utf-8")
            files = sorted({test.split("::")[0] for test in tests})
            alive = not tests or _run_pytest(tree, ["-x", *files], limit, REACHED_ONLY=str(only)) == 0
        if alive:
            print(_describe_mutant(mutant, (tree / mutant.path).read_bytes(), len(tests)), flush=True)
        return alive

    with ThreadPoolExecutor(len(trees)) as pool:
        return [mutant for mutant, alive in zip(found, pool.map(survives, found), strict=True) if alive]


@contextmanager
def _borrow_tree(free: SimpleQueue[Path]) -> Iterator[Path]:
    tree = free.get()
    try:
        yield tree
    finally:
        free.put(tree)


@contextmanager
def _apply_mutant(mutant: Mutant, tree: Path) -> Iterator[None]:
    path = tree / mutant.path
    source = path.read_bytes()
    path.write_bytes(mutant.applied(source))
    try:
        yield
    finally:
        path.write_bytes(source)


def _describe_mutant(mutant: Mutant, source: bytes, tests: int) -> str:
    """Return the place, how many tests ran, and the changed lines."""
    before, after = (text.decode().splitlines() for text in (source, mutant.applied(source)))
    changed = [line for line in difflib.unified_diff(before, after, n=0, lineterm="") if line[0] in "+-"][2:]
    return "\n".join([f"{mutant.path}:{mutant.line}  survived {tests} tests", *(f"    {line}" for line in changed)])


def _report_survivors(survivors: list[Mutant], count: int) -> int:
    killed = count - len(survivors)
    print(f"{killed} of {count} mutants killed ({killed / max(count, 1):.0%})")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
