"""Nouns for people who act together: «редакция», «завод»."""

from __future__ import annotations

from app.core.text.word_lists import read_table, read_words

_OWN_SIDES = read_words("claims/own_side_nouns")
_FIRMS = read_words("claims/firm_nouns")
_ACTING = read_words("claims/acting_nouns")
_ORGANISATIONS = read_table("names/organisation_words")


def names_people(lemma: str) -> bool:
    """Say whether a noun that does not live can act: «редакция обещает»."""
    return any(lemma in known for known in (_OWN_SIDES, _FIRMS, _ACTING, _ORGANISATIONS))
