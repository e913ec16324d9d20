"""What the program leans on: versions, trusted certificates, and the other programs it hands things to."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from reader import __version__
from reader.app.browser import can_show
from reader.app.doctor.finding import Finding, State
from reader.config import load
from reader.errors import FetchFailed
from reader.paths import Paths

__all__ = ["machine"]


def machine(paths: Paths) -> Iterator[Finding]:
    """Versions, certificates, locale, browser and editor."""
    yield _versions()
    yield _certificates()
    yield _encoding()
    yield _browser(load(paths)[0].open_command)
    yield _editor()


def _versions() -> Finding:
    parts = [f"reader {__version__}", f"Python {platform.python_version()}"]
    parts += [f"{name} {_version_of(name)}" for name in ("textual", "httpx", "lxml", "tinydb")]
    system = f"{platform.system()} {platform.release()}"
    said = ", ".join([*parts, f"SQLite {sqlite3.sqlite_version}", system])
    if sys.platform not in ("linux", "darwin"):
        return Finding("versions", State.HINT, said, "reader is tested on Linux and macOS only")
    return Finding("versions", State.OK, said)


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


def _certificates() -> Finding:
    from reader.fetch import trusted_roots

    try:
        number = trusted_roots()
    except FetchFailed as error:
        return Finding("TLS", State.BAD, str(error), "reinstall the package certifi: without it no page can be fetched")
    return Finding("TLS", State.OK, f"{number} trusted roots")


def _encoding() -> Finding:
    encoding = sys.getfilesystemencoding()
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    if "utf" not in locale.lower():
        advice = "reader writes UTF-8 all the same; set LANG=C.UTF-8 if signs look wrong"
        return Finding("locale", State.HINT, f"{locale}, file names in {encoding}", advice)
    return Finding("locale", State.OK, f"{locale}, file names in {encoding}")


def _browser(command: str) -> Finding:
    if command and not _is_there(command):
        return Finding("browser", State.BAD, f"open_command: {command}: there is no such program", "see config.toml")
    if not can_show(command):
        advice = "addresses are shown and copied instead; open_command in config.toml names a program"
        return Finding("browser", State.HINT, "no display here", advice)
    return Finding("browser", State.OK, command or "the system's")


def _editor() -> Finding:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return Finding("editor", State.HINT, "none is set", "set $VISUAL to write notes in your own editor")
    if not _is_there(editor):
        return Finding("editor", State.BAD, f"{editor}: there is no such program", "set $VISUAL or $EDITOR right")
    return Finding("editor", State.OK, editor)


def _is_there(command: str) -> bool:
    """Whether the first word of a command is a program of this machine."""
    try:
        words = shlex.split(command)
    except ValueError:  # a quotation mark that is never closed
        return False
    return bool(words) and shutil.which(words[0]) is not None
