"""The words that name a speaker.

They are the subject of the verb that reports, or the document or organisation in which it is said.
"""

from __future__ import annotations

from app.core.span import Span
from app.core.text.word_lists import read_entries, read_words
from app.nlp.backend.analysis import ROOT
from app.nlp.claims.cues.cue_detection import QUOTED_NOUNS
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.speakers.general_nouns import is_organisation_word
from app.nlp.claims.speakers.speaking_places import cut_speaking_place, is_speaking_place
from app.nlp.claims.syntax.experiencers import find_experiencer, find_moved, moves_somebody, seems_to_somebody
from app.nlp.claims.syntax.subjects import (
    agree_in_person,
    can_share_subject,
    find_subject,
    has_own_subject,
    is_impersonal,
    is_inserted,
    names_by_act,
)
from app.nlp.claims.syntax.tree import SyntaxTree

_AUTHORITY_STEMS = read_entries("claims/authority_stems")
_STUDIES = read_words("claims/study_nouns")
_CITING_VERBS = read_entries("claims/citing_verbs")
_QUOTING_VERBS = read_entries("claims/quoting_verbs")
_PLACE_PREPOSITIONS = ("в", "на", "из")
_OCCASION_NOUNS = read_entries("claims/occasion_nouns")
"""Nouns that tell when or how something was said, not where it is written or who says it."""
_POSSESSIVES = read_words("claims/possessives")
_TERRAIN = read_words("claims/terrain_nouns")
_CITING_WORDS = read_entries("claims/citing_words")
_FOLLOWING = read_words("claims/following_words")
_DOCUMENT_VERBS = read_entries("claims/document_verbs")
"""What those do to a document who speak in it."""


def find_speaker(tree: SyntaxTree, cue: int, lexicon: ReportingLexicon) -> Span | None:
    """Return the span of who says what a word reports.

    The word is at `cue`; None where nobody is named. The place of speaking stays outside.
    """
    speaker = _find_cited(tree, cue) or _find_speaker_phrase(tree, cue, lexicon)
    return cut_speaking_place(tree, _cut_before(speaker, tree.words[cue].span)) if speaker is not None else None


def _find_cited(tree: SyntaxTree, cue: int) -> Span | None:
    """Return whom an outlet cites: «пишет „Вестник“ со ссылкой на акимат».

    A person who cites something speaks too: «сообщил министр, ссылаясь на отчёт».
    """
    for step in range(len(tree) - 2):
        is_citing = tree.lower_at(step) in _CITING_WORDS and tree.lower_at(step + 1) == "на"
        if not is_citing or any(tree.is_finite(between) for between in range(min(step, cue) + 1, max(step, cue))):
            continue
        subject = find_subject(tree, cue)
        if subject is not None and tree.words[subject].feat("Animacy") == "Anim":
            return None
        noun = next((at for at in range(step + 2, len(tree)) if tree.words[at].pos in ("NOUN", "PROPN", "X")), None)
        return tree.find_phrase(noun) if noun is not None else None
    return None


def _cut_title(tree: SyntaxTree, speaker: Span, head: int) -> Span:
    """Return the phrase of a person without the quoted outlet behind it."""
    opening = next((word for word in tree.words[head:] if word.text == "«" and speaker.contains(word.span)), None)
    if opening is None or tree.words[head].feat("Animacy") != "Anim":
        return speaker
    return Span(speaker.start, opening.span.start - 1)


def _cut_before(speaker: Span, cue: Span) -> Span:
    """Return a speaker's phrase without the cue.

    The parser may have joined them.
    """
    return Span(speaker.start, cue.start - 1) if speaker.start < cue.start < speaker.stop else speaker


