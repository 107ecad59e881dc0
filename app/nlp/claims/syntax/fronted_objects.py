"""Objects that stand before their verb and look like its subject."""

from __future__ import annotations

from app.nlp.backend.analysis import ROOT
from app.nlp.claims.syntax.acting_nouns import names_people
from app.nlp.claims.syntax.tree import SyntaxTree

_OBJECTS = ("obj", "iobj", "ccomp", "xcomp")
"""What a verb acts on, or says."""


def has_fronted_object(tree: SyntaxTree, index: int) -> bool:
    """Find «мост откроют», the object before its verb."""
    return any(is_fronted_object(tree, child, index) for child in tree.children(index))


def is_done_by_thing(tree: SyntaxTree, index: int) -> bool:
    """Find «рост обеспечат инвестиции»: the object stands first, and a thing acts."""
    behind = [tree.words[child] for child in tree.children(index, "obj") if child > index]
    acts = any(word.feat("Animacy") == "Inan" and word.feat("Case") in ("Nom", "Acc") for word in behind)
    return acts and has_fronted_object(tree, index)


def find_act(tree: SyntaxTree, verb: int) -> int:
    """Return the infinitive that a verb brings along, else the verb.

    Examples are «вырубать не будут», «начнут укладывать», «обещают отремонтировать».
    """
    word = tree.words[verb]
    if word.rel == "aux" and word.head != ROOT and tree.is_infinitive(word.head):
        return word.head
    return next(filter(tree.is_infinitive, tree.children(verb, "xcomp", "ccomp")), verb)


def is_fronted_object(tree: SyntaxTree, noun: int, verb: int) -> bool:
    """Find «мост» of «мост обещают открыть», «тополя» of «тополя сохранят».

    The parser has it as the subject, and the noun of «две школы сдадут» in the genitive.
    """
    word = tree.words[noun]
    if word.rel == "nummod:gov" and noun < word.head < verb:
        return is_fronted_object(tree, word.head, verb)
    if noun > verb or word.pos not in ("NOUN", "PROPN") or tree.words[verb].feat("Number") != "Plur":
        return False
    if word.feat("Number") == "Sing" and tree.children(noun, "conj"):
        return False
    if (word.pos, word.feat("Case"), word.feat("Number")) == ("NOUN", "Acc", "Sing"):
        return True
    is_counted = word.feat("Case") == "Gen" and bool(tree.children(noun, "nummod"))
    is_thing = (word.feat("Case") in ("Nom", "Acc") or is_counted) and word.feat("Animacy") == "Inan"
    act = find_act(tree, verb)
    can_act = act != verb and (word.pos == "PROPN" or names_people(word.lemma))
    return is_thing and not can_act and _lacks_object(tree, act, noun)


def _lacks_object(tree: SyntaxTree, verb: int, noun: int) -> bool:
    """Say whether a verb needs an object and has this alone."""
    is_transitive = tree.words[verb].feat("Subcat") == "Tran"
    return is_transitive and tree.children(verb, *_OBJECTS) in ([], [noun])
