"""``reader refresh`` and ``reader feeds``: what they print, where failures go, and the exit code."""

import json

import pytest
from site_server import serving

FEED = b"""<rss version="2.0"><channel><title>The \x1b[31mTide</title>
<item><title>Ferry runs</title><link>https://tide.example/1</link></item></channel></rss>"""


@pytest.fixture
def site():
    with serving() as served:
        yield served


@pytest.fixture
def follow(site):
    """Follow a feed that the site serves."""
    from reader.app import Desk
    from reader.paths import find_paths

    def following(path, body=FEED, **more):
        desk = Desk(find_paths())
        desk.feeds.subscribe(site.page(path, body, **more), folder="News")
        desk.close()

    return following


def test_what_is_new_is_a_line_and_the_list_shows_it(reader, follow):
    assert reader("feeds").out == "no feeds yet: reader add URL follows one\n"
    follow("/feed")
    done = reader("refresh")
    assert (done.code, done.err) == (0, "")
    assert done.out == "1 new entry, 1 feed asked\n"
    listed = reader("feeds").out.splitlines()
    assert listed[0].split() == ["key", "unread", "feed", "folder", "checked", "state"]
    assert "1/1" in listed[1] and "News" in listed[1] and listed[1].endswith("ok")
    assert "\x1b" not in listed[1]


def test_failures_are_a_line_each_and_exit_code_1(reader, follow, site):
    follow("/feed")
    follow("/away", b"", status=404)
    done = reader("refresh")
    assert done.code == 1
    assert done.out == "1 new entry, 2 feeds asked, 1 failed\n"
    assert done.err.count("\n") == 1 and f"{site.url('/away')}: " in done.err
    listed = reader("feeds").out
    assert "failed: " in listed
    assert "failed: http" not in listed
    again = reader("refresh", "--due")
    assert (again.code, again.out) == (0, "0 new entries, 0 feeds asked, 2 not due yet\n")
    assert reader("refresh").code == 1  # who asks for all has those that failed asked again


def test_json_says_it_all(reader, follow, site):
    follow("/feed")
    report = json.loads(reader("refresh", "--json").out)
    assert (report["new"], report["failed"], report["stopped"]) == (1, 0, False)
    assert report["feeds"][0]["outcome"] == "changed"
    feed = json.loads(reader("feeds", "--json").out)[0]
    assert (feed["url"], feed["unread"], feed["total"], feed["error"]) == (site.url("/feed"), 1, 1, "")


def test_feeds_are_named_by_key_name_or_address(reader, follow, site):
    follow("/feed")
    reader("refresh")
    assert json.loads(reader("refresh", "1", "--json").out)["feeds"][0]["outcome"] == "unmodified"
    assert json.loads(reader("refresh", site.url("/feed"), "--json").out)["feeds"]
    unknown = reader("refresh", "osk")
    assert (unknown.code, unknown.out) == (2, "")
    assert "osk: no feed of this name" in unknown.err
