"""Requests to one server that a person named, such as one to sync with: every bound of a fetch, and no redirect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from reader import __version__
from reader.errors import BadInput, FetchFailed
from reader.fetch.budget import Budget
from reader.fetch.client import parsed_address
from reader.fetch.failures import NETWORK_ERRORS, failed
from reader.fetch.guard import Guard
from reader.fetch.inflate import inflated
from reader.fetch.light import httpx
from reader.fetch.transport import GuardedTransport
from reader.text import clean_line, elide

__all__ = ["Answer", "Calls", "Redirected"]

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"reader/{__version__}",
    "Accept": "application/json, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
Pairs = Sequence[tuple[str, str]]


class Redirected(FetchFailed):
    """The server says that what is asked for is elsewhere."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: the status, the header fields by name in lower case, the body inflated."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    def text(self) -> str:
        """The body as UTF-8 text; what is none of it becomes the replacement character."""
        return self.data.decode("utf-8", "replace")


class Calls:
    """One kept connection to the server at ``base``, an http(s) address without name and password.

    A person named it, so it may be local (``typed``); ``allow`` names further private addresses. Each call has
    ``deadline`` seconds and an answer of ``max_bytes`` at most, no cookies, and is never redirected: what goes with
    it, such as a password, would reach whoever the redirect names. ``stop`` is asked several times a second. Use it
    from one thread at a time. Raises ``BadInput`` for an address that is none.
    """

    def __init__(
        self,
        base: str,
        *,
        deadline: float,
        max_bytes: int,
        typed: bool = True,
        allow: Collection[str] = (),
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self.name = elide(clean_line(base), 200)
        self.base = parsed_address(base, self.name)
        if self.base.userinfo:
            raise BadInput(f"{clean_line(self.base.host)}: leave name and password out of the address: give --user")
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._budget = Budget(self.name, deadline, stop)
        self._transport = GuardedTransport(
            Guard(typed=typed, allow=allow), self._budget, secure=self.base.scheme == "https", keep=1
        )

    def call(
        self,
        method: str,
        path: str = "",
        *,
        query: Pairs = (),
        headers: Mapping[str, str] | None = None,
        form: Pairs | None = None,
        json: bytes | None = None,
        deadline: float | None = None,
    ) -> Answer:
        """The server's answer, whatever its status; ``path`` goes behind the base address.

        ``FetchFailed`` when there is none: not to be found, refused, TLS, time-out, too large, a redirect.
        """
        self._budget.renew(deadline or self._deadline)
        request = self._request(method, path, query, dict(headers or {}), form, json)
        try:
            with closing(self._transport.handle_request(request)) as answer:
                return self._read(answer)
        except NETWORK_ERRORS as error:
            raise failed(self.name, clean_line(self.base.host), error) from error

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _request(
        self, method: str, path: str, query: Pairs, headers: dict[str, str], form: Pairs | None, json: bytes | None
    ) -> httpx.Request:
        content = b""
        if form is not None:
            content = urlencode(form).encode("ascii")
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif json is not None:
            content = json
            headers["Content-Type"] = "application/json"
        whole = self.base.copy_with(raw_path=self._target(path, query))
        return httpx.Request(method, whole, headers={**_HEADERS, **headers}, content=content)

    def _target(self, path: str, query: Pairs) -> bytes:
        base, _, own = self.base.raw_path.decode("ascii").partition("?")
        asked = "&".join(part for part in (own, urlencode(query)) if part)
        target = f"{base.rstrip('/') if path else base}{path}"
        return (f"{target}?{asked}" if asked else target).encode("ascii")

    def _read(self, answer: httpx.Response) -> Answer:
        if answer.status_code in _REDIRECTS:
            to = elide(clean_line(answer.headers.get("location", "")), 120) or "nowhere"
            raise Redirected(f"{self.name}: redirects to {to}: if you trust that, give its address instead")
        encoding = answer.headers.get("content-encoding", "")
        data = inflated(answer.iter_raw(), encoding, self._max_bytes, self.name)
        return Answer(answer.status_code, dict(answer.headers), data)
