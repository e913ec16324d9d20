"""Which notes to export: by tag, article, day and speaker."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from datetime import date, datetime

from reader.model import Note

__all__ = ["select"]


def select(
    notes: Iterable[Note],
    *,
    tags: Collection[str] = (),
    url: str = "",
    since: date | datetime | None = None,
    speaker: str = "",
) -> list[Note]:
    """The notes that meet every condition given, in their order.

    ``tags``: all of them, in any case. ``url``: the note's own or canonical address, whatever its fragment and a
    slash at its end. ``since``: made on that day (of local time) or at that instant, or later. ``speaker``: a part
    of the name, in any case and with or without accents.
    """
    wanted = {_fold(tag.lstrip("#")) for tag in tags}
    return [
        note
        for note in notes
        if wanted <= {_fold(tag) for tag in note.tags}
        and (not url or _bare(url) in (_bare(note.url), _bare(note.canonical_url)))
        and (since is None or _is_since(note.created, since))
        and (not speaker or _fold(speaker) in _fold(note.speaker))
    ]


def _is_since(created: datetime, since: date | datetime) -> bool:
    if isinstance(since, datetime):
        return created >= (since if since.tzinfo else since.astimezone())
    return created.astimezone().date() >= since


def _bare(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _fold(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(character for character in split if not unicodedata.combining(character))
