"""Which entries a place holds, and in which order: a source as SQL over ``entries e JOIN feeds f``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from reader.errors import BadInput
from reader.library.feed_records import Order, Source, SourceKind

__all__ = ["FEED_NAME", "ORDERS", "Selection", "selection"]

Value = str | int

FEED_NAME = "coalesce(nullif(f.name, ''), nullif(f.title, ''), f.url)"
"""What a feed is called: by the user, by itself, by its address."""

_OF_FOLDER = "(SELECT key FROM feeds WHERE folder = ? OR substr(folder, 1, length(?) + 1) = ? || '/')"
_OF_TAG = "(SELECT feed FROM feed_tags WHERE tag = ?)"
_SHOWN = "e.hidden = 0"
_STANDING = "e.hidden = 0 AND e.lead IS NULL"

ORDERS: Mapping[Order, str] = {
    Order.NEWEST: "e.sort DESC, e.key DESC",
    Order.OLDEST: "e.sort, e.key",
    Order.TITLE: "e.title COLLATE NOCASE, e.sort DESC, e.key DESC",
    Order.SITE: f"{FEED_NAME} COLLATE NOCASE, e.feed, e.sort DESC, e.key DESC",
    Order.UNREAD_FIRST: "e.read, e.sort DESC, e.key DESC",
}


class Selection(Struct, frozen=True):
    """A condition on ``e`` and ``f`` with its values, for one ``WHERE``."""

    where: str
    values: tuple[Value, ...] = ()

    def also(self, condition: str, *values: Value) -> Selection:
        """The same with one more condition, whose ``?`` stand for ``values``."""
        return Selection(f"{self.where} AND {condition}", (*self.values, *values))


def selection(
    source: Source, *, hide_read: bool = False, words: str = "", now: datetime, found: Selection | None = None
) -> Selection:
    """The entries of a source.

    Stories that several feeds carry stand once, but in a feed's own list. ``words`` must all be in the title, the
    author or the feed's name, in any case. ``now`` is aware, in the person's own zone: its day is today. ``found`` is
    what a saved search selects, which only its caller can tell.
    """
    found = found or _of_kind(source, now)
    if hide_read and source.kind is not SourceKind.UNREAD:
        found = found.also("e.read = 0")
    for word in words.split():
        if word.isascii():
            like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
            holds = "LIKE ? ESCAPE '\\'"
            found = found.also(f"(e.title {holds} OR e.author {holds} OR {FEED_NAME} {holds})", like, like, like)
        else:  # LIKE knows upper and lower case of ASCII only
            found = found.also(f"holds(e.title || char(10) || e.author || char(10) || {FEED_NAME}, ?)", word.casefold())
    return found


def _of_kind(source: Source, now: datetime) -> Selection:
    key = source.key
    match source.kind:
        case SourceKind.ALL:
            return Selection(_STANDING)
        case SourceKind.UNREAD:
            return Selection(f"{_STANDING} AND e.read = 0")
        case SourceKind.TODAY:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
            return Selection(f"{_STANDING} AND e.sort >= ?", (int(midnight.timestamp()),))
        case SourceKind.STARRED:
            return Selection("e.starred = 1")
        case SourceKind.SAVED:
            return Selection("e.saved = 1")
        case SourceKind.NOTED:
            return Selection("e.notes > 0")
        case SourceKind.FEED:
            return Selection(f"{_SHOWN} AND e.feed = ?", (key,))
        case SourceKind.FOLDER:
            return Selection(f"{_SHOWN} AND e.feed IN {_OF_FOLDER} AND {_folded(_OF_FOLDER)}", (key,) * 6)
        case SourceKind.TAG:
            own = "e.key IN (SELECT entry FROM entry_tags WHERE tag = ?)"
            tagged = f"{_SHOWN} AND ({own} OR e.feed IN {_OF_TAG} AND {_folded(_OF_TAG)})"
            return Selection(tagged, (key,) * 3)
    raise BadInput(f"{source.name}: entries cannot be listed by {source.kind}")


def _folded(feeds: str) -> str:
    """That an entry stands for its story among these feeds: it leads, or its lead is none of theirs."""
    return (
        "(e.lead IS NULL OR NOT EXISTS (SELECT 1 FROM entries AS leading WHERE leading.key = e.lead"
        f" AND leading.hidden = 0 AND leading.feed IN {feeds}))"
    )
