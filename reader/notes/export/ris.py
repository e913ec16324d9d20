"""Notes for reference managers: RIS, an article a record, a note an ``N1``, tags as keywords."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Note
from reader.notes.deeplink import web_address
from reader.notes.export.citation import by_article, day_parts
from reader.notes.export.names import authors
from reader.notes.export.options import Options
from reader.notes.export.said import one_line
from reader.text import clean_line

__all__ = ["ris_chunks"]


def ris_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes by article; every value is one line, so that none of it can be taken for a field."""
    for group in by_article(notes):
        yield "".join(f"{tag}  - {clean_line(value)}\n" for tag, value in _fields(group) if clean_line(value))
        yield "ER  - \n\n"


def _fields(notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    first = notes[0]
    published, accessed = day_parts(first.published), day_parts(first.accessed)
    yield "TY", "NEWS" if first.site else "ELEC"
    yield "ID", first.citekey
    for family, given in authors(first):
        yield "AU", f"{family}, {given}" if given else family
    yield "TI", clean_line(first.title) or "Untitled"
    yield "T2", first.site
    if published:
        yield "PY", f"{published.year:04d}"
        yield "DA", f"{published:%Y/%m/%d}".rjust(10, "0")
    else:
        yield "DA", first.published
    yield "UR", web_address(first.address) or first.address
    if accessed:
        yield "Y2", f"{accessed:%Y/%m/%d}".rjust(10, "0")
    for tag in dict.fromkeys(tag for note in notes for tag in note.tags):
        yield "KW", tag
    for note in notes:
        yield "N1", one_line(note)
