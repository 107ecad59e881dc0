"""«Лавин нет — спасатели»: who says it stands behind the last dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.core.vocabulary import ClaimForm
from app.nlp.claims.draft import trim_span
from app.nlp.claims.line_heads import find_line_body
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker, is_body, is_person
from app.nlp.claims.speech.speech_parts import Speech
from app.nlp.claims.syntax.tree import SyntaxTree

_CLOSING = re.compile(r"[\s,][\s]*[—–-][\s]+(?P<speaker>@?[^\W\d][^—–:;?!\n]{1,60})\Z")
"""A name behind a dash at the end of a line."""
_MAX_WORDS = 6
_POST_NOUNS = ("должность", "пост")
_NOMINALS = ("NOUN", "PROPN", "PRON", "X")


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read the last sentence of a line that closes with its speaker."""
    for sentence in reversed(source.article.sentences_in(rows[number])):
        speech = _read_sentence(source, sentence)
        if speech is not None:
            return speech
    return None


def _read_sentence(source: UnparsedArticle, sentence: Span) -> Speech | None:
    text = source.article.text
    body = find_line_body(text, sentence)
    words = text[body.start : body.stop].rstrip(" .!")
    match = _CLOSING.search(words)
    if match is None or len(match["speaker"].split()) > _MAX_WORDS:
        return None
    content = trim_span(text, Span(body.start, body.start + match.start()))
    if not content.length or text[content.start : content.stop].rstrip().endswith("?"):
        return None
    label = Span(body.start + match.start("speaker"), body.start + len(words))
    speaker = find_labelled_speaker(source, label)
    if speaker is None or not _is_said_by(source, content, speaker):
        return None
    return Speech((content,), None, (Span(sentence.start, sentence.stop),), CLOSING, speaker, ClaimForm.REPORTED)


def _is_said_by(source: UnparsedArticle, content: Span, speaker: Span) -> bool:
    """Tell «Склад сгорел — МЧС» from «Победил хозяин поля — Ахмет Ли».

    The words before the dash are a clause that no subject closes, unless a body speaks.

    The speaker is in the nominative: a name, a post, or several persons.
    """
    text = source.article.text
    if text[content.start : content.stop].count("«") != text[content.start : content.stop].count("»"):
        return False
    (sentence,) = source.article.parse_sentences([Span(content.start, speaker.stop)])
    tree = SyntaxTree(sentence)
    own = [index for index, word in enumerate(tree.words) if word.span.stop <= content.stop]
    if not any(tree.is_finite(index) or tree.lower_at(index) == "нет" for index in own):
        return False
    named = [word for word in tree.words[len(own) :] if word.pos in _NOMINALS]
    is_short = text[speaker.start : speaker.stop].split()[0].isupper()
    if named and named[0].feat("Case") not in ("Nom", "") and not is_short:
        return False
    if is_short or (is_body(source, speaker) and not _is_post(source, speaker)):
        return True
    if tree.words[own[-1]].lemma in _POST_NOUNS:
        return False  # «назначен на новую должность — глава таможни»
    is_several = bool(named) and (named[0].feat("Number"), named[0].feat("Animacy")) == ("Plur", "Anim")
    return (is_several or is_person(source, speaker)) and not _closes_with_subject(tree, own[-1])


def _is_post(source: UnparsedArticle, speaker: Span) -> bool:
    """Tell «глава ведомства» from «ведомство» and «спасатели»."""
    words = source.article.text[speaker.start : speaker.stop].split()
    kinds = (source.article.find_noun_kind(word) for word in words)
    return len(words) > 1 and next(filter(None, kinds), "") == "living"


def _closes_with_subject(tree: SyntaxTree, last: int) -> bool:
    """Say whether a word belongs to a subject behind its verb."""
    for index in (last, *tree.ancestors(last)):
        word = tree.words[index]
        if tree.is_finite(index) or index > last:
            return False
        if word.rel.split(":")[0] == "nsubj":
            return 0 <= word.head < index
    return False


CLOSING = LineRule(name="closing", precision=0.75, find=_find_speech)
