"""The use cases that both faces call: open and attribute an article, keep its place, write notes, export them.

The door is ``Desk``; nothing is fetched, parsed or opened on disk before one of its methods needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.app.reading import Reading

__all__ = ["Desk", "Reading"]

_HOMES = {"Desk": "desk", "Reading": "reading"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
