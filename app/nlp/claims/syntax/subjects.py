"""Who does what a verb says.

The parser's arcs are good near by and poor far off, so the order of words counts as well.
"""

from __future__ import annotations

from app.core.text.word_lists import read_words
from app.nlp.backend.analysis import ROOT
from app.nlp.claims.syntax.fronted_objects import is_fronted_object
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_NOMINAL = ("NOUN", "PROPN", "PRON", "X", "NUM")
_INNER = ("flat", "appos", "nummod", "conj")
_JOINING = ("и", "но", "а", "однако")
_MAX_WORDS_BACK = 30
_MAX_WORDS_TO_INSERTED = 2
_ENDED_CASES = ("Gen", "Dat", "Ins", "Loc")
"""Cases in which a man's name has an ending."""
_CONSONANTS = "бвгджзйклмнпрстфхцчшщқғңһ"
_OPENING = ("«", '"', "„", "“")
_STUDIES = read_words("claims/study_nouns")


def find_subject(tree: SyntaxTree, index: int, depth: int = 0) -> int | None:
    """Return the head of the subject phrase of a verb.

    The verb is at `index`, or shares the subject of another.
    """
    word = tree.words[index]
    if word.feat("VerbForm") == "Part" and word.feat("Case") and word.head != ROOT:
        return word.head
    own = _find_attached(tree, index)
    if own is None and tree.lower_at(index + 1).startswith("@") and word.rel == "parataxis":
        own = index + 1  # «сообщил @dchs», whatever case the parser gives it
    if own is not None:
        return own
    if word.feat("VerbForm") not in ("Inf", "Conv"):
        beside = _find_inserted(tree, index)
        beside = _find_left(tree, index) if beside is None else beside
        if beside is None:
            beside = _find_right(tree, index)
        if beside is not None:
            return beside
    shared = _find_sharing_verb(tree, index)
    return find_subject(tree, shared, depth + 1) if shared is not None and depth < 4 else None


def is_impersonal(tree: SyntaxTree, index: int) -> bool:
    """Say whether an infinitive is the subject: «предлагается закрыть рынок»."""
    is_passive = tree.words[index].feat("Voice") == "Pass"
    return is_passive and any(tree.is_infinitive(child) for child in tree.children(index, "csubj:pass", "csubj"))


