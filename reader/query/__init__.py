"""The search language, one for every list: words, ``"phrases"``, ``field:value``, ``-not``, ``OR`` and brackets.

``parse`` reads it; a ``Query`` says whether something held in memory is as asked, and the library compiles it to SQL.
Both compare the words that ``fold`` gives. ``places`` finds what to highlight; docs/searching.md tells it to a person.
"""

from __future__ import annotations

from reader.query.fields import ANYWHERE, FIELDS, STATES
from reader.query.marks import places
from reader.query.parsing import parse
from reader.query.tree import All, Day, Node, Not, Query, Some, Term, Texts
from reader.query.words import fold, indexed

__all__ = [
    "ANYWHERE",
    "FIELDS",
    "STATES",
    "All",
    "Day",
    "Node",
    "Not",
    "Query",
    "Some",
    "Term",
    "Texts",
    "fold",
    "indexed",
    "parse",
    "places",
]
