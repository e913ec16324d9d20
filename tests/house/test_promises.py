"""Outside text meets what is dangerous in named places alone; SECURITY.md says what each of them promises.

A rule fails where a danger stands outside its rooms. Does yours belong there? Call what the room offers instead, or
add your file with its reason: then it is reviewed as one more place that must keep the promise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markup import markup
from syntax import Sees, Source, called, either, imports, reads, shell, writes, xml

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Rule:
    """A danger, what it would do, how it is seen, and the rooms that may hold it (file or folder: the reason)."""

    name: str
    why: str
    sees: Sees
    rooms: Mapping[str, str] = field(default_factory=dict)

    def allows(self, path: str) -> bool:
        """Whether the module is one of the rooms, or in one."""
        return any(path == room or (room.endswith("/") and path.startswith(room)) for room in self.rooms)


RULES = (
    Rule(
        "network",
        "only reader.fetch connects: it pins the address, minds the clock and bounds the answer",
        imports(
            r"httpx|httpcore|h11|socket|ssl|http\.client|http\.server|urllib\.request|ftplib|smtplib|requests|aiohttp"
        ),
        {
            "reader/fetch/": "the one way out, over GuardedBackend",
            "reader/app/serving/": "listens for the owner's browser, and connects nowhere",
        },
    ),
    Rule(
        "processes",
        "nothing that a feed or page says is run",
        either(
            imports("subprocess|pty|multiprocessing|asyncio.subprocess"),
            called(r"os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*)|eval|exec|compile|__import__"),
        ),
        {
            "reader/app/browser.py": "the one opener: an http(s) address as the last argument",
            "reader/extract/bounded.py": "this program's own module, with a number",
            "reader/app/ingest/": "this program's own functions, in processes that read pages",
            "reader/commands.py": "the user's own commands, as lists of words; what is outside on standard input",
            "reader/ui/clipboard.py": "clipboard tools by their names; the text on standard input",
            "reader/ui/screens/note_editor.py": "the user's editor, with a file name of our own",
        },
    ),
    Rule("shells", "a shell would run what stands in a title", shell),
    Rule(
        "browser",
        "only http(s) is opened, as one argument",
        imports("webbrowser"),
        {"reader/app/browser.py": "the one opener"},
    ),
    Rule(
        "printing",
        "only what is cleaned reaches the terminal",
        called(r"print|input|.*\.(?:print|echo|secho)|sys\.(?:__)?std(?:out|err)(?:__)?\.write(?:lines)?"),
        {
            "reader/__main__.py": "one cleaned line, and the terminal's own codes after a crash",
            "reader/cli/common.py": "write and tell, for every command",
            "reader/cli/terminal.py": "rich, from plain strings with spans",
        },
    ),
    Rule(
        "loaders",
        "data that runs, or that costs more than its size",
        either(
            imports(
                r"pickle|marshal|shelve|ctypes|runpy|code|yaml|tomllib\.load|tarfile|dill|cffi|xml\.(?:etree|dom|parsers|sax(?!\.saxutils))|zipfile"
            ),
            called(r"tomllib\.loads?"),
        ),
        {
            "reader/bounded_toml.py": "the one reader of TOML, behind a bound",
            "reader/notes/importers/archive.py": "one named member, read to a bound",
        },
    ),
    Rule("XML", "no entities, DTDs, local files or endless depth from XML", xml),
    Rule("markup", "outside text is never markup", markup),
    Rule(
        "Markdown",
        "Textual's Markdown widget follows links, runs long and shows what it likes",
        imports(r"textual\.widgets\.(?:Markdown|MarkdownViewer)|textual\.widgets\._markdown"),
        {"reader/ui/screens/note_editor.py": "a preview of the note that its owner is writing; its links do nothing"},
    ),
    Rule(
        "reading files",
        "only named files are read, to a bound",
        reads,
        {
            "reader/fetch/files.py": "the page that the user named",
            "reader/cli/common.py": "read_bytes, for every command that takes a file",
            "reader/app/feeds/newsboat.py": "newsboat's own lists, which the user moves from, to a bound",
            "reader/app/feeds/beginning.py": "lists that ship, and the one that the user named, to a bound",
            "reader/app/sheets.py": "the sheet that the user named, to a bound",
            "reader/app/ingest/warc.py": "the archive that the user named, a page at a time",
            "reader/app/pictures/cache.py": "pictures that were fetched, to the bound of them all",
            "reader/config.py": "the settings",
            "reader/themes.py": "theme files",
            "reader/extract/sites.py": "the user's rules for sites",
            "reader/attribution/weights.py": "ships with the program",
            "reader/app/demo.py": "ships with the program",
            "reader/app/engine.py": "the program's own files",
            "reader/app/settings.py": "the settings",
            "reader/app/drafts.py": "what this program wrote",
            "reader/library/pages.py": "what this program wrote, by its hash",
            "reader/notes/": "the notes, their exports and the folders they go to",
            "reader/sync/": "the user's folder, and what this program wrote",
            "reader/ui/screens/note_editor.py": "what the user's editor wrote",
            "reader/__main__.py": "the terminal, and nothing at all",
        },
    ),
    Rule(
        "writing files",
        "what is saved is saved whole, 0600, and only where it belongs",
        writes,
        {
            "reader/paths.py": "replace_file, for all of the program's own files",
            "reader/notes/": "the store, and the one writer of exports (export/target.py)",
            "reader/sync/": "the user's sync folder, append-only",
            "reader/library/schema.py": "makes the database 0600 before sqlite opens it",
            "reader/app/log.py": "the private log",
            "reader/app/demo.py": "the demo article, by its maker",
            "reader/commands.py": "nameless files for what a command is told and says",
            "reader/ui/screens/note_editor.py": "a private folder for the user's editor",
            "reader/__main__.py": "the terminal, and nothing at all",
            "reader/cli/probe.py": "the terminal",
        },
    ),
    Rule(
        "databases",
        "one holder opens the library: private, checked, never a damaged or newer one",
        called(r"sqlite3\.connect"),
        {
            "reader/library/": "the one holder",
            "reader/feeds/newsboat/cache.py": "newsboat's cache, which the user moves from, read-only",
        },
    ),
)
BREAKS = {
    "network": ["import socket", "from urllib.request import urlopen", "def late():\n    import httpx"],
    "processes": [
        "import subprocess",
        "from os import system\nsystem('x')",
        "import os\nos.execvp('x', [])",
        "eval('1')",
    ],
    "shells": ["run('x', shell=True)", "run('x', shell=maybe)"],
    "browser": ["import webbrowser", "from webbrowser import open as show"],
    "printing": [
        "print('x')",
        "import click\nclick.echo('x')",
        "import sys\nsys.stdout.write('x')",
        "console.print('x')",
    ],
    "loaders": ["import pickle", "from tomllib import load", "import tomllib\ntomllib.loads('')", "import xml.sax"],
    "XML": [
        "from lxml import etree\netree.XMLParser()",
        "from lxml import etree\netree.XMLParser(resolve_entities=True, no_network=True)",
        "from lxml.etree import fromstring\nfromstring(b'')",
        "from lxml import html\nhtml.HTMLParser(no_network=True, huge_tree=True)",
    ],
    "markup": [
        "from rich.text import Text\nText.from_markup(x)",
        "from rich.markup import escape",
        "from textual.widgets import Static\nStatic(x)",
        "from textual.widgets import Label\nclass Name(Label):\n    pass",
        "from textual.widgets import Tree",
        "self.app.notify(x)",
        "from rich.console import Console\nConsole(markup=False)",
        "from textual.content import Content\nContent.from_text(x)",
        "self.border_title = name",
        "class Name(Widget):\n    def render(self) -> str:\n        return x",
        "DiscoveryHit(x, y, help=z)",
    ],
    "reading files": [
        "open('x')",
        "Path('x').open('rb')",
        "path.read_text()",
        "path.read_bytes()",
        "path.open(mode='r')",
    ],
    "writing files": ["open('x', 'w')", "path.open('ab')", "path.write_text('x')", "import os\nos.replace(a, b)"],
    "databases": ["import sqlite3\nsqlite3.connect('x')"],
}
BY_NAME = {rule.name: rule for rule in RULES}
SOURCES = {
    path.relative_to(ROOT).as_posix(): Source(path.read_text("utf-8")) for path in (ROOT / "reader").rglob("*.py")
}


@pytest.mark.parametrize("name", BY_NAME)
def test_a_danger_stands_only_in_its_rooms(name):
    rule = BY_NAME[name]
    strays = [
        f"{path}:{line}: {what}: {rule.why}"
        for path, source in sorted(SOURCES.items())
        if not rule.allows(path)
        for line, what in rule.sees(source)
    ]
    assert strays == []


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BREAKS.items() for text in texts])
def test_a_danger_is_seen(name, text):
    assert list(BY_NAME[name].sees(Source(text)))


@pytest.mark.parametrize(("name", "room"), [(rule.name, room) for rule in RULES for room in rule.rooms])
def test_a_room_holds_what_it_is_allowed(name, room):
    held = [
        source for path, source in SOURCES.items() if path == room or (room.endswith("/") and path.startswith(room))
    ]
    assert any(list(BY_NAME[name].sees(source)) for source in held)


def test_what_is_harmless_is_left_alone():
    harmless = """
from textual.widgets import Static
from rich.console import Console
from lxml import etree
Static(x, markup=False)
Console(markup=False, emoji=False, highlight=False)
etree.fromstring(x, parser=etree.XMLParser(resolve_entities=False, no_network=True))
desk.open(source)
self.border_title = "Notes"
run(["x"], shell=False)
"""
    assert [found for rule in RULES for found in rule.sees(Source(harmless))] == []


def test_the_page_on_security_names_twenty_promises_and_checks_that_are_there():
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \|.*\| (.+) \|$", page, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 21))
    for _, checks in rows:
        for path in re.findall(r"`(tests/[\w/.]+)", checks):
            assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?:reader|benchmarks)/[\w/.]+)`", page):
        assert (ROOT / path).exists(), path
