"""Pages from files and streams, under the same bounds as those from the network."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reader.errors import BadInput
from reader.fetch.kind import kind_by_bytes
from reader.model import Page
from reader.text import clean_line

__all__ = ["page_of_file", "page_of_stream"]

_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
}


def page_of_file(path: str | Path, max_bytes: int) -> Page:
    """See ``reader.fetch.read_file``. Its type is told by the name; an unknown one is left to the reader of it."""
    name = clean_line(str(path))
    try:
        place = Path(path).expanduser()
        with place.open("rb") as file:
            data = file.read(max_bytes + 1)
        address = place.absolute().as_uri()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadInput(f"{name}: {_why(error)}") from error
    return _page(data, name, address, str(path), max_bytes, _TYPES.get(place.suffix.lower(), ""))


def page_of_stream(stream: BinaryIO, max_bytes: int) -> Page:
    """See ``reader.fetch.read_stream``."""
    try:
        data = stream.read(max_bytes + 1)
    except OSError as error:
        raise BadInput(f"standard input: cannot be read: {error.strerror}") from error
    return _page(data, "standard input", "", "-", max_bytes, "")


def _page(data: bytes, name: str, address: str, requested: str, max_bytes: int, kind: str) -> Page:
    if len(data) > max_bytes:
        raise BadInput(f"{name}: larger than {max_bytes / 1_000_000:g} MB, too large for an article")
    if what := kind_by_bytes(data):
        raise BadInput(f"{name}: this is {what}: open a web page, Markdown or text")
    if not data.strip():
        raise BadInput(f"{name}: it is empty")
    return Page(url=address, data=data, requested=requested, content_type=kind, fetched=datetime.now(UTC))


def _why(error: Exception) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file: check the name"
        case IsADirectoryError():
            return "this is a folder: name a file in it"
        case PermissionError():
            return "no permission to read it"
        case OSError():
            return f"cannot be read: {error.strerror}"
        case _:
            return "this is no file name"
