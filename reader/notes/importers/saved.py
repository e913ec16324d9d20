"""What read-later programs export: wallabag, Omnivore, Pocket and Instapaper.

Each saved article is a note on the whole of it, with its tags; one with highlights is a note a highlight instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from html.parser import HTMLParser

from reader.errors import BadInput
from reader.model import Note
from reader.notes.deeplink import web_address
from reader.notes.importers.made import dated, items, made, mapping, text, texts
from reader.notes.importers.rows import Rows
from reader.notes.importers.tables import Cells, rows
from reader.text import clean_line, elide

__all__ = ["instapaper", "links", "omnivore", "pocket", "pocket_table", "wallabag", "wallabag_table"]

_SHELVES = frozenset({"", "unread", "archive", "starred", "home", "liked"})
"""Instapaper's own folders, which say nothing about an article."""


def wallabag(document: object) -> Rows[object]:
    """Entries of wallabag's JSON, with ``tags`` and ``annotations`` (``quote``, ``text``); or an answer of its API."""
    return Rows(_numbered(_inner(document, "_embedded", "items")), _wallabag)


def _wallabag(row: object) -> Iterator[Note]:
    entry = mapping(row)
    about = partial(
        made,
        url=_url(entry, "url", "origin_url"),
        title=text(entry, "title"),
        authors=texts(entry, "published_by"),
        site=text(entry, "domain_name"),
        published=text(entry, "published_at"),
        tags=texts(entry, "tags", "label", "slug"),
    )
    marked = [mapping(one) for one in items(entry, "annotations")]
    for one in marked:
        created, modified = dated(one, "created_at"), dated(one, "updated_at", "created_at")
        yield about(quote=text(one, "quote"), body=text(one, "text"), created=created, modified=modified)
    if not marked:
        yield about(created=dated(entry, "created_at"))


def wallabag_table(table: str, name: str) -> Rows[Cells | str]:
    """Rows of wallabag's CSV: ``Title;URL;Content;Tags;MIME Type;Language;Creation date``."""
    return Rows(rows(table, name), lambda row: [_saved(row, "creation date", ",")])


def omnivore(document: object) -> Rows[object]:
    """Omnivore's ``metadata_*.json``: ``url title author labels savedAt``, and ``highlights`` as its API gives them."""
    return Rows(_numbered(_inner(document, "data", "search", "edges")), _omnivore)


def _omnivore(row: object) -> Iterator[Note]:
    entry = mapping(row)
    entry = mapping(entry.get("node", entry))
    labels = texts(entry, "labels", "name")
    about = partial(
        made,
        url=_url(entry, "url", "originalArticleUrl", "originalUrl"),
        title=text(entry, "title"),
        authors=[text(entry, "author")],
        site=text(entry, "siteName"),
        published=text(entry, "publishedAt"),
    )
    marked = [mapping(one) for one in items(entry, "highlights")]
    for one in marked:
        yield about(
            quote=text(one, "quote"),
            prefix=text(one, "prefix"),
            suffix=text(one, "suffix"),
            body=text(one, "annotation"),
            color=text(one, "color"),
            tags=[*labels, *texts(one, "labels", "name")],
            created=dated(one, "createdAt", "highlightedAt", "updatedAt"),
        )
    if not marked:
        yield about(tags=labels, created=dated(entry, "savedAt", "createdAt"))


def pocket(document: object) -> Rows[object]:
    """Pocket's annotations (``url title highlights``), or an answer of its API (``list``, ``resolved_url``…)."""
    if isinstance(document, Mapping) and isinstance(document.get("list"), Mapping):
        document = list(mapping(document["list"]).values())
    return Rows(_numbered(document), _pocket)


def _pocket(row: object) -> Iterator[Note]:
    entry = mapping(row)
    tags, marked = entry.get("tags"), entry.get("highlights", entry.get("annotations"))
    about = partial(
        made,
        url=_url(entry, "url", "resolved_url", "given_url"),
        title=text(entry, "title", "resolved_title", "given_title"),
        tags=list(tags) if isinstance(tags, Mapping) else texts(entry, "tags"),
    )
    found = list(marked.values()) if isinstance(marked, Mapping) else marked if isinstance(marked, list) else []
    for one in map(mapping, found):
        yield about(quote=text(one, "quote"), created=dated(one, "created_at"))
    if not found:
        yield about(created=dated(entry, "time_added"))


def pocket_table(table: str, name: str) -> Rows[Cells | str]:
    """Pocket's CSV: ``title,url,time_added,tags,status``, tags parted by bars."""
    return Rows(rows(table, name), lambda row: [_saved(row, "time_added", "|")])


def instapaper(table: str, name: str) -> Rows[Cells | str]:
    """Instapaper's CSV: ``URL,Title,Selection,Folder,Timestamp`` and, of late, ``Tags``."""
    return Rows(rows(table, name), _instapaper)


def _instapaper(row: Cells | str) -> Iterator[Note]:
    if isinstance(row, str):
        raise BadInput(row)
    folder = row.get("folder", "").strip()
    shelf = [] if folder.casefold() in _SHELVES else [folder]
    yield made(
        url=_url(dict(row), "url"),
        title=row.get("title", ""),
        quote=row.get("selection", ""),
        tags=[*shelf, *_listed(row.get("tags", ""))],
        created=dated(dict(row), "timestamp"),
    )


def links(page: str) -> Rows[Cells]:
    """The links of an HTML export: Pocket's carry ``time_added`` and ``tags``."""
    parser = _Links()
    parser.feed(page)
    parser.close()
    numbered = ((f"link {number}", link) for number, link in enumerate(parser.links, start=1))
    return Rows(numbered, lambda row: [_saved(row, "time_added", ",")])


class _Links(HTMLParser):
    """The links of a page with their attributes and words."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Cells] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link begins."""
        if tag == "a":
            values = {key: value or "" for key, value in attrs}
            self.links.append({**values, "url": values.get("href", ""), "title": ""})
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        """A link ends."""
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        """Words, of a link or not."""
        if self._open:
            self.links[-1]["title"] += data


def _saved(row: Cells | str, when: str, between: str) -> Note:
    """A row that is an address, a title, tags and a time."""
    if isinstance(row, str):
        raise BadInput(row)
    created = dated(dict(row), when)
    tags = row.get("tags", "").split(between)
    return made(url=_url(dict(row), "url"), title=row.get("title", ""), tags=tags, created=created)


def _url(row: Mapping[str, object], *keys: str) -> str:
    address = text(row, *keys)
    if not web_address(address):
        raise BadInput(f"not a web address: {elide(clean_line(address), 60)!r}" if address.strip() else "no address")
    return address


def _listed(cell: str) -> list[str]:
    """Tags in one cell: a JSON list, or words between commas."""
    if cell.startswith("["):
        try:
            found = json.loads(cell)
        except ValueError:
            found = None
        if isinstance(found, list):
            return [str(tag) for tag in found]
    return cell.split(",")


def _inner(document: object, *keys: str) -> object:
    """What lies under these keys, each left out where it is not."""
    for key in keys:
        if isinstance(document, Mapping) and key in document:
            document = document[key]
    return document


def _numbered(document: object) -> Iterator[tuple[str, object]]:
    found = document if isinstance(document, list) else [document]
    return ((f"entry {number}", row) for number, row in enumerate(found, start=1))
