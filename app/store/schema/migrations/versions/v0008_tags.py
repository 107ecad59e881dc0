"""Articles have tags and a priority."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns, without tags and of normal priority everywhere."""
    op.add_column("article", sa.Column("tags", sa.String(), nullable=False, server_default=""))
    op.add_column("article", sa.Column("priority", sa.String(), nullable=False, server_default="normal"))
    with op.batch_alter_table("article") as table:
        table.alter_column("tags", server_default=None)
        table.alter_column("priority", server_default=None)