def _find_speaker_phrase(tree: SyntaxTree, cue: int, lexicon: ReportingLexicon) -> Span | None:
    word = tree.words[cue]
    if word.lemma in _CITING_VERBS:
        quoted = [step for step in range(cue + 1, len(tree)) if tree.words[step].feat("Case") in ("Acc", "Gen")]
        if quoted and tree.words[quoted[0]].pos in ("NOUN", "PROPN"):
            return _cut_title(tree, tree.find_phrase(quoted[0]), quoted[0])
    for given in tree.children(cue, "obj", "nsubj"):
        if tree.words[given].lemma in QUOTED_NOUNS and word.lemma in _QUOTING_VERBS:
            return _find_owner_of_words(tree, given)
    if is_impersonal(tree, cue) or (word.feat("Voice") == "Pass" and word.feat("Gender") == "Neut"):
        return find_speaking_place(tree, cue)
    named = _find_experiencer_or_source(tree, cue)
    if named is None and names_no_subject(tree, cue, lexicon):
        named = find_speaking_place(tree, cue)  # «цены вырастут, уверены в Минфине»
    return named or _find_subject_phrase(tree, cue, lexicon)


def _find_owner_of_words(tree: SyntaxTree, words: int) -> Span | None:
    """Return «министра» of «слова министра», «его» of «его слова»."""
    owners = [child for child in tree.children(words, "nmod") if tree.words[child].feat("Case") in ("Gen", "")]
    if owners:
        return tree.find_phrase(owners[0])
    own = (child for child in tree.children(words, "det") if tree.lower_at(child) in _POSSESSIVES)
    return next((tree.words[child].span for child in own), None)


def _find_experiencer_or_source(tree: SyntaxTree, cue: int) -> Span | None:
    """Return «мне» of «мне кажется», «отчёта» of «из отчёта следует».

    Also «жителей» of «жителей тревожит, что …».
    """
    if moves_somebody(tree, cue):
        moved = find_moved(tree, cue)
        return tree.find_phrase(moved) if moved is not None else None
    if seems_to_somebody(tree, cue):
        experiencer = find_experiencer(tree, cue)
        return tree.find_phrase(experiencer) if experiencer is not None else None
    return _find_source_of(tree, cue) if tree.words[cue].lemma in _FOLLOWING else None


def _find_subject_phrase(tree: SyntaxTree, cue: int, lexicon: ReportingLexicon) -> Span | None:
    said_before = None if has_own_subject(tree, cue) else _find_sharing_verb(tree, cue, lexicon)
    subject = find_subject(tree, cue if said_before is None else said_before)
    if subject is not None and is_speaking_place(tree.words[subject].text):
        # «Глава посёлка в эфире Instagram пообещал», but «Telegram-канал @dala_news пишет»
        subject = _find_first_nominative(tree, subject) or (None if tree.children(subject, "case") else subject)
    if subject is not None and (tree.words[subject].pos not in ("VERB", "ADV") or names_by_act(tree, subject)):
        return tree.find_phrase(subject)
    return find_speaking_place(tree, cue)


def names_no_subject(tree: SyntaxTree, cue: int, lexicon: ReportingLexicon) -> bool:
    """Say whether a place must tell who speaks.

    The verb is inserted: «сумма, уточняется в отчёте, вырастет», «отставание, уверяют в акимате, невелико».
    """
    word = tree.words[cue]
    if is_inserted(tree, cue) and tree.lower_at(cue + 1) in _PLACE_PREPOSITIONS:
        is_reflexive = word.lemma.endswith("ся") and word.lemma in lexicon.impersonal_verbs
        return is_reflexive or (word.feat("Number") == "Plur" and not tree.children(cue, "nsubj"))
    return word.rel == "parataxis" and word.feat("Number") == "Plur" and not has_own_subject(tree, cue)


def _find_first_nominative(tree: SyntaxTree, before: int) -> int | None:
    return next(
        (
            step
            for step in range(before)
            if tree.words[step].pos in ("NOUN", "PROPN", "PRON") and tree.words[step].feat("Case") == "Nom"
        ),
        None,
    )


def _find_sharing_verb(tree: SyntaxTree, cue: int, lexicon: ReportingLexicon) -> int | None:
    """Return the verb of speech that shares its subject.

    Example: «она напомнила, что форма работает, и добавила».
    """
    if tree.lower_at(cue - 1) != "и" or tree.words[cue].feat("VerbForm") != "Fin":
        return None
    closes = tree.lower_at(cue - 2) == ","
    for step in range(cue - 1, -1, -1):
        known = lexicon.verbs.get(tree.words[step].lemma) if tree.is_finite(step) else None
        shares = can_share_subject(tree, step, cue) or (closes and agree_in_person(tree, step, cue))
        if known is not None and Frame.THAT in known.frames and shares:
            return step
    return None


