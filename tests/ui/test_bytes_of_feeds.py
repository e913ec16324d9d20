"""What feeds say is on the screens of feeds as it is on those of articles: no byte of theirs steers the terminal."""

from __future__ import annotations

import json

import pytest
from site_server import serving
from terminal import Terminal
from test_bytes_to_terminal import EVIL, IN_FILES, SIZE, not_its_own

from reader.app import Desk
from reader.paths import find_paths

ESCAPE = "\x1b"
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": f"Quay {EVIL}",
    "description": f"About {EVIL}",
    "authors": [{"name": f"Zed {EVIL}"}],
    "items": [
        {
            "id": f"{number} {EVIL}",
            "url": f"http://office.invalid/{number}",
            "title": f"Entry {number} {EVIL}",
            "content_html": f"<p>Ebb {EVIL} words: “We print {EVIL} it all,” said Orla {EVIL} Finn.</p>",
            "tags": [f"sea {EVIL}"],
        }
        for number in (1, 2)
    ],
}


@pytest.fixture
def followed(home):
    """A feed, its folder, tag, entries and a saved search, and one that fails, all as hostile as can be."""
    desk = Desk(find_paths(home))
    with serving() as site:
        feed = site.page("/feed", json.dumps(FEED).encode(), content_type="application/feed+json")
        desk.feeds.subscribe(feed, folder=f"Sea {EVIL}", tags=[f"tag {EVIL}"])
        desk.feeds.subscribe(site.page("/gone", b"", status=500), name=f"Mine {EVIL}")
        assert desk.feeds.refresh().new == 2
    desk.feeds.save_search(f"Kept {IN_FILES}", "ebb")
    desk.close()
    return home


def test_no_screen_of_feeds_lets_a_feed_steer_the_terminal(followed):
    terminal = Terminal(followed, size=SIZE)
    terminal.until(lambda: b"Entry 1" in terminal.output and b"Mine" in terminal.output)
    for keys, shown in (
        ("\r", "summary"),
        ("q", "Entry 2"),
        ("E", "subscriptions"),
        ("e", "Mine"),
        (ESCAPE, "subscriptions"),
        ("q", "Entry 2"),
    ):
        terminal.type(keys, shown)
    assert not_its_own(terminal.written()) == []
    terminal.close()


COMMANDS = """
import sys
from reader.__main__ import main
file = sys.argv[1]
for words in (["feeds"], ["feeds", "--json"], ["refresh"], ["export", "opml"], ["feed", file], ["show", file]):
    main(words)
print("that was all")
"""


def test_no_command_for_feeds_prints_what_could_steer_the_terminal(followed, tmp_path):
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(FEED), "utf-8")
    terminal = Terminal(followed, "-c", COMMANDS, file, program=())
    terminal.until(lambda: b"that was all" in terminal.output)
    assert b"Entry 1" in terminal.everything
    written = terminal.written().replace(b"\x1b[1A", b"")  # the bar of progress goes up a line to be drawn anew
    assert not_its_own(written) == []
    terminal.close()
