"""Fever with a server that others wrote: coldsweat, where it is installed (its command on the path)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.app.desk import Desk
from reader.library.feed_records import Source, SourceKind
from reader.paths import find_paths

ALL = Source(SourceKind.ALL, "All")
EMAIL, PASSWORD, ENTRIES = "nora@harbour.example", "plum-74-harbour", 120
COLDSWEAT = shutil.which("coldsweat")

pytestmark = pytest.mark.skipif(not COLDSWEAT, reason="coldsweat is not installed: no sync with a real Fever server")


@pytest.fixture
def url(tmp_path):
    """The address of a coldsweat of its own, with 120 entries."""
    python = Path(str(COLDSWEAT)).resolve().parent / "python"
    script = Path(__file__).with_name("coldsweat_server.py")
    words = [python, script, tmp_path, EMAIL, PASSWORD, str(ENTRIES)]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    pipes = {"stdin": pipe, "stdout": pipe, "stderr": null, "text": True, "cwd": tmp_path}
    with subprocess.Popen(words, **pipes) as server:
        yield server.stdout.readline().strip()
        server.stdin.close()


@pytest.fixture
def desk(home):
    desk = Desk(find_paths())
    yield desk
    desk.close()


def test_what_is_done_on_either_side_is_done_on_both(url, desk, capsys):
    """Two machines with one account: each sees what was done at the other."""
    command = f"'{sys.executable}' -c 'print(\"{PASSWORD}\")'"
    homes = [[], ["--home", str(desk.paths.data / "other")]]
    for home in homes:
        assert main(["sync", "add", url, "--user", EMAIL, "--password-command", command, *home]) == 0
        assert main(["sync", *home]) == 0
    out, err = capsys.readouterr()
    assert (out.count(f"{url}/fever/: {ENTRIES} new entries, 1 feed came"), err) == (2, "")
    (feed,) = desk.feeds.feeds()
    assert (feed.name, feed.folder, feed.url) == ("Harbour & Sea", "Towns", "http://harbour.example/feed.xml")
    rows = {row.title: row for row in desk.feeds.entries(ALL)}
    assert {title for title, row in rows.items() if row.read} == {"Story 1 <of> the sea", "Story 2 <of> the sea"}
    assert {title for title, row in rows.items() if row.starred} == {"Story 2 <of> the sea"}
    assert rows["Story 0 <of> the sea"].author == "Ida Marsh"

    keys = {number: rows[f"Story {number} <of> the sea"].key for number in (1, 2, 60)}
    desk.feeds.mark([keys[60]], read=True, starred=True)
    desk.feeds.mark([keys[1]], read=False)
    desk.feeds.mark([keys[2]], starred=False)
    assert main(["sync"]) == 0
    assert capsys.readouterr() == (f"{url}/fever/: 0 new entries, 4 changes sent\n", "")
    assert main(["sync", *homes[1]]) == 0
    assert capsys.readouterr() == (f"{url}/fever/: 0 new entries, 3 states changed there\n", "")
    other = Desk(find_paths(homes[1][1]))
    there = {row.title: (row.read, row.starred) for row in other.feeds.entries(ALL)}
    other.close()
    assert there == {row.title: (row.read, row.starred) for row in desk.feeds.entries(ALL)}
