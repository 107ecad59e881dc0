"""Convert typed keys between the US and Russian layouts.

The result is what the same keys type on the other layout.
"""

from __future__ import annotations

_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_EN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RU_SHIFTED, _EN_SHIFTED = _RU.upper(), '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
_SWAPPED = str.maketrans(_RU + _EN + _RU_SHIFTED + _EN_SHIFTED, _EN + _RU + _EN_SHIFTED + _RU_SHIFTED)


def retyped(words: str) -> str:
    """Return what the same keys type on the other layout."""
    return words.translate(_SWAPPED)
