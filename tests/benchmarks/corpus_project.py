"""Make a project of very many articles.

They are made of paragraphs of a few tagged ones.

    python -m tests.benchmarks.corpus_project TAGGED.jsonl PROJECT ARTICLES [CHARACTERS]

Each article takes paragraphs at random until it has so many characters (1,250 give some thirty annotations), with
their annotations, dates over ten years and one of forty sources. On the whole there are `ANNOTATIONS` an article at
most, `CLAIMS` of them claims: what is more is left out.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Document, Kind, Status, text_digest
from app.core.span import Span
from app.core.text.tokens import lines
from app.formats.registry import read_file
from app.service.project.schemes import default_scheme
from app.store.project import Project

_AT_ONCE = 500
CHARACTERS = 1_250
ANNOTATIONS, CLAIMS = 30, 3
_STATUSES = (Status.PROPOSED, Status.PROPOSED, Status.PROPOSED, Status.ACCEPTED, Status.CORRECTED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an article, with its annotations.

    They are those that lie in the line, placed from its start.
    """

    text: str
    annotations: tuple[Annotation, ...]


def split_paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the lines of a document that hold annotations."""
    for line in lines(document.text):
        inside = tuple(
            _moved(row, -line.start)
            for row in document.annotations
            if line.contains(row.span) and all(line.contains(role.span) for role in row.roles)
        )
        if inside:
            yield Paragraph(document.text[line.start : line.stop], inside)


def make_project(
    path: Path, paragraphs: list[Paragraph], count: int, seed: int = 1, characters: int = CHARACTERS
) -> None:
    """Make a project of `count` articles at `path`."""
    chance, made = random.Random(seed), Counter[Kind]()  # no secret
    with Project.create(path, default_scheme()) as project:
        for start in range(0, count, _AT_ONCE):
            changes: list[Change] = []
            for number in range(start, min(start + _AT_ONCE, count)):
                rows = list(_make_rows(project, paragraphs, number, chance, characters))
                changes += [Change(None, row) for row in rows if _is_wanted(row, number, made)]
            project.apply(Step(Message("generate articles"), tuple(changes)))
            project.settle(2)


def _make_rows(
    project: Project, paragraphs: list[Paragraph], number: int, chance: random.Random, characters: int
) -> Iterator[Article | Body | Annotation]:
    article_id, texts, length, rows = project.next_id(), list[str](), 0, list[Annotation]()
    while length < characters:
        paragraph = chance.choice(paragraphs)
        rows += [
            replace(_moved(row, length), id=project.next_id(), article_id=article_id, status=chance.choice(_STATUSES))
            for row in paragraph.annotations
        ]
        texts.append(paragraph.text)
        length += len(paragraph.text) + 1
    text = "\n".join(texts)
    title = f"{number}. {texts[0][:80]}"
    day = date(2016, 1, 1) + timedelta(chance.randrange(3_650))
    yield Article(
        article_id,
        title,
        day,
        source=f"source{number % 40}.kz",
        key=f"g{number}",
        digest=text_digest(title, text),
        length=len(text),
        language="ru",
    )
    yield Body(article_id, text)
    yield from rows


def _is_wanted(row: Article | Body | Annotation, number: int, made: Counter[Kind]) -> bool:
    """Say whether a row is within the bounds; count it."""
    if not isinstance(row, Annotation):
        return True
    is_wanted = made.total() < ANNOTATIONS * (number + 1) and (
        row.kind is not Kind.CLAIM or made[Kind.CLAIM] < CLAIMS * (number + 1)
    )
    made[row.kind] += is_wanted
    return is_wanted


def _moved(row: Annotation, by: int) -> Annotation:
    roles = tuple(replace(role, span=_shift(role.span, by)) for role in row.roles)
    return replace(row, pieces=tuple(_shift(piece, by) for piece in row.pieces), roles=roles)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def main(arguments: list[str]) -> int:
    """Make the project that the command line names."""
    tagged, path, count = Path(arguments[0]), Path(arguments[1]), int(arguments[2])
    paragraphs = [one for document in read_file(tagged) for one in split_paragraphs(document)]
    characters = int(arguments[3]) if len(arguments) > 3 else CHARACTERS
    make_project(path, paragraphs, count, characters=characters)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
