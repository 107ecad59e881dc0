"""Add random samples, and when an article was finished."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table and the column, both empty."""
    op.add_column("article", sa.Column("finished", sa.String(), nullable=True))
    op.create_table(
        "sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("is_hidden", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("members", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
