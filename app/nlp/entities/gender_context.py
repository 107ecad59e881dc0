"""Find the gender of a surname in «-ова».

It is a woman's, or the genitive of a man's. The words around tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.text.stem import stem
from app.core.text.word_lists import read_entries
from app.nlp.backend.analysis import Tag
from app.nlp.names.name import Name
from app.nlp.text.name_endings import FEMININE, MASCULINE, PLURAL
from app.nlp.text.tokens import Token

_NOUNS = ("NOUN", "PROPN")
_RELATIVES = frozenset(map(stem, read_entries("entities/relatives")))
_OBLIQUE = ("Gen", "Acc", "Dat", "Ins", "Loc")
_NOMINATIVE_OR_GENITIVE = {"Nom": FEMININE, "Gen": MASCULINE, "Acc": MASCULINE}
_DATIVE_OR_ACCUSATIVE = {"Acc": FEMININE, "Dat": MASCULINE}
"""What a case says of a surname in «-ова» and of one in «-ову»."""

_REACH = 3
"""How many words to each side are asked for a verb."""

_BREAKS = frozenset(".,;:!?…«»()")


def find_gender(name: Name, tokens: Sequence[Token], tags: Mapping[int, Tag], low: int) -> str:
    """Return the gender of a person from the context.

    The name itself is undecided. Return "" if nothing tells the gender.

    `low` is the first token of the sentence, `tags` are by token.
    """
    before = tags.get(name.first - 1) if name.first > low else None
    if tokens[name.stop - 1].text.lower().endswith("ым"):
        return PLURAL if before is not None and _is_of_several(before) else MASCULINE
    if tokens[name.stop - 1].text.endswith(("у", "У")):
        return _read_own_tags(name, tags, _DATIVE_OR_ACCUSATIVE) or MASCULINE
    own = _read_own_tags(name, tags, _NOMINATIVE_OR_GENITIVE)
    if before is not None and before.pos == "ADP":
        return MASCULINE
    if before is not None and before.pos in _NOUNS and _is_of_other(name, tokens, tags):
        return MASCULINE
    if before is not None and before.pos in _NOUNS:
        return FEMININE if _is_holder(name, tokens, tags, low) else _read_noun(before, own)
    return _find_verb_gender(name, tokens, tags, low) or own


def _is_of_several(noun: Tag) -> bool:
    """Say whether several people are before a name: «братьям Ахметжановым»."""
    return noun.pos == "NOUN" and (noun.feats.get("Animacy"), noun.feats.get("Number")) == ("Anim", "Plur")


def _is_of_other(name: Name, tokens: Sequence[Token], tags: Mapping[int, Tag]) -> bool:
    """Say whether a surname alone tells whose somebody is.

    A man's name follows («советник Ахметова | Марат Ли»), or a relative's: «дочь Ахметова | Дарига».
    """
    follows, word = tags.get(name.stop), tokens[name.stop].text if name.stop < len(tokens) else ""
    if name.stop > name.first + 1 or follows is None or not word.istitle() or len(word) == 1:
        return False
    is_his = (follows.feats.get("Gender"), follows.feats.get("Case")) == ("Masc", "Nom")
    return is_his or stem(tokens[name.first - 1].text) in _RELATIVES


def _is_holder(name: Name, tokens: Sequence[Token], tags: Mapping[int, Tag], low: int) -> bool:
    """Say whether a name is that of a position's holder.

    In "Директор школы Ниязова ушла" there is a position with what it governs, the name, and a verb in the feminine. The
    verb may stand before: "сообщила директор школы Ниязова".
    """
    before = [index for index in range(max(low, name.first - _REACH), name.first) if index in tags]
    last = tags[before[-1]].feats
    is_governed = last.get("Case") in _OBLIQUE and last.get("Animacy") != "Anim"
    post = next((index for index in before if _is_post(tags[index])), None)
    if not is_governed or post is None:
        return False
    return _is_womans_verb(tags.get(name.stop)) or (post > low and _is_womans_verb(tags.get(post - 1)))


def _is_post(tag: Tag) -> bool:
    return tag.pos == "NOUN" and (tag.feats.get("Case"), tag.feats.get("Animacy")) == ("Nom", "Anim")


def _is_womans_verb(tag: Tag | None) -> bool:
    return tag is not None and tag.pos == "VERB" and tag.feats.get("Gender") == "Fem"


def _read_noun(noun: Tag, own: str) -> str:
    """Return the gender that a noun before a name shows.

    Examples are "депутат Кусаинова", "дело Кусаинова", "сторонники Кусаинова".
    """
    is_anim = noun.feats.get("Animacy") == "Anim"
    if noun.feats.get("Number") == "Plur":
        return MASCULINE
    if noun.feats.get("Case") in _OBLIQUE:
        return FEMININE if is_anim and noun.feats.get("Gender") == "Fem" else MASCULINE
    return FEMININE if is_anim or own == FEMININE else MASCULINE


def _find_verb_gender(name: Name, tokens: Sequence[Token], tags: Mapping[int, Tag], low: int) -> str:
    """Return what the past tense of the nearest verb says."""
    after = range(name.stop, name.stop + _REACH)
    before = range(name.first - 1, max(low, name.first - _REACH) - 1, -1)
    for side in (after, before):
        for index in side:
            tag = tags.get(index)
            if tag is None or tokens[index].text in _BREAKS:
                break
            if tag.pos == "VERB" and tag.feats.get("VerbForm") == "Fin":
                return _read_verb(tag, is_before=side is before) if tag.feats.get("Tense") == "Past" else ""
    return ""


def _read_verb(tag: Tag, *, is_before: bool) -> str:
    """Return the gender that a verb in the past shows.

    A plural before a name has it as its object: "наградили Кусаинова".
    """
    if tag.feats.get("Gender") == "Fem":
        return FEMININE
    return MASCULINE if tag.feats.get("Gender") == "Masc" or (is_before and tag.feats.get("Number") == "Plur") else ""


def _read_own_tags(name: Name, tags: Mapping[int, Tag], genders: Mapping[str, str]) -> str:
    """Return the gender that the name's own case shows.

    The tagger of forms says the case.
    """
    own = [tags[index].feats for index in range(name.first, name.stop) if index in tags]
    told = [genders[feats["Case"]] for feats in own if feats.get("Case") in genders]
    return FEMININE if FEMININE in told else (told[0] if told else "")
