"""Feeds looked at and followed, against a site on loopback: what is asked, of whom, and what is stored."""

from base64 import b64encode

import pytest
from site_server import serving

from reader.app import Desk
from reader.app.feeds.finding import web_address
from reader.config import Config
from reader.errors import BadInput, FetchFailed
from reader.feeds.refresh import Outcome
from reader.library.feed_records import Source, SourceKind
from reader.paths import find_paths
from reader.rules_table import RuleSetting

FEED = b"""<rss version="2.0"><channel><title>The Tide</title><link>https://tide.example/</link>
<item><title>Ferry runs again</title><link>https://tide.example/1</link></item></channel></rss>"""
ALL = Source(SourceKind.ALL, "All")


@pytest.fixture
def site():
    with serving() as served:
        yield served


@pytest.fixture
def other_site():
    with serving() as served:
        yield served


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


def page(*feeds):
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)
    return f"<html><head><title>t</title>{links}</head><body><p>Words</p></body></html>".encode()


def test_a_page_leads_to_its_feed_and_nothing_is_stored(desk, site):
    site.page("/", page("/feed"))
    site.page("/feed", FEED, content_type="application/rss+xml")
    found = desk.feeds.preview(site.url("/"))
    assert (found.url, found.title, found.typed, found.followed) == (site.url("/feed"), "The Tide", True, None)
    assert [path for path, _fields in site.requests] == ["/", "/feed"]
    assert desk.feeds.feeds() == []


def test_what_is_followed_has_its_entries_at_once(desk, site):
    site.page("/feed", FEED)
    row = desk.feeds.follow(desk.feeds.preview(site.url("/feed")), folder="News/Coast", tags=["sea"])
    assert (row.name, row.link, row.folder, row.tags, row.typed) == (
        "The Tide",
        "https://tide.example/",
        "News/Coast",
        ("sea",),
        True,
    )
    assert [entry.title for entry in desk.feeds.entries(ALL)] == ["Ferry runs again"]
    assert row.checked is not None
    assert desk.feeds.refresh([row.key]).results[0].outcome is Outcome.UNMODIFIED
    assert desk.feeds.preview(site.url("/feed")).followed.key == row.key
    with pytest.raises(BadInput, match="is followed already"):
        desk.feeds.follow(desk.feeds.preview(site.url("/feed")))


def test_rules_are_asked_of_the_first_entries_too(site):
    desk = Desk(find_paths(), Config(rules=(RuleSetting("title:ferry", star=True),)))
    site.page("/feed", FEED)
    desk.feeds.follow(desk.feeds.preview(site.url("/feed")))
    assert [entry.starred for entry in desk.feeds.entries(ALL)] == [True]
    desk.close()


def test_a_permanent_move_is_followed_where_it_went(desk, site):
    site.redirect("/old", "/feed", status=301)
    site.page("/feed", FEED)
    assert desk.feeds.preview(site.url("/old")).url == site.url("/feed")


def test_a_page_cannot_lead_to_another_private_address(desk, site, other_site):
    site.page("/", page(other_site.url("/feed")))
    other_site.page("/feed", FEED)
    for path in ("/feed", "/rss"):
        site.page(path, b"", status=404)
    with pytest.raises(BadInput, match="no feed can be read there"):
        desk.feeds.preview(site.url("/"))
    assert other_site.requests == []


def test_a_password_in_the_address_is_used_for_its_host_and_kept_nowhere(desk, site):
    site.page("/feed", FEED)
    found = desk.feeds.preview(site.url("/feed").replace("://", "://ida:hunter2@"))
    assert site.requests[0][1]["Authorization"] == f"Basic {b64encode(b'ida:hunter2').decode()}"
    assert found.url == site.url("/feed")
    row = desk.feeds.follow(found)
    assert "hunter2" not in f"{row} {found}"


def test_a_failure_never_repeats_the_password(desk, site):
    site.page("/feed", b"", status=401)
    with pytest.raises(FetchFailed) as raised:
        desk.feeds.preview(site.url("/feed").replace("://", "://ida:hunter2@"))
    assert "hunter2" not in str(raised.value)


def test_a_feeds_login_goes_along_when_it_is_looked_at_and_refreshed(desk, site):
    site.page("/feed", FEED)
    row = desk.feeds.subscribe(site.url("/feed"))
    desk.feeds.change(row.key, user_agent="Mine/1")
    desk.feeds.set_login(row.key, "ida", command="printf hunter2")
    desk.feeds.preview(row.url)
    desk.feeds.refresh([row.key])
    fields = [fields for _path, fields in site.requests]
    assert [one["Authorization"] for one in fields] == [f"Basic {b64encode(b'ida:hunter2').decode()}"] * 2
    assert [one["User-Agent"] for one in fields] == ["Mine/1"] * 2
    desk.feeds.set_login(row.key, "")
    desk.feeds.preview(row.url)
    assert "Authorization" not in site.requests[-1][1]


def test_a_login_that_is_not_to_be_had_fails_that_feed_alone(desk, site):
    site.page("/feed", FEED)
    row = desk.feeds.subscribe(site.url("/feed"))
    other = desk.feeds.subscribe(site.url("/feed?2"))
    site.page("/feed?2", FEED)
    desk.feeds.set_login(row.key, "ida", command="false")
    report = desk.feeds.refresh([row.key, other.key])
    failures = {result.feed: result.failure for result in report.results}
    assert "password command" in failures[row.key]
    assert failures[other.key] == ""


@pytest.mark.parametrize("words", ["", "http://", "https://[", "http://a b.example/", "javascript:alert(1)"])
def test_what_is_no_address_is_refused(desk, words):
    with pytest.raises((BadInput, FetchFailed)) as raised:
        desk.feeds.preview(words)
    assert "\n" not in str(raised.value)


def test_it_can_be_stopped(desk, site):
    site.page("/feed", FEED)
    with pytest.raises(FetchFailed):
        desk.feeds.preview(site.url("/feed"), stop=lambda: True)
    assert site.requests == []


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("example.org", "https://example.org"),
        ("http://example.org/x", "http://example.org/x"),
        ("feed://example.org/x", "https://example.org/x"),
        ("feed:https://example.org/x", "https://example.org/x"),
        (" example.org\n", "https://example.org"),
        ("localhost:8000/x", "http://localhost:8000/x"),
        ("192.168.1.2", "http://192.168.1.2"),
        ("localhost.example.org", "https://localhost.example.org"),
    ],
)
def test_an_address_is_read_as_it_is_meant(words, address):
    assert web_address(words) == address


def test_a_file_is_looked_at_too(desk, tmp_path):
    (tmp_path / "f.xml").write_bytes(FEED)
    found = desk.feeds.look(str(tmp_path / "f.xml"))
    assert (found.url, found.feed.title) == ("", "The Tide")


def test_a_page_in_a_file_names_its_feeds(desk, tmp_path):
    (tmp_path / "p.html").write_bytes(page("https://tide.example/feed", "https://tide.example/b"))
    with pytest.raises(
        BadInput, match=r"a web page, not a feed.*: it names https://tide\.example/feed, https://tide\.example/b"
    ):
        desk.feeds.look(str(tmp_path / "p.html"))
