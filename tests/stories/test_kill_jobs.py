"""Killed while jobs run and projects are changed.

What was on disk stays, whole, and in its own project.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.service.session.session import Session
from app.store import Project
from tests.service.samples import add_article

ROUNDS = int(os.environ.get("POMETKA_KILL_ROUNDS", "2"))
ARTICLES = 5_000
OWN = 3


def text_of(name: str, number: int) -> str:
    return f"Проект {name}, статья {number}. Токаев приехал в Алматы."


def prepare(folder: Path, name: str) -> None:
    """Make a project and a file to import.

    It has a few articles of its own, whose ids are those of the other project.
    """
    session = Session(author="Ая")
    session.projects.create(folder / f"{name}.pometka")
    for number in range(OWN):
        row = Annotation(0, 0, Kind.ENTITY, name.upper(), (Span(0, 6),), Status.PROPOSED, Origin.PRETAG)
        add_article(session, text_of(name, -1 - number), [row], title=name)
    session.projects.close()
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            entity = {"start": 0, "end": 6, "label": name.upper()}
            row = {"id": f"{name}{number}", "title": name, "text": text_of(name, number), "entities": [entity]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def check(folder: Path, name: str, notices: int) -> None:
    with Project.open(folder / f"{name}.pometka") as project:
        assert project.check() == []
        found = list(project.documents())
        assert OWN <= notices <= len(found)
        assert len({document.text for document in found}) == len(found), "nothing is there twice"
        for document in found:
            assert document.text.startswith(f"Проект {name}, "), "nothing comes from the other project"
            brought = [row.label for row in document.annotations if row.origin is Origin.IMPORT]
            is_own = "статья -" in document.text
            assert brought == ([] if is_own else [name.upper()]), "nothing is there by halves"
            assert all(row.article_id == document.article.id for row in document.annotations)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX can end a process without asking it")
def test_a_kill_while_jobs_run_and_projects_are_changed_loses_and_mixes_nothing(
    tmp_path: Path, root: Path, own_settings: Path
) -> None:
    for name in ("a", "b"):
        prepare(tmp_path, name)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    notices = {"a": OWN, "b": OWN}
    for seed in range(ROUNDS):
        command = [sys.executable, "-m", "tests.stories.job_victim", str(tmp_path), str(seed)]
        random = Random(seed)  # a test's choice
        with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as victim:
            assert victim.stdout is not None
            first = victim.stdout.readline().split()
            try:
                rest, _ = victim.communicate(timeout=random.uniform(0.1, 4.0))
            except subprocess.TimeoutExpired:
                victim.send_signal(signal.SIGKILL)
                rest, _ = victim.communicate()
        assert victim.returncode == -signal.SIGKILL, "it went on until it was killed"
        for name, count in (first, *(line.split() for line in rest.splitlines() if line.count(" ") == 1)):
            notices[name] = max(notices[name], int(count))
        for name in ("a", "b"):
            check(tmp_path, name, notices[name])
    print(f"\n{ROUNDS} rounds, {notices} articles told")
