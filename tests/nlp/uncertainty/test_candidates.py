"""What is offered as a likely miss."""

from app.nlp.pipeline import Tagger

TEXT = (
    "Об этом рассказали вчера. Эх, Но и Да: вопрос о Б остался. В ЦР ответили уклончиво. По словам очевидцев, "
    "Вы не правы. За Кумжарганом построят дорогу."
)


def test_no_word_of_one_or_two_letters_is_offered(tagger: Tagger) -> None:
    words = [TEXT[candidate.span.start : candidate.span.stop] for candidate in tagger.tag(TEXT).candidates]
    assert words
    assert min(map(len, words)) > 2
