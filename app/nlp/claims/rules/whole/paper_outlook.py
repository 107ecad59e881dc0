"""The paper's own voice: a plan or forecast without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.cues.back_references import points_back
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.triggers import FUTURE_VERBS, on_pattern
from app.nlp.claims.draft import Draft, cut_pieces
from app.nlp.claims.kinds.likelihood import LIKELIHOODS, find_likelihoods, is_expecting
from app.nlp.claims.kinds.outlook import counts_on, find_outlook, has_aim, is_promised, is_ready
from app.nlp.claims.kinds.prospects import ANNOUNCEMENTS, BEGINNINGS, SCHEDULES, has_prospect
from app.nlp.claims.rules.rule_kinds import SegmentRule
from app.nlp.claims.rules.whole.bare_terms import TERMS, find_term
from app.nlp.claims.rules.whole.outlook_extent import find_extent
from app.nlp.claims.speakers.general_nouns import is_organisation_word
from app.nlp.claims.speakers.speaker_phrase import find_speaking_place
from app.nlp.claims.speakers.speaking_places import cut_speaking_place
from app.nlp.claims.syntax.clause_bounds import find_that_clause, goes_on_from_cue, words_to_span
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import DASHES, QUESTION_WORDS, RELATIVES, SyntaxTree

_PLAN = re.compile(rf"\b(?:{read_alternatives('claims/outlook_words')})")
_BIASPECTUAL = re.compile(
    rf"\b(?:{'|'.join(word.removesuffix('овать') for word in read_entries('claims/biaspectual_verbs'))})уют\b"
)
_PLAN_NOUNS = read_entries("claims/plan_nouns")
_LIKELY = read_entries("claims/likely_words")
_MEANING = read_entries("claims/meaning_verbs")
_IMPERSONAL_CUES = read_entries("claims/impersonal_cues")
_AIMS = read_entries("claims/aim_nouns")
_PLOTS = read_entries("claims/plot_words")
_MAX_TOPIC_WORDS = 5
_REMARK_WORDS = 2
"""How many words «Что важно, …» begins with."""
_IN_PLANS = ("планах", "планов")
_MIN_WORDS = 3
"""Words that say something of the future: a verb, who and what."""


def _find_in_segment(segment: ParsedSegment, _before: Span | None) -> Iterator[Draft]:
    """Yield the plans and forecasts of a segment.

    One claim is the sentence, or the clauses that look ahead.
    """
    tree = segment.tree
    if points_back(segment.text, tree.span):
        return
    if not tree.words or tree.words[-1].text == "?" or _is_question(tree) or _is_no_outlook(tree):
        return
    heads = [index for index in range(len(tree)) if tree.is_finite(index) and _is_head(segment, index)]
    heads = [index for index in heads if not _is_in_title(tree, index)]
    ahead = [(index, kind) for index in heads if (kind := _find_paper_outlook(segment, index))]
    likely = [index for index in find_likelihoods(segment) if not _is_personal(tree, index)]
    ahead = sorted({**dict.fromkeys(likely, ClaimLabel.FORECAST), **dict(ahead)}.items())
    if ahead:
        telling = [index for index in heads if find_cue(segment, index) is not None]
        first, stop = find_extent(tree, heads, [index for index, _ in ahead], telling)
        kind = ClaimLabel.PROMISE if _is_planned(tree) else ahead[0][1]
        first = _skip_connectives(segment, first, ahead[0][0])
        first = _skip_topic(tree, _skip_that(tree, _skip_address(tree, first, ahead[0][0]), ahead[0][0]))
        yield from _make_draft(segment, first, stop, kind, ahead[0][0])
    elif (plans := _find_plans(tree, heads)) is not None:
        yield from _make_draft(segment, plans, len(tree), ClaimLabel.PROMISE)
    elif not heads and _names_aim(tree):
        yield from _make_draft(segment, 0, len(tree), ClaimLabel.PROMISE)
    elif (term := find_term(segment, heads)) is not None:
        yield from _make_draft(segment, *term, ClaimLabel.FORECAST)
    else:
        yield from _find_likely(segment)


def _is_head(segment: ParsedSegment, index: int) -> bool:
    """Say whether a predicate is that of a main clause.

    So is «намерен» of «считает, что команда готова, и намерен играть».
    """
    return segment.tree.is_main(index) or _find_cue_before(segment, index) is not None


def _find_cue_before(segment: ParsedSegment, index: int) -> int | None:
    """Return the cue whose subject a predicate behind «, и» shares."""
    tree = segment.tree
    if tree.lower_at(index - 1) != "и" or tree.lower_at(index - 2) != ",":
        return None
    cues = (step for step in range(index - 2) if find_cue(segment, step) is not None)
    clauses = ((cue, find_that_clause(tree, cue)) for cue in cues)
    found = (cue for cue, start in clauses if start is not None and goes_on_from_cue(tree, index, start, cue))
    return next(found, None)


def _is_in_title(tree: SyntaxTree, index: int) -> bool:
    """Say whether a predicate belongs to a quoted title.

    Example: «в статье „Цены вырастут“ автор …».
    """
    marks = [step for step in range(index) if tree.words[step].text in "«»"]
    opening = marks[-1] if marks and tree.words[marks[-1]].text == "«" else 0
    return opening > 0 and tree.words[opening + 1].text[0].isupper() and tree.words[opening - 1].pos == "NOUN"


def _is_no_outlook(tree: SyntaxTree) -> bool:
    """Say whether a wish or a plot is told.

    «Пусть победит …», «По сюжету, …».
    """
    return tree.lower_at(0) == "пусть" or (tree.lower_at(0) == "по" and tree.lower_at(1) in _PLOTS)


def _is_question(tree: SyntaxTree) -> bool:
    """Say whether a headline asks.

    Example: «Как изменится школа», «Когда откроют дорогу: ответ министерства».
    """
    if tree.lower_at(0) not in QUESTION_WORDS:
        return False
    verb = next((step for step in range(1, len(tree)) if tree.is_finite(step)), 0)
    return verb > 0 and not any(tree.is_finite(step) for step in range(verb + 1, len(tree)))


def _find_plans(tree: SyntaxTree, heads: list[int]) -> int | None:
    """Return where «В планах компании – …» begins.

    So does «Среди планов – …», or a clause behind all predicates: «фонд вырос, и в его планах – музей».
    """
    for step in range(max(heads, default=-1) + 1, len(tree) - 2):
        begins = step == 0 or tree.words[step - 1].text in ":;—–" or tree.words[step - 1].pos == "CCONJ"
        near = range(step + 1, min(step + 3, len(tree)))
        if begins and tree.lower_at(step) in ("в", "среди") and any(tree.lower_at(word) in _IN_PLANS for word in near):
            return step
    return None


def _names_aim(tree: SyntaxTree) -> bool:
    """Find «Цель программы – построить …»."""
    dash = next((step for step in range(1, min(_MAX_TOPIC_WORDS, len(tree))) if tree.words[step].text in DASHES), None)
    return tree.words[0].lemma in _AIMS and dash is not None and tree.is_infinitive(min(dash + 1, len(tree) - 1))


def _is_planned(tree: SyntaxTree) -> bool:
    """Say whether a plan is the source: «По плану, перелёт начнётся …»."""
    return tree.lower_at(0) in ("по", "согласно") and tree.words[min(1, len(tree) - 1)].lemma in _PLAN_NOUNS


def _find_likely(segment: ParsedSegment) -> Iterator[Draft]:
    """Yield what is said to be likely, or to follow.

    Example: «Вероятно, что цены вырастут», «Это значит, что …».
    """
    tree = segment.tree
    for index in range(len(tree) - 3):
        if tree.lower_at(index + 1) != "," or tree.lower_at(index + 2) != "что":
            continue
        means = tree.words[index].lemma in _MEANING
        if not means and tree.lower_at(index) not in _LIKELY and not is_expecting(tree, index):
            continue
        start = index + 3
        inner = [step for step in range(start, len(tree)) if tree.is_finite(step) and tree.is_main(step, start)]
        kind = _find_paper_outlook(segment, inner[0]) if inner else None
        if kind is not None and tree.is_main(index):
            yield from _make_draft(segment, 0 if means else start, len(tree), kind)
        return


def _make_draft(
    segment: ParsedSegment, first: int, stop: int, kind: ClaimLabel, head: int | None = None
) -> Iterator[Draft]:
    """Yield the claim of some words, if they are enough.

    Two are where no predicate is given: words before them have told what they are.

    Of a planning word at `head` the subject speaks; an impersonal one is a cue.
    """
    tree = segment.tree
    words = [word for word in tree.words[first:stop] if word.text[0].isalpha()]
    cue = tree.words[head].span if head is not None and _is_impersonal_cue(tree, head) else None
    pieces = cut_pieces(segment.text, words_to_span(tree, first, stop), [cue] if cue is not None else [])
    is_whole = (first, stop) == (0, len(tree)) and tree.words[-1].text in ".!"
    plans = head is not None and _plans(segment, head)
    if not pieces or len(words) < _MIN_WORDS - (is_whole or plans or head is None):
        return
    if cue is not None:
        yield Draft(pieces, ClaimForm.INDIRECT, kind, PAPER, cue=cue)
    else:
        yield Draft(pieces, ClaimForm.REPORTED, kind, PAPER, _find_planner(segment, head))


def _is_impersonal_cue(tree: SyntaxTree, head: int) -> bool:
    """Say whether a word reports what nobody named plans or promises."""
    return tree.words[head].lemma in _IMPERSONAL_CUES or is_promised(tree, head)


def _find_planner(segment: ParsedSegment, head: int | None) -> Span | None:
    """Return who plans.

    It is the subject of a planning word, or a body: «в компании планируют».
    """
    if head is None or not _plans(segment, head):
        return None
    shared = _find_cue_before(segment, head)
    subject = find_subject(segment.tree, head if shared is None else shared)
    if subject is None:
        return _find_planning_body(segment.tree, head)
    if segment.tree.words[subject].lemma in RELATIVES:
        return None
    return cut_speaking_place(segment.tree, segment.tree.find_phrase(subject))


def _find_planning_body(tree: SyntaxTree, head: int) -> Span | None:
    """Return «министерстве» of «в министерстве планируют», not «мае» of «в мае планируют»."""
    body = find_speaking_place(tree, head) if tree.words[head].feat("Number") == "Plur" else None
    named = body is not None and any(
        is_organisation_word(word.text, word.lemma) for word in tree.words if word.span.overlaps(body)
    )
    return body if named else None


def _plans(segment: ParsedSegment, head: int) -> bool:
    """Say whether a word at `head` makes its subject plan something."""
    outlook = find_outlook(segment.tree, head, segment.lexicon)
    tree, lexicon = segment.tree, segment.lexicon
    planned = outlook == ClaimLabel.PROMISE and tree.words[head].lemma in lexicon.planning_words
    return planned or has_aim(tree, head) or is_ready(tree, head) or counts_on(tree, head, lexicon)


def _find_paper_outlook(segment: ParsedSegment, index: int) -> ClaimLabel | None:
    """Return the kind of a predicate's outlook, or None."""
    if _is_personal(segment.tree, index):
        return None
    outlook = find_outlook(segment.tree, index, segment.lexicon)
    if outlook is not None:
        return outlook
    if is_ready(segment.tree, index):
        return ClaimLabel.PROMISE
    return ClaimLabel.FORECAST if has_prospect(segment, index) else None


