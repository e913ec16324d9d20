"""A file of every earlier version is brought up to date with all that was in it, in one step."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from older_files import at_version
from shelf import Shelf, entry

from reader.errors import DamagedStore, StoreFailed
from reader.library import Library
from reader.library.migrations import MIGRATIONS
from reader.library.schema import VERSION


def structure(path):
    raw = sqlite3.connect(path)
    found = {name: sql and " ".join(sql.split()) for name, sql in raw.execute("SELECT name, sql FROM sqlite_master")}
    raw.close()
    return found


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_from_every_earlier_version(tmp_path, version):
    path = tmp_path / "home" / "library.sqlite3"
    at_version(path, version)
    library = Library(path)
    assert [(one.title, one.byline, one.place) for one in library.recent()] == [("Ferry", ("Ida Marsh",), 3)]
    shelf = Shelf(library)
    shelf.feed("tide", entry("A"))
    assert shelf.titles() == ["A"]
    library.close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


def test_a_new_file_and_a_migrated_one_have_the_same_tables(tmp_path):
    old, new = tmp_path / "old.sqlite3", tmp_path / "new.sqlite3"
    at_version(old, 1)
    for path in (old, new):
        library = Library(path)
        library.recent()
        library.close()
    assert structure(old).keys() == structure(new).keys()


def test_a_step_that_fails_leaves_the_file_at_its_version(tmp_path, monkeypatch):
    path = tmp_path / "library.sqlite3"
    at_version(path, 1)
    before = structure(path)
    monkeypatch.setattr("reader.library.schema.MIGRATIONS", (*MIGRATIONS[:1], (*MIGRATIONS[1], "CREATE BROKEN")))
    with pytest.raises(StoreFailed):
        Library(path).recent()
    monkeypatch.undo()
    assert structure(path) == before
    with closing(Library(path)) as library:
        assert [one.title for one in library.recent()] == ["Ferry"]


def test_a_file_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "library.sqlite3"
    at_version(path, VERSION)
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    with pytest.raises(DamagedStore, match="written by a newer reader"):
        Library(path).recent()


def test_articles_and_entries_are_kept_apart(tmp_path):
    library = Library(tmp_path / "library.sqlite3")
    shelf = Shelf(library, datetime(2025, 3, 14, tzinfo=UTC))
    shelf.feed("tide", entry("A"))
    assert library.recent() == []
    library.close()
