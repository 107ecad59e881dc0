"""Claims: who says what, by rules over syntax, words of speech and quotation marks."""

from app.nlp.claims.find import find_claims

__all__ = ["find_claims"]
