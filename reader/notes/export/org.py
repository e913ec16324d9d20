"""Notes for Org mode: an article a heading, a note a heading under it, texts in blocks that Org leaves as they are.

In a source or example block nothing acts; a line there that Org could take for a heading or for the block's end has a
comma before it, which Org itself takes off again (the manual, section 12.6 "Literal Examples").
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
from reader.text import clean_block, clean_line, elide

__all__ = ["org_chunks"]

_GUARDED = re.compile(r"^(?=,*(?:\*|#\+))", re.MULTILINE)
_NOT_IN_TAGS = re.compile(r"[^\w@%]+")
_ACTS = re.compile(
    r"(?<=\[)(?=[\[\]])|(?<=<)(?=[<%\d\[])|(?<=\{)(?=\{)|(?<=@)(?=@)|(?<=\[)(?=fn:|\d|cite)|(?<=\$)(?=\S)"
)
_NAMED = re.compile(r"\b(src|call)_(?=\w)|\\(?=[A-Za-z(\[])", re.IGNORECASE)


def org_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """The notes by article, under the headings of their groups when they are grouped by something else."""
    yield "#+TITLE: Notes\n"
    for label, group in grouped(notes, options.group):
        if label:
            yield f"\n* {_line(label)}\n"
        for of_article in by_article(group):
            yield f"\n{_article(of_article, '**' if label else '*', options)}"


def _article(notes: Sequence[Note], stars: str, options: Options) -> str:
    first = notes[0]
    drawer = {
        "AUTHOR": authors_text(first.authors),
        "PUBLICATION": first.site,
        "DATE": day_text(first.published),
        "URL": web_address(first.address) or first.address,
        "ACCESSED": day_text(first.accessed),
        "CUSTOM_ID": first.citekey,
    }
    head = f"{stars} {_line(first.title or 'Untitled')}\n{_drawer(drawer)}"
    return head + "".join(_note(note, stars + "*", deep_link(note, options.text_of(note))) for note in notes)


def _note(note: Note, stars: str, link: str) -> str:
    words, speaker = passage(note), clean_line(note.speaker)
    about = elide(clean_line(words), 60) if words else "On the whole article"
    drawer = {"ID": note.id, "KIND": str(note.kind), "SPEAKER": speaker, "CREATED": instant_text(note.created)}
    parts = [
        f"{stars} {_line(about)}{_tags(note)}\n{_drawer(drawer | {'LINK': link})}",
        _block("example", words),
        f"{_line(correction(note))}\n" if correction(note) else "",
        _block("src", clean_block(note.body), " markdown"),
    ]
    return "".join(parts)


def _line(text: str) -> str:
    """One line in quotation marks, in which no link, macro, footnote, timestamp or call stands.

    The marks keep it from beginning with a keyword or a comment and from ending in tags.
    """
    plain = _ACTS.sub(" ", clean_line(text))
    return f"“{_NAMED.sub(lambda match: match.group().rstrip('_') + ' ', plain)}”"


def _drawer(properties: dict[str, str]) -> str:
    lines = [f":{key}: {clean_line(value)}" for key, value in properties.items() if clean_line(value)]
    return "\n".join([":PROPERTIES:", *lines, ":END:"]) + "\n"


def _block(kind: str, text: str, language: str = "") -> str:
    if not text:
        return ""
    return f"#+begin_{kind}{language}\n{_GUARDED.sub(',', text)}\n#+end_{kind}\n"


def _tags(note: Note) -> str:
    tags = [tag for tag in (_NOT_IN_TAGS.sub("_", clean_line(tag)).strip("_") for tag in note.tags) if tag]
    return f" :{':'.join(dict.fromkeys(tags))}:" if tags else ""
