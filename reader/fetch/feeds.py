"""Asks for feeds, one host after another: conditionally, on kept connections, with what the server says of waiting.

RFC 9110 and 9111 for validators, redirects, ``Retry-After`` and ``Cache-Control``; RFC 6585 for 429.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import httpcore

from reader import __version__
from reader.errors import FetchFailed
from reader.fetch.budget import Budget
from reader.fetch.client import MAX_REDIRECTS, REDIRECTS, parsed_address, redirect_target
from reader.fetch.failures import NETWORK_ERRORS, failed, failed_status
from reader.fetch.fields import MAX_FIELD, fields_of, max_age, retry_after, validator
from reader.fetch.guard import Guard
from reader.fetch.inflate import inflated
from reader.fetch.light import httpx
from reader.fetch.wire import Headers, Wire, origin_of
from reader.text import clean_line, elide

__all__ = ["FeedAnswer", "FeedFetcher", "FeedOutcome", "FeedQuestion"]

_ACCEPT = (
    b"application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9,"
    b" text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
_AGENT = f"reader/{__version__}"
_PERMANENT = (301, 308)
_WAITING = (429, 503)
_MOST_KEPT = 2
"""Connections kept at a time: the host's own, and that to which it redirects."""


class FeedOutcome(StrEnum):
    """What a server said of a feed."""

    FRESH = "fresh"
    UNMODIFIED = "unmodified"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FeedQuestion:
    """A feed's address and what is known of it.

    ``etag`` and ``last_modified`` came with the last answer, from the address ``validated_url`` (``""`` for this
    one). ``typed`` says that a person named the address, so it may be local. ``login`` is a name and a password.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    validated_url: str = ""
    user_agent: str = ""
    login: tuple[str, str] | None = None
    typed: bool = False


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What came of asking.

    ``url`` is where the answer came from; ``moved_to`` the address that a permanent redirect says to use from now
    on, else ``""``. ``content_type`` is as declared. ``max_age`` and ``retry_after`` are seconds, None where nothing
    was said. ``failure`` is a line that says what went wrong; ``unreachable`` that there was no connection at all.
    """

    outcome: FeedOutcome
    url: str
    data: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""
    max_age: int | None = None
    retry_after: int | None = None
    failure: str = ""
    unreachable: bool = False


