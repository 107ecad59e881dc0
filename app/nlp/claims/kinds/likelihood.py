"""Predicates that say how likely something is.

«есть шансы выйти в финал», «следует ожидать роста», «рост неизбежен», «повышения не избежать».
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives, read_words
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import on_pattern
from app.nlp.claims.syntax.tree import SyntaxTree

_CHANCES = read_words("claims/chance_nouns")
_DANGERS = read_words("claims/danger_nouns")
_EXISTING = read_words("claims/existing_verbs")
_DEGREES = read_words("claims/degree_words")
"""How great a chance is: «велика», «нет»."""
_EXPECTING = read_words("claims/expecting_verbs")
_MODALS = read_words("claims/expecting_words")
"""What makes an infinitive of expecting the paper's own: «стоит ждать»."""
_CERTAIN = read_words("claims/certain_words")
_POSSIBLE = ("возможен", "возможна", "возможно", "возможны")
_HAPPENINGS = read_words("claims/happening_nouns")
_UNAVOIDED = ("избежать", "миновать")
_MAX_WORDS_BESIDE = 6
_MAX_INSERTED = 3
_PATTERN = re.compile(rf"\b(?:{read_alternatives('claims/likelihood_stems')})")

LIKELIHOODS = on_pattern(_PATTERN)
"""A word that may say how likely something is."""


def find_likelihoods(segment: ParsedSegment) -> list[int]:
    """Return the words that tell how likely something is.

    They stand in main clauses, and need be no verbs: «повышения не избежать», «можно ожидать роста».
    """
    tree = segment.tree
    if _PATTERN.search(segment.text[tree.span.start : tree.span.stop].lower()) is None:
        return []
    return [index for index in range(len(tree)) if _is_likelihood(segment, index) and tree.is_main(index)]


def _is_likelihood(segment: ParsedSegment, index: int) -> bool:
    tree = segment.tree
    return (
        _has_chance(tree, index)
        or (is_expecting(tree, index) and _has_expected(tree, index))
        or _is_certain(tree, index)
        or _is_possible(segment, index)
    )


def tells_likelihood(segment: ParsedSegment, index: int) -> bool:
    """Say whether a predicate tells how likely something is.

    An infinitive under it may do so: «стоит ждать роста»."""
    tree = segment.tree
    if _PATTERN.search(segment.text[tree.span.start : tree.span.stop].lower()) is None:
        return False
    acts = [child for child in tree.children(index) if tree.is_infinitive(child)]
    return any(_is_likelihood(segment, step) for step in (index, *acts))


def is_expecting(tree: SyntaxTree, index: int) -> bool:
    """Find the infinitive of «стоит ждать», «можно предположить», «не приходится рассчитывать»."""
    if tree.words[index].lemma not in _EXPECTING or not tree.is_infinitive(index):
        return False
    return any(tree.lower_at(step) in _MODALS for step in _find_beside(tree, index))


def is_guessed(tree: SyntaxTree, index: int) -> bool:
    """Find «не исключено, что …»: the predicate alone tells a guess."""
    is_open = tree.lower_at(index).startswith("исключ") and tree.lower_at(index - 1) == "не"
    return is_open and _is_short(tree, index) and (tree.lower_at(index + 1), tree.lower_at(index + 2)) == (",", "что")


def _has_chance(tree: SyntaxTree, index: int) -> bool:
    """Find «есть все шансы выйти», «сохраняется риск подтопления», «шансы на победу невелики».

    «Шансов выйти нет» foresees, «угрозы подтопления нет» states.
    """
    word = tree.words[index]
    is_degree = tree.lower_at(index) in _DEGREES
    if not is_degree and (word.lemma not in _EXISTING or word.feat("Tense") != "Pres"):
        return False
    if any(tree.lower_at(child).startswith(("был", "стал", "ли")) for child in tree.children(index)):
        return False
    known = _CHANCES - _DANGERS if tree.lower_at(index) == "нет" else _CHANCES
    nouns = [step for step in _find_beside(tree, index) if tree.words[step].lemma in known]
    return any(_is_of_something(tree, noun) for noun in nouns)


