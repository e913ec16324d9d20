"""Notes for Obsidian: a file an article, with properties as YAML front matter and a block id for every note.

Property values are JSON strings, which YAML reads as they are, dates and times in Obsidian's own form
(``2025-03-14T09:30:00``, here in UTC). Tags hold only what Obsidian takes for a part of one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.model import Note
from reader.notes.deeplink import deep_link
from reader.notes.export.citation import by_article, day_parts
from reader.notes.export.markdown import citation, escaped, item
from reader.notes.export.options import Options
from reader.text import clean_line

__all__ = ["file_name", "identity", "obsidian_chunks", "obsidian_files", "safe_tag"]

_NOT_IN_TAGS = re.compile(r"[^\w/-]+")
_NOT_PRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]%~`$\s.]+')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_LONGEST = 120
"""Bytes of a file's name before its ending; every file system takes 255 for the whole, sync tools add their own."""


def obsidian_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """The files one after another, for looking at."""
    for _name, text in obsidian_files(notes, options):
        yield text


def obsidian_files(notes: Sequence[Note], options: Options) -> Iterator[tuple[str, str]]:
    """A name without its ending, and a text, for each article; no two names differ by case alone."""
    taken: set[str] = set()
    for group in by_article(notes):
        name = stem = file_name(group[0].title)
        number = 2
        while name.casefold() in taken:
            name, number = f"{stem} {number}", number + 1
        taken.add(name.casefold())
        yield name, _file(group, options)


def file_name(title: str) -> str:
    """The title as a plain file name on every system: no separators, no dots, no leading sign, not a device's name."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", clean_line(title)).split()).strip("-' ")
    short = plain.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip("-' ")
    if not short or not any(character.isalnum() for character in short):
        return "Untitled"
    return f"{short} (article)" if short.casefold() in _DEVICES else short


def identity(note: Note) -> str:
    """The line of front matter that says which article a file is about."""
    return f"reader: {_quoted(note.address or note.citekey or note.title)}"


def safe_tag(tag: str) -> str:
    """The tag in the signs that Obsidian allows, ``""`` when nothing is left; one of digits alone gets a letter.

    >>> safe_tag("city hall!"), safe_tag("2025")
    ('city-hall', 'y2025')
    """
    kept = re.sub(r"/{2,}", "/", _NOT_IN_TAGS.sub("-", clean_line(tag))).strip("-/")
    return f"y{kept}" if kept and not re.search(r"[^\W\d]|[-/_]", kept) else kept


def _file(notes: Sequence[Note], options: Options) -> str:
    first = notes[0]
    items = [item(note, deep_link(note, options.text_of(note)), f" ^{_block(note)}") for note in notes]
    return (
        "\n\n".join([_front_matter(notes), f"# {escaped(first.title) or 'Untitled'}", citation(first), *items]) + "\n"
    )


def _front_matter(notes: Sequence[Note]) -> str:
    first = notes[0]
    tags = dict.fromkeys(filter(None, (safe_tag(tag) for note in notes for tag in note.tags)))
    lines = [
        "---",
        identity(first),
        f"title: {_quoted(first.title)}",
        f"authors: {_listed(first.authors)}",
        f"site: {_quoted(first.site)}",
        f"published: {_date(first.published)}",
        f"accessed: {_date(first.accessed)}",
        f"url: {_quoted(first.address)}",
        f"citekey: {_quoted(first.citekey)}",
        f"tags: {_listed(tags)}",
        f"created: {_moment(min(note.created for note in notes))}",
        f"modified: {_moment(max(note.modified for note in notes))}",
        "---",
    ]
    return "\n".join(lines)


def _quoted(line: str) -> str:
    text = json.dumps(clean_line(line), ensure_ascii=False)
    return _NOT_PRINTED.sub(lambda match: json.dumps(match.group())[1:-1], text)


def _listed(lines: Sequence[str] | dict[str, None]) -> str:
    return f"[{', '.join(_quoted(line) for line in lines if clean_line(line))}]"


def _date(instant: str) -> str:
    """A date or a date and time as it was given, without its zone; other words in quotation marks."""
    day = day_parts(instant)
    if day is None:
        return _quoted(instant)
    return day.date().isoformat() if len(instant) <= 10 else day.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")


def _moment(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")


def _block(note: Note) -> str:
    """Obsidian's block id for the note: Latin letters, digits and hyphens."""
    return f"note-{re.sub(r'[^A-Za-z0-9-]', '', note.id) or '0'}"
