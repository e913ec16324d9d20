"""The desk and feeds: places, lists, marks with undo, subscriptions, notes counted, windows beside each other."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.app import Desk
from reader.errors import BadInput
from reader.library.feed_records import Order, SourceKind
from reader.model import Entry, Feed, NoteKind
from reader.paths import find_paths

STORY = """\
# Ferry to Skerrow runs again

“We sail at noon,” said harbour master Ida Marsh. “Bring a coat, as the wind has turned and the deck is wet.”
"""
NOW = datetime.now(UTC)


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


def entry(title, hours, **more):
    name = title.lower()
    given = {"id": name, "link": f"https://site.example/{name}", "published": NOW - timedelta(hours=hours), **more}
    return Entry(title=title, **given)


def follow(desk, site, *entries, **settings):
    feed = desk.feeds.subscribe(f"https://{site}.example/feed", title=site.title(), **settings)
    desk.feeds.take(feed.key, Feed(entries=entries))
    return feed


def source(desk, kind, key=""):
    return next(one for one in desk.feeds.sources() if (one.kind, one.key) == (kind, key))


def titles(desk, kind, key="", **more):
    return [row.title for row in desk.feeds.entries(source(desk, kind, key), **more)]


def test_places_come_in_their_order(desk):
    follow(desk, "tide", entry("A", 1), folder="News", tags=["sea"])
    follow(desk, "moor")
    desk.feeds.save_search("Boats", "ferry")
    kinds = [one.kind for one in desk.feeds.sources()]
    assert kinds[:6] == [*SourceKind][:6]
    assert kinds[6:] == [SourceKind.SEARCH, SourceKind.FOLDER, SourceKind.FEED, SourceKind.FEED, SourceKind.TAG]


def test_marked_and_taken_back(desk):
    follow(desk, "tide", entry("B", 2), entry("A", 1))
    unread = source(desk, SourceKind.UNREAD)
    everything = [row.key for row in desk.feeds.entries(unread)]
    one = desk.feeds.mark(everything[:1], read=True, starred=True)
    assert (titles(desk, SourceKind.UNREAD), titles(desk, SourceKind.STARRED)) == (["B"], ["A"])
    rest = desk.feeds.mark_all(unread)
    assert (titles(desk, SourceKind.UNREAD), rest.count) == ([], 1)
    desk.feeds.unmark(rest)
    desk.feeds.unmark(one)
    assert (titles(desk, SourceKind.UNREAD), titles(desk, SourceKind.STARRED)) == (["A", "B"], [])
    desk.feeds.unmark(desk.feeds.tag(everything, [" sea ", "", "sea"]))
    assert desk.feeds.entry(everything[0]).tags == ()


def test_the_next_unread_here_and_in_the_next_feed(desk):
    tide = follow(desk, "tide", entry("A", 1), entry("B", 2))
    fell = follow(desk, "fell", entry("C", 3))
    follow(desk, "moor")
    here = source(desk, SourceKind.FEED, tide.key)
    first = desk.feeds.entries(here)[0]
    assert desk.feeds.next_unread(here, first.key).title == "B"
    assert desk.feeds.next_unread(here, first.key, order=Order.OLDEST) is None
    assert desk.feeds.next_source_with_unread(here).key == fell.key
    assert desk.feeds.next_source_with_unread(here, backwards=True).key == fell.key
    desk.feeds.mark_all(source(desk, SourceKind.FEED, fell.key))
    assert desk.feeds.next_source_with_unread(here) is None


def test_followed_named_changed_and_given_up(desk):
    feed = follow(desk, "tide", entry("A", 1), name="Low tide", folder="News")
    assert desk.feeds.feed("LOW") == desk.feeds.feed(str(feed.key)) == desk.feeds.feed("https://tide.example/feed")
    assert desk.feeds.change(feed.key, folder="Sea", interval=30).folder == "Sea"
    assert desk.feeds.folders() == ["Sea"]
    gone = desk.feeds.unsubscribe(feed.key)
    assert (desk.feeds.feeds(), titles(desk, SourceKind.ALL)) == ([], [])
    desk.feeds.unmark(gone)
    assert (len(desk.feeds.feeds()), titles(desk, SourceKind.ALL)) == (1, ["A"])


@pytest.mark.parametrize("address", ["ftp://tide.example/feed", "javascript:alert(1)", "tide.example"])
def test_only_web_addresses_are_followed(desk, address):
    with pytest.raises(BadInput, match="has an http or https address"):
        desk.feeds.subscribe(address)


def test_a_feed_that_is_not_named_clearly_is_one_line(desk):
    follow(desk, "tide")
    follow(desk, "tideway")
    with pytest.raises(BadInput, match="no feed of this name"):
        desk.feeds.feed("moor")
    with pytest.raises(BadInput, match="2 feeds have a name like this"):
        desk.feeds.feed("tid")
    assert desk.feeds.feed("Tide").title == "Tide"


def test_saved_searches(desk):
    saved = desk.feeds.save_search("Boats", "ferry")
    assert desk.feeds.saved_searches() == [saved]
    desk.feeds.drop_search(saved.key)
    assert desk.feeds.saved_searches() == []


def test_an_entry_with_a_note_is_a_noted_one(desk, tmp_path):
    (tmp_path / "story.md").write_text(f"---\nurl: https://site.example/a\n---\n{STORY}", encoding="utf-8")
    reading = desk.open(str(tmp_path / "story.md"))
    follow(desk, "tide", entry("A", 1, link=reading.article.url + "?utm_source=feed"), entry("B", 2))
    assert titles(desk, SourceKind.NOTED) == []
    note = desk.add_note(reading, None, NoteKind.PAGE, body="Look again")
    assert titles(desk, SourceKind.NOTED) == ["A"]
    assert [row.notes for row in desk.feeds.entries(source(desk, SourceKind.ALL))] == [1, 0]
    desk.remove_note(note)
    assert titles(desk, SourceKind.NOTED) == []


def test_another_window_sees_what_was_done_here(desk):
    other = Desk(find_paths())
    feed = follow(desk, "tide", entry("A", 1))
    other.feeds.mark_all(source(other, SourceKind.FEED, feed.key))
    assert titles(desk, SourceKind.UNREAD) == []
    other.close()
