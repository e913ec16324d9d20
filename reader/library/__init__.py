"""The library: every opened article in one SQLite file, and the raw pages beside it, by hash.

The door is ``Library`` (articles) and ``PageStore`` (raw pages); sqlite3 and msgspec load only when one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.articles import Library
    from reader.library.pages import PageStore
    from reader.library.records import Recent, Stored

__all__ = ["Library", "PageStore", "Recent", "Stored"]

_HOMES = {"Library": "articles", "PageStore": "pages", "Recent": "records", "Stored": "records"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
