"""Searching everything that is kept: entries, articles, quotations and notes, in one language.

The door is ``Search``, which the desk holds as ``desk.search``; SQLite loads when one of its methods is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.search.search import Search

__all__ = ["Search"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.app.search.search import Search

    return Search
