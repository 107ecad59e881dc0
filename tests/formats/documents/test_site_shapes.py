"""Shapes of pages and letters of sites of different build."""

from __future__ import annotations

from pathlib import Path

from app.core.model import Document
from app.formats import registry

TITLE = "Костанайские школы отремонтируют за 4,2 млрд тенге"
LINES = [
    "Акимат области направит 4,2 млрд тенге на ремонт 37 школ, сообщила пресс-служба ведомства.",
    "Работы начнутся 1 июня и закончатся до 25 августа, подрядчиков выберут на открытом конкурсе.",
    "В прошлом году в регионе отремонтировали 21 школу, ещё 12 ждут очереди с 2022 года.",
]
BODY = "".join(f"<p>{line}</p>" for line in LINES)


def read_page(tmp_path: Path, body: str, title: str = TITLE) -> Document:
    path = tmp_path / "a.html"
    path.write_text(
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>', "utf-8"
    )
    (found,) = registry.read_file(path)
    return found


def test_related_posts_cookies_and_agreements_stay_out(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        f"<article><h1>{TITLE}</h1><div>{BODY}</div><div class='jp-relatedposts'><h3>Похожее</h3>"
        "<p>Как изменятся тарифы на воду в Рудном этой зимой.</p></div></article>"
        "<div>Мы используем файлы cookie, чтобы сделать сайт удобнее. Продолжая, вы соглашаетесь.</div>"
        "<div>Возврат к списку</div><div>Пользовательское соглашение</div><div>Made on Tilda</div>",
    )
    assert found.text.split("\n") == [TITLE, *LINES]


def test_day_of_a_time_element_counts_where_nothing_else_gives_one(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        f"<aside><time datetime='2024-01-01'>1 января</time></aside><main><time datetime='2025-03-14'>14 марта</time>"
        f"<h1>{TITLE}</h1>{BODY}</main>",
    )
    assert str(found.article.date) == "2025-03-14"


def test_hidden_heading_of_the_site_is_not_the_title(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        f"<div class='article__title'>{TITLE}</div><h1 class='visually-hidden'>Министерство труда</h1>{BODY}",
        title="Министерство труда",
    )
    assert found.article.title == TITLE


