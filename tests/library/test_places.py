"""The feeds' pane: places in their order, with counts that agree with what each of them lists."""

import pytest
from shelf import NOW, entry

from reader.library.feed_records import Source, SourceKind


@pytest.fixture
def filled(shelf):
    """Feeds in nested folders with tags; one story is carried by two of them, some entries are read, hidden, tagged."""
    twice = {"link": "https://agency.example/storm"}
    shelf.feed("tide", entry("Storm", 3, **twice), entry("A", 1), folder="News/Coast", tags=["sea"])
    shelf.feed("moor", entry("Storm again", 2, **twice), entry("C", 50), folder="News", tags=["sea", "hill"])
    shelf.feed("fell", entry("D", 3), entry("E", 4))
    shelf.entries.mark(shelf.keys("C"), {"read": True, "starred": True})
    shelf.entries.mark(shelf.keys("E"), {"hidden": True})
    shelf.entries.tag(shelf.keys("D"), ["Hill", "sea"])
    return shelf


def test_the_fixed_places_come_with_their_counts(filled):
    assert [(one.name, one.unread, one.total) for one in filled.places.fixed()] == [
        ("Today", 3, 3),
        ("Unread", 3, 3),
        ("Starred", 0, 1),
        ("Saved", 0, 0),
        ("Noted", 0, 0),
        ("All", 3, 4),
    ]


def test_folders_with_their_feeds_then_loose_feeds_then_tags(filled):
    assert [(one.kind.value, one.name, one.depth, one.unread, one.total) for one in filled.places.feeds()] == [
        ("folder", "News", 0, 2, 3),
        ("feed", "Moor", 1, 1, 2),
        ("folder", "Coast", 1, 2, 2),
        ("feed", "Tide", 2, 2, 2),
        ("feed", "Fell", 0, 1, 1),
        ("tag", "Hill", 0, 1, 1),
        ("tag", "hill", 0, 1, 2),
        ("tag", "sea", 0, 3, 4),
    ]


def test_every_count_is_that_of_the_list(filled):
    for source in [*filled.places.fixed(), *filled.places.feeds()]:
        rows = filled.entries.rows(source)
        assert (source.name, source.total) == (source.name, len(rows))
        assert (source.name, source.unread) == (source.name, sum(not row.read for row in rows))


def test_a_failing_feed_says_why(filled):
    with filled.library.connections.write() as connection:
        connection.execute("UPDATE feeds SET error = 'no such host' WHERE title = 'Fell'")
    fell = next(one for one in filled.places.feeds() if one.name == "Fell")
    assert (fell.error, fell.feed_url) == ("no such host", "https://fell.example/feed")


def test_an_empty_library_has_its_fixed_places(shelf):
    assert [one.kind for one in shelf.places.fixed()] == list(SourceKind)[:6]
    assert shelf.places.feeds() == []


def test_today_begins_at_midnight_of_the_persons_zone(shelf):
    shelf.feed("tide", entry("Before", 13), entry("After", 11))
    assert shelf.titles(Source(SourceKind.TODAY, "Today")) == ["After"]
    shelf.now = NOW.replace(hour=23, minute=59)
    assert shelf.titles(Source(SourceKind.TODAY, "Today")) == ["After"]
