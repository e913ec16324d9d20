"""What can go wrong, said to a person in one line; and the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["BadInput", "DamagedStore", "Exit", "FetchFailed", "NoArticle", "ReaderError", "StoreFailed"]


class Exit(IntEnum):
    """Exit codes of the command line; 70 is EX_SOFTWARE of BSD's sysexits.h."""

    DONE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    DEFECT = 70
    INTERRUPTED = 130


class ReaderError(Exception):
    """Something a person can act on.

    Its text is one line that names the thing, says why, and what to do:
    ``notes.csv: no such folder: make it first, or name another with -o``.
    """

    exit_code: Exit = Exit.BAD_INPUT

    def __str__(self) -> str:
        """The message as one line, whatever an underlying error put in it."""
        return " ".join(super().__str__().split())


class BadInput(ReaderError):
    """What the user named or typed cannot be used: a file, an option, a theme, a config key."""


class FetchFailed(ReaderError):
    """A page could not be fetched: DNS, refused, TLS, time-out, status, size, not a page."""


class NoArticle(ReaderError):
    """Bytes came, but there is no article in them."""


class StoreFailed(ReaderError):
    """The notes or the library could not be written or read: full, read-only, locked."""


class DamagedStore(StoreFailed):
    """A store is damaged or of a newer version; it is left exactly as it was found."""
