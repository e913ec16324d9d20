"""OPML in and out: folders, categories, doubles, what no list can make happen, and bounds."""

from datetime import UTC, datetime

import pytest

from reader.errors import BadInput
from reader.feeds.lists import Listed
from reader.feeds.opml import looks_like_opml, opml_of, read_opml


def opml(body, doctype=""):
    head = "<head><title>Mine</title></head>"
    return f'<?xml version="1.0"?>{doctype}<opml version="2.0">{head}<body>{body}</body></opml>'.encode()


def outline(title="Tide", address="https://tide.example/feed", more=""):
    return f'<outline type="rss" text="{title}" xmlUrl="{address}" {more}/>'


def test_folders_categories_and_sites_are_kept():
    more = "htmlUrl='https://tide.example/' category='sea, /boats/ferries'"
    inner = f'<outline text="Coast">{outline(more=more)}'
    found = read_opml(
        opml(f'<outline text="News/Local">{inner}</outline></outline>{outline("Moor", "http://m.example/")}')
    )
    assert found.title == "Mine"
    assert found.feeds == (
        Listed(
            "https://tide.example/feed", "Tide", "News-Local/Coast", ("sea", "boats/ferries"), "https://tide.example/"
        ),
        Listed("http://m.example/", "Moor"),
    )
    assert found.left == ()


def test_a_feed_that_is_listed_twice_is_taken_once_and_told():
    found = read_opml(opml(f'<outline text="A">{outline()}</outline><outline text="B">{outline()}</outline>'))
    assert [(feed.folder, feed.tags) for feed in found.feeds] == [("A", ("B",))]
    assert found.left == ("Tide: is listed twice: taken once, in A with the tag B",)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("|touch /tmp/x", "is a command, which no list can make run"),
        ("exec:touch /tmp/x", "is a command"),
        ("filter:cat:https://tide.example/", "is a command"),
        ("-o/tmp/x", "has no http or https address"),
        ("file:///etc/hostname", "has no http or https address"),
        ("javascript:alert(1)", "has no http or https address"),
        ("", "has no http or https address"),
        ("https://", "has an address that is none"),
        ("https://e.example:port/", "has an address that is none"),
    ],
)
def test_what_is_no_address_is_told_and_not_taken(address, said):
    found = read_opml(opml(outline("Bad", address) + outline("Good")))
    assert [feed.title for feed in found.feeds] == ["Good"]
    assert len(found.left) == 1
    assert found.left[0].startswith(f"Bad: {said}")


def test_a_password_in_an_address_is_left_out_and_never_said():
    found = read_opml(opml(outline("Mine", "https://ida:hunter2@tide.example/feed")))
    assert found.feeds[0].url == "https://tide.example/feed"
    assert found.left == ("Mine: the name and password in its address were left out",)


@pytest.mark.parametrize("name", ["", "https://ida:hunter2@tide.example/feed", "ida:hunter2@tide.example"])
@pytest.mark.parametrize(
    "url", ["https://ida:hunter2@tide.example/feed", "ida:hunter2@tide.example", "ftp://ida:hunter2@x"]
)
def test_an_address_that_is_its_own_name_says_no_password_either(name, url):
    page = f'<outline text="{name}" htmlUrl="{url}"/>'
    found = read_opml(opml(f"{outline(name, url)}{page}"))
    assert "hunter2" not in repr(found)
    assert found.left


def test_other_names_of_things_are_understood():
    data = opml(
        '<OUTLINE TITLE="Up" XMLURL="feed://up.example/x"/><outline text="Low" xmlurl="feed:https://low.example/"/>'
    )
    assert [feed.url for feed in read_opml(data).feeds] == ["http://up.example/x", "https://low.example/"]


def test_pages_and_other_lists_are_told():
    found = read_opml(
        opml('<outline type="link" text="Page" url="https://e.example/"/><outline type="include" text="More" url="x"/>')
    )
    assert found.left == (
        "Page: leads to a page, not to a feed: not taken",
        "More: leads to another list: import that one",
    )


def test_entities_are_refused():
    doctype = '<!DOCTYPE opml [<!ENTITY a "b"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(BadInput, match=r"list\.opml: declares entities"):
        read_opml(opml(outline("&a;&f;"), doctype), "list.opml")


@pytest.mark.parametrize("data", [b"", b"rubbish", b"<rss/>", b"\xff\xfe", b'{"a": 1}'])
def test_what_is_no_list_is_refused(data):
    with pytest.raises(BadInput, match=r"list\.opml: no OPML"):
        read_opml(data, "list.opml")


def test_a_very_long_list_is_read_whole_and_a_longer_one_is_cut_and_said():
    body = "".join(outline(f"F{n}", f"https://f{n}.example/") for n in range(50_003))
    found = read_opml(opml(body))
    assert len(found.feeds) == 50_000
    assert found.left == ("3 feeds over 50,000: not taken",)


def test_folders_without_end_are_bounded():
    found = read_opml(opml('<outline text="f">' * 3_000 + outline() + "</outline>" * 3_000))
    assert all(feed.folder.count("/") < 10 for feed in found.feeds)


def test_a_damaged_list_gives_what_can_be_read_and_says_so():
    found = read_opml(opml(outline("One", "https://a.example/")).split(b"</body>")[0] + b"<outline text='x")
    assert [feed.title for feed in found.feeds] == ["One"]
    assert found.left == ("the file is damaged: some feeds may be missing",)


def test_what_goes_out_comes_in_again_the_same():
    feeds = (
        Listed("https://a.example/", 'Über "us" & <them>', "", ("one", "two")),
        Listed("https://b.example/?a=1&b=2", "B", "News", (), "https://b.example/"),
        Listed("https://c.example/", "C", "News/Coast"),
        Listed("https://d.example/", "D", "Sea"),
    )
    text = opml_of(reversed(feeds), created=datetime(2025, 3, 4, tzinfo=UTC))
    assert read_opml(text.encode()).feeds == feeds
    assert "<dateCreated>Tue, 04 Mar 2025 00:00:00 GMT</dateCreated>" in text
    assert text.count('<outline text="News"') == 1


def test_no_password_goes_out():
    assert "hunter2" not in opml_of([Listed("https://ida:hunter2@tide.example/feed", "Tide")])


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (opml(""), True),
        (b"\xef\xbb\xbf  <!-- mine --><OPML>", True),
        (opml("").decode().encode("utf-16"), True),
        (b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>", True),
        (b"<html><body>opml</body></html>", False),
        (b'{"note": "<opml>"}', False),
    ],
)
def test_a_list_is_told_from_other_files(data, answer):
    assert looks_like_opml(data) is answer
