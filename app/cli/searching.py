"""`pometka search`: search all articles of a project.

It finds words, names and claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from rich.text import Text

from app.cli.console import aside, escaped, opened_to_read, out, watched
from app.cli.english import count_words
from app.core.message import UserError
from app.service.concordance.hits import Hit
from app.service.corpus.corpus_search import CorpusSearch
from app.service.corpus.index_place import project_index_path
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.jobs.progress import Pace
from app.store.files.file_identity import FilePlace
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader


def search_project(path: Path, typed: str, *, most: int, as_json: bool) -> int:
    """Print the hits of a query.

    Return the exit code, 1 where there are none.
    """
    with closing(opened_to_read(path)) as project:
        index = project_index_path(project.path)
        bring_up_to_date(project.place, index)
        connection = open_for_reading(index)
        if connection is None:
            raise UserError(
                "The index of “{name}” cannot be read.",
                hint="Remove {index} and search again.",
                name=project.path.name,
                index=index,
            )
        with closing(IndexReader(connection)) as reader:
            search = CorpusSearch(project, reader)
            query = search.parse(typed)
            shown = _print_hits(islice(search.find_hits(query), most), as_json=as_json)
            if not as_json:
                found = f"{count_words(shown, 'place')} in {count_words(search.count_articles(query), 'article')}"
                aside().print(found if shown else "Nothing found.")
    return 0 if shown else 1


def bring_up_to_date(project: FilePlace, index: Path) -> None:
    """Take into the index what changed in its project."""
    pace = Pace()
    with watched("Indexing") as watch:
        for progress in refresh_index(IndexRequest(project, index)):
            if watch is not None:
                watch(pace.progress(progress.done, progress.total))


def _print_hits(hits: Iterator[Hit], *, as_json: bool) -> int:
    shown, last = 0, 0
    for hit in hits:
        shown += 1
        if as_json:
            out().print(json.dumps(_make_tree(hit), ensure_ascii=False))
            continue
        if hit.article.id != last:
            day = hit.article.date.isoformat() if hit.article.date else ""
            out().print(" ".join(filter(None, (day, hit.article.title))), style="bold")
            last = hit.article.id
        before, words, after = map(escaped, hit.line)
        label = f"{escaped(hit.before.label)} " if hit.before else ""
        out().print(Text.assemble("  ", (label, "dim"), before, (words, "reverse"), after))
    return shown


def _make_tree(hit: Hit) -> dict[str, Any]:
    row = hit.before
    return {
        "article": hit.article.key or hit.article.id,
        "title": hit.article.title,
        "date": hit.article.date.isoformat() if hit.article.date else None,
        "start": hit.span.start,
        "stop": hit.span.stop,
        "before": hit.line[0],
        "words": hit.line[1],
        "after": hit.line[2],
        "label": row.label if row else None,
        "status": row.status.value if row else None,
    }
