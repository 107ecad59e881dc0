"""How a predicate looks ahead: the future, a word of planning, «может вырасти», «должен открыться»."""

from __future__ import annotations

from app.nlp.claims.cues.reporting_lexicon import Lexicon
from app.nlp.claims.syntax.tree import Tree

_EXPECTED = ("ожидаться", "предстоять", "предполагаться", "прогнозироваться")
"""Words of planning that name no planner."""
_MUST = ("должен", "должный")


def outlook_of(tree: Tree, index: int, lexicon: Lexicon) -> str | None:
    """Return "promise" for a word of planning, "forecast" for another predicate that looks ahead, else None."""
    word = tree.words[index]
    if word.lemma in lexicon.plans and is_current(tree, index):
        return "forecast" if word.lemma in _EXPECTED or _counts_on(tree, index) else "promise"
    return "forecast" if is_future(tree, index) or _points_ahead(tree, index) else None


def _counts_on(tree: Tree, index: int) -> bool:
    """Tell «рассчитывает на пять медалей» from «рассчитывает победить»."""
    is_counting = tree.words[index].lemma == "рассчитывать"
    return is_counting and not any(tree.is_infinitive(child) for child in tree.children(index))


def is_future(tree: Tree, index: int) -> bool:
    """Say whether a verb stands in the future: a perfective form, or «будет» that it is or has."""
    word = tree.words[index]
    if word.feat("VerbForm") == "Fin" and (word.feat("Tense") == "Fut" or _is_will(tree, index)):
        return True
    return any(_is_will(tree, child) for child in tree.children(index, "aux", "cop"))


def is_current(tree: Tree, index: int) -> bool:
    """Say whether a predicate is not in the past."""
    word = tree.words[index]
    return word.feat("Tense") != "Past" or (word.feat("VerbForm") == "Part" and not _was(tree, index))


def is_duty(tree: Tree, index: int) -> bool:
    """Say whether «должен» at `index` sets a rule: «не должен превышать», «должны быть», not «должны снизиться»."""
    lasting = any(tree.is_infinitive(step) and tree.words[step].feat("Aspect") == "Imp" for step in _ruled(tree, index))
    lasting = lasting or "быть" in (tree.lower(index + 1), tree.lower(index + 2))
    return tree.lower(index - 1) == "не" or (lasting and not _has_perfective(tree, index))


def is_must(tree: Tree, index: int) -> bool:
    """Say whether a word is «должен», not in the past."""
    return tree.words[index].lemma in _MUST and not _was(tree, index)


def _points_ahead(tree: Tree, index: int) -> bool:
    """Say whether a predicate of the present points ahead: «может вырасти», «должен открыться», «грозит»."""
    lemma = tree.words[index].lemma
    if lemma in ("мочь", "смочь"):
        return (
            is_current(tree, index)
            and tree.lower(index - 1) != "не"
            and (_has_perfective(tree, index) or _has_passive(tree, index))
        )
    if lemma in _MUST:
        return is_must(tree, index) and _has_perfective(tree, index)
    return lemma == "грозить" and is_current(tree, index)


def _has_perfective(tree: Tree, index: int) -> bool:
    """Say whether a modal word has a perfective infinitive: what happens once, not what is possible all the time."""
    return any(tree.is_infinitive(step) and tree.words[step].feat("Aspect") == "Perf" for step in _ruled(tree, index))


def _has_passive(tree: Tree, index: int) -> bool:
    """Find «может быть подписано»; «может быть достигнуто только путём …» is a condition."""
    passives = [step for step in _ruled(tree, index) if tree.words[step].feat("Voice") == "Pass"]
    return any(
        tree.lower(step + 1) != "только" and any(tree.lower(child) == "быть" for child in tree.children(step))
        for step in passives
    )


def _ruled(tree: Tree, index: int) -> list[int]:
    """Return the words that a modal word can rule."""
    head = tree.words[index].head
    return [*tree.children(index), *([head] if head >= 0 else [])]


def _is_will(tree: Tree, index: int) -> bool:
    return tree.lower(index).startswith("буд") and tree.words[index].lemma == "быть"


def _was(tree: Tree, index: int) -> bool:
    return any(tree.lower(child).startswith("был") for child in tree.children(index))
