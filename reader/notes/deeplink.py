"""The address of a passage: ``https://…#:~:text=…``, a text fragment (WICG Scroll To Text Fragment)."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reader.model import Note, Selector

__all__ = ["deep_link", "encoded", "web_address"]

_LONG = 120
"""Characters from which on a passage is named by its first and last words."""

_ENDS = 6
"""Words of a long passage at each end."""

_SHORT = 24
"""Characters up to which a passage may stand in a page more than once, so that its neighbours are named too."""

_NEIGHBOURS = 3


def deep_link(note: Note, text: str | None = None) -> str:
    """The web address of the note's article with its passage as a text fragment, ``""`` when it has no web address.

    A note without a passage gives the plain address. ``text`` is the article's, when it is known.
    """
    address = web_address(note.address)
    directive = text_directive(note.selector, text) if note.selector else ""
    if not address or not directive:
        return address
    return f"{address}{':~:' if '#' in address else '#:~:'}{directive}"


def web_address(address: str) -> str:
    """The address when it is http or https, with whatever could end a link in a file percent-encoded, else ``""``."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return encoded(address.strip()) if parts.scheme in ("http", "https") and parts.netloc else ""


def encoded(address: str) -> str:
    """The address with quotation marks, spaces, angle brackets, backslashes, controls and non-ASCII encoded."""
    return quote(address, safe="%/:=&?~#+!$,;@()*[]", errors="replace")


def text_directive(selector: Selector, text: str | None = None) -> str:
    """``text=[prefix-,]start[,end][,-suffix]`` for the passage, ``""`` when there are no words in it.

    A term has to lie in one block of the page and end at word boundaries, so a passage over several lines is
    named by its two ends, and one that was cut within a word is completed from its context. A browser goes to the
    first place that fits: neighbours are named where that is another place, which is told from the article's text,
    else guessed by how short the passage is.
    """
    before = re.search(r"\w*$", selector.prefix) if selector.exact[:1].isalnum() else None
    after = re.match(r"\w*", selector.suffix) if selector.exact[-1:].isalnum() else None
    head, tail = (before.group() if before else ""), (after.group() if after else "")
    passage = (head + selector.exact + tail).strip()
    if not passage:
        return ""
    lines = [line.strip() for line in re.split(r"[\n\t]+", passage) if line.strip()]
    terms = [lines[0].split()]
    if len(lines) > 1 or len(passage) > _LONG:
        terms = [lines[0].split()[:_ENDS], lines[-1].split()[-_ENDS:]]
    prefix, suffix = _neighbours(selector, head, tail)
    if _is_first(selector, terms[0], text, len(head)) or (text is None and len(passage) > _SHORT):
        prefix, suffix = [], []
    return "text=" + ",".join([*_side(prefix, "{}-"), *map(_term, terms), *_side(suffix, "-{}")])


def _neighbours(selector: Selector, head: str, tail: str) -> tuple[list[str], list[str]]:
    """The nearest whole words before and after the passage in its block.

    The outer word of each may be cut off where the context ends, so it is left out.
    """
    prefix = selector.prefix.removesuffix(head).rpartition("\n")[2].split()[-_NEIGHBOURS:]
    suffix = selector.suffix.removeprefix(tail).partition("\n")[0].split()[:_NEIGHBOURS]
    return prefix[1:], suffix[:-1]


def _is_first(selector: Selector, words: list[str], text: str | None, head: int) -> bool:
    """Whether the article is known and these words stand nowhere in it before the passage."""
    if text is None or text[selector.start : selector.end] != selector.exact:
        return False
    found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", text, re.IGNORECASE)
    leading = len(selector.exact) - len(selector.exact.lstrip())
    return found is None or found.start() >= selector.start - head + leading


def _side(words: list[str], form: str) -> list[str]:
    return [form.format(_term(words))] if words else []


def _term(words: list[str]) -> str:
    """Percent-encoded, the dash, comma and ampersand of the fragment's own syntax too."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
