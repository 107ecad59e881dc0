"""Real articles: tagged, decided by chance, tagged again by the same tagger.

Nothing is lost, nothing comes back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

import pytest

from app.core.change import Step
from app.core.model import Annotation, Article, Kind, Origin, Status
from app.core.scheme import Label
from app.nlp.pipeline import Tagger
from app.service.edits.steps import step_builders
from app.service.edits.steps.move_origins import MoveOrigins
from app.service.edits.steps.pieces import moved_end, moved_start
from app.service.edits.steps.step_builders import EditContext
from app.service.jobs.tagging.tagging_changes import update_annotations
from app.service.jobs.tagging.text_tagger import Tags

ARTICLE, CONTEXT = Article(1, "Статья"), EditContext("Ая", datetime(2025, 9, 2, tzinfo=UTC))
ARTICLES, ROUNDS = 30, 20

Decide = Callable[[Annotation, str, Random], Annotation]


@pytest.fixture(scope="module")
def tagged(shared: Path) -> list[tuple[str, Tags]]:
    """Return articles with what the tagger proposes.

    They are the user's article and development articles.
    """
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    for name in ("factru_dev.jsonl", "nerel_dev.jsonl"):
        lines = (shared / "data" / name).read_text("utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines[: ARTICLES // 2]]
    tagger = Tagger()
    found = ((text, tagger.tag(text)) for text in texts)
    return [(text, Tags(tagging.annotations, tagging.candidates, tagging.language, ())) for text, tagging in found]


def begun(tags: Tags) -> dict[int, Annotation]:
    """Return the rows of an article after first tagging."""
    ids = count(1)
    return applied({}, update_annotations(ARTICLE, [], tags, lambda: next(ids)))


def applied(rows: dict[int, Annotation], changes: Iterable[object]) -> dict[int, Annotation]:
    after = dict(rows)
    for change in changes:
        row = change.after  # type: ignore[attr-defined]
        after.pop(change.id, None)  # type: ignore[attr-defined]
        if row is not None:
            after[row.id] = row
    return after


def again(rows: dict[int, Annotation], tags: Tags) -> dict[int, Annotation]:
    ids = count(10_000)
    return applied(rows, update_annotations(ARTICLE, rows.values(), tags, lambda: next(ids)))


def changed(step: Step | None, row: Annotation) -> Annotation:
    """Return a row as a step leaves it."""
    after = step.changes[0].after if step is not None else row
    assert isinstance(after, Annotation)
    return after


def accept(row: Annotation, text: str, _: Random) -> Annotation:
    return changed(step_builders.accept(CONTEXT, [row], text), row)


def reject(row: Annotation, text: str, _: Random) -> Annotation:
    return changed(step_builders.reject(CONTEXT, [row], [], text), row)


def relabel(row: Annotation, text: str, chance: Random) -> Annotation:
    labels = ("statement", "forecast", "promise") if row.kind is Kind.CLAIM else ("PER", "ORG", "LOC", "ROLE")
    label = Label(chance.choice(labels), row.kind)
    return changed(step_builders.relabel(CONTEXT, [row], label, text), row)


def move(row: Annotation, text: str, chance: Random) -> Annotation:
    """Move both ends of a claim by a few tokens.

    They go as far as possible.
    """
    pieces = row.pieces
    for moved in (moved_end, moved_start):
        by = chance.choice((1, -1))
        for _ in range(chance.randint(0, 6)):
            pieces = moved(text, pieces, by)
    return changed(step_builders.move(CONTEXT, [(row, pieces, row.normal)], text, MoveOrigins()), row)


def step_aside(row: Annotation, text: str, chance: Random) -> Annotation:
    """Move one end of a mention by a token or two."""
    pieces, by = row.pieces, chance.choice((1, -1))
    moved = chance.choice((moved_end, moved_start))
    for _ in range(chance.randint(1, 2)):
        pieces = moved(text, pieces, by)
    return changed(step_builders.move(CONTEXT, [(row, pieces, "")], text, MoveOrigins()), row)


def leave(row: Annotation, _text: str, _: Random) -> Annotation:
    return row


def test_tagging_again_changes_nothing(tagged: list[tuple[str, Tags]]) -> None:
    for _, tags in tagged:
        rows = begun(tags)
        assert again(rows, tags) == rows


@pytest.mark.parametrize("decide", [accept, reject, relabel])
def test_after_all_was_decided_tagging_again_changes_nothing(tagged: list[tuple[str, Tags]], decide: Decide) -> None:
    chance = Random(1)
    for text, tags in tagged:
        rows = {number: decide(row, text, chance) for number, row in begun(tags).items()}
        assert again(rows, tags) == rows


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_after_chance_decisions_tagging_again_changes_nothing(tagged: list[tuple[str, Tags]], seed: int) -> None:
    chance = Random(seed)
    for text, tags in tagged:
        rows = {
            number: chance.choice((accept, reject, relabel, leave, leave))(row, text, chance)
            for number, row in begun(tags).items()
        }
        assert again(rows, tags) == rows


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_claim_moved_by_hand_is_not_proposed_again(tagged: list[tuple[str, Tags]], seed: int) -> None:
    chance = Random(seed)
    for text, tags in tagged:
        first = begun(tags)
        rows = {
            number: chance.choice((move, move, accept, leave) if row.kind is Kind.CLAIM else (accept, leave))(
                row, text, chance
            )
            for number, row in first.items()
        }
        after = again(rows, tags)
        assert {number: row for number, row in after.items() if number in rows} == rows, "nothing is lost"
        back = [row for number, row in after.items() if number not in rows and row.role("cue") is not None]
        assert [row.words(text) for row in back] == []


def test_mentions_moved_by_hand_are_hardly_ever_proposed_again(tagged: list[tuple[str, Tags]]) -> None:
    """One comes back only where two that are nested have changed places."""
    moved = back = 0
    for seed in range(ROUNDS):
        chance = Random(seed)
        for text, tags in tagged:
            first = begun(tags)
            rows = {
                number: chance.choice((step_aside, accept, accept, leave))(row, text, chance)
                for number, row in first.items()
                if row.kind is Kind.ENTITY
            }
            after = again({**first, **rows}, tags)
            assert {number: row for number, row in after.items() if number in rows} == rows, "nothing is lost"
            moved += sum(row.pieces != first[number].pieces for number, row in rows.items())
            back += len(after.keys() - first.keys())
    assert moved > 1_000 and back <= moved // 500


def test_what_was_imported_without_the_inner_ones_gets_them(tagged: list[tuple[str, Tags]]) -> None:
    nested = 0
    for _, tags in tagged:
        rows = begun(tags)
        inner = {
            one.id
            for one in rows.values()
            for other in rows.values()
            if one.id != other.id
            and one.kind is other.kind
            and other.span.contains(one.span)
            and one.span != other.span
        }
        outer = {
            number: replace(row, status=Status.ACCEPTED, origin=Origin.IMPORT)
            for number, row in rows.items()
            if number not in inner
        }
        places = {(row.kind, row.span) for row in again(outer, tags).values()}
        missing = [rows[number] for number in inner if (rows[number].kind, rows[number].span) not in places]
        nested += len(inner)
        assert missing == []
    assert nested > 20, "the articles have entities and claims inside others"
