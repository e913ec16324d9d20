from __future__ import annotations

import gzip

import pytest

from reader.errors import BadInput
from reader.extract import extract, extract_html
from reader.model import Page

HTML = b"<!doctype html><title>A title</title><p>Some **words** of a page, as long as must be, and longer.</p>"
MARKDOWN = b"# A title\n\nSome **words** of a page.\n"
TEXT = b"A title\n\nSome words of a page.\n"


@pytest.mark.parametrize(
    ("url", "content_type", "data", "strong"),
    [
        ("https://a.example/x", "text/html", HTML, False),
        ("file:///x.html", "", HTML, False),
        ("", "", HTML, False),
        ("https://a.example/x", "text/markdown", MARKDOWN, True),
        ("file:///x.md", "", MARKDOWN, True),
        ("file:///x.MD", "", b"Some **words** of a page.", True),
        ("https://a.example/readme.md", "text/plain", MARKDOWN, True),
        ("", "", MARKDOWN, True),
        ("file:///x.txt", "", MARKDOWN, False),
        ("https://a.example/x", "text/plain", MARKDOWN, False),
        ("", "", TEXT, False),
    ],
)
def test_each_is_read_as_what_it_is(url, content_type, data, strong):
    article = extract(Page(url=url, data=data, content_type=content_type))
    assert "words" in article.text
    assert any(block.spans for block in article.blocks) is strong
    assert ("**" in article.text) is (not strong and b"**" in data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"\xff\xd8\xff\xe0....", "a JPEG image"),
        (b"GIF89a....", "a GIF image"),
        (gzip.compress(HTML), "gzip data"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b'{"title": "x", "body": ["y"]}', "JSON data"),
        (b'[{"a": 1}]\n', "JSON data"),
        (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"></rss>', "an RSS feed"),
        (b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "an Atom feed"),
        (b"<opml version='2.0'></opml>", "an OPML list"),
        (b"\x00\x01\x02\x03" * 300, "binary data"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_what_is_no_article_is_named(data, words):
    with pytest.raises(BadInput, match=f"this is {words}") as failure:
        extract(Page(url="file:///x", data=data, requested="x"))
    assert str(failure.value).startswith("x: ")
    with pytest.raises(BadInput, match=f"this is {words}"):
        extract_html(data)


def test_json_is_told_from_a_text_that_begins_like_it():
    article = extract(Page(url="", data=b"[Editor's note: this was said in 1999.]\n\nAnd then they left.\n"))
    assert article.text.endswith("And then they left.")
