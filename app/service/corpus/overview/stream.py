"""Make pictures in a thread, each as soon as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from app.service.concordance.hit_stream import ReadingStream
from app.service.corpus.overview.making import PictureMaker, Scope
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.service.corpus.overview.sampling import Draw, find_population
from app.store import Project
from app.store.index.index_file import open_for_reading
from app.store.index.overview_counts import OverviewCounts


class PopulationStream(ReadingStream[Sequence[int]]):
    """Finds what a sample is drawn from."""


class PictureStream(ReadingStream[Picture]):
    """Makes pictures of a project as its index is now."""


def start_pictures(project: Project, index: Path, scope: Scope, kinds: Sequence[PictureKind]) -> PictureStream | None:
    """Start making pictures in an order, None where there is no index."""
    connection = open_for_reading(index)
    if connection is None:
        return None
    counts = OverviewCounts(connection)
    return PictureStream(project, _make_pictures(project, counts, scope, kinds), counts.interrupt)


def _make_pictures(
    project: Project, counts: OverviewCounts, scope: Scope, kinds: Sequence[PictureKind]
) -> Iterator[Picture]:
    with closing(counts):
        yield from PictureMaker(project, counts, scope).make_all(kinds)


def start_population(project: Project, index: Path, draw: Draw) -> PopulationStream | None:
    """Start to find what a sample is drawn from.

    None where there is no index.
    """
    connection = open_for_reading(index)
    if connection is None:
        return None
    counts = OverviewCounts(connection)
    return PopulationStream(project, _find_population(project, counts, draw), counts.interrupt)


def _find_population(project: Project, counts: OverviewCounts, draw: Draw) -> Iterator[Sequence[int]]:
    with closing(counts):
        yield find_population(project, counts, draw)