def _is_of_something(tree: SyntaxTree, noun: int) -> bool:
    """Say whether a chance has an act or a thing behind it."""
    behind = tree.words[min(noun + 1, len(tree) - 1)]
    return (
        tree.is_infinitive(noun + 1 if noun + 1 < len(tree) else noun)
        or tree.lower_at(noun + 1) in ("на", "для")
        or (behind.feat("Case") == "Gen" and behind.pos in ("NOUN", "ADJ", "DET", "PROPN"))
    )


def _has_expected(tree: SyntaxTree, index: int) -> bool:
    """Say whether a noun tells what is expected.

    It is in the genitive, or stands behind «на»: «ждать автобус» and «ждать друга» are no forecasts.
    """
    for step in _find_beside(tree, index):
        word = tree.words[step]
        if word.pos == "NOUN" and word.head in (index, tree.words[index].head) and word.feat("Animacy") != "Anim":
            cases = [tree.lower_at(child) for child in tree.children(step, "case")]
            if cases == ["на"] or (not cases and word.feat("Case") == "Gen"):
                return True
    return False


def _is_certain(tree: SyntaxTree, index: int) -> bool:
    """Find «рост неизбежен», «не исключены задержки», «повышения не избежать»."""
    low = tree.lower_at(index)
    if low.startswith("исключ"):
        is_open = tree.lower_at(index - 1) == "не" and tree.lower_at(index + 1) != ","
        return is_open and tree.is_finite(index) and _is_short(tree, index)
    if tree.words[index].lemma in _UNAVOIDED:
        is_root = tree.words[index].head < 0 and tree.is_infinitive(index)
        return is_root and tree.lower_at(index - 1) == "не" and not tree.children(index, "aux", "cop")
    return low in _CERTAIN and not any(tree.lower_at(child).startswith("был") for child in tree.children(index))


def _is_short(tree: SyntaxTree, index: int) -> bool:
    """Tell «не исключены», «не исключаются» from «не исключают»."""
    word = tree.words[index]
    return word.feat("Variant") == "Short" or (tree.lower_at(index).endswith("ся") and word.feat("Tense") == "Pres")


def _is_possible(segment: ParsedSegment, index: int) -> bool:
    """Find «возможны заторы», «9 мая возможны грозы», not «оплата возможна картой»."""
    tree = segment.tree
    if tree.lower_at(index) not in _POSSIBLE or tree.words[index].pos == "ADV":
        return False
    subjects = [child for child in tree.children(index, "nsubj") if tree.words[child].pos == "NOUN"]
    return any(tree.words[child].lemma in _HAPPENINGS for child in subjects)


def _find_beside(tree: SyntaxTree, index: int) -> list[int]:
    """Return the words beside a word, up to the next signs.

    Inserted words are passed over: «обвала, впрочем, ждать не стоит».
    """
    found: list[int] = []
    for way in (-1, 1):
        step = index + way
        while 0 <= step < len(tree) and abs(step - index) <= _MAX_WORDS_BESIDE:
            if tree.words[step].text == ",":
                step = _pass_inserted(tree, step, way)
            elif tree.words[step].text in ";:—–":
                break
            else:
                found.append(step)
                step += way
    return found


def _pass_inserted(tree: SyntaxTree, comma: int, way: int) -> int:
    """Return the step behind words between two commas, or -1."""
    step = comma + way
    while 0 <= step < len(tree) and tree.words[step].pos in ("ADV", "PART") and abs(step - comma) <= _MAX_INSERTED:
        step += way
    is_closed = step != comma + way and 0 <= step < len(tree) and tree.words[step].text == ","
    return step + way if is_closed else -1
