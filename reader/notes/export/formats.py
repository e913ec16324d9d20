"""The formats: their names, other words for them, the endings of their files, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.options import Options

__all__ = ["ALIASES", "ENDINGS", "FORMATS", "GROUPED", "Writer", "format_named", "format_of", "writer_of"]

Writer = Callable[[Sequence[Note], Options], Iterator[str]]

ENDINGS: Mapping[str, str] = {
    "markdown": ".md",
    "obsidian": "",
    "json": ".json",
    "w3c": ".jsonld",
    "hypothesis": ".hypothesis.json",
    "readwise": ".readwise.csv",
    "csv": ".csv",
    "ris": ".ris",
    "bibtex": ".bib",
    "csl": ".csl.json",
    "org": ".org",
    "html": ".html",
    "clippings": ".txt",
}
"""How the file of each format ends, no two alike; ``""`` for ``obsidian``, which is a folder of files."""

FORMATS: tuple[str, ...] = tuple(ENDINGS)
"""The formats by name."""

GROUPED = ("markdown", "org", "html")
"""The formats that can be grouped by something else than article."""

ALIASES: Mapping[str, str] = {
    "md": "markdown",
    "jsonld": "w3c",
    "json-ld": "w3c",
    "web-annotation": "w3c",
    "bib": "bibtex",
    "biblatex": "bibtex",
    "csl-json": "csl",
    "org-mode": "org",
    "htm": "html",
    "kindle": "clippings",
    "my-clippings": "clippings",
}

_OTHER_ENDINGS = {".markdown": "markdown", ".htm": "html", ".json-ld": "w3c"}

_MODULES = {
    "markdown": "markdown",
    "obsidian": "obsidian",
    "json": "json_notes",
    "w3c": "w3c",
    "hypothesis": "hypothesis",
    "readwise": "readwise",
    "csv": "csv_table",
    "ris": "ris",
    "bibtex": "bibtex",
    "csl": "csl",
    "org": "org",
    "html": "html_page",
    "clippings": "clippings",
}
"""The module of each format; its writer is named ``<format>_chunks``."""


def format_named(name: str) -> str:
    """The format that a person's word means; BadInput, one line, for one that there is not."""
    lower = name.strip().lower()
    known = ALIASES.get(lower, lower)
    if known not in FORMATS:
        raise BadInput(f"format {name[:40]!r}: not known: choose {', '.join(FORMATS)}")
    return known


def format_of(path: str | PurePath) -> str | None:
    """The format that a file's ending tells, the longest ending that fits; None when it tells none."""
    name = PurePath(path).name.lower()
    known = {ending: form for form, ending in ENDINGS.items() if ending} | _OTHER_ENDINGS
    fitting = [ending for ending in known if name.endswith(ending) and name != ending]
    return known[max(fitting, key=len)] if fitting else None


def writer_of(name: str) -> Writer:
    """What writes the format, imported when it is asked for."""
    module = import_module(f"reader.notes.export.{_MODULES[name]}")
    writer: Writer = getattr(module, f"{name}_chunks")
    return writer
