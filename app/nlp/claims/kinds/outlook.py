"""How a predicate looks ahead: the future, plans, «может вырасти»."""

from __future__ import annotations

from app.core.text.word_lists import read_entries, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.syntax.awaiting import awaits_somebody, befalls, befalls_thing
from app.nlp.claims.syntax.subjects import has_own_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_IMPERSONAL_PLANS = read_entries("claims/impersonal_plans")
"""Words of planning that name no planner."""
_BEFORE_INFINITIVE = read_entries("claims/verbs_before_infinitive")
"""Words of planning that plan nothing without an infinitive."""
_BIASPECTUAL = read_words("claims/biaspectual_verbs")
_PREPARED = read_words("claims/prepared_nouns")
_PREPARING = "готовить"
_ACT_ENDINGS = ("ение", "ание", "ация", "изация")
"""What nouns of acts end in: «готовит повышение цен»."""
_MAX_WORDS_TO_INFINITIVE = 7
_HOPING = "надеяться"
_RISKING = "рисковать"
_REMAINING = "оставаться"
_COMING = read_words("claims/coming_verbs")
_COMING_SUBJECTS = read_words("claims/coming_subjects")
_ONLY = ("только", "лишь")
_ABLE = ("способный", "способен")
_AIMS = read_entries("claims/aim_nouns")
_AIMING = read_words("claims/aiming_verbs")
_AIMED = "нацел"
_PROMISING = read_words("claims/promising_verbs")
_WARRANTED = "гарантироваться"
_MUST = ("должен", "должный")


def find_outlook(tree: SyntaxTree, index: int, lexicon: ReportingLexicon) -> ClaimLabel | None:
    """Return "promise" for planning, "forecast" for another outlook, else None."""
    word = tree.words[index]
    if word.lemma in lexicon.planning_words and is_current(tree, index) and _plans_act(tree, index):
        return (
            ClaimLabel.FORECAST
            if word.lemma in _IMPERSONAL_PLANS or counts_on(tree, index, lexicon)
            else ClaimLabel.PROMISE
        )
    if has_aim(tree, index) or is_promised(tree, index):
        return ClaimLabel.PROMISE
    return ClaimLabel.FORECAST if is_future(tree, index) or _points_ahead(tree, index) else None


def _plans_act(tree: SyntaxTree, index: int) -> bool:
    """Tell «собирается уйти» from «собираются команды», «хочет выступить» from «хочет чаю».

    «нацелен на рост» needs no infinitive.
    """
    if tree.words[index].lemma == _PREPARING:
        objects = [tree.words[child].lemma for child in tree.children(index, "obj")]
        return any(lemma in _PREPARED or lemma.endswith(_ACT_ENDINGS) for lemma in objects)
    if tree.words[index].lemma not in _BEFORE_INFINITIVE:
        return True
    near = (*tree.children(index), *range(index + 1, min(index + _MAX_WORDS_TO_INFINITIVE, len(tree))))
    is_aimed = tree.words[index].lemma.startswith(_AIMED) and any(tree.lower_at(step) == "на" for step in near)
    return is_aimed or any(tree.is_infinitive(step) for step in near)


def has_aim(tree: SyntaxTree, index: int) -> bool:
    """Find «ставит цель сократить …» and «перед клубом стоит задача выйти …»."""
    word = tree.words[index]
    if word.lemma not in _AIMING or word.feat("Tense") == "Past":
        return False
    nouns = [child for child in tree.children(index, "obj", "nsubj") if tree.words[child].lemma in _AIMS]
    return any(tree.is_infinitive(child) for noun in nouns for child in range(noun + 1, min(noun + 4, len(tree))))


def is_ready(tree: SyntaxTree, index: int) -> bool:
    """Find «готов выделить»; «готов» alone is a state."""
    word = tree.words[index]
    if word.lemma not in ("готовый", "готов") or word.feat("Case") or is_past(tree, index):
        return False
    return all(tree.lower_at(step) != "не" for step in range(index)) and any(
        tree.is_infinitive(child) for child in tree.children(index)
    )


def is_promised(tree: SyntaxTree, index: int) -> bool:
    """Find «победителям обещаны призы», where nobody promises and nothing is past."""
    word = tree.words[index]
    if word.lemma == _WARRANTED and word.feat("Tense") == "Pres":
        return True
    is_short = word.feat("Voice") == "Pass" and word.feat("VerbForm") == "Part" and not word.feat("Case")
    if not is_short or word.lemma not in _PROMISING or is_past(tree, index):
        return False
    return all(tree.words[child].feat("Case") != "Ins" for child in tree.children(index))


def counts_on(tree: SyntaxTree, index: int, lexicon: ReportingLexicon) -> bool:
    """Find «рассчитывает на медали», «надеется получить грант», which befalls one.

    «рассчитывает победить», «надеется сыграть» are plans.
    """
    acts = [child for child in tree.children(index) if tree.is_infinitive(child)]
    if tree.words[index].lemma == _HOPING:
        return any(tree.words[act].lemma in lexicon.event_verbs for act in acts)
    return tree.words[index].lemma == "рассчитывать" and not acts


