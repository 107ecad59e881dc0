"""The columns of all sheets of rows.

A new column is one line in the list of its sheet.
"""

from __future__ import annotations

from typing import Any

from app.formats.xlsx.columns.article_columns import make_article_columns
from app.formats.xlsx.columns.claim_columns import make_claim_columns
from app.formats.xlsx.columns.column import SheetColumns
from app.formats.xlsx.columns.entity_columns import make_entity_columns
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.note_columns import make_note_columns
from app.formats.xlsx.columns.register_columns import make_register_columns
from app.formats.xlsx.columns.step_columns import make_step_columns


def make_sheet_columns(naming: Naming) -> dict[str, SheetColumns]:
    """Return the chosen columns of every sheet of rows.

    The options choose them.
    """
    sheets: dict[str, list[Any]] = {
        "articles": make_article_columns(naming),
        "entities": make_entity_columns(naming),
        "claims": make_claim_columns(naming),
        "register": make_register_columns(naming),
        "notes": make_note_columns(naming),
        "changes": make_step_columns(naming),
    }
    return {key: SheetColumns(key, tuple(columns)).choose(naming.options.columns) for key, columns in sheets.items()}
