"""Machines for the tests: each a home of its own, all exchanging through one folder."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reader.model import Note, NoteKind
from reader.notes import NoteStore
from reader.sync import NoteSync, prepare

URL = "https://gazette.example/harbour"


class Home:
    """A machine: its store, and its exchange with the folder."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.open()

    def open(self):
        """Begin anew, as after a restart."""
        self.problems = []
        self.store = NoteStore(self.root / "notes.json")
        self.sync = NoteSync(self.store, self.root / "sync", self.folder, self.problems)
        return self

    def add(self, body="", **fields):
        return self.store.add(Note("", NoteKind.NOTE, URL, body=body, **fields))

    def change(self, note, **fields):
        return self.store.update(replace(self.store.get(note.id), **fields))

    def body(self, note):
        return self.store.get(note.id).body

    def journals(self):
        return sorted(self.folder.glob("*.journal"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cloud").mkdir()
    return prepare(tmp_path / "cloud")


@pytest.fixture
def make(tmp_path, folder):
    return lambda name, place=folder: Home(tmp_path / name, place)


@pytest.fixture
def exchanged():
    """Exchange among homes until each has everything; gives the notes, which are the same on all."""
    return _exchanged


def _exchanged(*homes):
    for _round in range(2):
        for home in homes:
            home.sync.exchange()
    first = homes[0].store.all()
    for home in homes[1:]:
        assert home.store.all() == first
    return first
