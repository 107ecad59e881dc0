"""Steps know author, name, what they changed, what overtook them.

The history is read without its payloads. Steps made before have no author. What overtook a discarded one was not noted:
the next applied step is taken for it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ARTICLE_AT = {"article": 0, "body": 0, "annotation": 1, "note": 2, "hint": 1}
"""Which value of a row names its article."""
_PORTION = 500


def upgrade() -> None:
    """Add the columns and the table, and fill them from the payloads."""
    for name in ("author", "name"):
        op.add_column("step", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("articles", "annotations"):
        op.add_column("step", sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0")))
    for name in ("article", "overtaken"):
        op.add_column("step", sa.Column(name, sa.Integer()))
    op.create_table(
        "step_article",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "step_id"),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"]),
        sqlite_with_rowid=False,
    )
    op.execute(
        "UPDATE step SET overtaken = (SELECT min(later.id) FROM step AS later "
        "WHERE later.state <> 'discarded' AND later.id > step.id) WHERE state = 'discarded'"
    )
    for portion in _portions():
        _describe(portion)


def _portions() -> Iterator[Sequence[Any]]:
    """Yield (id, payload) of all steps, some at a time."""
    wanted = sa.text("SELECT id, payload FROM step WHERE id > :last ORDER BY id LIMIT :most")
    last = 0
    while portion := op.get_bind().execute(wanted, {"last": last, "most": _PORTION}).all():
        yield portion
        last = portion[-1][0]


def _describe(steps: Sequence[Any]) -> None:
    """Write what steps changed."""
    counts, links = [], []
    for number, payload in steps:
        articles, annotations = set(), set()
        for table, before, after in json.loads(zlib.decompress(payload)):
            row = before if after is None else after
            articles.add((row[_ARTICLE_AT[table]] or 0) if table in _ARTICLE_AT else 0)
            if table == "annotation":
                annotations.add(row[0])
        links += [{"article": article, "step": number} for article in articles]
        articles.discard(0)
        counts.append(
            {
                "id": number,
                "articles": len(articles),
                "annotations": len(annotations),
                "article": next(iter(articles)) if len(articles) == 1 else None,
            }
        )
    connection = op.get_bind()
    counted = "UPDATE step SET articles = :articles, annotations = :annotations, article = :article WHERE id = :id"
    connection.execute(sa.text(counted), counts)
    if links:
        linked = "INSERT INTO step_article (article_id, step_id) VALUES (:article, :step)"
        connection.execute(sa.text(linked), links)
