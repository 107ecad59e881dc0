"""Names in Kazakh text, by rules and lexicons alone.

natasha knows no Kazakh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.mention import Mention
from app.nlp.names.lexicon import Lexicon
from app.nlp.text.tokens import iter_tokens

_UPPER = "[А-ЯЁӘҒҚҢӨҰҮҺІ]"
_LOWER = "[а-яёәғқңөұүһі]"
_WORD = rf"{_UPPER}{_LOWER}+(?:-{_UPPER}{_LOWER}+)?"
_CASE = (
    r"(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|да|де|та|те|дан|ден|тан|тен|нан|нен|ны|ні|ды|ді|ты|ті|"
    r"мен|бен|пен)?"
)
_SURNAME = rf"{_UPPER}{_LOWER}{{2,}}?(?:[оеи]в|[оеи]ва|ұлы|қызы|тегі)"
_NO_FIRST_NAME = read_alternatives("entities/kazakh_openings")
"""Words that begin sentences before a surname."""

_PERSON = re.compile(
    rf"(?<!\w)(?:(?!(?:{_NO_FIRST_NAME})[ \u00a0])(?:{_WORD}[ \u00a0]|{_UPPER}\.[ \u00a0]?))?"
    rf"(?:{_UPPER}{_LOWER}+(?:ұлы|қызы)[ \u00a0])?{_SURNAME}"
    rf"(?:[ \u00a0]{_UPPER}{_LOWER}+(?:ұлы|қызы))?(?={_CASE}(?!\w))"
)
_ORGANISATION = re.compile(
    rf"(?<!\w){_WORD}(?:[ \u00a0]{_LOWER}+,?){{0,5}}?[ \u00a0]"
    rf"(?:{read_alternatives('entities/kazakh_organisation_heads')})"
)
_PLACE = re.compile(
    rf"(?<!\w){_WORD}(?:[ \u00a0]{_WORD})?[ \u00a0](?:{read_alternatives('entities/kazakh_place_heads')})"
)
_RULE = "kazakh/1"


def find_kazakh_names(text: str, spans: Sequence[Span], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in these spans of Kazakh text.

    `lexicon` is one of Kazakh stems. None overlaps another.
    """
    for span_read in spans:
        taken: list[Mention] = []
        held: set[int] = set()
        for mention in (*_find_known(text, span_read, lexicon), *_find_patterns(text, span_read)):
            if held.isdisjoint(range(*mention.span)):
                taken.append(mention)
                held.update(range(*mention.span))
        yield from sorted(taken, key=lambda mention: mention.span)


def _find_patterns(text: str, span_read: Span) -> Iterator[Mention]:
    for pattern, label in ((_ORGANISATION, EntityLabel.ORG), (_PLACE, EntityLabel.LOC), (_PERSON, EntityLabel.PER)):
        for match in pattern.finditer(text, span_read.start, span_read.stop):
            words = text[match.start() : match.end()]
            yield Mention(Span(match.start(), match.end()), label, _RULE, normal=words, entity=words)


def _find_known(text: str, span_read: Span, lexicon: Lexicon) -> Iterator[Mention]:
    tokens = list(iter_tokens(text, span_read))
    for hit in lexicon.find(tokens):
        if hit.known.is_sure and "\n" not in text[tokens[hit.first].start : tokens[hit.stop - 1].stop]:
            span = Span(tokens[hit.first].start, tokens[hit.stop - 1].stop)
            yield Mention(span, hit.known.label, _RULE, normal=hit.spelling, entity=hit.known.main)
