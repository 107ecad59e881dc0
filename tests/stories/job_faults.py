"""Test a window whose project is left during a job.

Real keys are used: `python -m tests.stories.job_faults 20 imports`.

Each round starts a job of project A, and leaves A in one of the three ways there are: another project is opened, A is
closed, the window is closed. The question is first answered by Esc, which goes on, and then by Tab and Enter, which
stops the job. B is a copy of A, so it has the same ids: nothing of A may be in it.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from app.core.model import Document
from app.store import Project
from tests.service.samples import add_article, opened
from tests.stories.file_faults import ROOT, Window, play_rounds, screen, started
from tests.waiting import until

ARTICLES = 400
"""So many are in A and in the folder that is imported: too many to be done before somebody leaves."""
WAYS = ("open", "close", "quit")


@dataclass
class Scene:
    """Two projects with the same ids, and new articles.

    The folder has articles that are in neither. It also holds how this round leaves A.
    """

    folder: Path
    way: str

    @property
    def other(self) -> Path:
        return self.folder / "b.pometka"


def make_projects(folder: Path) -> None:
    """Make the two projects and the folder.

    They are made of the samples that come with the program.
    """
    samples = cycle([path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))])
    several = [f"{number}. {next(samples)}" for number in range(2 * ARTICLES)]
    session = opened(folder / "a.pometka", several[0], ())
    for text in several[1:ARTICLES]:
        add_article(session, text)
    session.projects.close()
    shutil.copy(folder / "a.pometka", folder / "b.pometka")
    (folder / "news").mkdir()
    for number, text in enumerate(several[ARTICLES:]):
        (folder / "news" / f"{number}.txt").write_text(text, "utf-8")


def documents(path: Path) -> list[Document]:
    with Project.open(path, read_only=True) as project:
        return list(project.documents())


def imports(window: Window, scene: Scene) -> None:
    """Import a folder into A, and leave A."""
    window.keys("ctrl+shift+i")
    give_path(window, "^Import a folder$", scene.folder / "news")
    window.answer("^Import articles$", "Return")
    until(lambda: came_by_import(window.path) > 0, "no article came")
    leave(window, scene)


def tags(window: Window, scene: Scene) -> None:
    """Tag all of A again, and leave A."""
    window.keys("ctrl+shift+t")
    until(lambda: came_by_tagging(window.path) > 0, "no article was tagged")
    leave(window, scene)


def leave(window: Window, scene: Scene) -> None:
    """Ask to leave A, and stop the job.

    Go on by Esc, ask again, and stop the job by Tab and Enter.
    """
    window.focus("^a — Pometka$|— a — Pometka$")
    for answer in (("Escape",), ("Tab", "Return")):
        if scene.way == "open":
            window.keys("ctrl+o")
            give_path(window, "^Open a project$", scene.other)
        else:
            window.keys({"close": "ctrl+w", "quit": "ctrl+q"}[scene.way])
        window.answer("^Stop the running work\\?$", *answer)
        if answer == ("Escape",):
            window.focus("^a — Pometka$|— a — Pometka$")
    if scene.way != "quit":
        window.focus("^b — Pometka$|— b — Pometka$" if scene.way == "open" else "^Pometka$")
        window.keys("ctrl+q")
    assert window.ended() == 0


def give_path(window: Window, title: str, path: Path) -> None:
    window.focus(title)
    window.keys("ctrl+a")
    window.type(str(path))
    window.keys("Return")


def play(fault: Callable[[Window, Scene], None], model: Path, environment: dict[str, str], number: int) -> None:
    """Play one round on a copy of the projects.

    Raise where B has anything of A, or A is not whole.
    """
    with tempfile.TemporaryDirectory() as name:
        settings, folder = Path(name) / "settings", Path(name) / "projects"
        settings.mkdir()
        (settings / "settings.json").write_text(json.dumps({"language": "en", "author": "Ая"}), "utf-8")
        shutil.copytree(model, folder)
        scene = Scene(folder, WAYS[number % len(WAYS)])
        before = documents(scene.other)
        with started(folder / "a.pometka", {**environment, "POMETKA_CONFIG_DIR": str(settings)}) as window:
            window.focus("^a — Pometka$|— a — Pometka$")
            fault(window, scene)
        assert documents(scene.other) == before, "something of A is in B"
        check_whole(folder / "a.pometka", came_by_import if fault is imports else came_by_tagging)


def came_by_import(path: Path) -> int:
    """Count the articles that are on disk beside those that were there."""
    with Project.open(path, read_only=True) as project:
        return len(project.articles()) - ARTICLES


def came_by_tagging(path: Path) -> int:
    """Count the articles on disk that have annotations."""
    with Project.open(path, read_only=True) as project:
        return sum(count.entities + count.claims > 0 for count in project.counts().values())


def check_whole(path: Path, came: Callable[[Path], int]) -> None:
    """Raise for a damaged project or a finished job.

    If the job came to its end, nothing was tried.
    """
    with Project.open(path) as project:
        assert project.check() == []
        assert all(project.text(article.id) for article in project.articles())
    assert 0 < came(path) < ARTICLES, "the job was not stopped in its midst"


FAULTS = (imports, tags)


def main(rounds: int, names: Collection[str] = ()) -> int:
    """Play the faults that are named, or all.

    Return 1 where any round failed.
    """
    with screen() as environment, tempfile.TemporaryDirectory() as model:
        make_projects(Path(model))
        return play_rounds(FAULTS, names, rounds, lambda fault, number: play(fault, Path(model), environment, number))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, sys.argv[2:]))
