"""Notes: kept safely in one TinyDB file, found again when the article changed, and exported.

The door: ``NoteStore`` keeps them, ``make_note`` makes one, ``reader.notes.anchor.find`` finds its place
again, ``reader.notes.export`` lets them leave. TinyDB and rapidfuzz are imported at first use.
"""

from reader.notes.make import clean_tags, make_note
from reader.notes.store import NoteStore

__all__ = ["NoteStore", "clean_tags", "make_note"]
