"""What is fuzzed: a reader of outside bytes each, with the seeds it begins from; it gives every text that it made."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from reader.app.render.markdown import article_markdown
from reader.config import load as load_config
from reader.extract import extract_html, extract_markdown, extract_text
from reader.feeds import parse as parse_feed
from reader.hosts import spelled_out
from reader.notes import NoteStore
from reader.notes.export import FORMATS, render
from reader.notes.importers import read as read_notes
from reader.paths import find_paths
from reader.query import parse as parse_query
from reader.themes import load as load_theme

__all__ = ["TARGETS"]

RAW = {"summary", "content", "prefix", "exact", "suffix"}
"""Fields that hold markup or words as they came, and go through the gate when they are drawn."""


def texts(value: object, name: str = "") -> Iterator[str]:
    """Every text inside a value of the model, but for the raw ones."""
    if isinstance(value, str):
        if name not in RAW:
            yield value
    elif (fields := _fields(value)) is not None:
        for field in fields:
            yield from texts(getattr(value, field), field)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from (*texts(key, name), *texts(one, name))
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for one in value:
            yield from texts(one, name)


def _fields(value: object) -> Sequence[str] | None:
    """The names of a record's fields; None for anything else."""
    if isinstance(value, Struct):
        return value.__struct_fields__
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [field.name for field in dataclasses.fields(value)]
    return None


def page(data: bytes) -> Iterable[str]:
    """A page, and what is printed of it."""
    article = extract_html(data, "https://quay.example/tide")
    yield from texts(article)
    yield article_markdown(article)


def words(data: bytes) -> Iterable[str]:
    """Markdown and plain text."""
    text = data.decode("utf-8", "replace")
    yield from texts(extract_markdown(text, "https://quay.example/tide"))
    yield from texts(extract_text(text))


def feed(data: bytes) -> Iterable[str]:
    """A feed, and the bodies of its entries as articles."""
    found = parse_feed(data, "https://quay.example/feed")
    yield from texts(found)
    for entry in found.entries[:3]:
        if body := entry.content or entry.summary:
            yield from texts(extract_html(body.encode("utf-8", "surrogatepass"), entry.link))


def theme(data: bytes) -> Iterable[str]:
    """A theme file."""
    with TemporaryDirectory() as folder:
        (file := Path(folder) / "theme.toml").write_bytes(data)
        yield from texts(load_theme(file))


def settings(data: bytes) -> Iterable[str]:
    """A settings file: it never stops the program, and tells its mistakes in lines."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "config.toml").write_bytes(data)
        _config, problems = load_config(find_paths(folder))
        yield from problems
        if any("\n" in problem for problem in problems):
            raise AssertionError(f"a problem of several lines: {problems}")


def imported(data: bytes) -> Iterable[str]:
    """A file of notes, and every export of what was taken."""
    notes = read_notes(data, "notes.json").notes
    for form in FORMATS:
        yield render(notes, form)


def store(data: bytes) -> Iterable[str]:
    """A notes file that something wrote into: refused, or read and written to, and never lost."""
    with TemporaryDirectory() as folder:
        (path := Path(folder) / "notes.json").write_bytes(data)
        before = NoteStore(path).all()
        if before:
            NoteStore(path).update(before[0])
        if len(NoteStore(path).all()) != len(before):
            raise AssertionError("a note was lost")
    return []


def query(data: bytes) -> Iterable[str]:
    """A query, over something in memory."""
    parse_query(data.decode("utf-8", "replace")).holds({"title": "tide tables", "is": "read"}, None)
    return []


def address(data: bytes) -> Iterable[str]:
    """An address; spelled out once, it stays."""
    spelled = spelled_out(data.decode("utf-8", "surrogateescape"))
    if spelled != spelled_out(spelled):
        raise AssertionError(f"spelled twice: {spelled!r}")
    return []


TARGETS: dict[str, tuple[Callable[[bytes], Iterable[str]], tuple[str, ...]]] = {
    "page": (page, ("page.html",)),
    "words": (words, ("notes.md",)),
    "feed": (feed, ("rss.xml", "atom.xml", "feed.json")),
    "theme": (theme, ("theme.toml",)),
    "settings": (settings, ("config.toml",)),
    "imported": (
        imported,
        ("notes.json", "notes.w3c.jsonld", "notes.hypothesis.json", "notes.readwise.csv", "notes.clippings.txt"),
    ),
    "store": (store, ("store.json",)),
    "query": (query, ("query.txt",)),
    "address": (address, ("address.txt",)),
}
"""By name: the reader, and its seeds in ``corpus/``; what once broke it lies beside them as ``NAME-*``."""
