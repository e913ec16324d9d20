"""A refresh from end to end, against a site on loopback: what is stored, asked again, and told."""

import json
import sys

import msgspec
import pytest
from site_server import serving

from reader.app import Desk
from reader.app.feeds.lists import import_opml
from reader.credentials import Login
from reader.feeds.refresh import Outcome
from reader.library.feed_records import Source, SourceKind
from reader.paths import find_paths
from reader.rules_table import RuleSetting

ALL = Source(SourceKind.ALL, "All")
STORY = b"""<html><head><title>Ferry runs</title></head><body><article><h1>Ferry runs</h1>
<p>The harbour master, Ida Marsh, had been asked about the ferry to Skerrow since the autumn storms took the quay.</p>
<p>It sails at noon, she said, and those who come had better bring a coat, as the wind is from the north today.</p>
</article></body></html>"""


def feed_of(*titles, site="https://tide.example", **channel):
    """RSS with an entry a title, the newest first."""
    items = "".join(
        f"<item><title>{title}</title><link>{site}/{title}</link><guid>{site}/{title}</guid>"
        f"<description>What {title} is about, in words.</description></item>"
        for title in titles
    )
    said = "".join(f"<{name}>{value}</{name}>" for name, value in channel.items())
    return f'<rss version="2.0"><channel><title>The Tide</title>{said}{items}</channel></rss>'.encode()


@pytest.fixture
def site():
    with serving() as served:
        yield served


@pytest.fixture
def make_desk(site):
    """A desk over the test's home with these settings; made anew it finds what the one before left."""
    desks = []

    def make(**settings):
        desk = Desk(find_paths(), allow=[f"127.0.0.1:{site.port}"])
        for name, value in settings.items():
            desk.config = msgspec.structs.replace(desk.config, **{name: value})
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(make_desk):
    return make_desk()


def follow(desk, site, body, path="/feed", **more):
    return desk.feeds.subscribe(site.page(path, body, **more)).key


def titles(desk):
    return sorted(row.title for row in desk.feeds.entries(ALL))


def test_new_entries_come_and_the_feed_learns_its_name(desk, site):
    key = follow(desk, site, feed_of("B", "A", link="https://tide.example/"))
    steps = []
    report = desk.feeds.refresh(progress=steps.append)
    assert titles(desk) == ["A", "B"]
    assert (report.new, report.failed, report.stopped) == (2, (), False)
    assert (steps[-1].done, steps[-1].total, steps[-1].new) == (1, 1, 2)
    feed = desk.feeds.feed(str(key))
    assert (feed.name, feed.site, feed.failures) == ("The Tide", "tide.example", 0)
    assert feed.next_check > feed.checked


def test_a_feed_of_a_list_is_called_as_in_the_list_unless_that_is_its_own_name(desk, site):
    outlines = "".join(
        f'<outline text="{name}" type="rss" xmlUrl="{site.url(path)}"/>'
        for name, path in (("My tides", "/mine"), ("The Tide", "/own"))
    )
    import_opml(desk.feeds, f'<opml version="2.0"><body>{outlines}</body></opml>'.encode(), "list")
    assert [feed.name for feed in desk.feeds.feeds()] == ["My tides", "The Tide"]
    site.page("/mine", feed_of("Ferry"))
    site.page("/own", feed_of("Quay"))
    desk.feeds.refresh()
    assert [feed.name for feed in desk.feeds.feeds()] == ["My tides", "The Tide"]
    site.page("/mine", feed_of("Ferry two").replace(b"The Tide", b"Tide Daily"))
    site.page("/own", feed_of("Quay two").replace(b"The Tide", b"Tide Daily"))
    desk.feeds.refresh()
    assert [feed.name for feed in desk.feeds.feeds()] == ["My tides", "Tide Daily"]


