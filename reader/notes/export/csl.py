"""Notes for citation processors: CSL-JSON 1.0.2, an article an item, its notes in ``note``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Note
from reader.notes.deeplink import web_address
from reader.notes.export.citation import by_article, day_parts
from reader.notes.export.json_text import json_text
from reader.notes.export.names import authors
from reader.notes.export.options import Options
from reader.notes.export.said import one_line
from reader.notes.record import Record
from reader.text import clean_line

__all__ = ["csl_chunks"]


def csl_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """One list with an item for each article; no two items have one id."""
    taken: set[str] = set()
    before = "[\n"
    for group in by_article(notes):
        yield before + json_text(_item(group, taken))
        before = ",\n"
    yield "\n]\n" if notes else "[]\n"


def _item(notes: Sequence[Note], taken: set[str]) -> Record:
    first = notes[0]
    key = name = clean_line(first.citekey) or "unsigned"
    number = 2
    while name in taken:
        name, number = f"{key}-{number}", number + 1
    taken.add(name)
    item: Record = {
        "id": name,
        "type": "article-newspaper" if first.site else "webpage",
        "title": clean_line(first.title) or "Untitled",
        "author": [_name(family, given) for family, given in authors(first)],
        "container-title": clean_line(first.site),
        "issued": _date(first.published),
        "accessed": _date(first.accessed),
        "URL": web_address(first.address),
        "keyword": ", ".join(dict.fromkeys(clean_line(tag) for note in notes for tag in note.tags)),
        "note": "\n".join(one_line(note) for note in notes),
    }
    return {key: value for key, value in item.items() if value}


def _name(family: str, given: str) -> Record:
    return {"family": family, "given": given} if given else {"literal": family}


def _date(instant: str) -> Record:
    day = day_parts(instant)
    if day:
        return {"date-parts": [[day.year, day.month, day.day]]}
    return {"literal": clean_line(instant)} if clean_line(instant) else {}
