"""An analyst's path over many articles by real keys.

Search, queue, twenty decisions, two records joined, three verdicts, and the ledger as a sheet that is read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from app.core.model import Role, Status
from app.core.records import Judgement, JudgementValue, SavedQuery, Verdict
from app.core.vocabulary import AttributeName, RoleName
from app.store import Project
from tests.service.samples import add_article, claim, entity, opened, span
from tests.stories.file_faults import Window, missing, screen, started
from tests.waiting import until

ARTICLES, CLAIMS, DECISIONS, VERDICTS = 24, 5, 20, 3
MAKER, MOTORS, SPEAKER = "Tesla", "Tesla Motors", "Серик Алимов"
MAIN = "^story — Pometka$|— story — Pometka$"
RETRY_S = 3.0
"""A key that found nothing to act on yet is pressed again after so long."""


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    if missing():
        pytest.skip(f"real keys need {missing()}")
    with screen() as environment:
        yield environment


def make_project(path: Path) -> None:
    """Make a project with two names of a company, and promises."""
    text = f"{MAKER} приехала."
    session = opened(path, text, [entity(text, MAKER, "ORG")])
    for number in range(ARTICLES):
        name = MOTORS if number % 3 == 0 else MAKER
        text = f"Завод {name} открыт, участок {number}."
        add_article(session, text, [entity(text, name, "ORG")], f"Статья {number}")
    for number in range(CLAIMS):
        text = f"{SPEAKER} обещал построить мост {number} до 2020 года."
        speaker = Role(RoleName.SPEAKER, span(text, SPEAKER), SPEAKER)
        due = (AttributeName.DUE.value, "2020")
        row = claim(text, f"построить мост {number}", "promise", roles=(speaker,), attributes=(due,))
        add_article(session, text, [row], f"Обещание {number}")
    session.projects.close()


def on_disk(path: Path, read: Callable[[Project], int]) -> int:
    """Return a number that the project file gives now."""
    with Project.open(path, read_only=True) as project:
        return read(project)


def accepted(project: Project) -> int:
    rows = (row for article in project.articles() for row in project.annotations(article.id))
    return sum(row.status is Status.ACCEPTED for row in rows)


def joined(project: Project) -> int:
    return sum(row.value is JudgementValue.SAME for row in project.rows(Judgement))


def saved_queries(project: Project) -> int:
    return sum(1 for _ in project.rows(SavedQuery))


def verdicts(project: Project) -> int:
    return sum(1 for _ in project.rows(Verdict))


def press_until(window: Window, keys: tuple[str, ...], holds: Callable[[], bool], what: str) -> None:
    """Press keys again until what they act on is there."""
    for _ in range(40):
        window.keys(*keys)
        try:
            until(holds, what, RETRY_S)
        except AssertionError:
            continue
        return
    raise AssertionError(what)


def decide_queue(window: Window) -> None:
    """Search, save the query, and accept the first hits of that queue."""
    path = window.path
    window.keys("ctrl+shift+f")
    window.type("label:ORG status:proposed")
    window.keys("ctrl+s")
    window.type("Companies")
    window.keys("Return")
    until(lambda: on_disk(path, saved_queries), "the query was not saved")
    from_the_start = ("Escape", "ctrl+shift+f", "Delete", "Down", "Return", "Down", "a")
    press_until(window, from_the_start, lambda: on_disk(path, accepted) > 0, "nothing was decided")
    while (count := on_disk(path, accepted)) < DECISIONS:
        window.keys("a")
        until(lambda least=count: on_disk(path, accepted) > least, f"no hit was decided after {count}")
    window.keys("Escape")


def join_names(window: Window) -> None:
    """Join the two names of the company in the register."""
    window.keys("ctrl+shift+e")
    window.focus("^Register$")
    window.type(MAKER)
    window.keys("Return", "Home", "space", "space", "j")
    until(lambda: on_disk(window.path, joined), "two records were not joined")
    window.keys("Escape")  # the filter
    window.answer("^Register$", "Escape")


def judge_claims(window: Window) -> Path:
    """Judge three claims in the ledger, and write it as a sheet."""
    window.focus(MAIN)
    window.keys("ctrl+shift+l")
    window.focus("^Claim ledger$")
    window.keys("Down")  # from the filter
    for count in range(VERDICTS):
        window.keys("v", "4", "ctrl+Return")
        until(lambda least=count: on_disk(window.path, verdicts) > least, "a verdict was not given")
        window.keys("Down")
    window.keys("x")
    window.focus("^Export the ledger$")
    sheet = window.path.with_name("sheet.xlsx")
    window.keys("ctrl+a")
    window.type(str(sheet))
    window.keys("Return")
    until(sheet.exists, "no sheet was written")
    window.answer("^Claim ledger$", "Escape")
    return sheet


def check_sheet(sheet: Path) -> None:
    """Read all claims and the verdicts in the sheet."""
    head, *rows = openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)
    cells = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    assert {row["Claim"] for row in cells} == {f"построить мост {number}" for number in range(CLAIMS)}
    assert all(row["Speaker"] == SPEAKER for row in cells)
    assert sorted(row["Verdict"] or "" for row in cells) == [""] * (CLAIMS - VERDICTS) + ["Kept"] * VERDICTS


def test_search_queue_register_verdicts_and_the_sheet(display: dict[str, str], tmp_path: Path) -> None:
    path, settings = tmp_path / "story.pometka", tmp_path / "settings"
    settings.mkdir()
    (settings / "settings.json").write_text(json.dumps({"language": "en", "author": "Ая"}), "utf-8")
    make_project(path)
    with started(path, {**display, "POMETKA_CONFIG_DIR": str(settings)}) as window:
        window.focus(MAIN)
        decide_queue(window)
        join_names(window)
        sheet = judge_claims(window)
        window.focus(MAIN)
        window.keys("ctrl+q")
        assert window.ended() == 0
    check_sheet(sheet)
    assert on_disk(path, accepted) >= DECISIONS
    assert on_disk(path, joined) == 1
    assert on_disk(path, verdicts) == VERDICTS