def find_speaking_place(tree: SyntaxTree, cue: int) -> Span | None:
    """Return what speaks in «в заявлении говорится», «в Минсвязи уверены».

    Also in «из отчёта следует».
    """
    verb = tree.words[cue]
    is_of_one = verb.feat("Number") != "Plur" and verb.feat("Voice") not in ("Mid", "Pass")
    for child in tree.children(cue, "obl", "nmod"):
        cases = [tree.lower_at(case) for case in tree.children(child, "case")]
        word = tree.words[child]
        if _is_terrain(tree, cue, child):
            continue
        is_foreign = word.pos == "X" or (word.pos == "PROPN" and not word.feat("Case"))
        if not cases or cases[0] not in _PLACE_PREPOSITIONS or not (is_foreign or word.feat("Case") in ("Loc", "Gen")):
            continue
        if cases[0] == "на" and verb.feat("Voice") == "Act" and is_speaking_place(word.lemma):
            continue  # «об этом говорили на заседании»
        if word.lemma == "который":
            return find_document_speaker(tree, cue, child)
        if word.lemma not in _OCCASION_NOUNS and (not is_of_one or verb.lemma in _FOLLOWING):
            return _include_title(tree, child)
    before = _find_place_before(tree, cue)
    if before is not None:
        return tree.find_phrase(before)
    behind = _find_place_behind(tree, cue)
    if behind is not None:
        return tree.find_phrase(behind)
    is_document = verb.lemma in _FOLLOWING or (is_inserted(tree, cue) and verb.lemma == "говориться")
    return _find_words_behind(tree, cue) if is_document else None


def _is_terrain(tree: SyntaxTree, cue: int, place: int) -> bool:
    """Find «в горных районах прогнозируют»: several places do not speak, bodies do."""
    word = tree.words[place]
    is_several = (word.pos, word.feat("Number"), word.feat("Animacy")) == ("NOUN", "Plur", "Inan")
    return is_several and tree.words[cue].feat("Number") == "Plur" and word.lemma in _TERRAIN


def _find_source_of(tree: SyntaxTree, cue: int) -> Span | None:
    """Return «отчёта» of «из отчёта следует, что …», «явствует из отчёта».

    «От очевидцев стало известно» has persons there.
    """
    near = [*range(cue - 1, -1, -1), *range(cue + 1, min(cue + 3, len(tree)))]
    for step in near:
        if tree.words[step].text in ",;:" and step < cue:
            return None
        noun = tree.words[step].head
        if tree.lower_at(step) in ("из", "от") and tree.words[step].pos == "ADP" and noun > step:
            return tree.find_phrase(noun)
    return None


def _find_place_before(tree: SyntaxTree, cue: int) -> int | None:
    """Return «отделе» of «смету в отделе назвали завышенной».

    The parser may hang it on the object.
    """
    word, noun = tree.words[cue], cue - 1
    if word.feat("Number") != "Plur" or word.feat("Tense") != "Past" or noun < 1 or tree.words[noun].pos != "NOUN":
        return None
    cases = [tree.lower_at(child) for child in tree.children(noun, "case")]
    is_place = cases == ["в"] and tree.words[noun].feat("Case") == "Loc"
    return noun if is_place and tree.words[noun].lemma not in _OCCASION_NOUNS else None


def _find_place_behind(tree: SyntaxTree, cue: int) -> int | None:
    """Return «Водоканале» of «воду дадут, обещают в „Водоканале“».

    The parser may hang it on the other verb.
    """
    noun = tree.words[cue + 1].head if is_inserted(tree, cue) and tree.lower_at(cue + 1) in ("в", "во") else ROOT
    if noun <= cue + 1 or tree.words[cue].feat("Number") != "Plur" or tree.words[noun].feat("Case") != "Loc":
        return None
    return noun if tree.words[noun].lemma not in _OCCASION_NOUNS else None


