"""A feed: one article an item that has words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from app.core.message import UserError
from app.formats import registry

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Вести Кенжара</title>
<item><title>Мост &amp; набережная</title><link>https://x.kz/1</link><pubDate>Tue, 12 May 2026 23:30:00 +0500</pubDate>
<description>Мост откроют.</description>
<content:encoded><![CDATA[<p>Мост <b>откроют</b> в мае.</p><p>Срок назвал аким.</p>]]></content:encoded></item>
<item><title></title><description> </description></item>
<item><title>Школу закроют</title><description>Так решил аким.

Здание &amp;laquo;ветхое&amp;raquo;.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Вести Кенжара</title>
<entry><title type="html">Школу &lt;i&gt;закроют&lt;/i&gt;</title><link rel="self" href="https://x.kz/feed"/>
<link href="https://x.kz/9"/><updated>2026-05-12T10:00:00+05:00</updated><summary>Коротко.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Школу закроют осенью.</p><p>Так решил аким.</p>
</div></content></entry></feed>"""
RDF = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Вести</title></channel>
<item><title>Мост закрыт</title><link>https://x.kz/3</link><dc:date>2026-05-13</dc:date>
<description>До осени.</description></item></rdf:RDF>"""


@pytest.mark.parametrize(("name", "encoding"), [("feed.xml", "utf-8"), ("feed.rss", "windows-1251"), ("feed", "utf-8")])
def test_each_item_with_words_is_an_article(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(RSS.format(encoding=encoding).encode(encoding))
    bridge, school = registry.read_file(path)
    assert bridge.text == "Мост & набережная\nМост откроют в мае.\nСрок назвал аким."
    assert (bridge.article.date, bridge.article.url) == (dt.date(2026, 5, 12), "https://x.kz/1")
    assert school.text == "Школу закроют\nТак решил аким.\nЗдание «ветхое»."
    assert (school.article.date, school.article.source) == (None, "Вести Кенжара")
    assert [document.article.key for document in (bridge, school)] == ["feed-1", "feed-3"]
    assert "1 items without a text are left out." in [str(lost) for lost in bridge.lost]


@pytest.mark.parametrize(
    ("content", "text", "day", "url"),
    [
        (ATOM, "Школу закроют\nШколу закроют осенью.\nТак решил аким.", dt.date(2026, 5, 12), "https://x.kz/9"),
        (RDF, "Мост закрыт\nДо осени.", dt.date(2026, 5, 13), "https://x.kz/3"),
    ],
)
def test_other_feeds_give_the_same_fields(tmp_path: Path, content: str, text: str, day: dt.date, url: str) -> None:
    (tmp_path / "feed.xml").write_text(content, "utf-8")
    (found,) = registry.read_file(tmp_path / "feed.xml")
    assert (found.text, found.article.date, found.article.url) == (text, day, url)


def test_a_feed_that_is_cut_off_is_named(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(ATOM[:-30], "utf-8")
    with pytest.raises(UserError, match=r"feed\.xml"):
        list(registry.read_file(tmp_path / "feed.xml"))


def test_other_xml_has_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><log><line>Мост</line></log>", "utf-8")
    with pytest.raises(UserError, match=r"a\.xml"):
        list(registry.read_file(tmp_path / "a.xml"))
