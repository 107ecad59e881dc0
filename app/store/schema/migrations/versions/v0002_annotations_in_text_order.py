"""Annotations are found by where they start.

A long article is read from its beginning on, in parts. The index that this takes the place of served the counts of the
article list alone; they lie in the new one too.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Put one index in the place of the other."""
    op.drop_index("annotation_of_article", "annotation")
    op.create_index("annotation_in_text", "annotation", ["article_id", "start", "kind", "status"])
