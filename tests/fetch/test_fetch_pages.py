from __future__ import annotations

import gzip
import zlib

import pytest

from reader import __version__
from reader.errors import BadInput, FetchFailed
from reader.fetch import fetch

PAGE = b"<title>Harbour</title><p>The harbour of Ostmark reopened on Friday."


def test_a_page_comes_with_what_http_says_of_it(site):
    url = site.page("/a", PAGE, content_type='Text/HTML; Charset="ISO-8859-2"', etag='"v1"', last_modified="Fri")
    page = fetch(url + "#part")
    assert page.data == PAGE
    assert (page.url, page.requested) == (url, url + "#part")
    assert (page.content_type, page.charset, page.status) == ("text/html", "iso-8859-2", 200)
    assert (page.etag, page.last_modified) == ('"v1"', "Fri")
    assert page.fetched is not None and page.fetched.tzinfo is not None


def test_it_says_who_it_is_and_keeps_no_cookies(site):
    site.page("/b", PAGE)
    site.page("/a", b"", status=302, location="/b", set_cookie="seen=1")
    fetch(site.url("/a"))
    _path, headers = site.requests[-1]
    assert headers["User-Agent"] == f"reader/{__version__}"
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert "Cookie" not in headers


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("gzip", gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
    ],
)
def test_compressed_pages_are_inflated(site, encoding, body):
    assert fetch(site.page("/a", body, content_encoding=encoding)).data == PAGE


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_final_address(site, status):
    url = site.page("/new", PAGE)
    site.redirect("/old", "new", status)
    assert fetch(site.url("/old")).url == url


def test_a_password_goes_to_its_own_site_only_and_is_not_kept(site):
    site.page("/b", PAGE)
    site.redirect("/a", "/b")
    page = fetch(site.url("/a").replace("//", "//ann:secret@"))
    assert "Authorization" in site.requests[0][1]
    assert "Authorization" not in site.requests[1][1]
    assert "secret" not in page.url


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "there is no such page"),
        (410, "gone for good"),
        (403, "refuses to show it"),
        (401, "login"),
        (429, "too many requests"),
        (500, "the site itself has an error"),
        (503, "try again later"),
        (418, "does not give the page"),
        (206, "only a part"),
    ],
)
def test_each_status_has_its_line(site, status, words):
    url = site.page("/a", PAGE, status=status)
    with pytest.raises(FetchFailed, match=words) as failure:
        fetch(url)
    assert str(failure.value).startswith(f"{url}: {status}: ")


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("application/pdf", b"anything", "a PDF document"),
        ("text/html", b"%PDF-1.7 ...", "a PDF document"),
        ("image/webp", b"anything", "an image"),
        ("text/html", b"\x89PNG\r\n\x1a\n", "an image"),
        ("application/octet-stream", b"PK\x03\x04...", "a ZIP archive"),
        ("application/zip", b"anything", "a ZIP archive"),
        ("application/json", b"{}", "JSON data"),
        ("text/plain", b'{"a": 1}', "JSON data"),
        ("application/ld+json", b"{}", "JSON data"),
        ("application/x-strange", b"anything", "application/x-strange data"),
        ("", b"\x00\x01\x02\x03" * 100, "binary data"),
    ],
)
def test_what_is_no_page_is_named(site, content_type, body, words):
    with pytest.raises(FetchFailed, match=f"this is {words}"):
        fetch(site.page("/a", body, content_type=content_type))


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/rss+xml", b"<rss/>"),
        ("application/atom+xml", b"<feed/>"),
        ("application/feed+json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}'),
        ("application/json", b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": []}'),
    ],
)
def test_a_feed_comes_through_as_it_is(site, content_type, body):
    assert fetch(site.page("/a", body, content_type=content_type)).data == body


def test_an_empty_answer_is_told(site):
    with pytest.raises(FetchFailed, match="the answer is empty"):
        fetch(site.page("/a", b" \n"))


@pytest.mark.parametrize("url", ["ftp://example.org/x", "javascript:alert(1)", "mailto:ann@example.org", "//x/y", ""])
def test_only_http_is_fetched(url):
    with pytest.raises(BadInput, match="only http and https"):
        fetch(url)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://exa mple.org/", "http://a:99999/", "http://a\x1b/"])
def test_a_malformed_address_is_told(url):
    with pytest.raises(BadInput, match="no proper address") as failure:
        fetch(url)
    assert "\x1b" not in str(failure.value)
