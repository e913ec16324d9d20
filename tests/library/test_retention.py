"""Old entries go, and stay gone; what the person did something with stays, whatever the rules say."""

from datetime import timedelta

import pytest
from shelf import NOW, entry

from reader.library.retention import Retention


@pytest.fixture
def let_go(shelf):
    retention = Retention(shelf.library.connections)

    def apply(days=0, per_feed=0, **more):
        return retention.apply(days=days, per_feed=per_feed, now=int(shelf.now.timestamp()), **more)

    return apply


def kept(shelf):
    return sorted(shelf.titles())


def test_by_age_counted_from_when_an_entry_was_first_seen(shelf, let_go):
    tide = shelf.feed("tide", entry("Old", hours=1000), entry("Older", hours=2000))
    shelf.now = NOW + timedelta(days=10)
    shelf.take(tide, entry("New", hours=3000), entry("Old", hours=1000), entry("Older", hours=2000))
    assert let_go(days=11) == 0
    assert let_go(days=9) == 2
    assert kept(shelf) == ["New"]


def test_by_number_the_newest_of_each_feed_stay(shelf, let_go):
    shelf.feed("tide", entry("A", 1), entry("B", 2), entry("C", 3))
    shelf.feed("osk", entry("D", 50))
    assert let_go(per_feed=2) == 1
    assert kept(shelf) == ["A", "B", "D"]


def test_what_has_gone_is_not_new_while_its_feed_lists_it_and_forgotten_after(shelf, let_go):
    tide = shelf.feed("tide", entry("A", 1), entry("B", 2))
    let_go(per_feed=1)
    assert not shelf.take(tide, entry("A", 1), entry("B", 2))[1].added
    assert kept(shelf) == ["A"]
    shelf.take(tide, entry("A", 1))
    assert shelf.take(tide, entry("A", 1), entry("B", 2))[1].added


def test_starred_saved_tagged_and_noted_entries_stay(shelf, let_go):
    shelf.feed("tide", *(entry(title, hours) for hours, title in enumerate("ABCDE", 1)))
    shelf.entries.mark(shelf.keys("A"), {"starred": True})
    shelf.entries.mark(shelf.keys("B"), {"saved": True})
    shelf.entries.tag(shelf.keys("C"), ["ferry"])
    with shelf.library.connections.write() as connection:
        connection.execute("UPDATE entries SET notes = 1 WHERE title = 'D'")
    shelf.now = NOW + timedelta(days=400)
    assert let_go(days=1, per_feed=1) == 1
    assert kept(shelf) == ["A", "B", "C", "D"]


def test_no_limit_and_stop_let_nothing_go(shelf, let_go):
    shelf.feed("tide", entry("A", 1), entry("B", 2))
    assert let_go() == 0
    assert let_go(per_feed=1, stop=lambda: True) == 0
    assert kept(shelf) == ["A", "B"]
