"""A server of generated feeds on loopback: cheap, so that what a benchmark measures is its client.

    python benchmarks/feed_server.py --feeds 1000 --entries 30 [--latency 0.3]

It prints its port on a line of its own, then serves ``/feed/NUMBER.xml`` on every address of this machine's loopback,
over HTTP/1.1 with keep-alive, ETag and Last-Modified, answers 304 to either, and ends with its standard input.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache

from generated import vocabulary_of

__all__ = ["feed_of"]

BEGAN = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
MODIFIED = format_datetime(BEGAN, usegmt=True)
_WORDS = vocabulary_of(random.Random(7))


def feed_of(number: int, entries: int, site: str) -> bytes:
    """RSS 2.0 of a generated feed, the same for the same number; about 900 bytes an entry."""
    choose = random.Random(number)

    def words(low: int, high: int) -> str:
        return " ".join(choose.choices(_WORDS, k=choose.randint(low, high)))

    items = []
    for place in range(entries):
        link = f"{site}/{number}/{words(2, 4).replace(' ', '-')}-{place}"
        published = format_datetime(BEGAN - timedelta(hours=place * 7 + number % 7), usegmt=True)
        text = "".join(f"&lt;p&gt;{words(20, 60)}.&lt;/p&gt;" for _ in range(2))
        items.append(
            f"<item><title>{words(6, 11).capitalize()}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>{published}</pubDate><author>{choose.choice(_WORDS)}@example.org</author>"
            f"<description>{text}</description></item>"
        )
    title = words(1, 3).title()
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{title} {number}</title>'
        f"<link>{site}/{number}/</link><description>{words(5, 9)}</description>{''.join(items)}</channel></rss>"
    ).encode()


class Server:
    """Answers requests for feeds after ``latency`` seconds."""

    def __init__(self, entries: int, latency: float) -> None:
        self.latency = latency
        self.body = lru_cache(maxsize=None)(lambda number: feed_of(number, entries, "https://site.example"))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if self.latency:
                    await asyncio.sleep(self.latency)
                writer.write(self.answer(head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def answer(self, head: bytes) -> bytes:
        """The whole answer to a request."""
        path = head.split(b" ", 2)[1]
        number = int(path.rpartition(b"/")[2].removesuffix(b".xml"))
        lower = head.lower()
        common = f'ETag: "{number}-1"\r\nLast-Modified: {MODIFIED}\r\n'.encode()
        if b"if-none-match:" in lower or b"if-modified-since:" in lower:
            return b"HTTP/1.1 304 Not Modified\r\n" + common + b"\r\n"
        body = self.body(number)
        length = f"Content-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        return b"HTTP/1.1 200 OK\r\n" + common + length + body


async def main() -> None:
    """Serve until standard input ends."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--feeds", type=int, default=1000)
    options.add_argument("--entries", type=int, default=30)
    options.add_argument("--latency", type=float, default=0.0)
    given = options.parse_args()
    served = Server(given.entries, given.latency)
    for number in range(given.feeds):
        served.body(number)
    server = await asyncio.start_server(served.serve, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
