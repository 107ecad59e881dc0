"""What quotation marks say of the case of a name.

Behind its type word it is in the nominative already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

_TYPE_WORD = re.compile(
    rf"(?:(?:{read_alternatives('entities/type_word_stems')})\w{{0,4}}|{read_alternatives('names/legal_forms')})",
    re.IGNORECASE,
)
_OPENING = frozenset('"«“„')


class QuotedName:
    """How a name stands in quotation marks.

    `is_quoted` says that its mark stands right before it; `is_nominative` that a type word stands before the mark
    (газета «Жетысу», ТОО «Береке»), or that the name holds a quotation of its own.
    """

    def __init__(self, name: Name, tokens: Sequence[Token]) -> None:
        before = tokens[name.first - 1].text if name.first else ""
        self.is_quoted = before in _OPENING and name.label in (EntityLabel.ORG, EntityLabel.LOC)
        type_word = tokens[name.first - 2].text if self.is_quoted and name.first > 1 else ""
        self.is_nominative = self.is_quoted and bool(_TYPE_WORD.fullmatch(type_word))
