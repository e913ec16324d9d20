r"""Notes for LaTeX: BibTeX (BibLaTeX's ``@online``), an article an entry, its notes in ``annotation``.

Every value is one line in braces that balance: BibTeX counts braces whatever stands before them, so a brace of the text
is written ``\textbraceleft{}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from reader.model import Note
from reader.notes.deeplink import web_address
from reader.notes.export.citation import by_article, day_parts
from reader.notes.export.names import authors
from reader.notes.export.options import Options
from reader.notes.export.said import one_line
from reader.text import clean_line

__all__ = ["bibtex_chunks", "latex"]

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", '"': "{\"}",
}  # fmt: skip
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))


def bibtex_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes by article; no two entries have one key."""
    taken: set[str] = set()
    for group in by_article(notes):
        key = _free(re.sub(r"[^A-Za-z0-9:.+-]", "", group[0].citekey) or "unsigned", taken)
        taken.add(key.lower())
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(group) if value)
        yield f"@online{{{key},\n{fields}\n}}\n\n"


def latex(text: str) -> str:
    """One line of text that LaTeX sets as it is."""
    return _SIGN.sub(lambda match: _SIGNS[match.group()], clean_line(text))


def _fields(notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    first = notes[0]
    published, accessed = day_parts(first.published), day_parts(first.accessed)
    yield "author", " and ".join(_author(family, given) for family, given in authors(first))
    yield "title", f"{{{latex(first.title) or 'Untitled'}}}"
    yield "organization", latex(first.site)
    if published:
        yield "date", published.date().isoformat()
        yield "year", f"{published.year:04d}"
    yield "url", web_address(first.address)
    yield "urldate", accessed.date().isoformat() if accessed else ""
    yield "keywords", ", ".join(dict.fromkeys(latex(tag) for note in notes for tag in note.tags))
    yield "annotation", r" \par ".join(latex(one_line(note)) for note in notes)


def _author(family: str, given: str) -> str:
    """A person as ``Family, Given``; a body in braces of its own, so that it is not taken apart."""
    return f"{latex(family)}, {latex(given)}" if given else f"{{{latex(family)}}}"


def _free(key: str, taken: set[str]) -> str:
    endings = [""]
    while True:
        for ending in endings:
            if (key + ending).lower() not in taken:
                return key + ending
        endings = [ending + letter for ending in endings for letter in ascii_lowercase]
