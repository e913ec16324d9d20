"""Notes come in here: our own JSON and what other programs export, told apart by what is in the file.

The door: ``FORMATS``, ``format_named``, ``read`` (bytes to notes, with a line for each row that cannot be taken) and
``take_in`` (the new ones of them into a store).
"""

from reader.notes.importers.merge import Merged, take_in
from reader.notes.importers.rows import Incoming
from reader.notes.importers.told import FORMATS, format_named, read

__all__ = ["FORMATS", "Incoming", "Merged", "format_named", "read", "take_in"]
