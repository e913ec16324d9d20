"""What went wrong on the way, said in one line: connection, TLS, protocol, status."""

from __future__ import annotations

import socket
import ssl

import httpcore

from reader.errors import FetchFailed

__all__ = ["NETWORK_ERRORS", "failed", "failed_status"]

NETWORK_ERRORS = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
)

_STATUSES = {
    204: "the answer is empty",
    206: "the site gives only a part of the page",
    401: "the site wants a login: open it in a browser; a feed takes --user (reader add, reader feed login)",
    402: "the site wants payment: open it in a browser",
    403: "the site refuses to show it to this program: open it in a browser",
    404: "there is no such page: check the address",
    406: "the site has no page for this program: open it in a browser",
    410: "the page is gone for good",
    429: "too many requests: wait a while and try again",
    451: "withheld for legal reasons",
    503: "the site is busy or closed for now: try again later",
}


def failed(name: str, host: str, error: Exception) -> FetchFailed:
    """The line for a failed connection or a broken answer."""
    chain = list(_causes(error))
    for cause in chain:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchFailed(
                f"{name}: the certificate of {host} cannot be trusted: {cause.verify_message.rstrip('.')}"
            )
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no common protocol").replace("_", " ").lower()
            return FetchFailed(f"{name}: no secure connection to {host}: {reason}")
        if isinstance(cause, ConnectionRefusedError):
            return FetchFailed(f"{name}: {host} refuses the connection: check the address and the port")
    if isinstance(error, httpcore.TimeoutException):
        return FetchFailed(f"{name}: {host} does not answer: try again later")
    if isinstance(error, httpcore.ProtocolError):
        return FetchFailed(f"{name}: {host} broke off or gave an answer that is no proper HTTP: {_said(error)}")
    reason = next((_said(cause) for cause in reversed(chain) if isinstance(cause, OSError)), _said(error))
    return FetchFailed(f"{name}: the connection to {host} failed: {reason}")


def failed_status(name: str, status: int) -> FetchFailed:
    """The line for a status that is not success."""
    if status in _STATUSES:
        return FetchFailed(f"{name}: {status}: {_STATUSES[status]}")
    if 500 <= status < 600:
        return FetchFailed(f"{name}: {status}: the site itself has an error: try again later")
    return FetchFailed(f"{name}: {status}: the site does not give the page")


def _causes(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and len(chain) < 10:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _said(error: BaseException) -> str:
    """An error's own words, without what only a programmer reads; printable whatever the other side sent."""
    if isinstance(error, socket.timeout):
        return "timed out"
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    words = words.partition(": bytearray(")[0]  # h11 repeats the bytes that it could not read
    return "".join(character if character.isprintable() else " " for character in words)[:120] or "no reason given"
