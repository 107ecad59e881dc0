"""Print all figures of very many articles, each against its floor.

`python -m tests.benchmarks.corpus_table TAGGED.jsonl FOLDER [ARTICLES]` makes a project of 100,000 articles with
3,000,000 annotations, 300,000 of them claims, and its index in FOLDER, if they are not there. It takes some ten
minutes and 3 GB. Then it runs `corpus`, `corpus_window` and `importing`, each in a process of its own, and says at the
end which figures are not kept.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.formats.registry import read_file
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.store.files.file_identity import FilePlace
from tests.benchmarks.corpus_project import make_project, split_paragraphs

ARTICLES = 100_000


def make_corpus(tagged: Path, folder: Path, count: int) -> tuple[Path, Path]:
    """Return a project and its index; make what is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    project, index = folder / "corpus.pometka", folder / "corpus.index"
    if not project.exists():
        paragraphs = [one for document in read_file(tagged) for one in split_paragraphs(document)]
        make_project(project, paragraphs, count)
    for _ in refresh_index(IndexRequest(FilePlace(project), index)):
        pass
    return project, index


def main(arguments: list[str]) -> int:
    """Print the tables; return 1 where a bound is not kept."""
    count = int(arguments[2]) if len(arguments) > 2 else ARTICLES
    paths = list(map(str, make_corpus(Path(arguments[0]), Path(arguments[1]), count)))
    failed = []
    for name, given in (("corpus", paths), ("corpus_window", paths), ("importing", [])):
        print(f"\n{name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}", *given], check=False).returncode:
            failed.append(name)
    print(f"not kept in: {', '.join(failed)}" if failed else "all kept")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