def test_what_is_as_it_was_is_neither_sent_nor_parsed_again(desk, site):
    follow(desk, site, feed_of("A"), etag='"1"')
    desk.feeds.refresh()
    assert desk.feeds.refresh().results[0].outcome is Outcome.UNMODIFIED
    assert site.requests[1][1]["If-None-Match"] == '"1"'
    site.page("/feed", b"", status=304, content_type="")
    assert desk.feeds.refresh().results[0].outcome is Outcome.UNMODIFIED
    site.page("/feed", feed_of("B", "A"))
    report = desk.feeds.refresh()
    assert (report.new, report.updated, titles(desk)) == (1, 0, ["A", "B"])


def test_a_failing_feed_is_told_with_its_reason_and_left_alone_for_a_while(desk, site):
    key = follow(desk, site, b"", status=500)
    report = desk.feeds.refresh()
    assert report.results[0].outcome is Outcome.FAILED
    assert desk.feeds.feed(str(key)).error == report.failed[0].failure
    assert "500" in report.failed[0].failure
    later = desk.feeds.refresh(due=True)
    assert (later.results, later.left) == ((), 1)
    site.page("/feed", feed_of("A"))
    assert desk.feeds.refresh().new == 1  # a person asks: the machine may have been offline
    assert desk.feeds.feed(str(key)).failures == 0


@pytest.mark.parametrize("body", [b"<html><p>No feed here.</p></html>", b"", b"\x00\xff" * 50])
def test_what_is_no_feed_fails_and_loses_nothing(desk, site, body):
    key = follow(desk, site, feed_of("A"))
    desk.feeds.refresh()
    site.page("/feed", body)
    assert desk.feeds.refresh().results[0].outcome is Outcome.FAILED
    assert titles(desk) == ["A"]
    site.page("/feed", feed_of("B", "A"))
    assert desk.feeds.refresh([key]).new == 1


def test_a_server_that_asks_to_wait_is_obeyed_for_all_its_feeds_even_when_they_are_named(desk, site):
    keys = [follow(desk, site, b"", path=f"/{n}", status=429, retry_after="600") for n in range(8)]
    report = desk.feeds.refresh()
    assert report.count(Outcome.FAILED) + report.count(Outcome.WAITING) == 8
    for result in report.results:
        assert result.failure.startswith(f"{result.url}: ")
        spared = result.outcome is Outcome.WAITING
        assert ("not asked, its server said of another feed: 429" in result.failure) is spared
        assert result.failure.count("http://") == 1
    asked = len(site.requests)
    assert desk.feeds.refresh(keys).results == ()
    assert len(site.requests) == asked


def test_a_feed_moves_for_good_and_one_that_is_gone_is_not_asked_again(desk, site):
    key = follow(desk, site, feed_of("A"), path="/new")
    moved = desk.feeds.change(key, url=site.redirect("/old", "/new", 301))
    report = desk.feeds.refresh()
    assert report.results[0].moved_to == site.url("/new") != moved.url
    assert desk.feeds.feed(str(key)).url == site.url("/new")
    site.page("/new", b"", status=410)
    assert desk.feeds.refresh().results[0].outcome is Outcome.GONE
    assert desk.feeds.feed(str(key)).gone
    assert (desk.feeds.refresh().results, titles(desk)) == ((), ["A"])


def test_a_feed_with_a_password_stays_where_it_is(desk, site):
    site.page("/new", feed_of("A"))
    url = site.redirect("/old", "/new", 301)
    key = desk.feeds.subscribe(url).key
    desk.feeds.change(key, login=Login("ida", "echo secret").stored())
    assert desk.feeds.refresh().new == 1
    assert desk.feeds.feed(str(key)).url == url


def test_a_feed_that_moves_elsewhere_is_no_longer_one_that_a_person_named(desk, site):
    with serving() as other:
        other.page("/feed", feed_of("A"))
        desk._allow = ()
        key = desk.feeds.subscribe(site.redirect("/feed", other.url("/feed"), 301)).key
        feeds = desk.feeds
        feeds._allow = (f"127.0.0.1:{other.port}",)
        assert feeds.refresh().new == 1
        assert not feeds.feed(str(key)).typed


