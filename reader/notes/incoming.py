"""Notes from outside: the JSON that ``reader notes add --from FILE`` takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.errors import BadInput
from reader.model import Article, Note, NoteKind, Selector
from reader.notes.deeplink import encoded
from reader.notes.ids import new_id
from reader.notes.make import citekey, clean_tags
from reader.text import clean_block, clean_line

__all__ = ["from_mapping", "notes_from_json", "outside_address", "outside_scheme"]

_SCHEMES = ("http", "https", "file", "stdin", "reader", "")
_TAKEN = ("title", "url", "quote", "note", "tags", "speaker", "authors", "site", "published", "color")


def notes_from_json(text: str, name: str) -> list[Note]:
    """The notes in JSON text, one object or a list of them; ``name`` is what an error line calls it.

    Raises BadInput, one line that names the first object that cannot be taken and why.
    """
    try:
        given = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise BadInput(
            f"{name}: not JSON (line {error.lineno}, column {error.colno}): see `reader notes add --help`"
        ) from None
    except RecursionError:
        raise BadInput(f"{name}: nested too deep: a note is one object of texts") from None
    rows = given if isinstance(given, list) else [given]
    notes = []
    for position, row in enumerate(rows, start=1):
        where = f"{name}: note {position}" if isinstance(given, list) else name
        if not isinstance(row, Mapping):
            raise BadInput(f'{where}: not an object: give {{"title", "url", "quote", "note", "tags"}}')
        try:
            notes.append(from_mapping(row))
        except BadInput as error:
            raise BadInput(f"{where}: {error}") from None
    return notes


def from_mapping(mapping: Mapping[str, object]) -> Note:
    """A note from an outside record, its passage in ``quote`` and its body in ``note``.

    Taken are ``title, url, quote, note, tags, speaker, authors, site, published, color``; others are kept in
    ``Note.extra``. What a page may have put there is made safe; the body stays as typed. Raises BadInput, one line.
    """
    title, quoted, body = (_text(mapping, key) for key in ("title", "quote", "note"))
    address = outside_address(_text(mapping, "url"))
    if not (title.strip() or quoted.strip() or body.strip() or address):
        raise BadInput("nothing to note: give at least one of title, url, quote and note")
    exact = clean_block(quoted)
    article = Article(
        clean_line(title), (), url=address, site=clean_line(_text(mapping, "site")), byline=_lines(mapping, "authors")
    )
    now = datetime.now(UTC)
    return Note(
        id=new_id(),
        kind=NoteKind.NOTE if body.strip() else NoteKind.HIGHLIGHT if exact else NoteKind.PAGE,
        url=address,
        title=article.title,
        authors=article.byline,
        site=article.site,
        published=clean_line(_text(mapping, "published")),
        citekey=citekey(article),
        selector=Selector(exact) if exact else None,
        speaker=clean_line(_text(mapping, "speaker")),
        body=body,
        tags=clean_tags(_lines(mapping, "tags")),
        color=clean_line(_text(mapping, "color")),
        created=now,
        modified=now,
        extra={key: value for key, value in mapping.items() if key not in _TAKEN},
    )


def _text(mapping: Mapping[str, object], key: str) -> str:
    value = mapping.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{key}: not text: put it in quotation marks")
    return value


def _lines(mapping: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = mapping.get(key)
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        raise BadInput(f'{key}: not a list of texts: write ["one", "two"]')
    lines = []
    for item in items:
        if not isinstance(item, str):
            raise BadInput(f'{key}: not a list of texts: write ["one", "two"]')
        lines.append(clean_line(item))
    return tuple(line for line in lines if line)


def outside_address(given: str) -> str:
    """An address from outside, percent-encoded; ``""`` for none. BadInput for a scheme that is not opened here."""
    line = clean_line(given)
    outside_scheme(line)
    return encoded(line)


def outside_scheme(line: str) -> None:
    """BadInput unless the address is of a scheme that a note may have."""
    try:
        scheme = urlsplit(line).scheme.lower()
    except ValueError:
        raise BadInput(f"url: not an address: {line[:60]!r}: write https://…") from None
    if scheme not in _SCHEMES:
        raise BadInput(f"url: {scheme[:20]}: is not opened by reader: give an http or https address")
