"""What of a folder is left out is said.

Nothing but files in it is opened.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from app.formats import registry

POSIX = pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere, pipes are POSIX's")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "новости"
    (path / "sub").mkdir(parents=True)
    (path / "a.txt").write_text("Новость.", "utf-8")
    return path


def said(folder: Path) -> list[str]:
    return [str(message) for message in registry.list_files([folder]).messages()]


def test_files_of_no_known_kind_are_named_and_the_rest_counted_by_kind(folder: Path) -> None:
    for number in range(23):
        (folder / f"{number:02}.PNG").write_text("x")
    for name in ("y.psd", "sub/z.png", "bare", ".hidden", "README.md", ".git"):
        (folder / name).write_text("x")
    told = said(folder)
    assert told[:20] == [f"“{number:02}.PNG” is left out: its format is not supported." for number in range(20)]
    assert told[20:] == ["6 more files in other formats are left out: 4 .png, 1 –, 1 .psd."]
    assert registry.list_files([folder]).files == [folder / "a.txt"]


@POSIX
def test_links_that_lead_out_of_the_folder_are_named_and_never_opened(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Тайна.", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text("Чужое.", "utf-8")
    (folder / "x.txt").symlink_to("../secret.txt")
    (folder / "sub" / "y.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "away").symlink_to("../out")
    (folder / "same.txt").symlink_to("a.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    assert registry.list_files([folder]).files == [folder / "a.txt", folder / "same.txt"]
    assert said(folder) == [
        "“away” is left out: it is a link that leads out of the folder.",
        "“gone.txt” is left out: it is a link that leads nowhere.",
        "“x.txt” is left out: it is a link that leads out of the folder.",
        "“sub/y.txt” is left out: it is a link that leads out of the folder.",
    ]


@POSIX
def test_links_from_folder_to_folder_end(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to("..")
    (folder / "sub" / "self").symlink_to("self")
    assert registry.list_files([folder]).files == [folder / "a.txt"]


@POSIX
def test_a_folder_that_is_a_link_itself_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "same.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to(folder)
    assert [path.name for path in registry.list_files([tmp_path / "link"]).files] == ["a.txt", "same.txt"]
    assert said(tmp_path / "link") == []


@POSIX
def test_pipes_sockets_and_devices_are_named_and_never_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(folder)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.jsonl")
        assert said(folder) == [
            f"“{name}” is left out: it is a pipe or a device." for name in ("pipe.txt", "socket.jsonl")
        ]
    assert registry.list_files([folder]).files == [folder / "a.txt"]


def test_a_file_without_an_extension_counts_where_its_content_is_known(folder: Path) -> None:
    (folder / "page").write_text("<!DOCTYPE html><html><body><p>Новость.</p></body></html>", "utf-8")
    (folder / "bare").write_text("x", "utf-8")
    listing = registry.list_files([folder])
    assert listing.files == [folder / "a.txt", folder / "page"]
    assert said(folder) == ["“bare” is left out: its format is not supported."]


def test_of_a_folder_only_files_of_the_named_format_are_read_and_the_others_are_named(tmp_path: Path) -> None:
    for name in ("a.eml", "b.txt", "c.html"):
        (tmp_path / name).write_text("To: a@b\nSubject: a\n\nМост открыт.\n", "utf-8")
    listing = registry.list_files([tmp_path, tmp_path / "b.txt"], "eml")
    assert listing.files == [tmp_path / "a.eml", tmp_path / "b.txt"]
    assert [str(message) for message in listing.messages()] == [
        f"“{name}” is left out: it is not of the format that was named." for name in ("b.txt", "c.html")
    ]
