"""Saved queries say where they were made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; all queries so far are of the search."""
    op.add_column("saved_query", sa.Column("place", sa.String(), nullable=False, server_default="search"))
    with op.batch_alter_table("saved_query") as table:
        table.alter_column("place", server_default=None)
