"""False positives of the tagger: what is no name.

They are common words in capitals, adjectives alone, works and vessels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from app.core.text.letters import CAPITALS, SMALL
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.corrections.context_rules import find_quoted
from app.nlp.names.corrections.opening_nouns import PROPER, OpeningNouns, opens_speech
from app.nlp.names.corrections.place_rules import PLACE_RULE, STREET_WORD
from app.nlp.names.known.repeated_names import SPREAD
from app.nlp.names.name import Name, stem_key
from app.nlp.text.tokens import Token

_NO_NAMES = re.compile(read_alternatives("names/no_names"), re.IGNORECASE)
_NETWORKS = re.compile(read_alternatives("names/social_networks"), re.IGNORECASE)
_NAMELESS = read_words("names/nameless_organisations")
_PARTS = read_words("names/parts_of_organisations")
_MEDIUM_WORDS = read_words("names/medium_words")
_PLACELESS = read_words("names/placeless_nouns")
_RELATIONAL = re.compile(r"\w+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)")
_ADJECTIVE_ENDING = re.compile("(?:ый|ий|ой|ая|яя|ую|юю|ое|ее|ые|ие|[ое]го|[ое]му|[оеыи]м|[ыи]х)$")
_LAND_NOUNS = read_words("names/land_nouns")
_LEGAL = re.compile(read_alternatives("names/legal_forms"), re.IGNORECASE)
_LINKS = frozenset(('"', "«", "»", "“", "”", "„", ",", "и", "или", "как"))
_VERBS = {"VERB", "INFN", "PRTS", "GRND", "ADVB", "PRED", "CONJ", "PREP"}
_NO_ENDS = ("VERB", "NPRO", "ADVB")
_SURNAME = re.compile(r"\w+(?:[оеё]в|[иы]н)")
_LATIN_COMPOUND = re.compile(rf"[A-Za-z]+-([{SMALL}]{{3,}})")
_JOINED_NAME = re.compile(rf"[A-Z{CAPITALS}][a-z{SMALL}]+[A-Z{CAPITALS}]\w+")
"""A name that is written as one word of several: «КазМунайГаз»."""

_OPENING = frozenset('"«“„')
_AFTER_HEADWORD = frozenset((".", ":", "|", "/", "–", "—"))
_OUTWEIGHING_MENTIONS = 3
"""How many mentions as an organisation one mention as a thing outweighs."""

_CACHED_WORDS = 20_000
_MAX_TOKENS_BACK = 24
"""How many tokens before a quotation are looked through for what is quoted."""


class FalsePositiveFilter:
    """Drops false positives.

    `is_thing` tells words for works, vessels and the like; `heads` are the stems of words for organisations.
    """

    def __init__(self, forms: WordForms, is_thing: Callable[[str], bool], heads: frozenset[str], *, wide: bool) -> None:
        self._heads = heads
        self._forms = forms
        self._is_thing_word = is_thing
        self._wide = wide
        self.opening = OpeningNouns(forms, heads)
        self.is_common = lru_cache(_CACHED_WORDS)(self._has_no_name)

    def filter_names(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return the names of a sentence without false positives.

        A verb that opens the sentence goes as well.
        """
        kept = [name for name in names if not self._is_false_positive(name, tokens)]
        return [self._drop_trailing_words(self._drop_leading_verb(name, tokens), tokens) for name in kept]

    def _drop_trailing_words(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return "Костаная" of "Костаная нашему".

        Pronouns, verbs and adverbs in lower case end no name.
        """
        stop = name.stop
        while stop > name.first + 1 and (
            self._is_no_end(tokens[stop - 1].text) or self._is_beside_place(name, stop - 1, tokens)
        ):
            stop -= 1
        return name if stop == name.stop else name.with_bounds(name.first, stop, "weed/1")

    def _is_beside_place(self, name: Name, last: int, tokens: Sequence[Token]) -> bool:
        """Say whether a common noun only stands behind a place.

        Example: "снег" of "На перевале Талгар снег". It is in the nominative, and the word before it is no adjective.
        """
        word, before = tokens[last].text, tokens[last - 1].text
        if name.label != EntityLabel.LOC or last != name.first + 1 or not word.islower() or not before[0].isupper():
            return False
        forms = self._forms.forms_of(word)
        is_noun = self._forms.is_known(word) and all(form.pos == "NOUN" for form in forms[:1])
        is_noun &= any(form.case == "nomn" for form in forms)
        return is_noun and _LAND_NOUNS.isdisjoint(self._forms.lemmas_of(word)) and not _ADJECTIVE_ENDING.search(before)

    def _is_no_end(self, word: str) -> bool:
        if not word.islower() or not self._forms.is_known(word):
            return False
        return all(marks.startswith(_NO_ENDS) or "Apro" in marks for marks in self._forms.grammemes_of(word))

    def _drop_leading_verb(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return "театр" of "Открылся театр".

        The tagger took the capital for a part of the name.
        """
        if name.first or name.stop == 1:
            return name
        if self._opens_with_part(name, tokens):
            return name.with_bounds(1, name.stop, "weed/1")
        if not self.is_common(tokens[0].text):
            return name
        if self._is_name_without_first(name, tokens):
            label = EntityLabel.PER if name.label == EntityLabel.LOC else name.label
            return Name(1, name.stop, label, "weed/1")
        is_verb = {form.pos for form in self._forms.forms_of(tokens[0].text)} <= _VERBS
        return name.with_bounds(1, name.stop, "weed/1") if is_verb else name

    def _opens_with_part(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a part opens an organisation: "Пресс-служба КазТрансОйла"."""
        is_whole = tokens[1].text[0].isupper() or tokens[1].text in _OPENING
        return name.label == EntityLabel.ORG and not self._wide and is_whole and tokens[0].text.lower() in _PARTS

    def _is_name_without_first(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether the name is complete without its first word.

        The first word is a noun that opens the sentence before a whole name: "Плавание Дарья Мун", "Убыток КазПочты",
        "Солисты филармонии имени Жамбыла".
        """
        first, second = tokens[0].text, tokens[1].text
        if name.label != EntityLabel.ORG:
            return (
                name.stop > 2
                and tokens[2].text[0].isupper()
                and any("Name" in marks for marks in self._forms.grammemes_of(second))
            )
        is_head = (second[0].isupper() or self._is_living(first)) and stem(second) in self._heads
        is_whole = is_head or _JOINED_NAME.fullmatch(second) is not None
        return is_whole and stem(first) not in self._heads and self._is_noun(first)

    def _may_be_nominative(self, word: str) -> bool:
        return any(form.case == "nomn" for form in self._forms.forms_of(word))

    def _is_noun(self, word: str) -> bool:
        return any(form.pos == "NOUN" for form in self._forms.forms_of(word)[:1])

    def _is_living(self, word: str) -> bool:
        return any("NOUN,anim" in marks for marks in self._forms.grammemes_of(word))

    def _is_thing_noun(self, word: str) -> bool:
        return not _SURNAME.fullmatch(word) and all(
            "inan" in marks for marks in self._forms.grammemes_of(word) if "NOUN" in marks
        )

    def _is_headword(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a common noun is a heading.

        It is a rubric, a line of its own ("Экономика", "Бокс: …"), or begins a sentence.
        """
        word = tokens[name.first].text
        if not self.is_common(word) or not self._is_noun(word) or not self._forms.is_known(word):
            return False
        others = [token.text for token in tokens if token.text[0].isalpha()]
        after = tokens[name.stop].text if name.stop < len(tokens) else "."
        if after == ":" and not self._may_be_nominative(word):
            return False  # «Токаев: …»: «токаев» is a genitive, and no headword
        is_alone = len(others) == 1 or (name.first == 0 and after in _AFTER_HEADWORD)
        if name.rule == SPREAD and self.is_act(after):
            return False  # «Мир забил», where the article names Рафаэль Мир
        is_thing = name.first == 0 and self._is_thing_noun(word)
        if name.label == EntityLabel.ORG:
            return is_alone or (is_thing and not self._may_be_nominative(word) and stem(word) not in self._heads)
        return is_alone or is_thing

    def find_things(self, tokens: Sequence[Token]) -> list[Name]:
        """Return what stands in quotation marks behind works, vessels and the like."""
        quoted = (
            find_quoted(index, EntityLabel.ORG, tokens) for index, token in enumerate(tokens) if token.text in _OPENING
        )
        return [name for name in quoted if name is not None and self._is_thing(name, tokens)]

    def _has_no_name(self, word: str) -> bool:
        """Say whether a capitalised word is in the dictionary as no name."""
        if not word[1:].islower() or "-" in word:
            return False
        return not any(PROPER.search(mark) for mark in self._forms.grammemes_of(word))

    def is_act(self, word: str) -> bool:
        """Say whether a word tells what somebody did: «забил»."""
        if not word.islower() or word.endswith(("ся", "сь")):
            return False
        return any("VERB" in marks and "past" in marks for marks in self._forms.grammemes_of(word))

    def _is_false_positive(self, name: Name, tokens: Sequence[Token]) -> bool:
        first = tokens[name.first].text
        if _is_domain_zone(name, tokens) or self.opening.is_plain(name, tokens):
            return True
        if name.stop == name.first + 1 and (self._tells_of_quoted(name, tokens) or self._is_latin_compound(first)):
            return True
        if name.stop == name.first + 1 and (
            _NO_NAMES.fullmatch(first) or self._is_common(name, tokens) or self._is_headword(name, tokens)
        ):
            return True
        is_nameless = name.stop == name.first + 1 == 1 and first.lower() in _NAMELESS
        if name.label != EntityLabel.ORG:
            is_place = name.label == EntityLabel.LOC
            return is_nameless or (
                is_place and (self._is_plain_phrase(name, tokens) or self._tells_of_noun(name, tokens))
            )
        if is_nameless and not self._wide:
            return True  # «Министерство» begins a sentence
        return self._is_thing(name, tokens) or (self._wide and self._is_network(name, tokens))

    def _tells_of_quoted(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether an adjective of a place opens a sentence before quotations.

        «Шымкентский «Ордабасы» …» is no person; «Чайковский» is in the dictionary as a surname.
        """
        word = tokens[name.first].text
        is_before = name.first == 0 and name.stop < len(tokens) and tokens[name.stop].text in _OPENING
        if name.label != EntityLabel.PER or not is_before or not _RELATIONAL.fullmatch(word):
            return False
        return not (self._forms.is_known(word) and any("Surn" in marks for marks in self._forms.grammemes_of(word)))

    def _is_latin_compound(self, word: str) -> bool:
        """Say whether a Latin name only opens a common noun.

        «Telegram-каналы» does, «Kaspi-банк» is an organisation.
        """
        found = _LATIN_COMPOUND.fullmatch(word)
        return found is not None and self._forms.is_known(found[1]) and stem(found[1]) not in self._heads

    def _tells_of_noun(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a place's adjective tells of what is no place.

        Example: «по Московскому времени».
        """
        if not _RELATIONAL.fullmatch(tokens[name.first].text) or name.stop > name.first + 2:
            return False
        noun = tokens[name.first + 1].text if name.first + 1 < len(tokens) else ""
        return noun.islower() and not _PLACELESS.isdisjoint(self._forms.lemmas_of(noun))

    def _is_plain_phrase(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a name is a plain noun with its words.

        The words behind it are in lower case. The capital is due to the sentence's beginning: "Набережная реки".
        """
        words = [token.text for token in tokens[name.first : name.stop]]
        is_noun = self.is_common(words[0]) and self._is_noun(words[0])
        return name.first == 0 and len(words) > 1 and is_noun and all(map(str.islower, words[1:]))

    def _is_common(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a capital is due to the sentence's beginning only.

        The word is no noun, or an adjective.
        """
        word = tokens[name.first].text
        if not self.is_common(word):
            return False
        parts = {form.pos for form in self._forms.forms_of(word)}
        if opens_speech(name.first, tokens) and not parts & {"NOUN", "ADJF", ""}:
            return True  # «– Вот»
        if name.rule == PLACE_RULE or (name.first and STREET_WORD.fullmatch(tokens[name.first - 1].text)):
            return False  # «улице Садовой», «мысе Песчаном»
        return parts == {"ADJF"} and name.label != EntityLabel.PER and self._precedes_word(name, tokens)

    def _precedes_word(self, name: Name, tokens: Sequence[Token]) -> bool:
        after = tokens[name.stop].text if name.stop < len(tokens) else ""
        return after[:1].islower() and after not in ("и", "или")

    def _is_thing(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a quoted name is that of a thing.

        The word before the row of quotations tells. A legal form right before the mark tells a firm: «трактора и ТОО
        «Арай»».
        """
        index = name.first - 1
        if index > 0 and _LEGAL.fullmatch(tokens[index - 1].text):
            return False
        if index < 0 or tokens[index].text not in ('"', "«", "“", "„"):
            return False
        while index >= 0 and name.first - index < _MAX_TOKENS_BACK:
            word = tokens[index].text
            if (
                (word.islower() or (index == 0 and word.isalpha()))
                and word not in _LINKS
                and not self._is_quoted(index, tokens)
            ):
                return self._is_thing_word(word.lower())
            index -= 1
        return False

    def _is_quoted(self, index: int, tokens: Sequence[Token]) -> bool:
        """Say whether a token lies inside a quotation.

        An opening mark is nearer than a closing one to the left.
        """
        for back in range(index - 1, max(-1, index - 8), -1):
            if tokens[back].text in ("«", "“", "„"):
                return True
            if tokens[back].text in ("»", "”", '"'):
                return False
        return False

    def _is_network(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a social network is meant as a medium.

        It can be meant as a firm as well.
        """
        if not _NETWORKS.fullmatch(tokens[name.first].text):
            return False
        before = (token.text.lower() for token in tokens[max(0, name.first - 2) : name.first])
        return bool(_MEDIUM_WORDS.intersection(before))


def _is_domain_zone(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a name is an internet zone: «в зоне .РФ»."""
    before = tokens[max(0, name.first - 2) : name.first]
    is_dotted = bool(before) and before[-1].text == "." and before[-1].stop == tokens[name.first].start
    return is_dotted and (len(before) == 1 or before[0].stop < before[1].start)


def drop_things(
    kept: Sequence[Name], things: Sequence[Name], acronyms: Collection[str], tokens: Sequence[Token]
) -> list[Name]:
    """Return `kept` without organisations that are `things` elsewhere.

    Example: «Дискавери» is a shuttle in the whole article. `acronyms` are those that the article spells out as no
    organisation: «индекс потребительских цен (ИПЦ)».
    """
    stays = Counter(stem_key(name, tokens) for name in kept if name.label == EntityLabel.ORG)
    goes = Counter(stem_key(name, tokens) for name in things)
    return [
        name
        for name in kept
        if name.label != EntityLabel.ORG
        or (
            _OUTWEIGHING_MENTIONS * goes[stem_key(name, tokens)] < stays[stem_key(name, tokens)]
            and not (name.stop == name.first + 1 and tokens[name.first].text in acronyms)
        )
    ]
