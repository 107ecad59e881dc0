"""The normal form of every name: nominative and whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.text.word_lists import read_alternatives, read_table, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.analysis import Tag
from app.nlp.backend.models import Models
from app.nlp.entities.article_forms import FoundForm, agree_normal_forms
from app.nlp.entities.gender_context import find_gender
from app.nlp.entities.kazakh_nominative import has_kazakh_letters, to_kazakh_nominative
from app.nlp.entities.quoted_names import QuotedName
from app.nlp.names.corrections.opening_nouns import is_declined
from app.nlp.names.corrections.place_rules import is_of_street
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.names.name import Name, group_by_sentence
from app.nlp.names.name_tagger import TaggedTokens
from app.nlp.names.organisations.compound_words import split_compound
from app.nlp.names.organisations.full_names import BARE_SURNAME
from app.nlp.names.organisations.trade_names import TRADE_ENDINGS
from app.nlp.names.persons.position_words import PositionWords, count_acting_words
from app.nlp.text.name_endings import may_be_soft
from app.nlp.text.tokens import Token

_NOUNS = ("NOUN", "PROPN")
_ADJECTIVES = ("ADJ", "VERB", "DET", "NUM")
_AREA_ADJECTIVE = re.compile(f"([{CAPITALS}][\\w-]+[сц]к)(ой|ую|ая|ого|ому|ом|им|ий)")
_UNDECLINED = re.compile(rf"\w{{2,}}(?:{read_alternatives('entities/undeclined_endings')})")
_ACRONYM = re.compile(r"[А-ЯЁ]{2,6}(?:-\d{1,2})?")
_PLACE_KINDS = read_words("names/place_types") | frozenset(read_table("names/natural_types"))
_SHORT_TYPE = re.compile(rf"({read_alternatives('names/hyphened_street_words')})(?:[аеу]|ом)?")
"""Shortened words for streets that are declined: «пр-те Республики»."""
_AREAS = read_table("entities/area_nouns")
_HEADS = read_words("entities/declined_heads")
"""Nouns that end a quoted name and are declined with it."""

_HER_ADJECTIVE = re.compile(r"\w+(?:ой|ей|ую|юю)")
_STREET_ADJECTIVE = Tag("ADJ", {"Case": "Gen", "Gender": "Fem", "Number": "Sing"})
"""«улице Садовой» is «Садовая». What else stands behind the word stays: «улица Абая» is of somebody."""

_LAST_PART = re.compile(f"(?<=[{SMALL}])[{CAPITALS}][{SMALL}]+$")
"""The last beginning of a word that is joined of several: «Ал» of «РусАл»."""

_JOINED_ENDING = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|е)$")

_AGREEING = (EntityLabel.PER, EntityLabel.LOC, EntityLabel.ORG)
_CONTEXT_WORDS = 3
_PLAIN = Tag("X", {})


class NormalForms:
    """Gives names their normal forms.

    `lexicon` knows how some of them are spelt in the nominative, `positions` which word of a position is its head.
    """

    def __init__(self, models: Models, lexicon: Lexicon, positions: PositionWords) -> None:
        self._models = models
        self._lexicon = lexicon
        self._positions = positions
        self._inflection = models.inflection

    def normalise(self, names: Sequence[Name], reading: TaggedTokens) -> list[str]:
        """Return the normal form of each name.

        Morphology reads only the words around those it is needed for.
        """
        spelt = [self._find_spelling(name, reading.tokens) for name in names]
        asked = [
            name for name, known in zip(names, spelt, strict=True) if not known and self._needs_tags(name, reading)
        ]
        tags = self._tag_names(asked, reading)
        found = [self._make_form(name, known, reading, tags) for name, known in zip(names, spelt, strict=True)]
        return agree_normal_forms(found, self._inflection)

    def _make_form(self, name: Name, known: str, reading: TaggedTokens, tags: Mapping[int, Tag]) -> FoundForm:
        """Return the normal form that a name's own words tell."""
        tokens = reading.tokens[name.first : name.stop]
        own = [tags[index].feats.get("Case") for index in range(name.first, name.stop) if index in tags]
        return FoundForm(
            name.label,
            join_words([token.text for token in tokens], tokens),
            known or self._normalise_name(name, reading, tags),
            is_nominative=bool(known) or not own or "Nom" in own,
            is_certain=bool(known) or name.label not in _AGREEING or self._is_street(name, reading.tokens),
        )

    def _find_spelling(self, name: Name, tokens: Sequence[Token]) -> str:
        """Return the lexicon's spelling of a name.

        The name may be known with its kind: «область Абай».
        """
        if self._is_street(name, tokens):
            return ""  # «проспект Сатпаева» is not of the town of Сатпаев
        spelling = self._lexicon.find_spelling(tokens[name.first : name.stop])
        if spelling or name.label != EntityLabel.LOC or not name.first:
            return spelling
        kind, _, own = self._lexicon.find_spelling(tokens[name.first - 1 : name.stop]).partition(" ")
        return own if kind.islower() else ""

    def _needs_tags(self, name: Name, reading: TaggedTokens) -> bool:
        """Say whether morphology tells the normal form, and not the words alone."""
        words = tuple(token.text for token in reading.tokens[name.first : name.stop])
        if name.label != EntityLabel.PER:
            return not (QuotedName(name, reading.tokens).is_nominative or words[1:2] == (".",))
        surnames = self._models.surnames
        return surnames.needs_context(words) or surnames.turn(words, "") is None

    def _tag_names(self, names: Sequence[Name], reading: TaggedTokens) -> dict[int, Tag]:
        """Return what the tokens of names are, by index."""
        windows = list(_iter_windows(names, reading))
        words = [[token.text for token in reading.tokens[start:stop]] for start, stop in windows]
        found = self._models.tag_words(words)
        return {start + i: tag for (start, _), tags in zip(windows, found, strict=True) for i, tag in enumerate(tags)}

    def _normalise_name(self, name: Name, reading: TaggedTokens, tags: Mapping[int, Tag]) -> str:
        tokens = reading.tokens[name.first : name.stop]
        own = [tags.get(index, _PLAIN) for index in range(name.first, name.stop)]
        if name.label == EntityLabel.PER:
            return join_words(self._turn_person(name, own, reading, tags), tokens)
        if kind := self._find_kind(name, reading.tokens):
            agreed = self._inflection.agree_with_kind(tokens[0].text, own[0], kind)
            return self._turn_words(name, [agreed], reading)[0]
        head = self._find_apposed_head(tokens) if name.label == EntityLabel.ORG else ""
        if head:
            return join_words([*(token.text for token in tokens[:-1]), head], tokens)
        words = self._turn_words(name, own, reading)
        if name.label == EntityLabel.LOC:
            words = _to_singular_area(self._keep_undeclined(name, words, reading.tokens), tokens)
        return join_words(_turn_before_acronym(words, tokens), tokens)

    def _find_kind(self, name: Name, tokens: Sequence[Token]) -> str:
        """Return the word for a place's kind before its name.

        Example: «реке» of «на реке Нура»; "" where there is none, or the name has several words.
        """
        if name.label != EntityLabel.LOC or not name.first or name.stop > name.first + 1:
            return ""
        word = tokens[name.first - 1].text.lower()
        return word if self._is_kind(word) else ""

    def _is_kind(self, word: str) -> bool:
        return not _PLACE_KINDS.isdisjoint(self._positions.forms.lemmas_of(word.lower()))

    def _turn_words(self, name: Name, own: Sequence[Tag], reading: TaggedTokens) -> list[str]:
        """Return the words of a name in the nominative.

        It is a place, organisation or position. Words that are governed stay.
        """
        words = [token.text for token in reading.tokens[name.first : name.stop]]
        if name.label == EntityLabel.ROLE:
            return self._turn_position(words, own)
        if name.label == EntityLabel.ORG and _bears_surname(words):
            rest = Name(name.first + 1, name.stop, name.label, name.rule)
            return [words[0], *self._turn_words(rest, own[1:], reading)]
        quotes = QuotedName(name, reading.tokens)
        if quotes.is_nominative or words[1:2] == ["."]:  # «ул. Кабанбая» is of Kabanbai
            return words
        short = _SHORT_TYPE.fullmatch(words[0]) if name.label == EntityLabel.LOC else None
        if short is not None and len(words) > 1:
            return [short[1], *words[1:]]
        if self._is_street(name, reading.tokens):
            own = [_STREET_ADJECTIVE if all(map(_HER_ADJECTIVE.fullmatch, words)) else _PLAIN] * len(words)
        stop = _find_place_stop(words, own) if name.label == EntityLabel.LOC else _find_head_stop(own)
        if quotes.is_quoted:
            return self._turn_quoted(words, own, stop)
        before = reading.tokens[name.first - 1].text if name.first else ""
        if name.label == EntityLabel.ORG and stop > 1 and own[stop - 1].pos in _NOUNS:
            own = [self._agree_with_head(tag, words[stop - 1], own[stop - 1]) for tag in own]
        turned = [
            self._turn_word(word, tag, before) if index < stop else word
            for index, (word, tag) in enumerate(zip(words, own, strict=True))
        ]
        if name.label == EntityLabel.ORG and turned == words and len(words) > 1 and words[-1][0].isupper():
            turned[-1] = self._inflection.head_to_nominative(words[-1], _HEADS)  # «Жетісу Банка»
        return turned

    def _keep_undeclined(self, name: Name, words: Sequence[str], tokens: Sequence[Token]) -> list[str]:
        """Return a place's words, the undeclined ones as they stand.

        Example: «Жетысу», «селе Жана Жол»; but «Марсу» is of «Марс».
        """
        own, has_word = [token.text for token in tokens[name.first : name.stop]], self._models.vocabulary.has_word
        if len(own) > 1 and all(map(str.istitle, own)) and name.first and self._is_kind(tokens[name.first - 1].text):
            return list(words) if is_declined(own[0], self._positions.forms) else own
        pairs = zip(own, words, strict=True)
        return [one if _UNDECLINED.fullmatch(one) and not has_word(one.lower()) else word for one, word in pairs]

    def _find_apposed_head(self, tokens: Sequence[Token]) -> str:
        """Return the nominative of the noun behind a firm's name.

        It is "" where there is none. Such a name is not declined: «в Фридом банке».
        """
        own, noun = tokens[-2].text if len(tokens) > 1 else "", tokens[-1].text
        if not own[:1].isupper() or not noun.islower() or _AREA_ADJECTIVE.fullmatch(own):
            return ""
        head = self._inflection.head_to_nominative(noun, _HEADS)
        is_adjective = any(form.pos == "ADJF" for form in self._positions.forms.forms_of(own))
        return head if head in _HEADS and not is_adjective else ""

    def _is_street(self, name: Name, tokens: Sequence[Token]) -> bool:
        return is_of_street(name, tokens, self._inflection.is_town)

    def _agree_with_head(self, tag: Tag, noun: str, noun_tag: Tag) -> Tag:
        """Return an adjective's tag in the gender of its name's noun."""
        return self._inflection.agree_with_noun(tag, noun, noun_tag) if tag.pos == "ADJ" else tag

    def _turn_position(self, words: Sequence[str], own: Sequence[Tag]) -> list[str]:
        """Return a position's words, its head in the nominative.

        What agrees with the head stands before it and is turned too. Where somebody holds it for a time, the words
        that say so are the head: «и.о. акима» stays.
        """
        if acting := count_acting_words(words):
            turned = [
                self._turn_word(word, self._inflection.read_position(word, tag), "")
                for word, tag in zip(words[: acting - 1], own, strict=False)
            ]
            return [*turned, *words[acting - 1 :]]
        head = next((index for index in range(len(words)) if self._is_position_head(words, index)), None)
        stop = _find_head_stop(own) if head is None else head + 1
        tags = list(own[:stop])
        if head is not None:
            tags[head] = self._inflection.read_position(words[head], own[head])
            for index, tag in enumerate(own[:head]):
                if tag.pos == "PROPN":  # a capital misled the tagger: «Чрезвычайным Послом»
                    tags[index] = self._inflection.read_position(words[index], tag)
        turned = [self._turn_word(word, tag, "") for word, tag in zip(words, tags, strict=False)]
        if head is not None:
            turned[head] = self._positions.settle_nominative(words[head], turned[head])
        return [*turned, *words[stop:]]

    def _is_position_head(self, words: Sequence[str], index: int) -> bool:
        """Say whether a word is the head of a position.

        Of «управляющий директор» it is the last one.
        """
        is_adjective = self._inflection.read_position(words[index], _PLAIN).pos != "NOUN"
        is_before = is_adjective and index + 1 < len(words) and self._positions.is_position(words[index + 1])
        return self._positions.is_position(words[index]) and not is_before

    def _turn_word(self, word: str, tag: Tag, before: str) -> str:
        if has_kazakh_letters(word):
            return to_kazakh_nominative(word, tag.feats.get("Case", "Nom"), before)
        if (compound := split_compound(word)) and not self._models.vocabulary.has_word(word):
            return compound[0] + self._inflection.to_nominative(compound[1], tag)
        if word.endswith(TRADE_ENDINGS):
            return word
        return self._cut_joined(word, tag) or self._inflection.to_nominative(word, tag)

    def _cut_joined(self, word: str, tag: Tag) -> str:
        """Return «РусАл» of «РусАла», «СтройТрест» of «СтройТреста».

        It is "" where the dictionary has the last part as a noun that no firm ends in.
        """
        part = _LAST_PART.search(word)
        ending = _JOINED_ENDING.search(word) if part is not None else None
        if part is None or ending is None:
            return ""
        head = self._inflection.head_to_nominative(part[0], _HEADS)
        if head != part[0]:
            return word[: part.start()] + head
        if ending[0] != "а" and tag.feats.get("Case", "Nom") == "Nom":
            return ""
        readings = self._models.vocabulary(part[0].lower()) if self._models.vocabulary.has_word(part[0].lower()) else ()
        return "" if any({"NOUN", "inan"} <= form.tag.grammemes for form in readings) else word[: ending.start()]

    def _turn_quoted(self, words: Sequence[str], own: Sequence[Tag], stop: int) -> list[str]:
        """Return the words of an inflected quoted name in the nominative.

        The name stands in the case of the sentence: "акции «Тау Банка»".
        """
        turned = list(words)
        for index, (word, tag) in enumerate(zip(words[:stop], own, strict=False)):
            noun = word.rpartition("-")[2]
            if not has_kazakh_letters(word) and self._models.vocabulary.has_word(noun):
                is_adjective = tag.pos == "ADJ" and index + 1 < stop
                agreed = (
                    self._inflection.agree_with_noun(tag, words[index + 1], own[index + 1]) if is_adjective else tag
                )
                turned[index] = self._inflection.to_nominative(word, agreed)
            elif index == len(words) - 1:
                turned[index] = self._cut_joined(word, tag) or self._cut_unknown(word, tag)
        if turned == list(words) and len(words) > 1:
            turned[-1] = self._inflection.head_to_nominative(words[-1], _HEADS)
        return turned

    def _cut_unknown(self, word: str, tag: Tag) -> str:
        """Return an unknown word without an unlikely ending.

        No dictionary has the word, and the ending hardly belongs to it: «Барыса», «Барысом», «Елимаю».
        """
        if may_be_soft(word):
            return self._inflection.cut_ending(word, tag)
        return to_kazakh_nominative(word, tag.feats.get("Case", ""), "") if word.endswith(("а", "ом")) else word

    def _turn_person(
        self, name: Name, own: Sequence[Tag], reading: TaggedTokens, tags: Mapping[int, Tag]
    ) -> Sequence[str]:
        words = tuple(token.text for token in reading.tokens[name.first : name.stop])
        surnames = self._models.surnames
        gender = ""
        if surnames.needs_context(words):
            start = reading.cuts[bisect_right(reading.cuts, name.first) - 1]
            gender = find_gender(name, reading.tokens, tags, start)
        before = tags.get(name.first - 1)
        is_oblique = before is not None and before.pos == "ADP"
        return surnames.turn(words, gender) or self._inflection.person_to_nominative(words, own, is_oblique=is_oblique)


