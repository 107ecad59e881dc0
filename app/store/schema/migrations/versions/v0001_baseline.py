"""The first schema of a project file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _articles()
    _annotations()
    _notes_and_hints()
    _scheme_and_steps()


def _articles() -> None:
    op.create_table(
        "article",
        _whole("id"),
        _text("title"),
        _text("date", nullable=True),
        _text("source"),
        _text("url"),
        _text("key"),
        _text("progress"),
        _text("digest"),
        _whole("length"),
        _text("language"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "body",
        _whole("id"),
        _text("text"),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["id"], ["article.id"]),
    )


def _annotations() -> None:
    op.create_table(
        "annotation",
        _whole("id"),
        _whole("article_id"),
        _text("kind"),
        _text("label"),
        _text("pieces"),
        _whole("start"),
        _whole("stop"),
        _text("status"),
        _text("origin"),
        _text("rule"),
        sa.Column("confidence", sa.Float()),
        _text("normal"),
        _text("attributes"),
        _text("author"),
        _text("created", nullable=True),
        _text("changed", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
    )
    op.create_index("annotation_of_article", "annotation", ["article_id", "kind", "status"])
    op.create_table(
        "claim_role",
        _whole("annotation_id"),
        _whole("position"),
        _text("name"),
        _whole("start"),
        _whole("stop"),
        _text("normal"),
        sa.PrimaryKeyConstraint("annotation_id", "position"),
        sa.ForeignKeyConstraint(["annotation_id"], ["annotation.id"], ondelete="CASCADE"),
    )


def _notes_and_hints() -> None:
    op.create_table(
        "note",
        _whole("id"),
        _text("text"),
        _whole("article_id", nullable=True),
        _whole("annotation_id", nullable=True),
        _text("author"),
        _text("created", nullable=True),
        _text("changed", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["annotation_id"], ["annotation.id"]),
    )
    op.create_index("ix_note_article_id", "note", ["article_id"])
    op.create_index("ix_note_annotation_id", "note", ["annotation_id"])
    op.create_table(
        "hint",
        _whole("id"),
        _whole("article_id"),
        _whole("start"),
        _whole("stop"),
        _text("label"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
    )
    op.create_index("ix_hint_article_id", "hint", ["article_id"])


def _scheme_and_steps() -> None:
    op.create_table("label_scheme", _whole("id"), _text("content"), sa.PrimaryKeyConstraint("id"))
    op.create_table(
        "step",
        _whole("id"),
        _text("title"),
        _text("args"),
        _text("group"),
        _text("time"),
        _text("state"),
        _whole("last_id"),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("step_by_state", "step", ["state", "id"])


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)
