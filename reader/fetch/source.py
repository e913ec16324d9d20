"""Decides what a person named: an address, a file, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.errors import BadInput
from reader.fetch import fetch, read_file, read_stream
from reader.model import Page
from reader.text import clean_line

__all__ = ["page_of_source"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?=//|[^\d/])")
_HOST = re.compile(r"(?:[\w-]+\.)+(?P<top>[^\W\d_]{2,24}|xn--[\w-]+)\.?(?::\d{1,5})?(?:[/?#].*)?", re.DOTALL)
_LOCAL = re.compile(r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?(?:[/?#].*)?", re.DOTALL)
# Ends of file names that are no top-level domain a news site would have.
_FILE_ENDS = "html htm xhtml shtml md markdown mdown txt text pdf rst org tex doc docx odt json xml rss atom opml csv"


def page_of_source(
    source: str,
    *,
    deadline: float,
    max_bytes: int,
    typed: bool,
    allow: Collection[str],
    stop: Callable[[], bool] | None,
) -> Page:
    """See ``reader.fetch.open_page``."""

    def fetched(url: str) -> Page:
        return fetch(url, deadline=deadline, max_bytes=max_bytes, typed=typed, allow=allow, stop=stop)

    source = source.strip()
    if source == "-":
        return read_stream(sys.stdin.buffer, max_bytes=max_bytes)
    if not source:
        raise BadInput("nothing to open: name an address, a file, or - for standard input")
    if _is_there(source):
        return read_file(source, max_bytes=max_bytes)
    scheme = _scheme_of(source)
    if scheme in ("http", "https"):
        return fetched(source)
    if scheme == "file":
        return read_file(_path_of(source), max_bytes=max_bytes)
    if _LOCAL.fullmatch(source):
        return fetched(f"http://{source}")
    if (host := _HOST.fullmatch(source)) and host["top"].lower() not in _FILE_ENDS.split():
        return fetched(f"https://{source}")
    if scheme:
        raise BadInput(f"{clean_line(source)}: only http, https and file addresses can be opened")
    return read_file(source, max_bytes=max_bytes)


def _is_there(source: str) -> bool:
    try:
        return Path(source).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False  # no name that a file could have


def _scheme_of(source: str) -> str:
    match = _SCHEME.match(source)
    return match[1].lower() if match else ""


def _path_of(url: str) -> str:
    """The path that a ``file:`` address names (RFC 8089)."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise BadInput(f"{clean_line(url)}: this is no proper address: check it") from error
    if parts.netloc not in ("", "localhost"):
        raise BadInput(f"{clean_line(url)}: a file address names a file of this computer: write file:///path")
    return unquote(parts.path)
