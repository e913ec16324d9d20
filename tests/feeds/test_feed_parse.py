"""``reader.feeds.parse``: what is no feed, charsets, bounds, and the promise that nothing else is ever raised."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from reader.errors import BadInput, ReaderError
from reader.feeds import parse
from reader.text import clean_line

RSS = """<?xml version="1.0"{declared}?><rss version="2.0"><channel><title>Küste</title>
<item><title>Fähre „Möwe“</title><link>https://e.example.org/1</link><guid>1</guid></item></channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>{inside}</feed>'


def rss(inside, head="<title>t</title>"):
    return f"<rss><channel>{head}{inside}</channel></rss>".encode()


# -- what is no feed


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html><head><title>x</title></head><body><p>y</body></html>", "a web page, not a feed"),
        (b"<html><body><p>y</p></body></html>", "a web page, not a feed"),
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b'{"a": 1}', "no JSON Feed"),
        (b"[1, 2]", "no JSON Feed"),
        (b'{"\x80": [], "a": 1}', "no JSON Feed"),
        (b'{"items": [', "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"only words", "no feed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an XML document (svg)"),
        (b"<opml version='2.0'><body/></opml>", "a list of feeds"),
        (b"\x00\x01\x02" * 1000, "no feed"),
    ],
)
def test_what_is_no_feed_is_said_in_a_line(data, words):
    with pytest.raises(BadInput) as raised:
        parse(data, "https://e.example.org/feed")
    assert words in str(raised.value)
    assert str(raised.value).startswith("https://e.example.org/feed: ")
    assert len(str(raised.value)) < 200


# -- charsets


@pytest.mark.parametrize(
    ("charset", "declared", "content_type"),
    [
        ("utf-8", "", None),
        ("utf-8-sig", ' encoding="utf-8"', None),
        ("utf-16", ' encoding="utf-16"', None),
        ("utf-16-le", "", None),
        ("utf-16-be", ' encoding="utf-16"', None),
        ("utf-32", "", None),
        ("cp1252", ' encoding="windows-1252"', None),
        ("cp1252", ' encoding="iso-8859-1"', None),
        ("cp1252", "", "application/rss+xml; charset=windows-1252"),
        ("cp1252", ' encoding="utf-8"', 'text/xml; charset="iso-8859-1"'),
        ("utf-8", ' encoding="iso-8859-1"', None),
        ("utf-8", "", "text/xml; charset=no-such"),
    ],
)
def test_the_letters_are_read_as_they_were_meant(charset, declared, content_type):
    feed = parse(RSS.format(declared=declared).encode(charset), "", content_type)
    assert (feed.title, feed.entries[0].title) == ("Küste", "Fähre „Möwe“")
    assert feed.word_of_caution == ""


# -- bounds


def test_a_feed_of_very_many_entries_says_how_many_were_left_out():
    feed = parse(rss("<item><title>x</title></item>" * 5_003))
    assert len(feed.entries) == 5_000
    assert feed.left_out == 3
    assert feed.word_of_caution == "only the first 5,000 of its 5,003 entries were read"


def test_a_json_feed_of_very_many_entries_too():
    feed = parse(json.dumps({"title": "t", "items": [{"id": str(number)} for number in range(5_001)]}).encode())
    assert (len(feed.entries), feed.left_out) == (5_000, 1)


def test_long_texts_are_cut():
    entry = parse(rss(f"<item><title>{'x' * 5000}</title><description>{'y' * 600_000}</description></item>")).entries[0]
    assert len(entry.title) == 1000
    assert entry.title.endswith("…")
    assert len(entry.summary) == 500_000


def test_parts_without_end_are_counted():
    many = "".join(f"<category>{number}</category>" for number in range(1000))
    files = "".join(f'<enclosure url="https://e.example.org/{number}"/>' for number in range(1000))
    entry = parse(rss(f"<item>{many}{files}</item>")).entries[0]
    assert len(entry.tags) == len(entry.enclosures) == 50


def test_a_declared_entity_is_never_put_in():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    twice = doctype + doctype + rss("<item><title>&l9;&f;</title></item>").decode()
    assert parse(twice.encode()).entries[0].title == "&l9;&f;"


