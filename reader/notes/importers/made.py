"""A note from what a file says: strangers' words made safe, the user's own body as it is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from reader.errors import BadInput
from reader.model import Article, Note, NoteKind, Selector
from reader.notes.incoming import outside_address
from reader.notes.make import CONTEXT, citekey, clean_tags
from reader.text import clean_block, clean_line, elide

__all__ = ["dated", "instant", "items", "kept", "made", "mapping", "text", "texts"]

_ZONE = re.compile(r"([+-]\d\d)(\d\d)$")


def made(
    *,
    url: str = "",
    title: str = "",
    quote: str = "",
    body: str = "",
    tags: Iterable[str] = (),
    authors: Iterable[str] = (),
    site: str = "",
    published: str = "",
    accessed: str = "",
    speaker: str = "",
    color: str = "",
    prefix: str = "",
    suffix: str = "",
    place: tuple[int, int] = (0, 0),
    created: datetime | None = None,
    modified: datetime | None = None,
    kind: NoteKind | None = None,
    extra: Mapping[str, object] | None = None,
) -> Note:
    """The note, without an id; BadInput when there is nothing in it, or an address that nobody should open."""
    address = outside_address(url)
    exact = kept(quote)
    if not (address or clean_line(title) or exact.strip() or body.strip()):
        raise BadInput("nothing in it: neither an address nor a title, a passage or a note")
    if not exact.strip():
        exact = ""
    lines = tuple(filter(None, map(clean_line, authors)))
    article = Article(
        clean_line(title), (), url=address, site=clean_line(site), byline=lines, published=_day(published)
    )
    start, end = place if exact and 0 <= place[0] < place[1] else (0, 0)
    made_at = created or datetime.now(UTC)
    return Note(
        id="",
        kind=kind or (NoteKind.PAGE if not exact else NoteKind.NOTE if body.strip() else NoteKind.HIGHLIGHT),
        url=address,
        title=article.title,
        authors=lines,
        site=article.site,
        published=clean_line(published),
        accessed=clean_line(accessed),
        citekey=citekey(article),
        selector=Selector(exact, kept(prefix)[-CONTEXT:], kept(suffix)[:CONTEXT], start, end) if exact else None,
        speaker=clean_line(speaker),
        body=body,
        tags=clean_tags(tags),
        color=clean_line(color),
        created=made_at,
        modified=modified or made_at,
        extra=dict(extra or {}),
    )


def kept(slice_of_text: str) -> str:
    """Outside text as it is, but for dangerous characters and line ends: a piece of an article stays that piece.

    It may begin and end with white space, or between a letter and its joiner: both ends are held while it is cleaned.
    """
    return clean_block(f"\u0628{slice_of_text}\U0001f600")[1:-1] if slice_of_text else ""


def text(row: Mapping[str, object], *keys: str) -> str:
    """The first of these that is there, which must be text; ``""`` when none is."""
    for key in keys:
        value = row.get(key)
        if value is not None and value != "":
            if not isinstance(value, str):
                raise BadInput(f"{key}: not text: {elide(clean_line(str(value)), 40)}")
            return value
    return ""


def texts(row: Mapping[str, object], key: str, *inner: str) -> list[str]:
    """A list of texts; where its items are objects, their first text of ``inner``."""
    found = []
    for item in items(row, key):
        value = text(item, *inner) if isinstance(item, Mapping) else item
        if not isinstance(value, str):
            raise BadInput(f"{key}: not a list of texts")
        found.append(value)
    return found


def items(row: Mapping[str, object], key: str) -> list[object]:
    """A list, a lone value as a list of one, nothing as none."""
    value = row.get(key)
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def mapping(value: object) -> Mapping[str, object]:
    """The value, which must be an object."""
    if not isinstance(value, Mapping):
        raise BadInput(f"not an object: {elide(clean_line(str(value)), 40)}")
    return value


def dated(row: Mapping[str, object], *keys: str) -> datetime | None:
    """The first of these that is there, as an instant."""
    for key in keys:
        value = row.get(key)
        if value is not None and value != "":
            found = instant(value)
            if found is None:
                raise BadInput(f"{key}: not a date and time: {elide(clean_line(str(value)), 40)}")
            return found
    return None


def instant(value: object) -> datetime | None:
    """RFC 3339 and its relatives, or seconds since 1970; without a zone it is UTC. None for anything else."""
    if isinstance(value, str) and re.fullmatch(r"\d{9,13}", value.strip()):
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > 1e11 else value
        return datetime.fromtimestamp(seconds, UTC) if math.isfinite(seconds) and 0 < seconds < 1e11 else None
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(_ZONE.sub(r"\1:\2", value.strip().removesuffix(" UTC")))
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(published: str) -> datetime | None:
    return instant(published) if published else None
