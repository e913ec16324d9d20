"""Notes as Markdown (CommonMark): an article a section, a note a list item.

The list item is what keeps a note in bounds: whatever its body opens, a fence, a comment, a quotation, ends with it.
Words from outside are escaped; the user's own are their Markdown, and stay it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Note
from reader.notes.deeplink import deep_link, web_address
from reader.notes.export.citation import authors_text, by_article, day_text
from reader.notes.record import instant_text
from reader.text import clean_block, clean_line

__all__ = ["escaped", "to_markdown"]

# CommonMark's own signs; and what Obsidian and others add: wiki links, tags, highlights, comments, block ids.
_SIGNS = re.compile(r"[\\`*_\[\]<>~|^#]|==|%%|&(?=#|\w+;)|!(?=\[)")
_OPENERS = re.compile(r"[-+=#:](?=\s|$|[-+=#:])|\d{1,9}(?=[.)](?:\s|$))")
_LEADING = re.compile(r"^[ \t]+")


def to_markdown(notes: Sequence[Note]) -> str:
    """The notes by article, each article with its citation; bodies as the user wrote them."""
    sections = [_section(group) for group in by_article(notes)]
    return "\n\n".join(["# Notes", *(sections or ["No notes."])]) + "\n"


def escaped(line: str) -> str:
    """One line of outside text as Markdown that shows exactly that text."""
    return _flat(_SIGNS.sub(lambda match: "\\" + match.group(), clean_line(line)))


def _flat(line: str) -> str:
    """The line, kept from opening a heading, a list, a rule or a definition by how it begins."""
    opener = _OPENERS.match(line)
    if not opener:
        return line
    digits = opener.group() if opener.group().isdigit() else ""
    return f"{digits}\\{line[len(digits) :]}"


def _section(notes: Sequence[Note]) -> str:
    first = notes[0]
    items = [_item(note) for note in notes]
    return "\n\n".join([f"## {escaped(first.title) or 'Untitled'}", _citation(first), *items])


def _citation(note: Note) -> str:
    title = f"“{escaped(note.title)}”" if note.title else ""
    where = ", ".join(
        filter(None, [f"*{escaped(note.site)}*" if clean_line(note.site) else "", escaped(day_text(note.published))])
    )
    web = web_address(note.address)
    address = f"<{web}>" if web else escaped(note.address)
    accessed = f"Accessed {escaped(day_text(note.accessed))}" if note.accessed else ""
    parts = [escaped(authors_text(note.authors)), title, where, address, accessed]
    key = f" @{escaped(note.citekey)}" if note.citekey else ""
    return _flat(". ".join(filter(None, parts)) + "." + key)


def _item(note: Note) -> str:
    parts = [_quotation(note), clean_block(note.body), _footer(note)]
    text = "\n\n".join(filter(None, parts))
    return "- " + "\n".join(f"  {line}" if line else "" for line in text.split("\n")).lstrip()


def _quotation(note: Note) -> str:
    """The passage as a block quotation; where there is none, a line that says so, for the item to begin with.

    A body cannot begin the item: with ``---`` it would make a rule of the item's own dash, and stand outside it.
    """
    passage = clean_block(note.selector.exact) if note.selector else ""
    paragraphs = [part for part in re.split(r"\n\s*\n", passage) if part.strip()]
    lines = [_quoted(paragraph) for paragraph in paragraphs]
    if not lines:
        return "On the whole article:"
    if speaker := escaped(note.speaker):
        lines.append(f"> — {speaker}")
    return "\n>\n".join(lines)


def _quoted(paragraph: str) -> str:
    """A paragraph of a quotation: its line breaks stay, by backslash, and so does how far lines are set in."""
    lines = []
    for line in paragraph.split("\n"):
        leading = _LEADING.match(line)
        indent = "\xa0" * len(leading.group().expandtabs(4)) if leading else ""
        lines.append(f"> {indent}{escaped(line)}")
    return "\\\n".join(lines)


def _footer(note: Note) -> str:
    link = deep_link(note)
    words = [
        f"Tags: {escaped(', '.join(note.tags))}" if note.tags else "",
        f"Noted {day_text(instant_text(note.created))}",
        f"[In the article](<{link}>)" if link else "",
    ]
    return " · ".join(filter(None, words))
