"""Notes on several machines: exchanged through a ``notes.d`` folder that any file syncer carries.

The door: ``SharedStore`` is a note store that keeps itself exchanged, ``NoteSync`` one exchange, ``prepare`` makes the
folder, ``keep_both`` one text of two. The store stays the truth for its machine.
"""

from reader.sync.bodies import keep_both
from reader.sync.exchange import Exchanged, NoteSync
from reader.sync.folder import prepare
from reader.sync.shared import SharedStore

__all__ = ["Exchanged", "NoteSync", "SharedStore", "keep_both", "prepare"]
