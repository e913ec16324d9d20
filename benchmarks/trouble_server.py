"""A server of feeds that misbehaves at random: it times out, redirects, cuts off, fails, and changes its charset.

    python benchmarks/trouble_server.py --seed 7

It prints its port, then serves ``/feed/NUMBER.xml`` on every address of this machine's loopback, and ends with its
standard input. What a feed meets changes from request to request.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import os
import random
import sys
from collections.abc import Sequence

from feed_server import feed_of

KINDS = (
    *("well", "well", "well", "grown", "slow", "silent", "moved", "away", "loop", "cut", "short", "reset", "garbage"),
    *("latin", "wrong charset", "bad gzip", "gzip", "404", "410", "429", "500", "503", "html", "empty", "huge header"),
)


class Trouble:
    """Answers as chance has it."""

    def __init__(self, seed: int, kinds: Sequence[str] = KINDS) -> None:
        self.kinds = kinds
        self.choose = random.Random(seed)
        self.bodies = [feed_of(number, 5, "https://site.example") for number in range(50)]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until it breaks."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if not await self.answer(head.split(b" ", 2)[1].decode("latin-1"), writer):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, path: str, writer: asyncio.StreamWriter) -> bool:
        """Answer a request; whether the connection goes on."""
        number = int("".join(filter(str.isdigit, path)) or 0)
        kind = self.choose.choice(self.kinds)
        body = self.bodies[number % len(self.bodies)].replace(b"/site.example/", f"/site{number}.example/".encode())
        if kind in ("404", "410", "429", "500", "503"):
            wait = kind in ("429", "503") and self.choose.random() < 0.05  # the others of its host are spared then
            writer.write(said(b"no", f"{kind} Said", "Retry-After: 1\r\n" if wait else ""))
        elif kind in ("moved", "away", "loop"):
            status = {"moved": "301 Moved", "away": "302 Found", "loop": "307 Again"}[kind]
            target = path if kind == "loop" else f"/feed/{number}.xml?{self.choose.random()}"
            writer.write(said(b"", status, f"Location: {target}\r\n"))
        elif kind in ("silent", "slow"):
            await asyncio.sleep(30 if kind == "silent" else self.choose.uniform(0.1, 1.0))
            writer.write(said(body))
        elif kind in ("cut", "short", "reset"):
            whole = said(body)
            writer.write(whole[: {"cut": len(whole) // 2, "short": 20, "reset": 0}[kind]])
            return False
        else:
            writer.write(self.odd(kind, body))
        return True

    def odd(self, kind: str, body: bytes) -> bytes:
        """An answer that is whole, whatever is in it."""
        text = body.decode()
        xml = "application/rss+xml"
        if kind == "grown":
            item = f"<item><title>News {self.choose.random()}</title><guid>{self.choose.random()}</guid></item>"
            return said(text.replace("<item>", item + "<item>", 1).encode())
        if kind == "latin":
            return said(
                text.replace("UTF-8", "ISO-8859-1").replace("<item><title>", "<item><title>é").encode("latin-1")
            )
        if kind == "wrong charset":
            wrong = self.choose.choice(["utf-16", "koi8-r", "no-such-charset"])
            return said(text.replace("<item><title>", "<item><title>é").encode(), kind=f"{xml}; charset={wrong}")
        if kind in ("gzip", "bad gzip"):
            packed = gzip.compress(body)
            return said(packed if kind == "gzip" else packed[:-200] + bytes(200), fields="Content-Encoding: gzip\r\n")
        given = {"garbage": self.choose.randbytes(2000), "html": b"<html><p>No feed here.</p>", "empty": b""}
        fields = f"X-Long: {'x' * 200_000}\r\n" if kind == "huge header" else ""
        return said(given.get(kind, body), fields=fields)


def said(body: bytes, status: str = "200 OK", fields: str = "", kind: str = "application/rss+xml") -> bytes:
    """The bytes of an answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{fields}\r\n"
    return head.encode("latin-1") + body


async def main() -> None:
    """Serve until standard input ends."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--kind", choices=KINDS, help="the same for every request; grown: something new each time")
    given = options.parse_args()
    trouble = Trouble(given.seed, [given.kind] if given.kind else KINDS)
    server = await asyncio.start_server(trouble.serve, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)  # connections that are kept waiting are no matter any more


if __name__ == "__main__":
    asyncio.run(main())
