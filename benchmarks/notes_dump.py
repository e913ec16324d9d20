"""Prints ``ID REVISION`` for every note in a store, or one line on stderr and exit code 1 when it cannot be read.

python -m benchmarks.notes_dump FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.errors import ReaderError
from reader.notes import NoteStore


def main(path: str) -> int:
    """Read the store as the program does and print what is in it."""
    try:
        notes = NoteStore(Path(path)).all()
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    for note in notes:
        print(note.id, note.extra.get("revision", 1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
