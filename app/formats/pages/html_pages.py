"""Write blocks as one web page that stands alone.

It needs no other file, no script and no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from app.formats.atomic_file import replace_file
from app.formats.pages.blocks import Block, Counts, Facts, Heading, Paragraph, Run, Style
from app.formats.source.own_files import PAGE_MARK, PROGRAM

_TAGS = {Style.QUOTE: "blockquote"}
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that HTML does not allow."""
_HEADINGS = ("h1", "h2", "h3")
_STYLE_SHEET = """
:root { color-scheme: light; }
body { font: 17px/1.6 Georgia, "PT Serif", "Times New Roman", serif; color: #1b1e23; background: #fff;
  max-width: 42em; margin: 2.5em auto; padding: 0 1.2em; overflow-wrap: break-word; }
h1, h2, h3, dl, table, .intro, .detail, .note, .legend { font-family: "Segoe UI", "PT Sans", Arial, sans-serif; }
h1 { font-size: 1.75em; line-height: 1.25; margin: 0 0 .5em; }
h2 { font-size: 1.3em; line-height: 1.3; margin: 2em 0 .4em; border-bottom: 1px solid #d9dce0; padding-bottom: .2em; }
h3 { font-size: 1.05em; margin: 1.6em 0 .4em; }
p, blockquote { margin: 0 0 .7em; white-space: pre-wrap; }
p:empty { display: none; }
.intro { color: #4a515a; }
blockquote { margin: 1.5em 0 .2em; }
.detail, .note, .legend { font-size: .8em; line-height: 1.55; color: #4a515a; }
.detail { margin-bottom: .5em; }
.legend { line-height: 2; }
.bar { border-left: 3px solid; padding-left: .8em; }
.bar > * { color: #1b1e23; }
.detail.bar > *, .note.bar > * { color: #4a515a; }
mark { color: inherit; border-radius: 3px; padding: .06em .1em; }
.claim { text-decoration: underline 2px; text-underline-offset: .28em; text-decoration-skip-ink: none; }
[data-mark]::after { content: attr(data-mark); font: 600 .58em "Segoe UI", Arial, sans-serif; color: #4a515a;
  vertical-align: .55em; margin: 0 .15em 0 .1em; }
a { color: #1a4fb4; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; font-size: .85em; }
dt { color: #5a616b; } dd { margin: 0; }
table { border-collapse: collapse; font-size: .85em; margin: .6em 0 1.2em; }
th, td { padding: .3em .9em .3em 0; border-bottom: 1px solid #e3e5e8; text-align: left; white-space: pre-wrap; }
th + th, td + td { text-align: right; font-variant-numeric: tabular-nums; padding: .3em 0 .3em 1.2em; }
@media print {
  @page { margin: 20mm 18mm; }
  body { font-size: 11pt; max-width: none; margin: 0; padding: 0; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, blockquote { break-after: avoid; }
  blockquote, tr, .detail, .note { break-inside: avoid; }
  .new-page { break-before: page; }
}
"""


def write_html(blocks: Iterable[Block], path: Path, title: str, language: str, content: str) -> Path:
    """Write the page and return its path.

    `content` says what it holds, for the one who reads it back.

    An old file stays until the new one is whole.
    """
    with (
        replace_file(path) as pending,
        pending.draft.open("w", encoding="utf-8", newline="\n", errors="replace") as file,
    ):
        file.write(_open_page(title, language, content))
        for block in blocks:
            file.write(_write_block(block) + "\n")
        file.write("</main>\n</body>\n</html>\n")
    return pending.written


def _open_page(title: str, language: str, content: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="{_text(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{PROGRAM}">
{PAGE_MARK.format(content=content)}
<title>{_text(title)}</title>
<style>{_STYLE_SHEET}</style>
</head>
<body>
<main>
"""


def _write_block(block: Block) -> str:
    if isinstance(block, Heading):
        tag = _HEADINGS[min(block.level, 2)]
        anchor = f' id="{_text(block.anchor)}"' if block.anchor else ""
        page = ' class="new-page"' if block.starts_page else ""
        facts = "".join(f' data-{name}="{_text(value)}"' for name, value in block.facts)
        return f"<{tag}{anchor}{page}{facts}>{_text(block.text)}</{tag}>"
    if isinstance(block, Paragraph):
        return _write_paragraph(block)
    return _write_facts(block) if isinstance(block, Facts) else _write_counts(block)


def _write_paragraph(block: Paragraph) -> str:
    tag = _TAGS.get(block.style, "p")
    bar = f' style="border-color:{block.bar};color:{block.bar}"' if block.bar else ""
    name = f"{block.style} bar" if block.bar else str(block.style)
    words = "".join(map(write_run, block.runs))
    inner = f"<span>{words}</span>" if block.bar else words
    return f'<{tag} class="{name}"{bar}>{inner}</{tag}>'


def write_run(run: Run) -> str:
    """Return a run as HTML.

    What is no part of the text is in an attribute, and is not copied with it.
    """
    title = f' title="{_text(run.title)}"' if run.title else ""
    if run.is_mark:
        return f'<span data-mark="{_text(run.text)}"{title}></span>'
    words = _text(run.text)
    if run.fill:
        words = f'<mark style="background:{run.fill}"{title}>{words}</mark>'
    if run.line:
        words = f'<span class="claim" style="text-decoration-color:{run.line}"{title}>{words}</span>'
    if run.is_bold:
        words = f"<b>{words}</b>"
    if run.is_italic:
        words = f"<i>{words}</i>"
    return f'<a href="{_text(run.link)}" rel="noreferrer">{words}</a>' if run.link else words


def _write_facts(block: Facts) -> str:
    rows = "".join(f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in block.rows)
    return f"<dl>{rows}</dl>"


def _write_counts(block: Counts) -> str:
    head = f"<thead><tr>{''.join(_write_cells('th', block.header))}</tr></thead>" if block.header else ""
    rows = []
    for number, values in enumerate(block.rows):
        first, *others = _write_cells("td", values)
        if block.anchors:
            first = f'<td><a href="#{_text(block.anchors[number])}">{_text(values[0])}</a></td>'
        rows.append(f"<tr>{first}{''.join(others)}</tr>")
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"


def _write_cells(tag: str, values: Iterable[str]) -> Iterator[str]:
    return (f"<{tag}>{_text(value)}</{tag}>" for value in values)


def _text(text: str) -> str:
    """Return text for HTML, in an attribute or between tags.

    A character that HTML forbids becomes visible.
    """
    return escape(_UNSEEN.sub("\ufffd", text))
