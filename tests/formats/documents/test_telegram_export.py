"""A channel's export: one article a message that has a text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from app.core.message import UserError
from app.formats import registry

MESSAGES = [
    {"id": 1, "type": "service", "date": "2025-09-01T10:00:00", "action": "create_channel", "text": ""},
    {"id": 2, "type": "message", "date": "2025-09-02T01:05:00", "text": "Мост откроют\n\nСрок назвал аким 🚆."},
    {"id": 3, "type": "message", "date": "2025-09-02T14:05:00", "photo": "photos/1.jpg", "text": ""},
    {
        "id": 4,
        "type": "message",
        "date": "2025-09-03T09:00:00",
        "text": ["Школу ", {"type": "bold", "text": "№ 4"}, " закроют. ", {"type": "link", "text": "https://x.kz/1"}],
    },
]
CHANNEL = {"name": "Вести Кенжара", "type": "public_channel", "id": 77, "messages": MESSAGES}
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">Вести Кенжара</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">1 September 2025</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="02.09.2025 01:05:00 UTC+05:00">01:05</div>
<div class="from_name">Вести Кенжара</div><div class="text">Мост откроют<br><br>Срок назвал аким 🚆.</div></div></div>
<div class="message default clearfix joined" id="message4"><div class="body">
<div class="pull_right date details" title="03.09.2025 09:00:00 UTC+05:00">09:00</div>
<div class="text">Школу <strong>№ 4</strong> закроют. <a href="https://x.kz/1">https://x.kz/1</a></div></div></div>
</div></div></div></body></html>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("result.json", json.dumps(CHANNEL, ensure_ascii=False)),
        ("all.json", json.dumps({"about": "x", "chats": {"list": [CHANNEL]}}, ensure_ascii=False)),
        ("messages.html", PAGE),
    ],
)
def test_each_message_with_a_text_is_an_article(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    found = list(registry.read_file(path))
    assert [document.text for document in found] == [
        "Мост откроют\nСрок назвал аким 🚆.",
        "Школу № 4 закроют. https://x.kz/1",
    ]
    assert [document.article.date for document in found] == [dt.date(2025, 9, 2), dt.date(2025, 9, 3)]
    assert [document.article.key for document in found] == [f"{path.stem}-2", f"{path.stem}-4"]
    assert {document.article.source for document in found} == {"Вести Кенжара"}
    assert [str(lost) for lost in found[0].lost] == (
        ["1 messages without a text are left out."] if name.endswith("json") else []
    )


def test_a_broken_export_is_named(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(CHANNEL)[:-50], "utf-8")
    with pytest.raises(UserError, match=r"result\.json"):
        list(registry.read_file(tmp_path / "result.json", "telegram"))
