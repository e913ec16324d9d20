"""Finds which protocol a server speaks and where, and opens the line to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass

from reader.errors import BadInput, FetchFailed
from reader.fetch.calls import Calls, Redirected
from reader.sync.servers import fever, greader_login, miniflux
from reader.sync.servers.failures import Broken, NoApi, Refused, WrongPassword
from reader.sync.servers.fever import Fever
from reader.sync.servers.greader import GReader
from reader.sync.servers.miniflux import Miniflux
from reader.sync.servers.protocol import Server
from reader.sync.servers.records import Kind
from reader.text import clean_line

__all__ = ["Reach", "find", "line_to"]

LARGEST = 10_000_000
"""Bytes of one answer, inflated."""
_LINES: dict[Kind, Callable[[Calls, str, Callable[[], str]], Server]] = {
    Kind.GREADER: GReader,
    Kind.MINIFLUX: Miniflux,
    Kind.FEVER: Fever,
}
_PLACES = {Kind.GREADER: greader_login.places, Kind.MINIFLUX: miniflux.places, Kind.FEVER: fever.places}
_INOREADER = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)*inn?oreader\.com(?![^/:?#])", re.IGNORECASE)
_NOT_HERE = (NoApi, WrongPassword, Refused, Broken, Redirected)


@dataclass(frozen=True)
class Reach:
    """The bounds of every request: seconds for one, the private addresses allowed beside the server's, when to stop."""

    deadline: float
    allow: Collection[str] = ()
    stop: Callable[[], bool] = lambda: False


def line_to(kind: Kind, url: str, user: str, password: Callable[[], str], reach: Reach) -> Server:
    """A line to an account; nothing is asked yet. BadInput for an address that is none."""
    calls = Calls(url, deadline=reach.deadline, max_bytes=LARGEST, allow=reach.allow, stop=reach.stop)
    return _LINES[kind](calls, user, password)


def find(address: str, user: str, password: Callable[[], str], kind: Kind | None, reach: Reach) -> tuple[Kind, str]:
    """The protocol and the API's own address for the address that a person gave: the first that lets the user in.

    Where none does: ``WrongPassword`` when one of them knows its own, else what says most of why; any other failure,
    such as a server that is not to be reached, as soon as it comes.
    """
    if _INOREADER.match(address.strip()):  # before a password is sent that cannot help
        raise BadInput(
            f"{clean_line(address)}: not supported: Inoreader lets in only programs that are registered with it;"
            " its export as OPML brings your feeds here: reader import FILE"
        )
    failures: list[FetchFailed] = []
    for one, url in _candidates(address, user, kind):
        with closing(line_to(one, url, user, password, reach)) as line:
            try:
                line.check()
            except _NOT_HERE as error:
                failures.append(error)
            else:
                return one, url
    raise _telling(failures) or NoApi(
        f"{clean_line(address)}: nothing to sync with there: give the address of its API, as …/api/greader.php"
    )


def _candidates(address: str, user: str, kind: Kind | None) -> Iterator[tuple[Kind, str]]:
    """What to try, the likeliest first; without a user name only Miniflux, which lets a key alone in."""
    if kind is None and re.search(r"/fever(\.php)?/?$", address):
        kind = Kind.FEVER
    elif kind is None and "greader.php" in address:
        kind = Kind.GREADER
    kinds = [kind] if kind else list(Kind) if user else [Kind.MINIFLUX]
    return ((one, url) for one in kinds for url in _PLACES[one](address))


def _telling(failures: list[FetchFailed]) -> FetchFailed | None:
    """The failure that says most: a password refused, an API switched off, a server that fails, another address."""

    def missing(error: FetchFailed) -> bool:
        return isinstance(error, NoApi) and "503" not in str(error)

    for wanted in (WrongPassword, NoApi, Broken, Redirected, Refused):
        for error in failures:
            if isinstance(error, wanted) and not missing(error):
                return error
    return failures[0] if len(failures) == 1 else None
