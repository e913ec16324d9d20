"""httpx over guarded connections: its own transport takes no network backend, so this is a small one that does."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from functools import lru_cache

import httpcore

from reader.fetch.budget import Budget
from reader.fetch.guard import Guard, GuardedBackend
from reader.fetch.light import httpx

__all__ = ["GuardedTransport", "trusted"]


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """What secure connections are made with: the certificates that come with the program, never the environment's."""
    return httpx.create_ssl_context(trust_env=False)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class GuardedTransport(httpx.BaseTransport):
    """One hop's connection, HTTP/1.1, no proxy; raises httpcore's exceptions and ``FetchFailed``.

    ``keep`` is how many connections stay open for a next request.
    """

    def __init__(self, guard: Guard, budget: Budget, *, secure: bool, keep: int = 0) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=trusted() if secure else None,  # loading the trusted certificates takes a while
            network_backend=GuardedBackend(guard, budget),
            max_keepalive_connections=keep,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its answer, the body not yet read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.content,
                extensions=request.extensions,
            )
        )
        if not isinstance(answer.stream, Iterable):
            raise TypeError("a synchronous pool gave an asynchronous answer")
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
