"""What the values of steps made before schema 0004 are.

Those steps do not say it themselves. Rows of theirs that are shorter were written before their last fields existed.
Never change this.
"""

from __future__ import annotations

UNNAMED_FIELDS: dict[str, list[str]] = {
    "label_scheme": ["id", "content"],
    "article": ["id", "title", "date", "source", "url", "key", "progress", "digest", "length", "language"],
    "body": ["id", "text"],
    "annotation": [
        *("id", "article_id", "kind", "label", "pieces", "status", "origin", "rule", "confidence", "normal"),
        *("attributes", "roles", "author", "created", "changed"),
    ],
    "claim_role": ["name", "start", "stop", "normal"],
    "note": ["id", "text", "article_id", "annotation_id", "author", "created", "changed"],
    "hint": ["id", "article_id", "start", "stop", "label", "score"],
}
