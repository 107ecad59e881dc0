"""The same article in the files of different programs.

They are made when the tests run.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from pathlib import Path

import docx
import odfdo

from app.core.model import Document
from app.formats import registry

Maker = Callable[[Path, Document], None]


def read(path: Path) -> Document:
    """Return the one article of a file."""
    (document,) = registry.read_file(path)
    return document


def framed_lines(article: Document) -> list[str]:
    """Return the lines of an article in the analyst's frame.

    It is the frame of the analyst's files.
    """
    title, *paragraphs = article.text.split("\n")
    day, url = article.article.date, article.article.url
    return [f" date {day} {title}", "Опубликовано:", *paragraphs, f"Оригинал статьи: {url}"]


def make_docx(path: Path, article: Document) -> None:
    """Write a Word file as an editor would.

    A heading, the paragraphs, the address.
    """
    word = docx.Document()
    title, *paragraphs = article.text.split("\n")
    word.add_heading(title, 0)
    word.add_paragraph(f"Опубликовано: {article.article.date:%d.%m.%Y}, 14:05")
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    word.add_paragraph(f"Оригинал статьи: {article.article.url}")
    word.save(str(path))


def make_framed_docx(path: Path, article: Document) -> None:
    """Write a Word file into which the analyst's text was pasted."""
    word = docx.Document()
    for line in framed_lines(article):
        word.add_paragraph(line)
    word.core_properties.title = "Документ Microsoft Word"
    word.core_properties.author = "Аналитик"
    word.core_properties.created = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    word.save(str(path))


def make_odt(path: Path, article: Document) -> None:
    """Write an OpenDocument text."""
    text = odfdo.Document("text")
    text.body.clear()
    lines = framed_lines(article)
    text.body.append(odfdo.Header(1, article.article.title))
    for line in [f"Опубликовано: {article.article.date}", *lines[2:]]:
        text.body.append(odfdo.Paragraph(line))
    text.save(str(path))


def make_rtf(path: Path, article: Document) -> None:
    """Write rich text as Word does.

    What is not ASCII is escaped.
    """
    lines = "\\par\n".join(_rtf_escaped(line) for line in framed_lines(article))
    head = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0 Times New Roman;}}{\\info{\\creatim\\yr2020\\mo1\\dy1}}"
    path.write_text(f"{head}\\f0\\fs24 {lines}\\par}}", "ascii")


def make_eml(path: Path, article: Document) -> None:
    """Write a letter.

    The title as its subject, lines wrapped as mail does.
    """
    message = EmailMessage()
    message["Subject"] = f"Fwd: {article.article.title}"
    message["From"] = "Отдел новостей <news@example.kz>"
    message["To"] = "analyst@example.kz"
    day = article.article.date or dt.date.min
    message["Date"] = dt.datetime.combine(day, dt.time(1, 5), dt.timezone(dt.timedelta(hours=5)))
    paragraphs = article.text.split("\n")[1:]
    message.set_content("\n\n".join([*map(wrapped, paragraphs), f"Оригинал статьи: {article.article.url}"]), cte="8bit")
    long_headers = policy.default.clone(max_line_length=1000)  # the library loses a blank where it folds one
    path.write_bytes(message.as_bytes(policy=long_headers))


def wrapped(paragraph: str, width: int = 72) -> str:
    """Return a paragraph in lines of at most `width` characters."""
    lines = [""]
    for word in paragraph.split(" "):
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def make_word_parts(path: Path, body: str, **parts: str | bytes) -> None:
    """Write a Word file from XML.

    The body is given as XML, with other parts by name.
    """
    blank = io.BytesIO()
    docx.Document().save(blank)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(blank) as source:
        whole: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    whole["word/document.xml"] = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in {**whole, **parts}.items():
            target.writestr(name, content)


def _rtf_escaped(line: str) -> str:
    signs = []
    for sign in line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}"):
        units = sign.encode("utf-16-le")
        codes = [int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2)]
        signs.append(sign if sign.isascii() else "".join(f"\\u{code}?" for code in codes))
    return "".join(signs)


MAKERS: dict[str, Maker] = {
    "heading.docx": make_docx,
    "framed.docx": make_framed_docx,
    "letter.eml": make_eml,
    "rich.rtf": make_rtf,
    "open.odt": make_odt,
}