def test_forwarded_letter_gives_its_own_subject_day_and_text(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = "From: a@b.example\nSubject: Fwd: Школы\nDate: Sat, 15 Mar 2025 09:00:00 +0500\nMIME-Version: 1.0\n"
    head += "Content-Type: text/plain; charset=utf-8\n\n"
    inner = "Посмотрите, пожалуйста.\n\n---------- Forwarded message ---------\n"
    inner += "От: Пресс-служба <press@akimat.example>\nДата: пт, 14 мар. 2025 г. в 11:10\n"
    inner += f"Тема: {TITLE}\nКому: <a@b.example>\n\n"
    path.write_text(head + inner + "\n\n".join(LINES), "utf-8")
    (found,) = registry.read_file(path)
    assert (found.article.title, str(found.article.date)) == (TITLE, "2025-03-14")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_part_of_the_stated_title_that_the_page_shows_is_the_title(tmp_path: Path) -> None:
    lines = "<br><br>".join(LINES)
    found = read_page(
        tmp_path,
        f"<table><tr><td colspan=2><font size=5>ИРТЫШ</font></td></tr><tr><td><b>{TITLE}</b><br>14.03.2025 11:20"
        f"<br><br>{lines}</td><td><b>Курс валют</b><br>USD 498,20</td></tr></table>",
        title=f"Иртыш :: Новости :: {TITLE}",
    )
    assert (found.article.title, str(found.article.date)) == (TITLE, "2025-03-14")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_channel_that_is_shown_as_a_link_is_not_the_title(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        "<div class='author'><a href='/irtysh'>Иртыш</a></div>"
        f"<div><b>{TITLE}</b><br><br>{'<br><br>'.join(LINES)}</div>"
        "<div class='footer'><time datetime='2025-03-14T06:20:00Z'>11:20</time></div>",
        title="Иртыш",
    )
    assert (found.article.title, str(found.article.date)) == (TITLE, "2025-03-14")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_list_of_links_belongs_to_the_line_that_announces_it(tmp_path: Path) -> None:
    items = "<ul><li><a href='/a'>Ерлан Сатыбалды</a></li><li><a href='/b'>Мария Цой</a></li></ul>"
    found = read_page(
        tmp_path,
        f"<article><h1>{TITLE}</h1><p>{LINES[0]}</p><p>На пост претендуют:</p>{items}<p>{LINES[1]}</p>"
        "<blockquote><a href='/y'>Как выросли тарифы на тепло: считаем вместе</a></blockquote>"
        f"<p>{LINES[2]}</p></article>",
    )
    assert found.text.split("\n") == [
        TITLE,
        LINES[0],
        "На пост претендуют:",
        "Ерлан Сатыбалды",
        "Мария Цой",
        *LINES[1:],
    ]


def test_words_of_a_footer_stay_out_and_its_day_counts(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        f"<article><h1>{TITLE}</h1>{''.join(f'<div>{line}</div>' for line in LINES)}"
        "<footer>Опубликовано: 14 марта 2025 в 11:20</footer></article>"
        "<footer><p>Телефон редакции и приёмной: +7 7182 55-55-55</p></footer>",
    )
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    found = read_page(tmp_path, f"<pre>{TITLE}\n14.03.2025\n\n" + "\n\n".join(LINES) + "</pre>")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_printed_page_gives_its_address(tmp_path: Path) -> None:
    address = "https://irtysh.example/news/80"
    found = read_page(
        tmp_path,
        f"<p><small>Иртыш — {address}</small></p><h3>{TITLE}</h3><p>Добавлено: 14 марта 2025</p>{BODY}"
        f"<p>Адрес страницы: {address}</p>",
        title=f"{TITLE} - печать",
    )
    assert (found.article.title, str(found.article.date), found.article.url) == (TITLE, "2025-03-14", address)
    assert found.text.split("\n") == [TITLE, *LINES]


def test_page_saved_by_an_extension_gives_its_address(tmp_path: Path) -> None:
    comment = "<!--\n Page saved with SingleFile\n url: https://irtysh.example/news/78\n saved date: today\n-->"
    found = read_page(tmp_path, f"{comment}<h1>{TITLE}</h1>{BODY}")
    assert (found.article.url, found.article.source) == ("https://irtysh.example/news/78", "irtysh.example")


def test_heading_in_capitals_is_read_as_the_page_states_it(tmp_path: Path) -> None:
    found = read_page(tmp_path, f"<h1>{TITLE.upper()}</h1>{BODY}", title=f"{TITLE} | Иртыш")
    assert found.article.title == TITLE


def test_spans_of_a_row_are_words_apart(tmp_path: Path) -> None:
    row = "<div><span>14 марта, 2025</span><span>09:10</span><span>2 мин. чтения</span></div>"
    found = read_page(tmp_path, f"<div><h1>{TITLE}</h1>{row}{''.join(f'<div>{line}</div>' for line in LINES)}</div>")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_word_divided_over_spans_of_a_paragraph_stays_whole(tmp_path: Path) -> None:
    halves = f"<p><span>{LINES[0][:3]}</span><span>{LINES[0][3:]}</span></p>"
    found = read_page(tmp_path, f"<h1>{TITLE}</h1>{halves}<p>{LINES[1]}</p><p>{LINES[2]}</p>")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_running_heads_of_an_office_program_stay_out(tmp_path: Path) -> None:
    heads = ("<div title='header'><p>Иртыш № 12</p></div>", "<div title='footer'><p>1</p></div>")
    found = read_page(tmp_path, f"{heads[0]}<p><b>{TITLE}</b></p><p>14 марта 2025 года</p>{BODY}{heads[1]}", title="")
    assert (found.article.title, str(found.article.date)) == (TITLE, "2025-03-14")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_bold_line_above_the_sentences_is_the_title_where_the_window_names_the_site(tmp_path: Path) -> None:
    found = read_page(
        tmp_path,
        f"<table><tr><td colspan=2><b>Иртыш</b> - газета области</td></tr><tr><td><p align=center><b>{TITLE}</b></p>"
        f"<p align=right><i>14.03.2025</i></p>{BODY}</td><td>Погода<br>+5</td></tr></table>",
        title="Иртыш",
    )
    assert (found.article.title, str(found.article.date)) == (TITLE, "2025-03-14")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_author_in_an_address_element_stays_out(tmp_path: Path) -> None:
    byline = "<address><a>Иртыш</a><time datetime='2025-03-14T04:10:00Z'>14 марта 2025</time></address>"
    found = read_page(tmp_path, f"<main><header><h1>{TITLE}</h1>{byline}</header><article>{BODY}</article></main>")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_byline_gives_the_day_behind_the_author(tmp_path: Path) -> None:
    byline = "<div><span>Автор: <a>admin</a></span> <span>14-03-2025, 09:10</span> <span>Просмотров: 321</span></div>"
    found = read_page(tmp_path, f"<h1>{TITLE}</h1>{byline}<div>{'<br><br>'.join(LINES)}</div><div>Рейтинг: 4,5</div>")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_day_with_a_time_below_the_lead_is_no_paragraph(tmp_path: Path) -> None:
    lead = f"<h2>{LINES[0]}</h2><div>14 марта 2025, 09:10 · 2 мин</div>"
    found = read_page(tmp_path, f"<article><h1>{TITLE}</h1>{lead}{BODY.replace(f'<p>{LINES[0]}</p>', '')}</article>")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == [TITLE, *LINES]


def test_counters_invitations_and_pagers_below_the_article_stay_out(tmp_path: Path) -> None:
    below = "<div>👍 12 👎 1</div><div>Оцените материал</div><div>Басып шығару</div><div>Алдыңғы | Келесі</div>"
    below += "<p>Войдите, чтобы оставлять комментарии</p>"
    found = read_page(tmp_path, f"<main><h1>{TITLE}</h1><p>14 марта 2025</p>{BODY}{below}</main>")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_article_that_follows_on_the_same_page_stays_out(tmp_path: Path) -> None:
    following = (
        "<div class='next-article'><h2>В области ждут паводка</h2><p>Спасатели готовят лодки, сообщили в МЧС.</p></div>"
    )
    found = read_page(tmp_path, f"<div class='article'><h1>{TITLE}</h1>{BODY}</div>{following}")
    assert found.text.split("\n") == [TITLE, *LINES]


def test_day_above_a_post_without_a_title_counts(tmp_path: Path) -> None:
    post = f"<div class='author'><a>Иртыш</a></div><div>14 мар 2025 в 9:10</div><div>{'<br>'.join(LINES)}</div>"
    found = read_page(tmp_path, post, title="Иртыш | ВКонтакте")
    assert str(found.article.date) == "2025-03-14"
    assert found.text.split("\n") == LINES
