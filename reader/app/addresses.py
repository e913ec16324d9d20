"""Which names lead to which stored article: a pure decision, so that one page cannot take another's place."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

__all__ = [
    "DEMO",
    "STDIN",
    "file_address",
    "is_local",
    "is_web",
    "lasting_source",
    "other_names",
    "stdin_address",
    "tidy",
]

STDIN = "-"
DEMO = "reader:demo"
"""What the library calls the article that ships with the program."""

_FROM_STDIN = "stdin:"
_MIRROR = re.compile(r"^(www|m|mobile|amp)\.")
_SUFFIX = re.compile(r"\.(html?|amp|php|aspx?)$")


def stdin_address(page_sha256: str) -> str:
    """What the library calls an article that came from standard input; the same bytes have the same name."""
    return _FROM_STDIN + page_sha256


def file_address(source: str) -> str:
    """The ``file:`` address of a path as a person typed it, ``""`` for what can be no path."""
    try:
        return _path(source).absolute().as_uri()
    except (OSError, RuntimeError, ValueError):
        return ""


def is_web(address: str) -> bool:
    """Whether the address is http or https."""
    return address[:8].lower().startswith(("http://", "https://"))


def is_local(source: str) -> bool:
    """Whether a source names standard input or a file that is there, so that it is read again each time."""
    if source == STDIN:
        return True
    try:
        return not is_web(source) and _path(source).exists()
    except (OSError, RuntimeError, ValueError):  # too long, no such user, or no name that a file could have
        return False


def lasting_source(source: str, address: str) -> str:
    """What opens the article again from any folder: a file's absolute path, else the address."""
    if source != STDIN and is_local(source):
        return str(_path(source).absolute())
    return address


def _path(source: str) -> Path:
    """The path that is meant by a path or a ``file:`` address."""
    if source[:5].lower() == "file:":
        return Path(unquote(urlsplit(source).path))
    return Path(source).expanduser()


def tidy(address: str) -> str:
    """An address as the library compares it: scheme and host in lower case, no fragment, ``/`` for no path."""
    if not is_web(address):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:  # "https://[" and its like
        return address
    host = parts.netloc.lower().removesuffix(":443" if parts.scheme.lower() == "https" else ":80")
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", parts.query, ""))


def other_names(address: str, canonical: str) -> list[str]:
    """The canonical address as one more name of the article at ``address``, when it may be believed.

    A page may claim any canonical address: another site's, or its own front page (a common mistake). It counts
    only on the same site and with the same last word of the path, so that opening that address later cannot
    show this article by mistake.
    """
    if not (is_web(address) and is_web(canonical)):
        return []
    try:
        here, there = urlsplit(address), urlsplit(canonical)
    except ValueError:
        return []
    same = _site(here) == _site(there) and _last_word(here) == _last_word(there) != ""
    return [tidy(canonical)] if same else []


def _site(parts: SplitResult) -> str:
    return _MIRROR.sub("", parts.netloc.lower())


def _last_word(parts: SplitResult) -> str:
    words = [word for word in parts.path.split("/") if word and word != "amp"]
    return _SUFFIX.sub("", words[-1]) if words else ""