def _find_words_behind(tree: SyntaxTree, cue: int) -> Span | None:
    """Return the document of «следует из отчётности», «говорится в отчётности».

    The parser may have read it wrongly.
    """
    preposition = "из" if tree.words[cue].lemma in _FOLLOWING else "в"
    if tree.lower_at(cue + 1) != preposition or cue + 2 >= len(tree):
        return None
    signs = (step for step in range(cue + 2, len(tree)) if tree.words[step].text in ",;:.!?—–")
    stop = next(signs, len(tree))
    return Span(tree.words[cue + 2].span.start, tree.words[stop - 1].span.stop) if stop > cue + 2 else None


def _include_title(tree: SyntaxTree, head: int) -> Span:
    """Return an organisation's phrase with the name or place behind it.

    The parser may have hung that name anywhere: «акимате Актау», «заводе „Заря“».
    """
    span = tree.find_phrase(head)
    behind = head + 1
    if behind < len(tree) and span.stop == tree.words[head].span.stop and _is_place_name(tree, behind, head):
        return Span(span.start, tree.words[behind].span.stop)
    opening = next((index for index, word in enumerate(tree.words) if word.span.start >= span.stop), len(tree))
    if tree.lower_at(opening) not in ("«", "„", '"'):
        return span
    closing = (index for index in range(opening + 2, len(tree)) if tree.lower_at(index) in ("»", "“", '"'))
    last = next(closing, None)
    return Span(span.start, tree.words[last].span.stop) if last is not None else span


def _is_place_name(tree: SyntaxTree, index: int, head: int) -> bool:
    """Say whether a name hangs on the verb of the noun before."""
    word, noun = tree.words[index], tree.words[head]
    is_beside = word.head == noun.head and word.feat("Case") in (noun.feat("Case"), "Gen")
    return word.pos == "PROPN" and is_beside


def find_document_speaker(tree: SyntaxTree, cue: int, pronoun: int) -> Span | None:
    """Return who speaks in «… обращение, в котором просят».

    It is whoever made the document, or the document itself.
    """
    document = _find_antecedent(tree, pronoun)
    if document is None:
        return None
    maker = tree.words[document].head
    if tree.words[cue].feat("Voice") == "Act" and maker != ROOT and tree.words[maker].lemma in _DOCUMENT_VERBS:
        subject = find_subject(tree, maker)
        return tree.find_phrase(subject) if subject is not None else None
    return tree.find_phrase(document)


def _find_antecedent(tree: SyntaxTree, pronoun: int) -> int | None:
    """Return the noun that a relative pronoun stands for.

    It stands before the comma.
    """
    for step in range(pronoun - 1, -1, -1):
        if tree.is_finite(step):
            return None
        word = tree.words[step]
        if word.pos in ("NOUN", "PROPN") and word.feat("Case") != "Gen":
            return step
    return None


def find_owner(tree: SyntaxTree, noun: int) -> Span | None:
    """Return the genitive behind a noun: whose words they are."""
    for child in tree.children(noun, "nmod", "appos", "obl"):
        word = tree.words[child]
        if child > noun and word.feat("Case") in ("Gen", "") and not tree.children(child, "case"):
            return tree.find_phrase(child)
    after = noun + 1
    if (
        after < len(tree)
        and tree.words[after].pos in ("PROPN", "NOUN", "X")
        and (tree.words[after].feat("Case") != "Nom" or tree.lower_at(after + 1) == ",")
    ):
        return tree.find_phrase(after)
    return None


def find_giver(tree: SyntaxTree, noun: int) -> Span | None:
    """Return who gives a noun: «спасателей» of «данные от спасателей»."""
    for child in tree.children(noun, "nmod", "obl"):
        cases = [tree.lower_at(case) for case in tree.children(child, "case")]
        if child > noun and cases == ["от"] and tree.words[child].pos in ("NOUN", "PROPN", "X"):
            return tree.find_phrase(child)
    return None


def can_speak(tree: SyntaxTree, owner: Span) -> bool:
    """Tell «прогноз банка» from «прогноз погоды»."""
    return any(
        word.feat("Animacy") == "Anim"
        or word.pos in ("PROPN", "X")
        or word.lemma in _STUDIES
        or word.text.lower().startswith(_AUTHORITY_STEMS)
        or is_organisation_word(word.text, word.lemma)
        for word in tree.words
        if word.span.overlaps(owner)
    )
