"""The confidence of a claim tells how sure its kind is."""

from app.core.model import Annotation, Kind
from app.nlp.pipeline import Tagger

SURE = "Аким сообщил, что ремонт дороги завершили."
DOUBTFUL = "Аким сообщил, что ремонт дороги нужно будет завершить до 1 мая."


def claim_of(tagger: Tagger, text: str) -> Annotation:
    (claim,) = (one for one in tagger.tag(text).annotations if one.kind is Kind.CLAIM)
    return claim


def test_a_claim_whose_words_tell_of_several_kinds_is_less_sure(tagger: Tagger) -> None:
    sure, doubtful = claim_of(tagger, SURE), claim_of(tagger, DOUBTFUL)
    assert sure.rule == doubtful.rule
    assert (sure.confidence or 0.0) > (doubtful.confidence or 0.0) > 0.0


def test_a_claim_whose_cue_names_the_act_is_surer(tagger: Tagger) -> None:
    named, told = claim_of(tagger, "Аким пообещал достроить мост."), claim_of(tagger, "Аким сказал, что мост достроят.")
    assert named.label == told.label == "promise"
    assert (named.confidence or 0.0) > (told.confidence or 0.0)


def test_speech_of_sentences_of_several_kinds_is_less_sure(tagger: Tagger) -> None:
    one = claim_of(tagger, "«Мост закрыли. Людей стало меньше», – сказал аким.")
    several = claim_of(tagger, "«Мост закрыли. Нужно ехать в обход», – сказал аким.")
    assert (one.confidence or 0.0) > (several.confidence or 0.0)
