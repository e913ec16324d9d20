"""Notes on several machines: exchanged through a ``notes.d`` folder that any file syncer carries.

The door: ``NoteSync`` exchanges a store with the folder, ``prepare`` makes the folder. The store stays the truth.
"""

from reader.sync.exchange import Exchanged, NoteSync
from reader.sync.folder import prepare

__all__ = ["Exchanged", "NoteSync", "prepare"]