def _bears_surname(words: Sequence[str]) -> bool:
    """Say whether an undeclined surname opens a name: «Назарбаев Интеллектуальной школе»."""
    return len(words) > 1 and words[1][0].isupper() and BARE_SURNAME.fullmatch(words[0]) is not None


def _to_singular_area(words: list[str], tokens: Sequence[Token]) -> list[str]:
    """Return a district's name in the singular.

    Example: "Мангистауская" of «в Мангистауской и …», "Жетысуский район".

    Endings tell, since the dictionary knows few of these adjectives.
    """
    if len(words) > 2 or (len(words) == 2 and words[1] not in _AREAS):
        return words
    adjective = _turn_area_adjective(tokens[0].text)
    return [adjective, *(_AREAS[word] for word in words[1:])] if adjective else words


def _turn_before_acronym(words: list[str], tokens: Sequence[Token]) -> list[str]:
    """Return a name's words with the adjective before its acronym turned.

    No dictionary has the noun that it agrees with: «Карагандинскую ТЭЦ-3».
    """
    if len(words) == 1 or words[0] != tokens[0].text or not _ACRONYM.fullmatch(words[1]):
        return words
    return [_turn_area_adjective(words[0]) or words[0], *words[1:]]


def _turn_area_adjective(word: str) -> str:
    """Return an adjective of an area in the nominative, or ""."""
    found = _AREA_ADJECTIVE.fullmatch(word)
    if found is None:
        return ""
    return found[1] + ("ая" if found[2] in ("ой", "ую", "ая") else "ий")


