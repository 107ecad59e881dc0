"""Where the content of a claim begins and ends."""

from __future__ import annotations

from collections.abc import Collection

from app.core.span import Span
from app.core.text.word_lists import read_entries, read_table, read_words
from app.nlp.claims.syntax.subjects import agree_in_person, can_share_subject, has_own_subject
from app.nlp.claims.syntax.tree import RELATIVES, SyntaxTree

_BREAKS = (",", ";", "и", "а", "но", "однако", "—", "–", "-")
_CONJUNCTIONS = ("что", "чтобы", "будто", "якобы")
_ADVERSATIVES = ("однако", "но", "а", "хотя", "зато")
_OPPOSING = read_words("claims/opposing_words")
_LIGHT = read_words("claims/light_verbs")
_REASONS = read_entries("claims/reason_nouns")
"""Nouns before «того, что» with which no verb reports."""
_CONJUNCTION_HEADS = tuple(tuple(phrase.split()) for phrase in read_entries("claims/conjunction_heads"))
"""Words before «, что» that are a conjunction with it."""
_CLAUSE_PREPOSITIONS = read_table("claims/clause_prepositions")
_MEANWHILE = (("в", "то", "время"), ("тогда", "как"), ("между", "тем", "как"))
_MAX_WORDS_TO_CLAUSE = 22
"""How many words can stand between a verb and the clause that it reports."""


def find_that_clause(tree: SyntaxTree, cue: int) -> int | None:
    """Return the first word of the clause with «что», or None.

    `cue` governs the clause.
    """
    for index in range(cue + 1, min(cue + _MAX_WORDS_TO_CLAUSE, len(tree) - 1)):
        word = tree.lower_at(index)
        if word in _CONJUNCTIONS and (tree.lower_at(index - 1) in (",", "-", "—", "–") or index == cue + 1):
            is_other = _is_of_reason(tree, index, cue) or tree.lower_at(index + 1) == "касается"
            return None if is_other else index + 1
        if word in (":", ".", ";", "как", "когда", "если") or _stands_between(tree, index, cue):
            return None
    return None


def _is_of_reason(tree: SyntaxTree, that: int, cue: int) -> bool:
    """Say whether «что» belongs to «потому что» and the like.

    Others are «из-за того, что», «после того, что», but not «исходит из того, что», where the verb governs the
    preposition.
    """
    if tree.lower_at(that - 3) == _CLAUSE_PREPOSITIONS.get(tree.words[cue].lemma):
        return False
    if any(_ends_with(tree, that - 1, phrase) for phrase in _CONJUNCTION_HEADS):
        return True
    if tree.lower_at(that - 2) not in ("того", "потому", "тому", "этого"):
        return tree.lower_at(that - 1) == "потому"
    if tree.lower_at(that - 2) == "потому" or tree.words[that - 3].pos == "ADP":
        return True
    return that > 2 and tree.lower_at(that - 3) in _REASONS


def _ends_with(tree: SyntaxTree, stop: int, phrase: tuple[str, ...]) -> bool:
    """Say whether a phrase stands right before `stop`."""
    return all(tree.lower_at(stop - len(phrase) + step) == word for step, word in enumerate(phrase))


def _stands_between(tree: SyntaxTree, index: int, cue: int) -> bool:
    """Say whether a finite verb stands at `index`.

    Verbs in relative clauses do not count.
    """
    if not tree.is_finite(index) or tree.words[index].pos == "ADJ":
        return False
    return not any(tree.words[up].rel.startswith("acl") for up in (index, *tree.ancestors(index)) if up > cue)


def find_clause_stop(tree: SyntaxTree, start: int, cue: int, *, is_clause: bool, cues: Collection[int] = ()) -> int:
    """Return the index after the last word of the content.

    It begins at `start` and is governed by `cue`.

    Content that is a clause can go on in further clauses, up to one that reports by itself with one of the verbs at
    `cues`; a noun or an infinitive (`is_clause` False) cannot.
    """
    for index in range(start + 1, len(tree)):
        before = tree.lower_at(index - 1)
        if before not in _BREAKS:
            continue
        if before in ("и", "а", "но") and goes_on_from_cue(tree, index, start, cue):
            return index - 1
        if _leaves_content(tree, index, start, cue) or (before == "," and _reports_itself(tree, index, cue, cues)):
            return index - 1
        if before == "," and (_opposes(tree, index, cues) or _answers_condition(tree, index, cue)):
            return index - 1
        if before == "," and not is_clause and any(_ends_with(tree, index + len(words), words) for words in _MEANWHILE):
            return index - 1
        if (before == "," or (not is_clause and before in ("и", "а", "но"))) and _begins_main(
            tree, index, cue, is_clause
        ):
            return index - 1
    return len(tree)


