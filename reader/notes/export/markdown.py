"""Notes as Markdown (CommonMark): an article a section, a note a list item.

The list item is what keeps a note in bounds: whatever its body opens, a fence, a comment, a quotation, ends with it.
Words from outside are escaped; the user's own are their Markdown, and stay it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.model import Note
from reader.notes.deeplink import deep_link, web_address
from reader.notes.export.citation import authors_text, by_article, day_text
from reader.notes.export.options import Options, grouped
from reader.notes.export.said import correction, passage
from reader.notes.record import instant_text
from reader.text import clean_block, clean_line

__all__ = ["citation", "escaped", "item", "markdown_chunks"]

# CommonMark's own signs; and what Obsidian and others add: wiki links, tags, highlights, comments, block ids.
_SIGNS = re.compile(r"[\\`*_\[\]<>~|^#]|==|%%|&(?=#|\w+;)|!(?=\[)")
_OPENERS = re.compile(r"[-+=#:](?=\s|$|[-+=#:])|\d{1,9}(?=[.)](?:\s|$))")
_LEADING = re.compile(r"^[ \t]+")


def markdown_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """The notes by article, each article with its citation; bodies as the user wrote them.

    Grouped by something else, the articles of each group stand under its heading.
    """
    if options.template is not None:
        from reader.notes.export.template import template_chunks

        yield from template_chunks(notes, options)
        return
    yield "# Notes\n"
    for label, group in grouped(notes, options.group):
        if label:
            yield f"\n## {escaped(label)}\n"
        for of_article in by_article(group):
            yield f"\n{_section(of_article, '###' if label else '##', options)}\n"
    if not notes:
        yield "\nNo notes.\n"


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


def _section(notes: Sequence[Note], level: str, options: Options) -> str:
    first, items = notes[0], [item(note, deep_link(note, options.text_of(note))) for note in notes]
    return "\n\n".join([f"{level} {escaped(first.title) or 'Untitled'}", citation(first), *items])


def citation(note: Note) -> str:
    """What the note's article is cited by, in one line."""
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


def item(note: Note, link: str, block: str = "") -> str:
    """The note as a list item; ``link`` leads to its passage, ``block`` is a name for the item to end with."""
    parts = [_quotation(note), escaped(correction(note)), clean_block(note.body), _footer(note, link) + block]
    text = "\n\n".join(filter(None, parts))
    return "- " + "\n".join(f"  {line}" if line else "" for line in text.split("\n")).lstrip()


def _quotation(note: Note) -> str:
    """The passage as a block quotation; where there is none, a line that says so, for the item to begin with.

    A body cannot begin the item: with ``---`` it would make a rule of the item's own dash, and stand outside it.
    """
    paragraphs = [part for part in re.split(r"\n\s*\n", passage(note)) if part.strip()]
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


def _footer(note: Note, link: str) -> str:
    words = [
        f"Tags: {escaped(', '.join(note.tags))}" if note.tags else "",
        f"Noted {day_text(instant_text(note.created))}",
        f"[In the article](<{link}>)" if link else "",
    ]
    return " · ".join(filter(None, words))
