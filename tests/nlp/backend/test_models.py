"""Our way of running natasha's networks gives her own results.

The field's probabilities add up.
"""

import itertools

import numpy as np
import pytest
from natasha.data import NEWS_MORPH, NEWS_NER, NEWS_SYNTAX
from slovnet import NER, Morph, Syntax

from app.core.span import Span
from app.nlp.backend import crf
from app.nlp.backend.models import Models
from app.nlp.text.tokens import iter_tokens

TEXT = (
    "Глава государства Касым-Жомарт Токаев 2 сентября 2025 года посетил Пекин, где подписал 5 соглашений. "
    "«Мы рады», - сказал он журналистам NUR.KZ. Короткое. Эмодзи 😀 и число 12,5 млн тенге!"
)


@pytest.fixture(scope="module")
def sentences(models: Models) -> list[Span]:
    return models.split_sentences(TEXT)


def words(span: Span) -> list[str]:
    return [token.text for token in iter_tokens(TEXT, span)]


def test_names_score_as_in_slovnet(models: Models) -> None:
    infer = NER.load(NEWS_NER).navec(models.word_vectors).infer
    here = words(Span(0, len(TEXT)))
    (batch,) = infer.encoder([here])
    expected = infer.model(batch.word_id, batch.shape_id, batch.pad_mask)[0]
    scores, _ = models.score_names(here)
    np.testing.assert_allclose(scores, expected, atol=1e-3)


def test_forms_and_trees_are_those_of_slovnet(models: Models, sentences: list[Span]) -> None:
    cut = [words(span) for span in sentences]
    forms = Morph.load(NEWS_MORPH).navec(models.word_vectors).map(cut)
    trees = Syntax.load(NEWS_SYNTAX).navec(models.word_vectors).map(cut)
    for sentence, form, tree in zip(models.parse_sentences(TEXT, sentences), forms, trees, strict=True):
        assert [(word.pos, dict(word.feats or {})) for word in sentence.words] == [
            (token.pos, dict(token.feats)) for token in form.tokens
        ]
        assert [(word.head + 1, word.rel) for word in sentence.words] == [
            (0 if token.head_id == token.id else int(token.head_id), token.rel) for token in tree.tokens
        ]


def test_a_sentence_is_read_the_same_alone_and_among_others(models: Models, sentences: list[Span]) -> None:
    together = models.parse_sentences(TEXT, sentences)
    assert together == [models.parse_sentences(TEXT, [span])[0] for span in sentences]


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("Хранилище перестроят к весне.", "перестроят", "Fut"),
        ("Разрыв, по расчётам палаты, сузится вдвое.", "сузится", "Fut"),
        ("Мост, думаю, не доделают и к осени.", "доделают", "Fut"),
        ("Зимой дороги перекрываются снегом.", "перекрываются", "Pres"),
    ],
)
def test_a_word_that_is_a_finite_verb_alone_is_read_as_one(models: Models, text: str, verb: str, tense: str) -> None:
    (sentence,) = models.parse_sentences(text, [Span(0, len(text))])
    (word,) = (word for word in sentence.words if word.text == verb)
    assert (word.pos, word.feat("VerbForm"), word.feat("Tense")) == ("VERB", "Fin", tense)


@pytest.mark.parametrize("word", ["простой", "мыла", "принят", "стекло", "печали", "эвакуируют"])
def test_a_word_with_another_reading_stays_what_the_tagger_says(models: Models, word: str) -> None:
    assert models.find_finite(word) is None


def test_probabilities_and_best_path_agree_with_counting_all_paths() -> None:
    random = np.random.default_rng(7)
    emissions, transitions = random.normal(size=(5, 3)), random.normal(size=(3, 3))
    cuts = [0, 4, 5]
    odds = crf.tag_probabilities(emissions, transitions, cuts)
    best = crf.find_best_path(emissions, transitions, cuts)
    for start, stop in itertools.pairwise(cuts):
        paths = list(itertools.product(range(3), repeat=stop - start))
        scores = np.array([path_score(path, emissions[start:stop], transitions) for path in paths])
        weights = np.exp(scores) / np.exp(scores).sum()
        assert tuple(best[start:stop]) == paths[int(scores.argmax())]
        for place in range(stop - start):
            expected = [
                sum(w for w, path in zip(weights, paths, strict=True) if path[place] == tag) for tag in range(3)
            ]
            np.testing.assert_allclose(odds[start + place], expected)


def path_score(path: tuple[int, ...], emissions: np.ndarray, transitions: np.ndarray) -> float:
    moves = sum(transitions[one, other] for one, other in itertools.pairwise(path))
    return float(sum(emissions[place, tag] for place, tag in enumerate(path)) + moves)


def test_sentences_never_cross_a_line_end(models: Models) -> None:
    text = "Заголовок без точки\nПервое предложение. Второе\n\n  Третье"
    spans = models.split_sentences(text)
    assert [text[span.start : span.stop] for span in spans] == [
        "Заголовок без точки",
        "Первое предложение.",
        "Второе",
        "Третье",
    ]
