"""Find the articles of a step, for the rows that it names.

The steps made before hold the values of their rows themselves.
"""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_step_article_step_id", "step_article", ["step_id"])
