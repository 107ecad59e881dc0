"""Reported words: the clause with «что», the infinitive, «о» with a noun, the noun of an act, «назвал X Y-ом»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.span import Span
from app.nlp.claims.bounds import clause_stop, interval, leading_edge, that_clause
from app.nlp.claims.cues import Cue, Lexicon
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.kinds import kind_of_clause
from app.nlp.claims.speaker import speaker_of
from app.nlp.claims.subject import has_own_subject
from app.nlp.claims.tree import Tree

_CONVINCED = ("уверен", "убежд")
_TEAMS = ("сборная", "клуб", "команда", "рубеж", "счёт", "счет", "помощь")
_SAYING_ON = ("хотеть", "продолжать", "продолжить", "начать", "стать", "поспешить", "спешить", "успеть", "любить")
_STATEMENT = Cue("statement", frozenset(("that",)))


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed stretch of an article with what the rules need: `asides` are the words set in that report it."""

    text: str
    tree: Tree
    lexicon: Lexicon
    asides: tuple[Span, ...] = ()


def cue_at(reading: Reading, index: int) -> Cue | None:
    """Return how the word at `index` reports, if it does."""
    word, lexicon = reading.tree.words[index], reading.lexicon
    if word.feat("Person") == "1" or not _is_verb(reading, index):
        return None  # «Напомним», «Отметим»: the paper clears its throat
    if word.lemma in lexicon.states or (word.pos == "ADJ" and word.text.lower().startswith(_CONVINCED)):
        return Cue("statement", frozenset(("that", "speech"))) if word.feat("Case") == "" else None
    if word.feat("VerbForm") == "Inf" and not _is_said(reading.tree, index):
        return None
    known = lexicon.verbs.get(word.lemma)
    if word.lemma in lexicon.light:
        frames = known.frames if known else frozenset()
        return Cue(known.kind if known else "statement", frames | {"noun"})
    if known is not None:
        return known
    return _STATEMENT if word.lemma in lexicon.impersonal else None


def _is_verb(reading: Reading, index: int) -> bool:
    word = reading.tree.words[index]
    return reading.tree.is_verb(index) or word.pos in ("ADJ", "ADV")


def _is_said(tree: Tree, index: int) -> bool:
    """Say whether an infinitive tells what was said: «хотел подчеркнуть», not «решили попросить»."""
    head = tree.words[index].head
    return head >= 0 and tree.words[head].lemma in _SAYING_ON