def has_own_subject(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb's clause names its subject itself."""
    return (
        _find_attached(tree, index) is not None
        or _find_left(tree, index) is not None
        or _find_right(tree, index) is not None
    )


def _find_attached(tree: SyntaxTree, index: int) -> int | None:
    """Return the nearest subject that the parser gives a verb.

    No other verb may stand between.
    """
    found = [
        child
        for child in tree.children(index, "nsubj")
        if _may_be_subject(tree, child) and not is_fronted_object(tree, child, index) and not _owns(tree, child, index)
    ]
    found.sort(key=lambda child: abs(child - index))
    return next((child for child in found if _is_near(tree, child, index)), None)


def _owns(tree: SyntaxTree, name: int, verb: int) -> bool:
    """Find «Риддера» of «рассказали в акимате Риддера»."""
    is_of_place = tree.words[name].pos == "PROPN" and tree.words[max(0, name - 1)].feat("Case") == "Loc"
    return is_of_place and tree.words[verb].feat("Number") == "Plur" and not tree.children(name, "conj")


def _is_near(tree: SyntaxTree, subject: int, verb: int) -> bool:
    """Say whether only a clause on the subject stands between.

    That is between the subject and its verb.
    """
    if not _find_verbs_between(tree, subject, verb):
        return True
    return tree.words[subject].lemma != "который" and _is_parted(tree, subject, verb)


def _may_be_subject(tree: SyntaxTree, index: int) -> bool:
    """Say whether the parser's subject can be one.

    It is in the nominative, or the tagger may misread it: neuters, foreign names.
    """
    word = tree.words[index]
    if word.text.lower() in ("что", "это", "чего") or _is_title_of_other(tree, index):
        return False
    if word.pos in ("VERB", "ADV"):
        return names_by_act(tree, index)
    misread = (word.feat("Case") == "Acc" and word.feat("Animacy") != "Anim") or word.pos == "PROPN"
    return word.feat("Case") in ("Nom", "") or (misread and not tree.children(index, "case"))


def names_by_act(tree: SyntaxTree, index: int) -> bool:
    """Find «собравшиеся», «проживающие в доме»: a participle that names people.

    It is in the nominative, and has no noun.
    """
    word = tree.words[index]
    is_of_noun = index + 1 < len(tree) and tree.words[index + 1].feat("Case") == "Nom"
    is_full = word.feat("VerbForm") == "Part" and word.feat("Case") == "Nom"
    return is_full and word.rel.startswith("nsubj") and not is_of_noun


def _find_verbs_between(tree: SyntaxTree, one: int, other: int) -> list[int]:
    low, high = sorted((one, other))
    return [step for step in range(low + 1, high) if tree.is_finite(step)]


def _is_parted(tree: SyntaxTree, subject: int, verb: int) -> bool:
    """Say whether only a clause on the subject parts it."""
    return all(
        (subject in (*tree.ancestors(step),) and step != verb and verb not in tree.ancestors(step))
        or any(tree.words[up].rel.startswith("acl") for up in (step, *tree.ancestors(step)) if up != verb)
        for step in _find_verbs_between(tree, subject, verb)
    )


def _find_left(tree: SyntaxTree, index: int) -> int | None:
    """Return the nearest nominative before a verb in its own clause."""
    step = index
    while step > max(0, index - _MAX_WORDS_BACK):
        step -= 1
        word = tree.words[step]
        if tree.is_finite(step):
            relative = _find_relative_before(tree, step)
            if relative is None:
                return None
            step = relative
            continue
        if word.text == "," and tree.words[step + 1].pos == "CCONJ":
            return None  # «…, и пообещал»: the subject stands farther off
        if word.text in ";:" or word.text.lower() in ("что", "чтобы", "если", "когда"):
            return None
        if (
            word.text.lower().startswith("котор")
            and word.feat("Case") == "Acc"
            and tree.words[index].feat("Number") == "Plur"
        ):
            return None  # «…, которого часто называют лидером»: nobody is named
        if _is_title_of_other(tree, step) or _names_other_case(tree, step):
            continue
        if is_fronted_object(tree, step, index):
            continue
        if word.pos in _NOMINAL and _is_nominative(tree, step, index) and _agrees_in_number(tree, step, index):
            return _find_phrase_head(tree, step)
    return None


def _is_nominative(tree: SyntaxTree, noun: int, verb: int) -> bool:
    """Say whether a noun is in the nominative, or looks so.

    The tagger may take it for another case.
    """
    word = tree.words[noun]
    neuter = word.feat("Gender") == tree.words[verb].feat("Gender") == "Neut"
    if word.feat("Case") == "Nom" or (neuter and word.feat("Case") == "Acc"):
        return True
    return _is_bare_surname(tree, noun) or _is_leading_plural(tree, noun, verb)


def _is_leading_plural(tree: SyntaxTree, noun: int, verb: int) -> bool:
    """Say whether a leading plural was taken for a name.

    An example is «Мукомолы ждут …».
    """
    word = tree.words[noun]
    is_misread = noun == 0 and word.pos == "PROPN" and word.feat("Number") == "Sing" and word.text[-1] in "ыи"
    return is_misread and tree.words[verb].feat("Number") == "Plur"


def _is_bare_surname(tree: SyntaxTree, index: int) -> bool:
    """Say whether a man's name of one word has no ending.

    Example: «пообещал Бейсенов» is read as a dative, yet he promises.
    """
    word = tree.words[index]
    is_masculine = word.pos == "PROPN" and (word.feat("Gender"), word.feat("Number")) == ("Masc", "Sing")
    is_man = is_masculine and (word.feat("Animacy") == "Anim" or word.feat("Case") in _ENDED_CASES)
    is_alone = not tree.children(index) and tree.words[index].rel.split(":")[0] not in _INNER
    return is_man and is_alone and word.text[-1] in _CONSONANTS


def _find_inserted(tree: SyntaxTree, index: int) -> int | None:
    """Return the subject right behind an inserted verb.

    A sign parts the verb from the words before: «…, пишет „Вестник“».
    """
    if not is_inserted(tree, index):
        return None
    behind = _find_right(tree, index)
    if behind is not None and behind <= index + _MAX_WORDS_TO_INSERTED:
        return behind
    return _find_misread_behind(tree, index)


def is_inserted(tree: SyntaxTree, index: int) -> bool:
    """Say whether a sign parts a verb from the words before."""
    return tree.lower_at(index - 1) in (",", *DASHES)


def _find_misread_behind(tree: SyntaxTree, index: int) -> int | None:
    """Return the study or the quoted name behind an inserted verb.

    It is alike in nominative and accusative: «…, показали замеры», «…, узнал „Вестник“».
    """
    for step in range(index + 1, min(index + 1 + _MAX_WORDS_TO_INSERTED, len(tree))):
        word = tree.words[step]
        if word.pos in ("NOUN", "PROPN") and word.feat("Case") == "Acc":
            is_named = tree.lower_at(step - 1) in _OPENING and step == index + 2
            is_alike = word.feat("Gender") != "Fem" or word.feat("Number") == "Plur"
            is_subject = is_alike and (is_named or word.lemma in _STUDIES) and _agrees_in_number(tree, step, index)
            return step if is_subject else None
    return None


def _find_relative_before(tree: SyntaxTree, verb: int) -> int | None:
    """Return the relative pronoun whose clause a verb closes, or None."""
    for step in range(verb - 1, -1, -1):
        if tree.words[step].lemma == "который":
            return step
        if tree.words[step].text in ",;:" or tree.is_finite(step):
            return None
    return None


def _find_right(tree: SyntaxTree, index: int) -> int | None:
    """Return the nearest nominative behind a verb in its clause.

    Names in foreign letters count.
    """
    for step in range(index + 1, min(len(tree), index + 9)):
        word = tree.words[step]
        if tree.is_finite(step) or word.text in ",;:" or word.text.lower() in ("что", "чтобы"):
            return None
        foreign = (
            word.feat("Case") == ""
            and word.pos in ("PROPN", "X")
            and not any(tree.words[between].pos not in ("PUNCT", "NOUN") for between in range(index + 1, step))
        )
        if _is_title_of_other(tree, step) or _names_other_case(tree, step):
            continue
        if (
            word.pos in _NOMINAL
            and (foreign or _is_nominative(tree, step, index))
            and _agrees_in_number(tree, step, index)
        ):
            return _find_phrase_head(tree, step)
    return None


def _is_title_of_other(tree: SyntaxTree, index: int) -> bool:
    """Say whether a quoted word names a noun in another case.

    Example: «говорится в отчёте завода „Заря“».
    """
    noun = index - 2
    quoted = tree.lower_at(index - 1) in _OPENING and noun >= 0 and tree.words[noun].pos == "NOUN"
    return quoted and tree.words[noun].feat("Case") not in ("Nom", "")


def _names_other_case(tree: SyntaxTree, index: int) -> bool:
    """Say whether a name stands beside a noun in another case.

    Example: «дорогу до села Карасу отремонтируют».
    """
    word, head = tree.words[index], tree.words[tree.words[index].head]
    is_beside = word.rel == "appos" and word.head < index and head.pos == "NOUN" and word.feat("Animacy") != "Anim"
    return is_beside and head.feat("Case") in (*_ENDED_CASES, "Acc") and head.feat("Animacy") != "Anim"


def _agrees_in_number(tree: SyntaxTree, noun: int, verb: int) -> bool:
    """Say whether a noun agrees with a verb in number."""
    one, other = tree.words[noun].feat("Number"), tree.words[verb].feat("Number")
    return not one or not other or other in (one, "Plur")


def _find_phrase_head(tree: SyntaxTree, index: int) -> int:
    """Return the head of the phrase in whose tail a nominative stands.

    Example: «президент США Гарри Трумэн».
    """
    head = tree.words[index].head
    while head != ROOT and head < index and tree.words[index].rel.split(":")[0] in _INNER:
        if (
            tree.is_verb(head)
            or tree.words[head].feat("Case") not in ("Nom", "")
            or _find_verbs_between(tree, head, index)
        ):
            break
        index, head = head, tree.words[head].head
    return index


def _find_sharing_verb(tree: SyntaxTree, index: int) -> int | None:
    """Return the verb whose subject this one shares.

    It is that of an infinitive, a participle or a conjunct.
    """
    word = tree.words[index]
    head = word.head
    if word.feat("VerbForm") in ("Inf", "Conv") and head != ROOT and tree.words[head].pos in ("VERB", "ADJ"):
        return head
    for step in range(index - 1, -1, -1):
        if not tree.is_finite(step) or _find_relative_before(tree, step) is not None:
            continue
        if can_share_subject(tree, step, index) or _is_joined(tree, step, index):
            return step
    if word.feat("VerbForm") == "Conv":
        return next((step for step in range(index + 1, len(tree)) if tree.is_finite(step)), None)
    return None


def _is_joined(tree: SyntaxTree, verb: int, other: int) -> bool:
    """Find «вину признала, но просит …»."""
    if tree.lower_at(other - 1) not in _JOINING or any(tree.is_finite(step) for step in range(verb + 1, other)):
        return False
    one, two = tree.words[verb], tree.words[other]
    is_third = one.feat("Person") in ("", "3") and two.feat("Person") in ("", "3")
    return is_third and one.feat("Number") == two.feat("Number")


def can_share_subject(tree: SyntaxTree, verb: int, other: int) -> bool:
    """Say whether two verbs can have one subject: by number and gender."""
    one, two = tree.words[verb], tree.words[other]
    if two.feat("VerbForm") in ("Conv", "Inf"):
        return True
    same = all(
        not one.feat(name) or not two.feat(name) or one.feat(name) == two.feat(name)
        for name in ("Number", "Gender", "Tense")
    )
    return same and one.pos in ("VERB", "ADJ", "AUX")


def agree_in_person(tree: SyntaxTree, cue: int, verb: int) -> bool:
    """Say whether two verbs can have one subject, whatever their tense."""
    one, two = tree.words[cue], tree.words[verb]
    return one.feat("Number") == two.feat("Number") and (one.feat("Person") or "3") == two.feat("Person")
