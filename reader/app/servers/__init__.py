"""Servers that feeds, read and starred entries and labels are kept the same with, as both faces use them.

The door is ``Servers``, which the desk holds as ``desk.servers``; SQLite and the network load when they are needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.servers.servers import Servers
    from reader.app.servers.syncing import Synced

__all__ = ["Servers", "Synced"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "Synced":
        from reader.app.servers import syncing

        return syncing.Synced
    from reader.app.servers import servers

    return servers.Servers
