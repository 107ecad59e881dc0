"""Articles can be flagged, and say why they are flagged or skipped."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the flag and the remark, empty in every article."""
    op.add_column("article", sa.Column("is_flagged", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("article", sa.Column("remark", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("article") as table:
        table.alter_column("is_flagged", server_default=None)
        table.alter_column("remark", server_default=None)