def _skip_topic(tree: SyntaxTree, first: int) -> int:
    """Return the start of what is said behind a topic.

    «Погода: дожди придут …».
    """
    colon = next(
        (
            step
            for step in range(first, min(first + _MAX_TOPIC_WORDS, len(tree) - 1))
            if tree.words[step].text == ":" and not tree.lower_at(step - 1).isdigit()
        ),
        None,
    )
    if colon is None or any(tree.is_finite(step) for step in range(first, colon)):
        return first
    return colon + 1


def _skip_address(tree: SyntaxTree, first: int, verb: int) -> int:
    """Return where «Напомним, …» and «Стоит отметить, что …» end."""
    if first or tree.words[0].feat("Person") != "1" or tree.lower_at(1) != ",":
        return first
    behind = 3 if tree.lower_at(2) == "что" else 2
    return behind if behind < verb else first


def _skip_connectives(segment: ParsedSegment, first: int, verb: int) -> int:
    """Return where mere connectives end: «В частности, …», «По плану, …»."""
    tree = segment.tree
    comma = next(
        (step for step in range(first, min(first + _MAX_TOPIC_WORDS, verb)) if tree.lower_at(step) == ","), None
    )
    if comma is None or comma == first:
        return first
    words = [tree.lower_at(step) for step in range(first, comma)]
    is_plan = words[0] in ("по", "согласно") and tree.words[comma - 1].lemma in _PLAN_NOUNS
    is_remark = words[0] == "что" and len(words) == _REMARK_WORDS
    return comma + 1 if is_plan or is_remark or all(word in segment.lexicon.connectives for word in words) else first


def _skip_that(tree: SyntaxTree, first: int, verb: int) -> int:
    """Return the start of what is expected: «Ожидается, что …» stays outside."""
    if tree.lower_at(verb + 1) == "," and tree.lower_at(verb + 2) == "что" and verb + 3 < len(tree):
        return verb + 3
    return first


def _is_personal(tree: SyntaxTree, index: int) -> bool:
    """Say whether a predicate is about «I», «we» or «you».

    Then it is somebody's speech, or an address.
    """
    beside = (step for step in tree.children(index) if tree.words[step].rel != "parataxis")
    return any(tree.words[step].feat("Person") in ("1", "2") for step in (index, *beside))


PAPER = SegmentRule(
    name="paper",
    precision=0.82,
    triggers=(
        on_pattern(_PLAN),
        TERMS,
        on_pattern(_BIASPECTUAL),
        SCHEDULES,
        ANNOUNCEMENTS,
        BEGINNINGS,
        LIKELIHOODS,
        FUTURE_VERBS,
    ),
    find=_find_in_segment,
    is_papers_voice=True,
)
