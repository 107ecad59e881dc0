"""The options of the command line for reading tables."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from app.core.message import UserError
from app.formats.table_choices import EXAMPLE, ArticleField, TableChoices, parse_mapping, read_remembered
from app.service.project.settings import SettingsFile

_SEPARATORS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}


def read_table_options(columns: Sequence[str] | None, sheet: str, separator: str, encoding: str) -> TableChoices:
    """Return the choices that options name.

    Raise UserError for one that cannot be meant.
    """
    separator = _SEPARATORS.get(separator.lower(), separator)
    if len(separator) > 1 or separator in ("\n", "\r", '"'):
        raise UserError(
            "“{sign}” is not a separator.", hint="Give one sign, such as ; or |, or the word tab.", sign=separator
        )
    remembered = read_remembered(SettingsFile().load().tables)
    mapping = parse_mapping(",".join(columns or ()))
    if columns and not mapping:
        raise UserError(
            "--map names no column.",
            hint="Write FIELD=COLUMN, as in --map {example}. The fields are: {fields}.",
            example=EXAMPLE,
            fields=", ".join(ArticleField),
        )
    return TableChoices(mapping, separator, _known_encoding(encoding), sheet, remembered)


def _known_encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError as fault:
        raise UserError(
            "There is no encoding “{name}”.", hint="Name one such as utf-8, cp1251, koi8-r or utf-16.", name=name
        ) from fault
