"""The words of reports and article pages in English and Russian."""

from __future__ import annotations

from app.formats.xlsx.values.words import Words

CLAIMS = Words("Claims by speaker", "Утверждения по говорящим")
ARTICLES = Words("Articles with their annotations", "Статьи с разметкой")
REPORT_INTRO = Words(
    "Who said what, when and where, according to the articles of this project.",
    "Кто что сказал, когда и где — по статьям этого проекта.",
)
ARTICLES_INTRO = Words(
    "A colour and a caption show the label of a mention; a line below the words is a claim, with its number.",
    "Цвет и подпись показывают метку упоминания; линия под словами — утверждение, с его номером.",
)
PROJECT = Words("Project", "Проект")
EXPORTED = Words("Exported", "Выгружено")
EXPORTED_BY = Words("Exported by", "Кто выгрузил")
PROGRAM = Words("Program", "Программа")
ARTICLE_COUNT = Words("Articles", "Статей")
CLAIM_COUNT = Words("Claims", "Утверждений")
SPEAKER_COUNT = Words("Speakers", "Говорящих")
PERIOD = Words("Articles from … to …", "Статьи за период")
TOTALS = Words("Totals", "Итоги")
KIND = Words("Kind", "Вид")
SPEAKER = Words("Speaker", "Говорящий")
TOTAL = Words("Total", "Всего")
NO_SPEAKER = Words("No speaker named", "Говорящий не назван")
NO_CLAIMS = Words("No claim fits the filters.", "Под отбор не попало ни одного утверждения.")
NO_ARTICLES = Words("No article fits the filters.", "Под отбор не попала ни одна статья.")
DUE = Words("due", "срок")
FIGURES = Words("figures", "цифры")
NOT_DECIDED = Words("not checked", "не проверено")
NOTE = Words("Note", "Заметка")
NOTES = Words("Notes", "Заметки")
PROJECT_NOTES = Words("Notes on the project", "Заметки о проекте")
LABELS = Words("Labels", "Метки")
PAGE = Words("{page} of {total}", "{page} из {total}")
NO_DATE = Words("no date", "без даты")