def goes_on_from_cue(tree: SyntaxTree, index: int, start: int, cue: int) -> bool:
    """Say whether a verb behind «и» continues the cue.

    It has the subject of the cue: «заявил, что дела закрыты, и попросил …». It agrees with the cue, and a comma before
    «и» closes the clause, or it does not agree with the predicate before it. Where a comma closes it, the tense can
    change: «сообщил, что дом готов, и собирается переехать».
    """
    verb = next((step for step in range(index, min(index + 3, len(tree))) if tree.is_finite(step)), None)
    own = next((step for step in range(index - 1, start - 1, -1) if tree.is_finite(step)), None)
    if verb is None or own is None or tree.words[cue].pos not in ("VERB", "ADJ"):
        return False
    if any(tree.words[step].pos not in ("ADV", "PART") for step in range(index, verb)) or has_own_subject(tree, verb):
        return False
    commas = [step for step in range(start, index) if tree.lower_at(step) == ","]
    closes_clause = commas == [index - 2]
    if tree.words[verb].feat("Tense") != "Past" and tree.words[verb].feat("Variant") != "Short":
        is_present = tree.words[verb].feat("Tense") == "Pres" and tree.lower_at(index - 1) == "и"
        return closes_clause and is_present and agree_in_person(tree, cue, verb)
    return can_share_subject(tree, cue, verb) and (closes_clause or not can_share_subject(tree, own, verb))


def _reports_itself(tree: SyntaxTree, index: int, cue: int, cues: Collection[int]) -> bool:
    """Say whether a clause begins that reports in the tense of `cue`.

    Example: «говорят, что …, а другие пишут, что …».
    """
    for step in range(index, len(tree)):
        if (
            tree.words[step].pos == "SCONJ"
            or tree.lower_at(step) in (",", ";", ":")
            or tree.words[step].lemma in RELATIVES
        ):
            return False
        if tree.is_finite(step):
            same = tree.words[step].feat("Tense") == tree.words[cue].feat("Tense")
            return step in cues and same and find_that_clause(tree, step) is not None
    return False


def _opposes(tree: SyntaxTree, index: int, cues: Collection[int]) -> bool:
    """Say whether somebody else answers.

    «заявил, что закон нужен, однако оппозиция видит в нём угрозу».
    """
    if tree.lower_at(index) not in _ADVERSATIVES:
        return False
    verb = next((step for step in range(index + 1, len(tree)) if tree.is_finite(step)), None)
    if verb is None or any(tree.words[step].text in ",;:" for step in range(index + 1, verb)):
        return False
    subject = next((child for child in tree.children(verb, "nsubj") if index < child), None)
    if subject is None or tree.words[subject].pos not in ("NOUN", "PROPN"):
        return False
    lemma = tree.words[verb].lemma
    return (verb in cues and lemma not in _LIGHT) or lemma in _OPPOSING


def _answers_condition(tree: SyntaxTree, index: int, cue: int) -> bool:
    """Find «то» of «если министр выступал за налог, то …»."""
    return tree.lower_at(index) == "то" and tree.lower_at(0) in ("если", "раз") and _is_subordinate(tree, cue)


def _begins_main(tree: SyntaxTree, index: int, cue: int, is_clause: bool) -> bool:
    """Say whether a main clause begins behind a comma.

    Its words tell, not the parser's arcs.
    """
    if is_clause and not _is_subordinate(tree, cue):
        return False
    if tree.lower_at(index) in ("и", "или") and is_clause:
        return False
    for step in range(index, len(tree)):
        word = tree.words[step]
        if word.pos == "SCONJ" or word.text in ",;:(" or word.lemma in RELATIVES:
            return False
        if word.feat("VerbForm") in ("Conv", "Part", "Inf") and not tree.is_finite(step):
            return False
        if tree.is_finite(step) and not (word.text == "есть" and tree.lower_at(step - 1) == "то"):
            return word.rel.split(":")[0] in ("root", "conj", "parataxis") or not is_clause
    return False


def _is_subordinate(tree: SyntaxTree, cue: int) -> bool:
    """Say whether the clause that reports is subordinate itself.

    It has «поскольку», «хотя», «если» at the sentence's beginning.
    """
    return (
        tree.words[0].pos == "SCONJ"
        and tree.lower_at(0) not in ("что", "как")
        and not any(tree.is_finite(step) for step in range(cue))
    )


def _leaves_content(tree: SyntaxTree, index: int, start: int, cue: int) -> bool:
    """Say whether the words from `index` on leave the content.

    They belong to the clause of `cue`.
    """
    chain = [index, *tree.ancestors(index)]
    if any(start <= link < index for link in chain):
        return False
    top = next((link for link in reversed(chain) if link >= index), index)
    word, head = tree.words[top], tree.words[cue]
    above = [link for link in chain if link < start]
    if not above:
        return False
    if word.feat("VerbForm") == "Conv":
        return word.head == cue
    if word.head == cue and word.rel == "conj":
        return tree.is_finite(top) and word.feat("Tense") == head.feat("Tense") and word.pos == head.pos
    if cue in above or above[0] == cue:
        return False
    return word.rel == "conj" and tree.is_finite(top)


def words_to_span(tree: SyntaxTree, start: int, stop: int) -> Span:
    """Return the span of the words `start` … `stop` - 1."""
    return Span(tree.words[start].span.start, tree.words[max(start, stop - 1)].span.stop)


def find_phrase_start(tree: SyntaxTree, head: int, after: int) -> int:
    """Return where the unbroken run of `head`'s words begins.

    It begins behind `after`.
    """
    members = tree.subtree(head)
    first = head
    while first - 1 > after and (first - 1 in members or tree.words[first - 1].text in '«"„'):
        first -= 1
    return first
