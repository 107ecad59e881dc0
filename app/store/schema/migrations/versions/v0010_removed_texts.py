"""Keep texts that left the project, for the steps naming them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table; the steps made before hold their texts themselves."""
    op.create_table(
        "removed_text",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("body_id", "mark"),
    )
