"""The tables of a project file. They never leave this package: readers get the values of `app.core`.

What they are is said here alone: `ddl.py` is made from it, Alembic compares with it, and the statements follow. Offsets
are in code points of the article's text. Times are ISO 8601 in UTC, dates ISO 8601. Lists are compact JSON.
"""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary, MetaData, text
from sqlmodel import Field, SQLModel


class ArticleRow(SQLModel, table=True):
    """The narrow row of the article list; the text lies apart, in `body`."""

    __tablename__ = "article"

    id: int = Field(primary_key=True)
    title: str
    date: str | None
    source: str
    url: str
    key: str
    progress: str
    digest: str
    length: int
    language: str


class BodyRow(SQLModel, table=True):
    """The text of the article with the same id."""

    __tablename__ = "body"

    id: int = Field(primary_key=True, foreign_key="article.id")
    text: str


class AnnotationRow(SQLModel, table=True):
    """An entity or a claim.

    `start` and `stop` are those of the whole; `pieces` is `[[start, stop], …]` where there are several, else "";
    `attributes` is `[[name, value], …]`, "" where there are none.
    """

    __tablename__ = "annotation"
    __table_args__ = (Index("annotation_in_text", "article_id", "start", "kind", "status"),)

    id: int = Field(primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    kind: str
    label: str
    pieces: str
    start: int
    stop: int
    status: str
    origin: str
    rule: str
    confidence: float | None
    normal: str
    attributes: str
    author: str
    created: str | None
    changed: str | None


class ClaimRoleRow(SQLModel, table=True):
    """A speaker or a cue, a part of its claim; `position` keeps their order."""

    __tablename__ = "claim_role"

    annotation_id: int = Field(primary_key=True, foreign_key="annotation.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    name: str
    start: int
    stop: int
    normal: str


class NoteRow(SQLModel, table=True):
    """A note on an annotation, on an article, or on the project."""

    __tablename__ = "note"

    id: int = Field(primary_key=True)
    text: str
    article_id: int | None = Field(foreign_key="article.id", index=True)
    annotation_id: int | None = Field(foreign_key="annotation.id", index=True)
    author: str
    created: str | None
    changed: str | None


class HintRow(SQLModel, table=True):
    """A likely miss."""

    __tablename__ = "hint"

    id: int = Field(primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    start: int
    stop: int
    label: str
    score: float


class LabelSchemeRow(SQLModel, table=True):
    """The one label scheme, as the text of a scheme file."""

    __tablename__ = "label_scheme"

    id: int = Field(primary_key=True)
    content: str


class StepRow(SQLModel, table=True):
    """A step: undo history, audit trail and crash story in one.

    `state` is "applied", "undone" or "discarded" (undone, and the step `overtaken` came in its place). `last_id` is the
    highest id that the project had given out by then. `payload` holds the changes (see `payload.py`). `name` is what
    somebody called the point that it led to. `articles` and `annotations` count those that changed; `article` is the
    one that did, where it is one.
    """

    __tablename__ = "step"
    __table_args__ = (Index("step_by_state", "state", "id"),)

    id: int = Field(primary_key=True)
    title: str
    args: str
    group: str
    time: str
    state: str
    last_id: int
    payload: bytes = Field(sa_type=LargeBinary)
    author: str = Field(sa_column_kwargs={"server_default": ""})
    name: str = Field(sa_column_kwargs={"server_default": ""})
    articles: int = Field(sa_column_kwargs={"server_default": text("0")})
    annotations: int = Field(sa_column_kwargs={"server_default": text("0")})
    article: int | None
    overtaken: int | None


class StepArticleRow(SQLModel, table=True):
    """An article that a step changed; 0 stands for the project itself, its scheme and its notes."""

    __tablename__ = "step_article"
    __table_args__ = {"sqlite_with_rowid": False}

    article_id: int = Field(primary_key=True)
    step_id: int = Field(primary_key=True, foreign_key="step.id")


def metadata() -> MetaData:
    """Return all tables of a project."""
    return SQLModel.metadata
