"""One fetch: hop by hop, no cookies, nothing of one host told to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from reader import __version__
from reader.errors import BadInput, FetchFailed
from reader.fetch.budget import Budget
from reader.fetch.failures import NETWORK_ERRORS, failed, failed_status
from reader.fetch.fields import MAX_FIELD, validator
from reader.fetch.guard import Guard
from reader.fetch.inflate import inflated, too_large
from reader.fetch.kind import charset_of, kind_by_bytes, kind_by_type, media_type
from reader.fetch.light import httpx
from reader.fetch.transport import GuardedTransport
from reader.hosts import spelled_out
from reader.model import Page
from reader.text import clean_line, elide

__all__ = [
    "MAX_REDIRECTS",
    "REDIRECTS",
    "body_of",
    "declared_kind",
    "fetch_page",
    "follow",
    "parsed_address",
    "redirect_target",
]

MAX_REDIRECTS = 10
REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPT = "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1"

Result = TypeVar("Result")


def fetch_page(
    url: str,
    *,
    deadline: float,
    max_bytes: int,
    typed: bool,
    allow: Collection[str],
    stop: Callable[[], bool] | None,
) -> Page:
    """See ``reader.fetch.fetch``."""
    receive = partial(_page, max_bytes=max_bytes, requested=url)
    return follow(url, receive, accept=_ACCEPT, deadline=deadline, typed=typed, allow=allow, stop=stop)


def follow(
    url: str,
    receive: Callable[[httpx.Response, Budget], Result],
    *,
    accept: str,
    deadline: float,
    typed: bool,
    allow: Collection[str],
    stop: Callable[[], bool] | None,
) -> Result:
    """What ``receive`` makes of the answer at an address, redirects followed; raises as ``reader.fetch.fetch`` does."""
    name = elide(clean_line(url), 200)
    address = parsed_address(url, name)
    name = elide(clean_line(str(address.copy_with(username=None, password=None))), 200)
    budget = Budget(name, deadline, stop)
    guard = Guard(typed=typed, allow=allow)
    for _hop in range(MAX_REDIRECTS + 1):
        answer = _one_hop(address, guard, budget, accept, receive)
        if not isinstance(answer, httpx.URL):
            return answer
        address = answer
    raise FetchFailed(f"{name}: redirected more than {MAX_REDIRECTS} times")


def parsed_address(url: str, name: str) -> httpx.URL:
    """The http(s) address, its fragment cut off; ``BadInput`` that calls it ``name`` when it is none."""
    scheme = _scheme_of(url)
    if scheme not in ("http", "https"):
        raise BadInput(f"{name}: only http and https addresses can be fetched")
    try:
        return _checked(url.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise BadInput(f"{name}: this is no proper address: check it") from error


def _checked(url: str) -> httpx.URL:
    """The address without its fragment. Raises ``httpx.InvalidURL``, or ``ValueError`` for what httpx lets pass."""
    spelled = spelled_out(url)
    if not spelled:
        raise ValueError("no host, or no port, that can be connected to")
    return httpx.URL(spelled.partition("#")[0])


def _scheme_of(url: str) -> str:
    """The scheme of an address, lower case, ``""`` for none."""
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url.strip())
    return match[1].lower() if match else ""


def _one_hop(
    address: httpx.URL, guard: Guard, budget: Budget, accept: str, receive: Callable[[httpx.Response, Budget], Result]
) -> Result | httpx.URL:
    """What is made of the answer at the address, or where it redirects to.

    Straight through the transport: an httpx client would keep cookies, read the environment, and raise on a
    ``Location`` that it cannot parse before anyone could say so in one line.
    """
    headers = {"User-Agent": f"reader/{__version__}", "Accept": accept, "Accept-Encoding": "gzip, deflate"}
    request = httpx.Request("GET", address.copy_with(username=None, password=None), headers=headers)
    if address.userinfo:
        request = next(httpx.BasicAuth(address.username, address.password).auth_flow(request))
    try:
        with (
            GuardedTransport(guard, budget, secure=address.scheme == "https") as transport,
            closing(transport.handle_request(request)) as answer,
        ):
            answer.request = request
            if answer.status_code in REDIRECTS:
                location = answer.headers.get("location", "")
                return redirect_target(str(request.url), location, answer.status_code, budget.name)
            return receive(answer, budget)
    except NETWORK_ERRORS as error:
        raise failed(budget.name, clean_line(address.host), error) from error


def redirect_target(base: str, location: str, status: int, name: str) -> httpx.URL:
    """Where a redirect leads, without a name and password that it might try to have sent."""
    location = location.strip()
    if not location:
        raise FetchFailed(f"{name}: {status}: redirects to nowhere")
    shown = elide(clean_line(location), 120)
    try:
        target = urljoin(base, location)
        if urlsplit(target).scheme not in ("http", "https"):
            raise FetchFailed(f"{name}: redirects to {shown}, which is not http or https: not followed")
        return _checked(target).copy_with(username=None, password=None)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchFailed(f"{name}: redirects to {shown}, which is no proper address") from error


def body_of(answer: httpx.Response, budget: Budget, max_bytes: int) -> bytes:
    """The body of an answer of success, inflated; FetchFailed when it is empty, none or larger than that."""
    length = answer.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:18]) > max_bytes:
        raise too_large(budget.name, max_bytes)
    data = inflated(answer.iter_raw(), answer.headers.get("content-encoding", ""), max_bytes, budget.name)
    if not data.strip():
        raise FetchFailed(f"{budget.name}: the answer is empty")
    return data


def declared_kind(answer: httpx.Response, budget: Budget) -> tuple[str, str]:
    """The Content-Type of an answer of success as it was sent, and its bare media type; FetchFailed for no success."""
    if not 200 <= answer.status_code < 300 or answer.status_code in (204, 206):
        raise failed_status(budget.name, answer.status_code)
    declared = clean_line(answer.headers.get("content-type", "")[:MAX_FIELD])
    return declared, media_type(declared)


def _page(answer: httpx.Response, budget: Budget, max_bytes: int, requested: str) -> Page:
    declared, kind = declared_kind(answer, budget)
    if what := kind_by_type(kind):
        raise FetchFailed(f"{budget.name}: this is {what}, not a page")
    data = body_of(answer, budget, max_bytes)
    if what := kind_by_bytes(data):
        raise FetchFailed(f"{budget.name}: this is {what}, not a page")
    return Page(
        url=str(answer.request.url),
        data=data,
        requested=requested,
        charset=charset_of(declared),
        content_type=kind,
        status=answer.status_code,
        etag=validator(answer.headers, "etag"),
        last_modified=validator(answer.headers, "last-modified"),
        fetched=datetime.now(UTC),
    )
