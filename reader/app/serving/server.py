"""The server: one page, one WebSocket, and a process of the program for each browser that is connected."""

from __future__ import annotations

import asyncio
import errno
import shlex
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.serving.gate import Gate
from reader.app.serving.page import HEADERS, POLICY, START, page
from reader.errors import BadInput

if TYPE_CHECKING:
    from aiohttp import web
    from aiohttp.typedefs import Handler, Middleware

__all__ = ["serve"]

MOST = 8
"""Browsers that may be connected at once: each has a process of its own."""
LETTERS = 16
"""The size of the letters, in pixels."""
_AT_THE_END = 3.0  # seconds that those who are connected have to end


def serve(command: Sequence[str], *, host: str, port: int, key: str, ready: Callable[[str], None]) -> None:
    """Serve a command's screen until SIGINT or SIGTERM; ``ready`` is given the address, which has the key in it.

    ``command`` is this program, its words the user's own. BadInput when the extra is not installed, or nothing can
    listen there.
    """
    try:
        import textual_serve.server  # noqa: F401
    except ImportError as error:
        raise BadInput("reader serve needs textual-serve: pip install 'reader-tui[serve]'") from error
    try:
        asyncio.run(_serve(command, host, port, key, ready))
    except OSError as error:
        taken = "something listens there already: choose another with --port" if error.errno == errno.EADDRINUSE else ""
        raise BadInput(f"{host} port {port}: {taken or error.strerror or error}") from error


async def _serve(command: Sequence[str], host: str, port: int, key: str, ready: Callable[[str], None]) -> None:
    from aiohttp import web

    end = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(ending, end.set)
    doors = _Doors(command)
    app = web.Application(middlewares=[doors.guard])
    app.on_response_prepare.append(_with_headers)
    app.add_subapp(f"/{key}", doors.rooms())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_AT_THE_END)  # its log would have the key in it
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        doors.gate = Gate(host, int(runner.addresses[0][1]))
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{doors.gate.port}/{key}/")
        await end.wait()
    finally:
        await runner.cleanup()


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


class _Doors:
    """What may be asked for: ``/``, ``/ws`` and what the page is made of."""

    def __init__(self, command: Sequence[str]) -> None:
        from textual_serve import server

        # textual-serve takes a line for the shell: words of the user's own, each quoted, and nothing from outside
        self._server = server.Server(f"exec {shlex.join(command)}", title="reader")
        self._static = Path(server.__file__).parent / "static"
        self._connected = 0
        self.gate = Gate("", 0)

    def rooms(self) -> web.Application:
        """The paths below the key."""
        from aiohttp import web

        rooms = web.Application()
        rooms.add_routes(
            [
                web.get("/", self.page),
                web.get("/start.js", self.start),
                web.get("/ws", self.socket),
                web.static("/static", self._static),
            ],
        )
        return rooms

    @property
    def guard(self) -> Middleware:
        """What stands before every path."""
        from aiohttp import web

        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            socket = request.headers.get("Upgrade", "").lower() == "websocket"
            if why := self.gate.refusal(request.host, request.headers.get("Origin"), socket=socket):
                raise web.HTTPForbidden(text=f"reader serve: {why}\n")
            return await handler(request)

        middleware: Middleware = web.middleware(guard)
        return middleware

    async def page(self, request: web.Request) -> web.Response:
        """The one page."""
        from aiohttp import web

        socket = f"ws://{request.host}{request.path}ws"
        headers = {"Content-Security-Policy": POLICY.format(socket=socket)}
        return web.Response(text=page("reader", socket, LETTERS), content_type="text/html", headers=headers)

    async def start(self, _request: web.Request) -> web.Response:
        """Its script."""
        from aiohttp import web

        return web.Response(text=START, content_type="text/javascript")

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """Start the program, and carry its screen and the keys."""
        from aiohttp import web

        if self._connected >= MOST:
            raise web.HTTPServiceUnavailable(text=f"reader serve: {MOST} browsers are connected already\n")
        self._connected += 1
        try:
            response: web.StreamResponse = await self._server.handle_websocket(request)
            return response
        finally:
            self._connected -= 1