def is_future(tree: SyntaxTree, index: int) -> bool:
    """Say whether a verb stands in the future.

    It has a perfective form, or is or has «будет».
    """
    word = tree.words[index]
    if word.feat("VerbForm") == "Fin" and (word.feat("Tense") == "Fut" or _is_will(tree, index)):
        return True
    if word.feat("Tense") == "Pres" and word.feat("Number") == "Plur" and _is_to_be_done(tree, index):
        return True
    return any(_is_will(tree, child) for child in tree.children(index, "aux", "cop"))


def _is_to_be_done(tree: SyntaxTree, index: int) -> bool:
    """Find plans such as «парк реконструируют», which name nobody.

    The present form is also the future form.
    """
    word = tree.words[index]
    return word.feat("VerbForm") == "Fin" and word.lemma in _BIASPECTUAL and not has_own_subject(tree, index)


def is_current(tree: SyntaxTree, index: int) -> bool:
    """Say whether a predicate is not in the past."""
    word = tree.words[index]
    return word.feat("Tense") != "Past" or (word.feat("VerbForm") == "Part" and not is_past(tree, index))


def is_duty(tree: SyntaxTree, index: int) -> bool:
    """Say whether «должен» at `index` sets a rule.

    Example: «не должен превышать», «должны быть», not «должны снизиться».
    """
    lasting = any(
        tree.is_infinitive(step) and tree.words[step].feat("Aspect") == "Imp" for step in _find_governed(tree, index)
    )
    lasting = lasting or "быть" in (tree.lower_at(index + 1), tree.lower_at(index + 2))
    return tree.lower_at(index - 1) == "не" or (lasting and not _has_perfective(tree, index))


def is_must(tree: SyntaxTree, index: int) -> bool:
    """Say whether a word is «должен», not in the past."""
    return tree.words[index].lemma in _MUST and not is_past(tree, index)


def _points_ahead(tree: SyntaxTree, index: int) -> bool:
    """Say whether a predicate of the present points ahead.

    Example: «может вырасти», «должен открыться», «грозит», «водителей ждёт штраф», «рискует потерять».
    """
    lemma = tree.words[index].lemma
    if lemma in ("мочь", "смочь"):
        return (
            is_current(tree, index)
            and tree.lower_at(index - 1) != "не"
            and (_has_perfective(tree, index) or has_passive(tree, index) or _is_threat(tree, index))
        )
    if lemma in _MUST:
        return is_must(tree, index) and _has_perfective(tree, index)
    if lemma in _ABLE:
        return is_current(tree, index) and befalls(tree, index)
    if befalls_thing(tree, index):
        return is_current(tree, index)
    if lemma == _RISKING:
        return is_current(tree, index) and any(tree.is_infinitive(child) for child in tree.children(index))
    return (lemma == "грозить" and is_current(tree, index)) or awaits_somebody(tree, index) or _is_coming(tree, index)


def _is_coming(tree: SyntaxTree, index: int) -> bool:
    """Find «дело идёт к банкротству», and what remains to be done."""
    if tree.words[index].lemma in _COMING and tree.words[index].feat("Tense") == "Pres":
        return tree.lower_at(index - 1) in _COMING_SUBJECTS and tree.lower_at(index + 1) in ("к", "ко")
    return _remains(tree, index)


def _remains(tree: SyntaxTree, index: int) -> bool:
    """Find «команде остаётся сыграть два матча», not «остаётся только ждать»."""
    is_left = tree.words[index].lemma == _REMAINING and is_current(tree, index)
    return is_left and tree.lower_at(index + 1) not in _ONLY and _has_perfective(tree, index)


def _has_perfective(tree: SyntaxTree, index: int) -> bool:
    """Say whether a modal word has a perfective infinitive.

    Such a one is for what happens once, not for what is possible all the time.
    """
    return any(
        tree.is_infinitive(step) and tree.words[step].feat("Aspect") == "Perf" for step in _find_governed(tree, index)
    )


def has_passive(tree: SyntaxTree, index: int) -> bool:
    """Find «может быть подписано».

    «Может быть достигнуто только путём …» is a condition.
    """
    passives = [step for step in _find_governed(tree, index) if tree.words[step].feat("Voice") == "Pass"]
    return any(
        tree.lower_at(step + 1) != "только" and any(tree.lower_at(child) == "быть" for child in tree.children(step))
        for step in passives
    )


def _is_threat(tree: SyntaxTree, index: int) -> bool:
    """Find «может грозить»."""
    return any(tree.lower_at(step) in ("грозить", "угрожать") for step in _find_governed(tree, index))


def _find_governed(tree: SyntaxTree, index: int) -> list[int]:
    """Return the words that a modal word can rule."""
    head = tree.words[index].head
    return [*tree.children(index), *([head] if head >= 0 else [])]


def _is_will(tree: SyntaxTree, index: int) -> bool:
    return tree.lower_at(index).startswith("буд") and tree.words[index].lemma == "быть"


def is_past(tree: SyntaxTree, index: int) -> bool:
    """Say whether a predicate has «был» beside it."""
    return any(tree.lower_at(child).startswith("был") for child in tree.children(index))