class FeedFetcher:
    """Fetches feeds one after another, best those of one host together: its connection is kept for the next.

    Every fetch has ``deadline`` seconds, ``max_bytes`` after inflating, and the bounds of every other fetch; ``stop``
    is asked several times a second. Use it from one thread.
    """

    def __init__(
        self,
        *,
        deadline: float,
        max_bytes: int,
        allow: Collection[str] = (),
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._allow = frozenset(allow)
        self._stop = stop
        self._wires: dict[tuple[object, bool], Wire] = {}

    def fetch(self, question: FeedQuestion) -> FeedAnswer:
        """The server's answer. Raises ``FetchFailed`` only when ``stop()`` is true, ``BadInput`` for no address."""
        given = parsed_address(question.url, elide(clean_line(question.url), 200))
        login = question.login or ((given.username, given.password) if given.userinfo else None)
        # no password in an answer or an error
        first = address = given.copy_with(username=None, password=None) if given.userinfo else given
        name = elide(clean_line(str(first)), 200)
        budget = Budget(name, self._deadline, self._stop)
        guard = Guard(typed=question.typed, allow=self._allow)
        moved = first
        permanent = True
        for _hop in range(MAX_REDIRECTS + 1):
            try:
                answer = self._hop(address, replace(question, login=login), first, guard, budget)
            except FetchFailed as error:
                if self._stop is not None and self._stop():
                    raise
                return FeedAnswer(FeedOutcome.FAILED, str(address), failure=str(error), unreachable=_unreached(error))
            if isinstance(answer, FeedAnswer):
                return answer if moved == first else _moved(answer, moved)
            address, status = answer
            permanent = permanent and status in _PERMANENT
            moved = address if permanent else moved
        line = f"{name}: redirected more than {MAX_REDIRECTS} times"
        return FeedAnswer(FeedOutcome.FAILED, str(address), failure=line)

    def close(self) -> None:
        """Close the kept connections."""
        for wire in self._wires.values():
            wire.close()
        self._wires.clear()

    def _hop(
        self, address: httpx.URL, question: FeedQuestion, first: httpx.URL, guard: Guard, budget: Budget
    ) -> FeedAnswer | tuple[httpx.URL, int]:
        """The answer at an address, or where it redirects to and with which status."""
        wire = self._wire(address, question.typed)
        try:
            response = wire.get(address, _headers(address, question, first), guard, budget)
            try:
                fields = fields_of(response.headers)
                if response.status in REDIRECTS:
                    location = fields.get("location", "")
                    return redirect_target(str(address), location, response.status, budget.name), response.status
                return self._answer(response, fields, str(address), budget)
            finally:
                response.close()
        except NETWORK_ERRORS as error:
            wire.close()
            raise failed(budget.name, clean_line(address.host), error) from error

    def _answer(self, response: httpcore.Response, fields: dict[str, str], url: str, budget: Budget) -> FeedAnswer:
        status = response.status
        if status == 410:
            return FeedAnswer(FeedOutcome.GONE, url, failure=str(failed_status(budget.name, status)))
        if status != 304 and (not 200 <= status < 300 or status in (204, 206)):
            wait = retry_after(fields) if status in _WAITING else None
            line = str(failed_status(budget.name, status))
            return FeedAnswer(FeedOutcome.FAILED, url, failure=line, retry_after=wait)
        known = FeedAnswer(
            FeedOutcome.UNMODIFIED,
            url,
            etag=validator(fields, "etag"),
            last_modified=validator(fields, "last-modified"),
            max_age=max_age(fields),
        )
        if status == 304:
            return known
        if not isinstance(response.stream, Iterable):
            raise TypeError("a synchronous connection gave an asynchronous answer")
        data = inflated(response.stream, fields.get("content-encoding", ""), self._max_bytes, budget.name)
        declared = clean_line(fields.get("content-type", "")[:MAX_FIELD])
        return replace(known, outcome=FeedOutcome.FRESH, data=data, content_type=declared)

    def _wire(self, address: httpx.URL, typed: bool) -> Wire:
        """The connection to an address's host. One that was made for a typed address serves those only."""
        key = (origin_of(address), typed)
        if key not in self._wires:
            while len(self._wires) >= _MOST_KEPT:
                self._wires.pop(next(iter(self._wires))).close()
            self._wires[key] = Wire(address)
        return self._wires[key]


def _headers(address: httpx.URL, question: FeedQuestion, first: httpx.URL) -> Headers:
    """The fields of a request. Validators go only where they came from, a password only to its own host."""
    agent = question.user_agent if question.user_agent.isascii() and question.user_agent.isprintable() else ""
    headers = [
        (b"Host", address.netloc),
        (b"User-Agent", (agent or _AGENT).encode("ascii")),
        (b"Accept", _ACCEPT),
        (b"Accept-Encoding", b"gzip, deflate"),
    ]
    if str(address) == (question.validated_url or str(first)):
        if question.etag:
            headers.append((b"If-None-Match", question.etag.encode("latin-1", "ignore")))
        if question.last_modified:
            headers.append((b"If-Modified-Since", question.last_modified.encode("latin-1", "ignore")))
    if question.login and origin_of(address) == origin_of(first):
        token = base64.b64encode(":".join(question.login).encode())
        headers.append((b"Authorization", b"Basic " + token))
    return headers


def _unreached(error: FetchFailed) -> bool:
    """Whether there was no connection at all: no such host, refused, or no answer to knocking."""
    cause = error.__cause__
    return isinstance(cause, (httpcore.ConnectError, httpcore.ConnectTimeout, OSError))


def _moved(answer: FeedAnswer, to: httpx.URL) -> FeedAnswer:
    return replace(answer, moved_to=str(to))
