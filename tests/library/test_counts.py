"""The counts that are kept beside each feed are what counting would give, whatever happens to entries and feeds."""

import sqlite3

from older_files import at_version
from shelf import UNREAD, Shelf, entry

from reader.library import Library

COUNTED = (
    "SELECT feed, sum(hidden = 0), sum(hidden = 0 AND read = 0), sum(hidden = 0 AND lead IS NULL),"
    " sum(hidden = 0 AND read = 0 AND lead IS NULL) FROM entries GROUP BY feed"
)
KEPT = "SELECT feed, total, unread, standing, standing_unread FROM counts WHERE total + unread + standing > 0"


def agrees(shelf):
    with shelf.library.connections.read() as connection:
        counted = {row[0]: tuple(row) for row in connection.execute(COUNTED) if any(row[1:])}
        kept = {row[0]: tuple(row) for row in connection.execute(KEPT)}
    return counted == kept and bool(counted)


def test_they_follow_what_comes_is_marked_folded_and_taken_out(shelf):
    storm = {"link": "https://agency.example/storm"}
    tide = shelf.feed("tide", entry("Storm over the bay", 3, **storm), entry("A", 1))
    moor = shelf.feed("moor", entry("Storm over the bay again", 2, **storm), entry("C", 50))
    assert agrees(shelf)
    read = shelf.entries.mark(shelf.keys("A", "C"), {"read": True})
    assert agrees(shelf)
    hidden = shelf.entries.mark(shelf.keys("Storm over the bay"), {"hidden": True, "read": True})
    assert agrees(shelf)
    shelf.entries.unmark(hidden)
    shelf.entries.unmark(read)
    assert agrees(shelf)
    shelf.entries.mark(shelf.keys("C"), {"starred": True})
    gone = shelf.feeds.remove(moor)
    assert agrees(shelf)
    shelf.feeds.restore(gone)
    assert agrees(shelf)
    shelf.feeds.remove(tide)
    shelf.take(moor, entry("D", 1), entry("E", 2))
    assert agrees(shelf)
    assert shelf.places.fixed()[1].unread == len(shelf.titles(UNREAD))


def test_a_library_from_before_is_counted_once(tmp_path):
    path = tmp_path / "older.sqlite3"
    at_version(path, 2)
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO feeds (key, url, added) VALUES (1, 'https://tide.example/feed', 1)")
        columns = "key, feed, uid, id, title, author, link, added, sort, digest, read"
        raw.executemany(
            f"INSERT INTO entries ({columns}) VALUES (?, 1, ?, '', '', '', '', 1, 1, 1, ?)", [(1, 1, 0), (2, 2, 1)]
        )
    raw.close()
    shelf = Shelf(Library(path))
    assert agrees(shelf)
    assert [(feed.unread, feed.total) for feed in shelf.places.feeds()] == [(1, 2)]
    shelf.library.close()
