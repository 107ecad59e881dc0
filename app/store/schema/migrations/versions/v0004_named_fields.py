"""Steps name the fields of their rows; the tables stay.

A program that knows 0003 alone would call such a step damaged: the number makes it refuse the project instead. Steps
made before are left as they are: what their values are is in `app/store/history/unnamed_fields.py`.
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change nothing but the number."""
