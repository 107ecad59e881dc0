"""What awaits somebody or something.

«водителей ждёт штраф», «посёлку угрожает подтопление», «ремонт грозит затянуться».
"""

from __future__ import annotations

from app.core.text.word_lists import read_words
from app.nlp.claims.syntax.acting_nouns import names_people
from app.nlp.claims.syntax.tree import SyntaxTree

_AWAITING = read_words("claims/awaiting_verbs")
_THREATENING = read_words("claims/threatening_verbs")
_SEEMING = read_words("claims/seeming_verbs")
_EVENTS = read_words("claims/event_verbs")
_MAX_WORDS_TO_THING = 6


def awaits_somebody(tree: SyntaxTree, index: int) -> bool:
    """Say whether a thing awaits or threatens the one before the verb.

    The verb is not in the past, and reports nothing.
    """
    word = tree.words[index]
    if word.feat("Tense") == "Past" or word.feat("Person") != "3":
        return False
    case = "Acc" if word.lemma in _AWAITING else "Dat" if word.lemma in _THREATENING else ""
    return bool(case) and _has_victim(tree, index, case) and _has_thing_behind(tree, index)


def _has_victim(tree: SyntaxTree, index: int, case: str) -> bool:
    """Say whether the verb's object stands before it, and no subject."""
    before = [child for child in tree.children(index, "obj", "iobj", "obl", "nsubj") if child < index]
    bare = [child for child in before if not tree.children(child, "case")]
    is_told = _has_plain_nominative(tree, index)
    return any(
        _is_in_case(tree, one, case) and (is_told or _is_no_subject(tree, one, index)) for one in bare
    ) and not any(tree.words[child].feat("Case") == "Nom" for child in bare)


def _is_in_case(tree: SyntaxTree, index: int, case: str) -> bool:
    """Say whether a noun is in a case.

    The accusative of the living looks like the genitive.
    """
    word = tree.words[index]
    return word.feat("Case") == case or (case == "Acc" and word.feat("Case") == "Gen" and word.rel == "obj")


def _is_no_subject(tree: SyntaxTree, noun: int, verb: int) -> bool:
    """Say whether a noun cannot be the verb's nominative.

    «город ждёт» has one of the verb's number.
    """
    word = tree.words[noun]
    if word.feat("Case") == "Dat" or word.feat("Animacy") == "Anim":
        return True
    is_feminine = word.feat("Gender") == "Fem" and word.feat("Number") == "Sing"
    return is_feminine or word.feat("Number") != tree.words[verb].feat("Number")


def _has_plain_nominative(tree: SyntaxTree, index: int) -> bool:
    """Say whether a noun behind the verb must be its subject.

    Example: «город ждёт засуха».
    """
    subjects = [tree.words[child] for child in tree.children(index, "nsubj") if child > index]
    return any(word.feat("Case") == "Nom" and word.text.lower().endswith(("а", "я")) for word in subjects)


def _is_limit(tree: SyntaxTree, index: int, noun: int) -> bool:
    """Find «до пяти лет» right behind the verb."""
    return tree.lower_at(index + 1) in ("до", "от", "свыше") and bool(tree.children(noun, "nummod"))


def _has_thing_behind(tree: SyntaxTree, index: int) -> bool:
    """Say whether a nominative or a number follows the verb."""
    for step in range(index + 1, min(index + 1 + _MAX_WORDS_TO_THING, len(tree))):
        word = tree.words[step]
        if word.text in ",:;" or tree.is_finite(step):
            return False
        if word.pos == "NOUN" and (not tree.children(step, "case") or _is_limit(tree, index, step)):
            is_thing = word.feat("Animacy") != "Anim" and word.feat("Case") in ("Nom", "Acc", "")
            return is_thing or _is_limit(tree, index, step)
    return False


def befalls_thing(tree: SyntaxTree, index: int) -> bool:
    """Tell «ремонт грозит затянуться», «кризис угрожает разорить банки» from «рабочие грозят уйти»."""
    if tree.words[index].lemma not in _SEEMING or not _has_lifeless_subject(tree, index):
        return False
    is_of_other = any(tree.children(step, "obj") for step in _find_acts(tree, index))
    return befalls(tree, index) or is_of_other  # «рынок обещают открыть»: the thing is the object itself


def befalls(tree: SyntaxTree, index: int) -> bool:
    """Say whether the infinitive of a word is what happens.

    Else it is what somebody does.
    """
    acts = [tree.words[step] for step in _find_acts(tree, index)]
    return any(word.lemma in _EVENTS or word.lemma.endswith("ся") for word in acts)


def _find_acts(tree: SyntaxTree, index: int) -> list[int]:
    """Return the perfective infinitives of a word."""
    head = tree.words[index].head
    governed = [*tree.children(index), *([head] if head >= 0 else [])]
    acts = (step for step in governed if tree.is_infinitive(step))
    return [step for step in acts if tree.words[step].feat("Aspect") == "Perf"]


def _has_lifeless_subject(tree: SyntaxTree, index: int) -> bool:
    """Say whether the subject is a thing that cannot act."""
    subjects = [tree.words[child] for child in tree.children(index, "nsubj")]
    things = [word.lemma for word in subjects if word.pos == "NOUN" and word.feat("Animacy") == "Inan"]
    return not all(map(names_people, things))
