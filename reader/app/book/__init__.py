"""The quote book as both faces use it: speakers, what each of them said, and drafts held against it.

The door is ``Book``, which the desk holds as ``desk.book``; SQLite loads when one of its methods is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.book.book import Book

__all__ = ["Book"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.app.book.book import Book

    return Book
