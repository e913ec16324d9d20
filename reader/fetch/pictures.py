"""Fetches a picture that a person asked to see: by the same way out, and within the same bounds, as a page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

import httpx

from reader.errors import FetchFailed
from reader.fetch.budget import Budget
from reader.fetch.client import body_of, declared_kind, follow

__all__ = ["fetch_picture"]

_ACCEPT = "image/png, image/jpeg, image/webp, image/gif, image/*;q=0.5"
_OTHER = ("image/svg+xml",)
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


def fetch_picture(
    url: str, *, deadline: float, max_bytes: int, allow: Collection[str], stop: Callable[[], bool] | None
) -> bytes:
    """See ``reader.fetch.fetch_picture``."""
    receive = partial(_bytes, max_bytes=max_bytes)
    return follow(url, receive, accept=_ACCEPT, deadline=deadline, typed=False, allow=allow, stop=stop)


def _bytes(answer: httpx.Response, budget: Budget, max_bytes: int) -> bytes:
    _declared, kind = declared_kind(answer, budget)
    if kind in _OTHER:
        raise FetchFailed(f"{budget.name}: this is a drawing (SVG), which is not shown here: open it in a browser")
    if kind not in _UNTOLD and not kind.startswith("image/"):
        raise FetchFailed(f"{budget.name}: this is no picture but {kind}")
    return body_of(answer, budget, max_bytes)