def reported(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Yield the claims of a stretch whose content hangs on a verb; `taken` holds the cues of speech and asides,
    which can govern a clause with «что» beside."""
    for index in range(len(reading.tree)):
        cue = cue_at(reading, index)
        if cue is None:
            continue
        draft = None if index in taken else _of_near_act(reading, index, cue)
        draft = draft or _of_clause(reading, index, cue)
        if draft is None and index not in taken:
            draft = _of_other_frames(reading, index, cue)
        if draft is not None:
            yield draft


def _of_near_act(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find an infinitive before any comma: it is what is asked, whatever clause follows it."""
    if "act" not in cue.frames:
        return None
    for step in range(index + 1, len(reading.tree)):
        word = reading.tree.words[step]
        if word.text in ",:;" or reading.tree.is_finite(step):
            return None
        if word.feat("VerbForm") == "Inf":
            return _of_act(reading, index, cue)
    return None


def _of_other_frames(reading: Reading, index: int, cue: Cue) -> Draft | None:
    word = reading.tree.words[index]
    if word.feat("Voice") == "Pass" and word.feat("VerbForm") != "Fin":
        return None
    if any(reading.tree.lower(child) == "не" for child in reading.tree.children(index, "advmod")):
        return None
    frames = (
        ("act", _of_act),
        ("naming", _of_naming),
        ("side", _of_side),
        ("about", _of_topic),
        ("topic", _of_topic),
    )
    for name, rule in frames:
        if name in cue.frames:
            draft = rule(reading, index, cue)
            if draft is not None:
                return draft
    return _of_noun(reading, index, cue)


def _draft(
    reading: Reading, cue: int, start: int, stop: int, kind: str, rule: str, last: int | None = None
) -> Draft | None:
    """Make the claim of the words `start` … `stop` - 1, less what is set in."""
    if stop <= start:
        return None
    pieces = pieces_within(reading.text, interval(reading.tree, start, stop), list(reading.asides))
    if not pieces:
        return None
    verdict = kind_of_clause(reading.tree, start, stop, kind, reading.lexicon)
    words = reading.tree.words
    span = Span(words[cue].span.start, words[cue if last is None else last].span.stop)
    speaker = speaker_of(reading.tree, cue, reading.lexicon)
    named = has_own_subject(reading.tree, cue)
    return Draft(pieces, "indirect", verdict, rule, speaker, span, names_speaker=named)


def _of_clause(reading: Reading, index: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    if not cue.frames & {"that", "act", "noun"}:
        return None
    start = that_clause(tree, index)
    if start is None:
        return None
    if any("that" in nearer.frames for step in range(index + 1, start) if (nearer := cue_at(reading, step))):
        return None
    noun = _noun_before(reading, index, start)
    if "noun" in cue.frames and noun is None:
        return None
    if not _may_govern(reading, index):
        return None
    kind = reading.lexicon.nouns[tree.words[noun].lemma] if noun is not None else cue.kind
    stop = clause_stop(tree, start, index, is_clause=True)
    return _draft(reading, index, start, stop, kind, "claim.that/1", noun)


def _may_govern(reading: Reading, index: int) -> bool:
    """Refuse what negates the saying: «не исключил, что» says it, «не сказал, что» does not."""
    tree, word = reading.tree, reading.tree.words[index]
    negated = any(tree.lower(child) == "не" for child in tree.children(index, "advmod"))
    if word.lemma in ("исключить", "исключать", "сомневаться", "отрицать", "скрывать"):
        return negated
    if word.lemma in ("понять", "понимать"):
        return tree.lower(index - 1) in ("дал", "дала", "дали", "дало", "дает", "даёт", "дают")
    return not negated or word.lemma in ("считать", "думать", "полагать")


def _noun_before(reading: Reading, index: int, start: int) -> int | None:
    """Return the noun of speech between a verb and its clause: «выразил надежду, что»."""
    for between in range(index + 1, start):
        if reading.tree.words[between].lemma in reading.lexicon.nouns:
            return between
    return None


def _of_act(reading: Reading, index: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    for child in tree.children(index, "xcomp", "ccomp", "csubj", "advcl", "obj", "obl"):
        if child > index and tree.words[child].feat("VerbForm") == "Inf":
            start = leading_edge(tree, child, index)
            stop = clause_stop(tree, start, index, is_clause=False)
            return _draft(reading, index, start, stop, cue.kind, "claim.act/1")
    for step in range(index + 1, min(index + 10, len(tree))):
        word = tree.words[step]
        if word.feat("VerbForm") == "Inf":
            return _draft(
                reading, index, step, clause_stop(tree, step, index, is_clause=False), cue.kind, "claim.act/1"
            )
        if word.feat("VerbForm") in ("Fin", "Conv") or word.text in ",:;":
            break
    return None


def _of_naming(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and a noun, an adjective or quoted words that say what it is."""
    tree = reading.tree
    if index + 2 >= len(tree):
        return None
    thing = next((step for step in range(index + 1, min(index + 4, len(tree))) if _is_thing(tree, step)), None)
    if thing is None:
        return None
    stop = clause_stop(tree, index + 1, index, is_clause=False)
    named = [step for step in range(index + 1, stop) if step != thing and _says_what(tree, step)]
    if not named or any(tree.words[step].pos == "ADP" for step in range(index + 1, thing)):
        return None
    start = leading_edge(tree, thing, index)
    return _draft(reading, index, min(start, named[0]), stop, cue.kind, "claim.naming/1")


def _is_thing(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    return word.pos in ("NOUN", "PROPN", "PRON", "X") and word.feat("Case") in ("Acc", "Gen", "Ins", "")


def _says_what(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if word.text in ("«", '"', "„"):
        return True
    return word.feat("Case") == "Ins" and word.pos in ("NOUN", "ADJ", "VERB") and not tree.children(index, "case")


def _of_side(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «выступил за X», «высказался против Y»."""
    tree = reading.tree
    if tree.lower(index + 1) not in ("за", "против") or index + 2 >= len(tree):
        return None
    noun = next((step for step in range(index + 2, len(tree)) if tree.words[step].pos in ("NOUN", "PROPN")), None)
    if (
        noun is None
        or tree.words[noun].pos == "PROPN"
        or tree.words[noun].lemma in ("сборная", "клуб", "команда", "рубеж")
    ):
        return None
    stop = clause_stop(tree, index + 1, index, is_clause=False)
    comma = next((step for step in range(noun, stop) if tree.lower(step) == ","), stop)
    return _draft(reading, index, index + 1, comma, "demand", "claim.side/1")


def _of_topic(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «заявил о готовности …»: «о» with a noun that is an act, not a topic."""
    tree = reading.tree
    if tree.lower(0) in ("о", "об", "обо") and "about" in cue.frames and not has_subject_before(tree, index):
        return _of_fronted_topic(reading, index, cue)
    for step in range(index + 1, min(index + 14, len(tree) - 1)):
        if tree.lower(step) in ("о", "об", "обо") and tree.words[step].pos == "ADP":
            return _of_topic_at(reading, index, step, cue)
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
    return None


def _of_fronted_topic(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «О закрытии завода сообщил мэр»."""
    tree = reading.tree
    noun = tree.words[0].head
    if (
        noun <= 0
        or noun > index
        or tree.words[noun].pos != "NOUN"
        or any(tree.is_finite(step) for step in range(index))
    ):
        return None
    return _draft(reading, index, 0, index, cue.kind, "claim.about/1")


def has_subject_before(tree: Tree, index: int) -> bool:
    """Say whether a nominative stands before a verb."""
    return any(tree.words[step].feat("Case") == "Nom" for step in range(index))


def _of_topic_at(reading: Reading, index: int, step: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    noun = tree.words[step].head
    if noun <= step or tree.words[noun].pos != "NOUN":
        return None
    kind = reading.lexicon.nouns.get(tree.words[noun].lemma)
    if "about" not in cue.frames and kind is None:
        return None
    stop = clause_stop(tree, step, index, is_clause=False)
    return _draft(reading, index, step, stop, kind or cue.kind, "claim.about/1")


def _of_noun(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find the noun of speech or the finding that a verb takes: «выразил желание …», «дал поручения …»."""
    tree = reading.tree
    for child in tree.children(index, "obj", "obl", "nsubj"):
        word = tree.words[child]
        if word.feat("Case") == "Nom" or word.pos != "NOUN":
            continue
        kind = _kind_of_object(reading, index, child, cue)
        if kind is None:
            continue
        first = leading_edge(tree, child, index if child > index else -1)
        while first < child and tree.words[first].pos in ("ADP", "PUNCT"):
            first += 1
        stop = clause_stop(tree, child, index, is_clause=False) if child > index else index
        if stop - first < 2:
            return None
        return _draft(reading, index, first, stop, kind, "claim.noun/1")
    return None


def _kind_of_object(reading: Reading, index: int, child: int, cue: Cue) -> str | None:
    lexicon, verb, noun = reading.lexicon, reading.tree.words[index], reading.tree.words[child]
    if "weight" in cue.frames and noun.lemma in lexicon.weights:
        return "demand" if noun.lemma in lexicon.nouns else "statement"
    if "finding" in cue.frames and noun.lemma in lexicon.findings:
        return "statement"
    if (
        noun.lemma in lexicon.nouns
        and noun.lemma not in ("точка", "внимание", "вывод", "понимание")
        and (verb.lemma in lexicon.light or "object" in cue.frames)
    ):
        return lexicon.nouns[noun.lemma]
    if "object" in cue.frames and cue.kind in ("forecast", "promise"):
        return cue.kind
    if verb.lemma in ("требовать", "потребовать") and noun.feat("Case") in ("Gen", "Acc"):
        return "demand"
    return None