def _iter_windows(names: Sequence[Name], reading: TaggedTokens) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens that morphology must see.

    They hold the names and what is around them; none crosses a sentence's end.

    Three layers of a network that looks one word far see three words to each side.
    """
    for start, stop, here in group_by_sentence(names, reading.cuts):
        first = last = 0
        for name in here:
            low, high = max(0, name.first - _CONTEXT_WORDS), min(stop - start, name.stop + _CONTEXT_WORDS)
            if low > last:
                if last:
                    yield start + first, start + last
                first = low
            last = max(last, high)
        if last:
            yield start + first, start + last


def join_words(words: Sequence[str], tokens: Sequence[Token]) -> str:
    """Join words with the blanks between their tokens."""
    parts = [words[0]]
    for word, before, token in zip(words[1:], tokens, tokens[1:], strict=False):
        parts.append(" " * min(1, token.start - before.stop) + word)
    return "".join(parts)


def _find_place_stop(words: Sequence[str], tags: Sequence[Tag]) -> int:
    """Return where the words of a place stop that are turned together.

    What its noun governs is in lower case: «Страны восходящего солнца».
    """
    head = _find_head_stop(tags)
    governed = (index for index in range(head, len(words)) if words[index][0].islower())
    return next(governed, len(words))


def _find_head_stop(tags: Sequence[Tag]) -> int:
    """Return where the head of a name stops.

    It is adjectives and the first noun of an organisation or position; the rest is governed.
    """
    for index, tag in enumerate(tags):
        if tag.pos in _NOUNS:
            return index + 1
        if tag.pos not in _ADJECTIVES:
            return index
    return len(tags)
