"""Read, starred, saved, hidden, tagged: what changes, in which entries, and how it is taken back."""

from datetime import timedelta

import pytest
from shelf import ALL, NOW, UNREAD, entry

from reader.errors import BadInput
from reader.library.feed_records import Source, SourceKind

STARRED = Source(SourceKind.STARRED, "Starred")


def test_marked_and_taken_back(shelf):
    shelf.feed("tide", entry("C", 3), entry("B", 2), entry("A", 1))
    marked = shelf.entries.mark(shelf.keys("A", "B"), {"read": True, "starred": True})
    assert (shelf.titles(UNREAD), shelf.titles(STARRED)) == (["C"], ["A", "B"])
    assert marked.count == 2
    shelf.entries.unmark(marked)
    assert (shelf.titles(UNREAD), shelf.titles(STARRED)) == (["A", "B", "C"], [])


def test_taking_back_changes_only_what_was_changed(shelf):
    shelf.feed("tide", entry("B", 2), entry("A", 1))
    shelf.entries.mark(shelf.keys("A"), {"read": True})
    marked = shelf.entries.mark(shelf.entries.keys(ALL), {"read": True})
    assert marked.count == 1
    shelf.entries.unmark(marked)
    assert shelf.titles(UNREAD) == ["B"]


def test_all_unread_of_a_place_up_to_a_moment(shelf):
    feed = shelf.feed("tide", entry("A", 1))
    seen = shelf.now
    shelf.now = NOW + timedelta(minutes=5)
    shelf.take(feed, entry("B", 0), entry("A", 1))
    assert shelf.entries.unread_keys(ALL, seen) == shelf.keys("A")
    assert shelf.entries.unread_keys(ALL) == shelf.keys("B", "A")


def test_many_are_marked_at_once(shelf):
    shelf.feed("tide", *(entry(f"Story {number}", number) for number in range(3000)))
    marked = shelf.entries.mark(shelf.entries.keys(ALL), {"read": True})
    assert (marked.count, shelf.entries.count(UNREAD)) == (3000, 0)
    shelf.entries.unmark(marked)
    assert shelf.entries.count(UNREAD) == 3000


def test_tags_are_set_and_taken_back(shelf):
    shelf.feed("tide", entry("A"))
    key = shelf.key("A")
    shelf.entries.tag([key], ["sea"])
    marked = shelf.entries.tag([key, 999], ["boats", "wind", "boats"])
    assert shelf.entries.row(key).tags == ("boats", "wind")
    shelf.entries.unmark(marked)
    assert shelf.entries.row(key).tags == ("sea",)


def test_an_unknown_state_is_one_line(shelf):
    with pytest.raises(BadInput, match="flagged: no state of an entry"):
        shelf.entries.mark([1], {"flagged": True})