def test_rules_mark_new_entries_and_tell_of_them(make_desk, site, tmp_path):
    seen = tmp_path / "seen.json"
    hook = [sys.executable, "-c", f"import sys; open({str(seen)!r}, 'w').write(sys.stdin.read())"]
    rules = (
        RuleSetting(query="title:ferry", star=True, tag=["sea"], notify=True, hook=hook),
        RuleSetting(query="title:weather", hide=True, read=True),
        RuleSetting(query="feed:osk", star=True),
    )
    desk = make_desk(rules=rules)
    key = follow(desk, site, feed_of("Ferry", "Weather", "Fair"))
    report = desk.feeds.refresh()
    rows = {row.title: row for row in desk.feeds.entries(Source(SourceKind.FEED, "", key))}
    assert sorted(rows) == ["Fair", "Ferry"]
    assert (rows["Ferry"].starred, rows["Ferry"].tags, rows["Fair"].starred) == (True, ("sea",), False)
    assert report.notices == (f"{site.url('/feed')}: Ferry",)
    assert [entry["title"] for entry in json.loads(seen.read_text())["entries"]] == ["Ferry"]
    desk.feeds.mark([rows["Ferry"].key], starred=False)
    site.page("/feed", feed_of("Other", "Ferry", "Weather", "Fair"))
    desk.feeds.refresh()
    assert not desk.feeds.entry(rows["Ferry"].key).starred  # a rule is asked once, when an entry is new


def test_a_command_that_fails_is_a_line_of_the_report(make_desk, site):
    desk = make_desk(rules=(RuleSetting(query="title:A", hook=["/nowhere/at-all"]),))
    follow(desk, site, feed_of("A"))
    assert "cannot be run" in desk.feeds.refresh().problems[0]


def test_full_texts_are_fetched_in_advance_and_a_failure_waits_for_the_next_time(desk, site):
    site.page("/Ferry", STORY)
    site.page("/Away", b"", status=503)
    key = follow(desk, site, feed_of("Ferry", "Away", site=site.url("")))
    desk.feeds.change(key, full_text=True)
    steps = []
    report = desk.feeds.refresh(progress=steps.append)
    assert (report.articles, len(report.articles_failed)) == (1, 1)
    assert "503" in report.articles_failed[0]
    assert steps[-1].articles and steps[-1].done == 2
    rows = {row.title: row for row in desk.feeds.entries(ALL)}
    assert (rows["Ferry"].full_text, rows["Away"].full_text) == (True, False)
    site.page("/Away", STORY)
    assert desk.feeds.refresh().articles == 1


def test_a_site_that_gives_no_articles_is_left_alone_until_the_next_refresh(desk, site):
    names = [f"Away {number}" for number in range(20)]
    for name in names:
        site.page(f"/{name.replace(' ', '%20')}", b"", status=503)
    key = follow(desk, site, feed_of(*(name.replace(" ", "%20") for name in names), site=site.url("")))
    desk.feeds.change(key, full_text=True)
    report = desk.feeds.refresh()
    assert 3 <= len(report.articles_failed) < 10
    assert desk.feeds.waiting() == 20


def test_a_refresh_that_is_stopped_keeps_what_has_come(desk, site):
    for number in range(12):
        follow(desk, site, feed_of(f"Entry {number}"), path=f"/{number}")
    steps = []
    report = desk.feeds.refresh(progress=steps.append, stop=lambda: bool(steps))
    assert report.stopped or len(report.results) == 12
    assert len(titles(desk)) == report.new == len(report.results)
    assert desk.feeds.refresh(stop=lambda: True).results == ()


def test_old_entries_are_let_go_as_the_settings_say(make_desk, site):
    desk = make_desk(keep_entries=1)
    key = follow(desk, site, feed_of("B", "A"))
    assert desk.feeds.refresh().dropped == 1
    assert desk.feeds.refresh([key]).new == 0
    assert titles(desk) == ["B"]


def test_only_feeds_whose_turn_it_is(desk, site):
    follow(desk, site, feed_of("A"))
    assert desk.feeds.refresh(due=True).new == 1
    report = desk.feeds.refresh(due=True)
    assert (report.results, report.left) == ((), 1)
