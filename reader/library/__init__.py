"""The library: feeds, their entries and every opened article in one SQLite file; raw pages beside it, by hash.

The doors are ``Library`` (articles), ``Subscriptions`` (feeds), ``Entries``, ``Places`` (where entries are found),
``SavedSearches`` and ``PageStore`` (raw pages); sqlite3 and msgspec load only when one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.articles import Library
    from reader.library.entries import Entries
    from reader.library.pages import PageStore
    from reader.library.places import Places
    from reader.library.records import Recent, Stored
    from reader.library.saved_searches import SavedSearches
    from reader.library.subscriptions import Subscriptions

__all__ = ["Entries", "Library", "PageStore", "Places", "Recent", "SavedSearches", "Stored", "Subscriptions"]

_HOMES = {
    "Entries": "entries",
    "Library": "articles",
    "PageStore": "pages",
    "Places": "places",
    "Recent": "records",
    "SavedSearches": "saved_searches",
    "Stored": "records",
    "Subscriptions": "subscriptions",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
