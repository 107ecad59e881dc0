"""«Назвал X Y-ом»: an object, and words that say what it is."""

from __future__ import annotations

from dataclasses import replace

from app.core.span import Span
from app.core.text.word_lists import read_entries
from app.nlp.claims.cues.cue_detection import ParsedSegment, can_take_noun, is_passive_participle
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft, cut_pieces
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.speakers.speaker_phrase import find_speaking_place
from app.nlp.claims.syntax.clause_bounds import find_clause_stop, find_phrase_start, words_to_span
from app.nlp.claims.syntax.tree import SyntaxTree

_AS_VERBS = read_entries("claims/as_verbs")
_INSTRUMENTAL_ENDINGS = ("ой", "ом", "ем", "ью")
_NAMED_VERBS = ("назвать", "называть")
_NAMES = ("имя", "фамилия", "псевдоним")
_MAX_WORDS_TO_AS = 8
_GUILT_STEMS = read_entries("claims/guilt_stems")


def _read_naming(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and what it is called.

    A noun, an adjective or quoted words say that.
    """
    tree = segment.tree
    if not can_take_noun(segment, index):
        return _read_passive(segment, index, cue) if is_passive_participle(tree, index) else None
    is_as = tree.words[index].lemma in _AS_VERBS
    find = (_find_as_phrase,) if is_as else (_find_fronted, _find_named, _find_called_first, _find_thing_first)
    words = next((words for words in (one(tree, index) for one in find) if words is not None), None)
    if words is not None and is_as and tree.words[index].lemma.endswith("ся"):
        return _make_passive_draft(segment, index, words, cue)
    return make_clause_claim(segment, index, words, cue.kind, NAMING) if words is not None else None


def _find_named(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «реформу ошибкой» of «назвал реформу ошибкой»."""
    if index + 2 >= len(tree):
        return None
    thing = next((step for step in range(index + 1, min(index + 4, len(tree))) if _is_thing(tree, step)), None)
    if thing is None:
        return None
    stop = find_clause_stop(tree, index + 1, index, is_clause=False)
    named = [step for step in range(index + 1, stop) if step != thing and _says_what(tree, step, index)]
    if any(tree.lower_at(step).startswith(_GUILT_STEMS) for step in named):
        return None  # «признан виновным»: an act of procedure
    if not named or any(tree.words[step].pos == "ADP" for step in range(index + 1, thing)):
        return None
    return min(find_phrase_start(tree, thing, index), named[0]), stop


def _read_passive(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Read what is named by nobody: the subject is the thing."""
    words = _find_passive(segment.tree, index)
    return _make_passive_draft(segment, index, words, cue) if words is not None else None


def _make_passive_draft(segment: ParsedSegment, index: int, words: tuple[int, int], cue: Cue) -> Draft | None:
    tree = segment.tree
    draft = make_clause_claim(segment, index, words, cue.kind, NAMING)
    if draft is None:
        return None
    speaker = find_speaking_place(tree, index) or _find_agent(tree, index)
    cuts = [*segment.attribution_spans, tree.words[index].span, *([speaker] if speaker is not None else [])]
    pieces = cut_pieces(segment.text, words_to_span(tree, *words), cuts)
    return replace(draft, pieces=pieces, speaker=speaker)


def _find_agent(tree: SyntaxTree, index: int) -> Span | None:
    """Return «врачами» of «состояние оценивается врачами как тяжёлое»."""
    for child in tree.children(index, "obl"):
        word = tree.words[child]
        if word.feat("Case") == "Ins" and word.feat("Animacy") == "Anim" and not tree.children(child, "case"):
            return tree.find_phrase(child)
    return None


def _find_passive(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «причиной аварии названа проводка», «решение названо ошибкой».

    Who says so is not told.
    """
    what = [child for child in tree.children(index, "xcomp", "obl") if tree.words[child].feat("Case") == "Ins"]
    what = [child for child in what if tree.words[child].pos in ("NOUN", "ADJ") and not tree.children(child, "case")]
    things = [child for child in tree.children(index, "nsubj") if tree.words[child].pos == "NOUN"]
    if tree.words[index].lemma not in _NAMED_VERBS or not what or not things:
        return None
    if tree.words[things[0]].feat("Animacy") == "Anim" or tree.words[what[0]].lemma in _NAMES:
        return None  # «улица названа именем поэта»
    first = min(find_phrase_start(tree, head, -1) for head in (what[0], things[0]))
    return first, find_clause_stop(tree, max(index, what[0], things[0]), index, is_clause=False)


def _find_fronted(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «главной проблемой … нехватку» of «Главной проблемой эксперт назвал нехватку кадров»."""
    what = [child for child in tree.children(index, "xcomp", "obl", "nsubj") if child < index]
    what = [child for child in what if tree.words[child].pos == "NOUN" and tree.words[child].feat("Case") == "Ins"]
    things = [child for child in tree.children(index, "obj") if child > index and _is_thing(tree, child)]
    if not what or not things or tree.children(what[0], "case"):
        return None
    return find_phrase_start(tree, what[0], -1), find_clause_stop(tree, things[0], index, is_clause=False)


def _find_called_first(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «причиной аварии износ труб» of «назвал причиной аварии износ труб»."""
    what = next((step for step in range(index + 1, min(index + 4, len(tree))) if _says_what(tree, step, index)), None)
    if what is None or tree.words[what].pos != "NOUN" or tree.lower_at(what).startswith(_GUILT_STEMS):
        return None
    things = [child for child in tree.children(index, "obj", "nsubj") if child > what]
    if not things or tree.words[things[0]].feat("Case") not in ("Acc", "Nom") or tree.children(things[0], "case"):
        return None
    return what, find_clause_stop(tree, things[0], index, is_clause=False)


def _find_thing_first(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «отчёт … ошибочным» of «отчёт министр назвал ошибочным»."""
    near = range(index + 1, min(index + 3, len(tree)))
    what = next((step for step in near if _says_what(tree, step, index)), None)
    if what is None or tree.lower_at(what).startswith(_GUILT_STEMS):
        return None
    for thing in tree.children(index, "obj"):
        is_parted = any(tree.words[step].text in ",;:" or tree.is_finite(step) for step in range(thing + 1, index))
        if thing < index and not is_parted and tree.words[thing].pos == "NOUN" and _is_thing(tree, thing):
            return find_phrase_start(tree, thing, -1), find_clause_stop(tree, what, index, is_clause=False)
    return None


def _find_as_phrase(tree: SyntaxTree, index: int) -> tuple[int, int] | None:
    """Find «состояние как тяжёлое» of «врачи оценивают состояние как тяжёлое»."""
    things = tree.children(index, "obj", "nsubj" if tree.words[index].lemma.endswith("ся") else "obj")
    near = range(index + 1, min(index + _MAX_WORDS_TO_AS, len(tree) - 1))
    as_word = next((step for step in near if tree.lower_at(step) == "как"), None)
    if not things or as_word is None or any(tree.is_finite(step) for step in range(index + 1, as_word)):
        return None
    first = find_phrase_start(tree, things[0], -1 if things[0] < index else index)
    return first, find_clause_stop(tree, as_word, index, is_clause=False)


def _is_thing(tree: SyntaxTree, index: int) -> bool:
    word = tree.words[index]
    return word.pos in ("NOUN", "PROPN", "PRON", "X") and word.feat("Case") in ("Acc", "Gen", "Ins", "")


def _says_what(tree: SyntaxTree, index: int, cue: int) -> bool:
    """Say whether a word tells what something is called.

    It is no name itself: «называют Северными землями».
    """
    word = tree.words[index]
    if word.text in ("«", '"', "„"):
        return True
    if word.pos == "ADV" and word.rel == "nmod":
        return word.text.lower().endswith(_INSTRUMENTAL_ENDINGS)  # «отпиской», which the tagger does not know
    if word.feat("Case") != "Ins" or word.pos not in ("NOUN", "ADJ", "VERB") or tree.children(index, "case"):
        return False
    is_inside = any(tree.words[up].rel == "acl:relcl" for up in (index, *tree.ancestors(index)) if up > cue)
    return not is_inside and not word.text[0].isupper()


NAMING = VerbRule(
    name="naming",
    precision=0.78,
    triggers=(REPORTING_WORDS,),
    frames=frozenset((Frame.NAMING,)),
    find=_read_naming,
)
