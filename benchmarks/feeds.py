"""CPU to read a feed, beside feedparser on the same bytes in turn; and what hostile feeds cost.

usage: python benchmarks/feeds.py [-n RUNS] [--entries 30]

Feeds are generated: RSS 2.0 with content:encoded, Atom, RSS 1.0, and one with undeclared entities and a tag left open,
as many sites have. feedparser is asked for what we give: its own sanitising and relative-link resolving are switched
off, as we do both on display only. JSON Feed has no peer in it and stands beside json.loads.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

import feedparser

from reader.errors import BadInput
from reader.feeds import parse

WORDS = [
    "harbour", "council", "ferry", "winter", "bridge", "plan", "vote", "island", "union", "paper", "coat", "noon",
    "river", "tariff", "mayor", "storm",
]  # fmt: skip
DAY = datetime(2025, 3, 14, 12, tzinfo=UTC)
HOSTILE = (
    "100,000 entries",
    "entity bomb",
    "100,000 deep",
    "40,000 attributes",
    "an entry of 8 MB",
    "'<a ' 1,000,000 times",
)


def words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(number))


def story(chance: random.Random) -> tuple[str, str, str]:
    """A title, a link and about 3 kB of HTML."""
    paragraphs = (
        f'<p>{words(chance, 60)}, <a href="https://tide.example/{chance.random()}">she</a> said.</p>' for _ in range(7)
    )
    return words(chance, 8).capitalize(), f"https://tide.example/{chance.randrange(10**9)}", "\n".join(paragraphs)


def rss(chance: random.Random, entries: int, broken: bool = False) -> bytes:
    items = []
    for number in range(entries):
        title, link, html = story(chance)
        date = format_datetime(DAY - timedelta(hours=number))
        flaw = "&nbsp;&eacute;<br>" if broken else ""
        items.append(
            f"<item><title>{title} {flaw}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate>"
            f"<dc:creator>Ida Marsh</dc:creator><category>sea</category><description>{words(chance, 40)}</description>"
            f"<content:encoded><![CDATA[{html}]]></content:encoded></item>"
        )
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    head = "<title>Tide</title><link>https://tide.example/</link><description>News</description>"
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{head}{"".join(items)}</channel></rss>'.encode()


def rdf(chance: random.Random, entries: int) -> bytes:
    items = []
    for _ in range(entries):
        title, link, html = story(chance)
        items.append(
            f'<item rdf:about="{link}"><title>{title}</title><link>{link}</link><description>{escape(html)}'
            "</description></item>"
        )
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    return f"<rdf:RDF {spaces}><channel><title>Tide</title></channel>{''.join(items)}</rdf:RDF>".encode()


def atom(chance: random.Random, entries: int) -> bytes:
    items = []
    for number in range(entries):
        title, link, html = story(chance)
        date = (DAY - timedelta(hours=number)).isoformat()
        items.append(
            f'<entry><title>{title}</title><link href="{link}"/><id>{link}</id><updated>{date}</updated>'
            f'<author><name>Ida</name></author><content type="html">{escape(html)}</content></entry>'
        )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title>{"".join(items)}</feed>'.encode()


def json_feed(chance: random.Random, entries: int) -> bytes:
    items = []
    for _ in range(entries):
        title, link, html = story(chance)
        items.append({"id": link, "url": link, "title": title, "content_html": html, "date_published": DAY.isoformat()})
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tide", "items": items}).encode()


def peer(data: bytes) -> object:
    return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def cost(read: Callable[[bytes], object], data: bytes) -> float:
    start = time.process_time()
    read(data)
    return (time.process_time() - start) * 1000


def compare(name: str, data: bytes, other: Callable[[bytes], object], runs: int) -> None:
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(cost(parse, data))
        theirs.append(cost(other, data))
    mine, its = statistics.median(ours), statistics.median(theirs)
    print(f"{name:<26} {len(data) // 1000:>5} kB  {mine:>8.2f} ms  {its:>8.2f} ms   {mine / its:>6.3f}")


def hostile(name: str) -> bytes:
    item = "<item><title>x</title><description>y</description></item>"
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    inside = {
        "100,000 entries": item * 100_000,
        "entity bomb": "<item><title>&l11;</title></item>",
        "100,000 deep": "<a>" * 100_000,
        "40,000 attributes": "<item " + " ".join(f'a{n}="x"' for n in range(40_000)) + "/>",
        "an entry of 8 MB": f"<item><description>{'x ' * 4_000_000}</description></item>",
        "'<a ' 1,000,000 times": f"<item><description><![CDATA[{'<a ' * 1_000_000}]]></description></item>",
    }[name]
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{bomb}]>' if "bomb" in name else ""
    return f"{doctype}<rss><channel><title>t</title>{inside}</channel></rss>".encode()


def one_hostile(name: str) -> None:
    """In a process of its own: its memory is then its own, too."""
    data = hostile(name)
    parse(b"<rss><channel><title>t</title></channel></rss>")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        said = f"{len(parse(data).entries):,} entries"
    except BadInput as error:
        said = str(error)[:60]
    spent = time.process_time() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    print(f"{name:<26} {len(data) // 1000:>5} kB  {spent:>8.2f} s   {more:>5} MB more   {said}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("-n", type=int, default=15, help="runs, of which the median counts")
    options.add_argument("--entries", type=int, default=30)
    options.add_argument("--hostile", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.hostile:
        one_hostile(given.hostile)
        return
    chance = random.Random(7)
    print(f"{'':<26} {'size':>8}  {'reader':>11}  {'peer':>11}    ratio")
    compare("RSS 2.0", rss(chance, given.entries), peer, given.n)
    compare("Atom", atom(chance, given.entries), peer, given.n)
    compare("RSS 1.0", rdf(chance, given.entries), peer, given.n)
    compare("RSS 2.0, not well-formed", rss(chance, given.entries, broken=True), peer, given.n)
    compare("JSON Feed (json.loads)", json_feed(chance, given.entries), json.loads, given.n)
    print("\nhostile, to hold: 5 s and 300 MB")
    for name in HOSTILE:
        subprocess.run([sys.executable, __file__, "--hostile", name], check=True)


if __name__ == "__main__":
    main()