@pytest.mark.parametrize("inside", ["<a>" * 5_000, "<![CDATA[" * 5_000, "<" * 5_000, "</x>" * 5_000, "<a b='" * 5_000])
def test_damage_in_one_entry_does_not_reach_the_next(inside):
    whole = rss(f"<item><title>One</title><description>{inside}</description></item><item><title>Two</title></item>")
    titles = [entry.title for entry in parse(whole).entries]
    assert titles[0] == "One"
    assert titles[1:] in ([], ["Two"]) if "CDATA" in inside else titles == ["One", "Two"]


# -- dates and places


@pytest.mark.parametrize("base", ["", "https://e.example.org/feed"])
def test_links_are_absolute_or_empty(base):
    entry = parse(rss("<item><link>/one</link></item>"), base).entries[0]
    assert entry.link == ("https://e.example.org/one" if base else "")


def test_a_relative_link_leans_on_the_site_when_the_feed_is_elsewhere():
    head = "<title>t</title><link>https://site.example.org/</link>"
    assert parse(rss("<item><link>/one</link></item>", head), "https://feeds.example.net/x").entries[0].link == (
        "https://site.example.org/one"
    )


def test_entries_are_told_apart_by_the_best_they_have():
    inside = (
        "<item><guid>g</guid></item><item><link>https://e.example.org/1</link></item>"
        "<item><title>x</title><pubDate>2025-03-04</pubDate></item><item><title>x</title></item>"
    )
    assert [entry.key for entry in parse(rss(inside)).entries] == [
        "g",
        "https://e.example.org/1",
        "2025-03-04 00:00:00 x",
        "x",
    ]


# -- whatever comes


def strings_of(value):
    """Every string in a value of the model, with the name of its field."""
    for field in fields(value):
        inside = getattr(value, field.name)
        for part in inside if isinstance(inside, tuple) else (inside,):
            if isinstance(part, str):
                yield field.name, part
            elif isinstance(part, Struct):
                yield from strings_of(part)


def holds_its_promise(data):
    """Parse raises nothing but our own, and every string it gives is clean."""
    try:
        feed = parse(data, "https://e.example.org/feed")
    except ReaderError:
        return
    for name, text in strings_of(feed):
        if name in ("summary", "content"):
            assert not any((ord(sign) < 32 and sign not in "\n\t") or 127 <= ord(sign) < 160 for sign in text)
        else:
            assert text == clean_line(text)
        if name in ("link", "url", "comments", "icon", "image", "hub", "self_link", "next_page"):
            assert not text or text.lower().startswith(("http://", "https://"))


PIECES = st.sampled_from(
    [
        "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "<link href='x' rel='alternate'/>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<content type='xhtml'>", "<![CDATA[",
        "]]>", "&", "&amp;", "&eacute;", "&#155;", "&#xd800;", "&#x202e;", "<!--", "-->", "<!DOCTYPE rss [", "]>", "<",
        ">", "'", '"', "<b>", "</b>", "<x:y>", "<pubDate>", "Mon, 31 Feb 2024 25:61:61 +9999", "\x00", "\x1b[2J",
        "\u202e", "\ufeff", "\udc00", "xml:base='::'", "<enclosure url='//['/>", "1e999", "<media:group>", "é", " ",
    ]
)  # fmt: skip


@given(st.binary(max_size=300))
def test_any_bytes(data):
    holds_its_promise(data)


@given(st.lists(PIECES, max_size=40))
def test_any_pieces_of_feeds(pieces):
    holds_its_promise("".join(pieces).encode("utf-8", "surrogatepass"))


WHOLE = RSS.format(declared="").encode()


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30), st.binary(max_size=5)), max_size=4))
def test_any_damage_to_a_feed(cuts):
    data = WHOLE
    for place, length, put_in in cuts:
        data = data[:place] + put_in + data[place + length :]
    holds_its_promise(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=10,
)
NAMES = [
    "version", "title", "home_page_url", "feed_url", "items", "id", "url", "external_url", "content_html", "summary",
    "content_text", "date_published", "tags", "authors", "author", "attachments", "hubs", "image", "language", "name",
]  # fmt: skip


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(NAMES), JSON), st.lists(st.dictionaries(st.sampled_from(NAMES), JSON), max_size=3)
)
def test_any_json(head, items):
    holds_its_promise(json.dumps({**head, "items": items}).encode())


def test_the_door_stays_the_function_after_its_first_call():
    from reader import feeds

    for _ in range(2):
        assert feeds.parse(b"<rss><channel><title>Tide</title></channel></rss>").title == "Tide"
