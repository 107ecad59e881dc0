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
from app.nlp.claims.tree import Tree

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
    if word.pos in ("VERB", "AUX") and word.lemma in lexicon.verbs:
        return lexicon.verbs[word.lemma]
    if word.lemma in lexicon.states and word.pos in ("ADJ", "VERB"):
        return Cue(lexicon.states[word.lemma], frozenset(("that", "speech")))
    if word.lemma in lexicon.impersonal and word.pos in ("VERB", "ADJ", "ADV"):
        return _STATEMENT
    if word.pos == "VERB" and word.lemma in lexicon.light:
        return Cue("statement", frozenset(("noun",)))
    return None


def reported(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Yield the claims of a stretch whose content hangs on a verb; `taken` holds the cues that are spoken for."""
    for index in range(len(reading.tree)):
        cue = cue_at(reading, index)
        if cue is None or index in taken:
            continue
        draft = _of_clause(reading, index, cue) or _of_other_frames(reading, index, cue)
        if draft is not None:
            yield draft


def _of_other_frames(reading: Reading, index: int, cue: Cue) -> Draft | None:
    word = reading.tree.words[index]
    if word.feat("Voice") == "Pass" and word.feat("VerbForm") != "Fin":
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
    return Draft(pieces, "indirect", verdict, rule, speaker_of(reading.tree, cue, reading.lexicon), span)


def _of_clause(reading: Reading, index: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    if not cue.frames & {"that", "act", "noun"}:
        return None
    start = that_clause(tree, index)
    if start is None:
        return None
    noun = _noun_before(reading, index, start)
    if "noun" in cue.frames and noun is None:
        return None
    if not _may_govern(reading, index):
        return None
    kind = reading.lexicon.nouns[tree.words[noun].lemma] if noun is not None else cue.kind
    stop = clause_stop(tree, start, index)
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
            stop = clause_stop(tree, start, index)
            return _draft(reading, index, start, stop, cue.kind, "claim.act/1")
    for step in range(index + 1, min(index + 10, len(tree))):
        word = tree.words[step]
        if word.feat("VerbForm") == "Inf":
            return _draft(reading, index, step, clause_stop(tree, step, index), cue.kind, "claim.act/1")
        if word.feat("VerbForm") in ("Fin", "Conv") or word.text in ",:;":
            break
    return None


def _of_naming(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «назвал X Y-ом»: an object, and a noun or adjective in the instrumental."""
    tree = reading.tree
    stop = clause_stop(tree, index + 1, index) if index + 1 < len(tree) else 0
    thing = [child for child in tree.children(index, "obj", "iobj", "nsubj") if tree.words[child].feat("Case") != "Nom"]
    named = [
        step
        for step in range(index + 1, stop)
        if tree.words[step].feat("Case") == "Ins"
        and tree.words[step].pos in ("NOUN", "ADJ", "VERB")
        and not tree.children(step, "case")
        and (tree.words[step].head == index or tree.words[step].head in thing or tree.lower(step - 1) in ("«", '"'))
    ]
    if not thing or not named or min(thing) < index:
        return None
    start = leading_edge(tree, thing[0], index)
    return _draft(reading, index, min(start, named[0]), stop, cue.kind, "claim.naming/1")


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
    return _draft(reading, index, index + 1, clause_stop(tree, index + 1, index), "demand", "claim.side/1")


def _of_topic(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find «заявил о готовности …»: «о» with a noun that is an act, not a topic."""
    tree = reading.tree
    for step in range(index + 1, min(index + 14, len(tree) - 1)):
        if tree.lower(step) in ("о", "об", "обо") and tree.words[step].pos == "ADP":
            return _of_topic_at(reading, index, step, cue)
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
    return None


def _of_topic_at(reading: Reading, index: int, step: int, cue: Cue) -> Draft | None:
    tree = reading.tree
    noun = tree.words[step].head
    if noun <= step or tree.words[noun].pos != "NOUN":
        return None
    kind = reading.lexicon.nouns.get(tree.words[noun].lemma)
    if "about" not in cue.frames and kind is None:
        return None
    stop = clause_stop(tree, step, index)
    return _draft(reading, index, step, stop, kind or cue.kind, "claim.about/1")


def _of_noun(reading: Reading, index: int, cue: Cue) -> Draft | None:
    """Find the noun of speech or the finding that a verb takes: «выразил желание …», «дал поручения …»."""
    tree, lexicon = reading.tree, reading.lexicon
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
        stop = clause_stop(tree, child, index) if child > index else index
        if stop - first < 2:
            return None
        return _draft(reading, index, first, stop, kind, "claim.noun/1")
    return None


def _kind_of_object(reading: Reading, index: int, child: int, cue: Cue) -> str | None:
    lexicon, verb, noun = reading.lexicon, reading.tree.words[index], reading.tree.words[child]
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
