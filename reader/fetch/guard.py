"""Which network addresses may be talked to, checked on the resolved address at connect, so that names cannot lie."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

import httpcore

from reader.errors import FetchFailed
from reader.fetch.budget import Budget

__all__ = ["Guard", "GuardedBackend", "is_public"]

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Ranges that carry an IPv4 address inside, or route to a translator: NAT64 (RFC 6052, 8215), 6to4 (RFC 3056) and its
# relays (RFC 7526), Teredo (RFC 4380), site-local (RFC 3879). The standard library counts some of them as global.
_TRANSLATED = tuple(
    ipaddress.ip_network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10", "192.88.99.0/24", "::/96")
)


@lru_cache(maxsize=256)  # every request on a kept connection asks again
def is_public(address: str) -> bool:
    """Whether an IP address is public: not private, loopback, link-local, multicast, NAT64 or 6to4."""
    ip: IPAddress = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    if any(ip.version == network.version and ip in network for network in _TRANSLATED):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Guard:
    """Decides, hop by hop, which addresses one fetch may connect to.

    What a person typed may be local, and may then redirect within the same host and port; ``allow`` names others
    (``host:port``). A page, a feed or a redirect from a public address never reaches a local one.
    """

    def __init__(self, *, typed: bool, allow: Collection[str]) -> None:
        self._may_be_local = typed
        self._allow = frozenset(entry.lower() for entry in allow)
        self._local_origin: tuple[str, int] | None = None

    def permitted(self, host: str, port: int, addresses: Iterable[str]) -> list[str]:
        """The addresses of the host that may be connected to."""
        every = list(addresses)
        origin = (host.lower(), port)
        if self._may_be_local or origin == self._local_origin or f"{_in_brackets(origin[0])}:{port}" in self._allow:
            return every
        return [address for address in every if is_public(address)]

    def connected(self, host: str, port: int, address: str) -> None:
        """Note the first connection: where it led decides what redirects may do."""
        if self._may_be_local and not is_public(address):
            self._local_origin = (host.lower(), port)
        self._may_be_local = False


def _in_brackets(host: str) -> str:
    """The host as it stands before a port."""
    return f"[{host}]" if ":" in host else host


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a name once, connects to the address that the guard saw, and watches the clock on every read.

    ``guard`` and ``budget`` are those of the fetch that is under way; a connection that is kept alive serves several
    in turn. ``address`` is where the last connection led, ``""`` before the first.
    """

    def __init__(self, guard: Guard, budget: Budget) -> None:
        self.guard = guard
        self.budget = budget
        self.address = ""
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first permitted address of the host that answers."""
        permitted = self.guard.permitted(host, port, addresses := self._resolved(host, port))
        if not permitted:
            where = host if host in addresses else f"{host} ({', '.join(addresses[:3])})"
            raise FetchFailed(
                f"{self.budget.name}: leads to {where}, which is no public address: "
                f"if you trust it, allow it with --allow-address {_in_brackets(host)}:{port}"
            )
        for address in permitted[:-1]:
            try:
                return self._connected(host, port, address)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next address of the same host may answer
        return self._connected(host, port, permitted[-1])

    def _connected(self, host: str, port: int, address: str) -> httpcore.NetworkStream:
        stream = self._backend.connect_tcp(address, port, timeout=self.budget.left())
        self.address = address
        self.guard.connected(host, port, address)
        return _WatchedStream(stream, self)

    def _resolved(self, host: str, port: int) -> list[str]:
        def look_up() -> list[str]:
            return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

        try:
            found = self.budget.run(look_up)
        except UnicodeError as error:
            raise FetchFailed(f"{self.budget.name}: {host} is no host name") from error
        except socket.gaierror as error:
            raise FetchFailed(
                f"{self.budget.name}: cannot find the host {host}: check the address and your connection"
            ) from error
        return list(dict.fromkeys(found))


class _WatchedStream(httpcore.NetworkStream):
    """A stream that asks the budget of the fetch under way before and during every wait."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, or none at the end."""
        while True:
            try:
                return self._stream.read(max_bytes, self._backend.budget.slice())
            except httpcore.ReadTimeout:
                continue  # the budget says when to give up

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of the bytes."""
        self._stream.write(buffer, self._backend.budget.left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream under TLS."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend.budget.left())
        return _WatchedStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as in httpcore
        """What the connection underneath says."""
        return self._stream.get_extra_info(info)
