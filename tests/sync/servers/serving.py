"""The HTTP under the made-up servers: kept connections, a log, and ways to fail."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass
class Request:
    method: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes

    def one(self, name: str, default: str = "") -> str:
        """A member of the address."""
        return dict(self.query).get(name, default)

    def has(self, name: str) -> bool:
        return name in dict(self.query)

    @property
    def form(self) -> list[tuple[str, str]]:
        if self.headers.get("content-type") != "application/x-www-form-urlencoded":
            return []
        return parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True)

    def posted(self, name: str, default: str = "") -> str:
        """A member of the form, the last of several, as PHP has it."""
        return dict(self.form).get(name, default)

    def every(self, name: str) -> list[str]:
        return [value for key, value in self.form if key == name]


@dataclass
class Reply:
    body: bytes | str | object = b""
    status: int = 200
    type: str = "text/plain"
    headers: tuple[tuple[str, str], ...] = ()

    def data(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


class Protocol:
    """A server of one protocol; ``answer`` says what it replies.

    ``down``: it takes no connections' requests. ``die_on``: it carries out the request whose path ends so, and dies
    before it answers, once.
    """

    def __init__(self) -> None:
        self.log: list[Request] = []
        self.down = False
        self.die_on = ""
        self.force: Reply | None = None

    def answer(self, request: Request) -> Reply:
        raise NotImplementedError

    def asked(self, end: str) -> list[Request]:
        return [request for request in self.log if request.path.endswith(end)]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = parse_qsl(parts.query, keep_blank_values=True)
        request = Request(self.command, unquote(parts.path), query, headers, body)
        protocol = self.server.protocol
        protocol.log.append(request)
        if protocol.down:
            self.close_connection = True
            return
        reply = protocol.force or protocol.answer(request)
        if protocol.die_on and request.path.endswith(protocol.die_on):
            protocol.die_on = ""
            self.close_connection = True
            return
        data = reply.data()
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - http.server's names

    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, protocol: Protocol) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.protocol = protocol
        self.connections = 0

    def get_request(self):
        self.connections += 1
        return super().get_request()

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a client that hangs up is no failure of the server's
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def serving(protocol: Protocol) -> Iterator[Server]:
    server = Server(protocol)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
