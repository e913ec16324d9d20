"""Adds and changes notes for ever and prints ``ok ID REVISION`` after each is saved: the writer of a crash test.

    python -m benchmarks.notes_writer FILE WHO

Fails with one line and exit code 1 when the store does.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from reader.errors import ReaderError
from reader.model import Note, NoteKind
from reader.notes import NoteStore


def main(path: str, who: str) -> int:
    """Write until killed; every tenth note is first removed and put back, every third then changed once more."""
    store = NoteStore(Path(path))
    try:
        for number in count():
            note = Note(f"{who}-{number}", NoteKind.NOTE, f"https://gazette.example/{number % 50}", body=_body(number))
            store.add(note)
            if number % 10 == 0:
                store.restore(store.remove(note.id))
            _said(note, 1)
            if number % 3 == 0:
                _said(store.update(replace(note, extra={"revision": 2})), 2)
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _said(note: Note, revision: int) -> None:
    print("ok", note.id, revision, flush=True)


def _body(number: int) -> str:
    return f"Note {number}: " + "what the board said, and what it did. " * (number % 20)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
