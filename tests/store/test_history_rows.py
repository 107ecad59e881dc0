"""The rows of the history.

Steps of a group in a row are one row, and each question is answered for whole rows.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import Project, Unit
from tests.store.samples import SCHEME, article_step, entity, step

ARTICLES = (2, 3)
STEPS = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(ARTICLES)), max_size=12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("history")


def worked(folder: Path, steps: list[tuple[str, int]], undone: int) -> Project:
    """Return a project of two articles with steps.

    Each step adds an annotation. The last of the steps is undone.
    """
    project = Project.create(folder / f"{len(list(folder.iterdir()))}.pometka", SCHEME)
    for article in ARTICLES:
        project.apply(article_step(article))
    for number, (group, article) in enumerate(steps):
        project.apply(step(entity(10 + number, article), group=group))
    for _ in range(min(undone, len(steps))):
        project.undo()
    project.flush()
    return project


def stored(path: Path) -> list[tuple[int, str, str, set[int]]]:
    """Return the stored steps, newest first.

    A step is number, group, state and articles, as another reader of the file sees them.
    """
    with closing(sqlite3.connect(path)) as file:
        articles: dict[int, set[int]] = {}
        for number, article in file.execute("SELECT step_id, article_id FROM step_article"):
            articles.setdefault(number, set()).add(article)
        rows = file.execute('SELECT id, "group", state FROM step ORDER BY id DESC').fetchall()
    return [(number, group, state, articles.get(number, set())) for number, group, state in rows]


@settings(max_examples=25)
@given(STEPS, st.integers(0, 3))
def test_steps_of_a_group_in_a_row_and_of_one_state_are_one_row(
    folder: Path, steps: list[tuple[str, int]], undone: int
) -> None:
    with worked(folder, steps, undone) as project:
        found = stored(project.path)
        runs = [
            [number for number, *_ in run]
            for _, run in groupby(found, key=lambda row: (row[1], row[2], 0 if row[1] else row[0]))
        ]
        history, wanted = project.history(), [Unit(run[-1], run[0]) for run in runs]
        units = history.units()
        assert list(units) == wanted == units[:]
        assert [record.count for record in history.records(units)] == [len(run) for run in runs]
        for place, run in enumerate(runs):
            assert {units.place_of(number) for number in run} == {place}
            assert history.unit_of(run[0]) == wanted[place]
            assert list(units.holding(run)) == [wanted[place]]
        assert units.place_of(0) is units.place_of(found[0][0] + 1) is None
        assert list(units.holding([number for number, *_ in found])) == wanted


@settings(max_examples=25)
@given(STEPS, st.integers(0, 3))
def test_a_row_counts_what_its_steps_changed_and_names_their_articles(
    folder: Path, steps: list[tuple[str, int]], undone: int
) -> None:
    with worked(folder, steps, undone) as project:
        found, history = stored(project.path), project.history()
        changed = {number: articles - {0} for number, _, _, articles in found}
        for record in history.records(history.units()):
            numbers = [number for number in changed if record.unit.first <= number <= record.unit.last]
            articles = [changed[number] for number in numbers]
            assert history.articles_of(record.unit) == sorted(set().union(*articles))
            assert record.annotations == sum(number > len(ARTICLES) + found[-1][0] - 1 for number in numbers)
            assert record.article == (min(articles[0]) if len(numbers) == 1 and len(articles[0]) == 1 else None)
        for article in ARTICLES:
            touching = [number for number, articles in changed.items() if article in articles]
            assert history.touching(article) == touching
            assert history.touching(article, touching[-1]) == touching[:-1]


@settings(max_examples=25)
@given(STEPS, st.integers(0, 3), st.data())
def test_the_way_to_a_state_takes_back_what_came_after_and_does_again_what_was_undone(
    folder: Path, steps: list[tuple[str, int]], undone: int, data: st.DataObject
) -> None:
    with worked(folder, steps, undone) as project:
        found = stored(project.path)
        target = data.draw(st.sampled_from([number for number, *_ in found]))
        for article in (None, *ARTICLES):
            here = [row for row in found if article is None or article in row[3]]
            back = [number for number, _, state, _ in here if number > target and state == "applied"]
            forward = [number for number, _, state, _ in reversed(here) if number <= target and state != "applied"]
            assert project.history().back_and_forward(target, article) == (back, forward)
        numbers = [number for number, *_ in found]
        applied = [number for number, _, state, _ in found if state == "applied"]
        assert project.history().applied(numbers) == applied
        assert project.history().newest() == numbers[0]
