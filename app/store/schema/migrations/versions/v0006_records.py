"""Add judgements, records, verdicts and saved queries to a project.

The records are register records and claim records.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables, empty."""
    _create(
        "judgement",
        *_texts("kind", "left", "right", "value"),
        sa.Column("score", sa.Float(), nullable=True),
        *_texts("reasons", "author"),
        sa.Column("made", sa.String(), nullable=True),
        sa.Column("ended", sa.String(), nullable=True),
    )
    _create("register_record", *_texts("key", "name", "label", "note", "identifiers"))
    _create(
        "claim_record",
        *_texts("kind", "summary", "speaker", "due", "due_origin", "topic"),
        sa.Column("watched", sa.String(), nullable=True),
    )
    _create("claim_place", sa.Column("annotation_id", sa.Integer(), nullable=False), owner="claim_record")
    _create(
        "verdict",
        *_texts("value", "scale"),
        sa.Column("scale_version", sa.Integer(), nullable=False),
        *_texts("certainty"),
        sa.Column("day", sa.String(), nullable=True),
        *_texts("note", "author"),
        sa.Column("made", sa.String(), nullable=True),
        owner="claim_record",
    )
    _create(
        "evidence",
        *_texts("url", "quote"),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("seen", sa.String(), nullable=True),
        *_texts("stance"),
        owner="verdict",
    )
    _create("saved_query", *_texts("name", "query"))


_OWNER_COLUMNS = {"claim_record": "record_id", "verdict": "verdict_id"}


def _create(table: str, *columns: sa.Column[object], owner: str = "") -> None:
    """Make a table of rows.

    The rows of an `owner` hold its id, with an index.
    """
    column = _OWNER_COLUMNS.get(owner, "")
    held = (sa.Column(column, sa.Integer(), nullable=False),) if column else ()
    laws = (sa.ForeignKeyConstraint([column], [f"{owner}.id"]),) if column else ()
    number = sa.Column("id", sa.Integer(), nullable=False)
    op.create_table(table, number, *held, *columns, sa.PrimaryKeyConstraint("id"), *laws)
    if column:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _texts(*names: str) -> tuple[sa.Column[object], ...]:
    return tuple(sa.Column(name, sa.String(), nullable=False) for name in names)
