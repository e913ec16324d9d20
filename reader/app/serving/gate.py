"""Who may ask: a pure decision on the headers of a request, before anything is done for it.

A page of somebody else's in the same browser can send requests here. It cannot choose their ``Host`` or ``Origin``, but
it can give a name of its own this machine's address (DNS rebinding) and open WebSockets, which no same-origin policy
holds back. It cannot know the key in the address either; each of the three would do alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

__all__ = ["Gate", "is_loopback"]

LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Gate:
    """Lets in what names the server as its owner would; ``host`` and ``port`` are where it listens."""

    host: str
    port: int

    def refusal(self, host: str, origin: str | None, *, socket: bool) -> str:
        """Why a request is not answered, ``""`` when it is.

        ``host`` and ``origin`` are its headers; a WebSocket, as every browser sends it, must say where it comes from.
        """
        if not self._is_ours(host):
            return f"Host {host!r} is not this server"
        if socket and origin is None:
            return "a WebSocket is to say where it comes from"
        if origin is not None and origin != f"http://{host}":
            return f"Origin {origin!r} is not this server"
        return ""

    def _is_ours(self, host: str) -> bool:
        name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdecimal() else (host, "", "80")
        name = name.removeprefix("[").removesuffix("]").lower()
        if port != str(self.port):
            return False
        if name == self.host or (is_loopback(self.host) and name in LOCAL_NAMES):
            return True
        return not is_loopback(self.host) and _is_address(name)


def _is_address(name: str) -> bool:
    """Whether a host is written as numbers: nobody can point these elsewhere, as they can a name."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
