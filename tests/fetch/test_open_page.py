from __future__ import annotations

import io
import os
import sys

import pytest

from reader.errors import BadInput
from reader.fetch import open_page, read_file, read_stream
from reader.fetch import source as source_module


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.txt", "text/plain"),
        ("a.news", ""),
    ],
)
def test_a_file_becomes_a_page(tmp_path, name, content_type):
    file = tmp_path / name
    file.write_bytes(b"words")
    page = read_file(file)
    assert (page.data, page.content_type, page.url) == (b"words", content_type, file.as_uri())


def test_a_file_name_of_any_characters_has_an_address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ein Weg & ü #1.md").write_bytes(b"words")
    page = open_page("ein Weg & ü #1.md")
    assert page.url == (tmp_path / "ein Weg & ü #1.md").as_uri()
    assert open_page(page.url).data == b"words"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.4", "a PDF document"),
        ("a.md", b"\x7fELF\x01", "a program"),
        ("a.txt", b"\x00\x01" * 50, "binary data"),
        ("a.html", b"", "it is empty"),
        ("a.html", b"x" * 101, "too large"),
    ],
)
def test_a_file_that_is_no_page_is_told(tmp_path, name, data, words):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(BadInput, match=words) as failure:
        read_file(file, max_bytes=100)
    assert str(file) in str(failure.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(BadInput, match="no such file"):
        read_file(tmp_path / "missing.md")
    with pytest.raises(BadInput, match="a folder"):
        read_file(tmp_path)
    with pytest.raises(BadInput, match="no file name"):
        read_file("a\0b")
    with pytest.raises(BadInput, match="cannot be read"):
        read_file("x" * 5000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_told(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("words")
    file.chmod(0)
    with pytest.raises(BadInput, match="no permission"):
        read_file(file)


def test_standard_input_is_a_page(monkeypatch):
    class Input:
        buffer = io.BytesIO(b"# Title")

    monkeypatch.setattr(sys, "stdin", Input())
    page = open_page("-")
    assert (page.data, page.url, page.requested) == (b"# Title", "", "-")


def test_a_stream_has_the_same_bound():
    assert read_stream(io.BytesIO(b"x" * 100), max_bytes=100).data == b"x" * 100
    with pytest.raises(BadInput, match="standard input: larger"):
        read_stream(io.BytesIO(b"x" * 101), max_bytes=100)


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("HTTP://news.example/a", "HTTP://news.example/a"),
        ("news.example/a?b=1", "https://news.example/a?b=1"),
        ("www.news.example", "https://www.news.example"),
        ("news.example:8080/a", "https://news.example:8080/a"),
        ("localhost:8000/a", "http://localhost:8000/a"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_an_address_is_fetched(monkeypatch, source, url):
    fetched = []
    monkeypatch.setattr(source_module, "fetch", lambda url, **bounds: fetched.append(url))
    open_page(source)
    assert fetched == [url]


def test_a_file_wins_over_a_host_of_the_same_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.example").write_text("words")
    assert open_page("news.example").data == b"words"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "nothing to open"),
        ("article.md", "no such file"),
        ("folder/article.html", "no such file"),
        ("gopher://old.example/1", "only http, https and file"),
        ("javascript:alert(1)", "only http, https and file"),
        ("file://server/share.md", "of this computer"),
        ("file:///no/such/file.md", "no such file"),
    ],
)
def test_what_cannot_be_opened_is_told(source, words):
    with pytest.raises(BadInput, match=words):
        open_page(source)
