"""The folder carried by what people have: git with ``merge=union``, and two Syncthing instances on this machine."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from xml.etree import ElementTree

import pytest

from reader.sync import prepare

PATIENCE = 90
"""Seconds for Syncthing to do what takes it a few."""


def git(where, *words):
    settings = ["-c", "user.name=Ada", "-c", "user.email=ada@gazette.example", "-c", "init.defaultBranch=main"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *settings, *words], cwd=where, env=environment, check=True, capture_output=True, timeout=60)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_over_git_with_union_merges(tmp_path, make):
    git(tmp_path, "init", "--bare", "shared.git")
    homes = []
    for name in ("desk", "train"):
        git(tmp_path, "clone", "shared.git", f"clone-{name}")
        clone = tmp_path / f"clone-{name}"
        if name == "desk":
            (clone / ".gitattributes").write_text("*.journal merge=union\n")
            git(clone, "add", ".")
            git(clone, "commit", "-m", "Begin")
            git(clone, "push", "origin", "main")
        homes.append(make(name, prepare(clone)))
    desk, train = homes

    def carry(*there):
        for home in there:
            home.sync.exchange()
            clone = home.folder.parent
            git(clone, "add", ".")
            git(clone, "commit", "--allow-empty", "-m", "Notes")
            git(clone, "pull", "--no-rebase", "--no-edit", "origin", "main")
            git(clone, "push", "origin", "main")
            home.sync.exchange()

    note = desk.add("Ask the harbour board", tags=("port",))
    train.add("On the ferry")
    carry(desk, train, desk)
    assert desk.store.all() == train.store.all()
    assert len(desk.store.all()) == 2

    desk.change(note, body="Ask the harbour board about the ferry", tags=("port", "ferry"))
    train.change(note, body="Ask Petrova", color="red")
    carry(desk, train, desk, train)
    merged = train.store.get(note.id)
    assert desk.store.all() == train.store.all()
    assert (merged.color, merged.tags) == ("red", ("port", "ferry"))
    assert "Ask Petrova" in merged.body
    assert "about the ferry" in merged.body
    assert not desk.problems + train.problems


def test_one_journal_merged_by_union_from_two_sides_loses_no_line(tmp_path, make):
    """A home copied before its first start on the other machine is one way for one file to be changed on both sides."""
    desk, train = make("desk"), make("train")
    for number in range(4):
        desk.add(f"Note {number}")
    desk.sync.exchange()
    (journal,) = desk.journals()
    first, *rest = journal.read_bytes().splitlines(keepends=True)
    ours, theirs = [rest[0], rest[1]], [rest[2]]
    journal.write_bytes(b"".join([first, *theirs, *ours, *theirs]).replace(b"\n", b"\r\n"))
    train.sync.exchange()
    assert train.store.all() == desk.store.all()
    assert not train.problems


class Syncthing:
    """One instance, spoken to over its REST API on the loopback."""

    def __init__(self, home):
        self.home = home
        self.gui, self.port = _free_port(), _free_port()
        subprocess.run(
            ["syncthing", "generate", "--home", home],
            env=self.environment(),
            check=True,
            capture_output=True,
            timeout=60,
        )
        config = ElementTree.parse(home / "config.xml").getroot()
        self.key = config.findtext("gui/apikey")
        self.id = config.find("device").get("id")

    def environment(self):
        return {**os.environ, "STNOUPGRADE": "1", "STNODEFAULTFOLDER": "1", "HOME": str(self.home)}

    @contextmanager
    def running(self):
        where = ["--home", str(self.home), "--gui-address", f"127.0.0.1:{self.gui}"]
        process = subprocess.Popen(
            ["syncthing", "serve", "--no-browser", "--no-restart", *where],
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(lambda: self.ask("system/ping") == {"ping": "pong"})
            yield
        finally:
            process.terminate()
            process.wait(30)

    def ask(self, path, data=None, method="GET"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{path}",
            None if data is None else json.dumps(data).encode(),
            {"X-API-Key": self.key, "Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                text = answer.read()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None
        return json.loads(text) if text else {}

    def alone(self):
        """Nothing but the loopback: no relays, no discovery, no NAT, no reports."""
        off = ("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled", "crashReportingEnabled")
        more = {"listenAddresses": [f"tcp://127.0.0.1:{self.port}"], "urAccepted": -1, "reconnectionIntervalS": 1}
        assert self.ask("config/options", {**dict.fromkeys(off, False), **more}, "PATCH") is not None

    def share(self, folder, other):
        device = {"deviceID": other.id, "addresses": [f"tcp://127.0.0.1:{other.port}"], "name": "other"}
        assert self.ask(f"config/devices/{other.id}", device, "PUT") is not None
        shared = {
            "id": "notes",
            "path": str(folder),
            "devices": [{"deviceID": self.id}, {"deviceID": other.id}],
            "fsWatcherDelayS": 1,
            "rescanIntervalS": 3600,
        }
        assert self.ask("config/folders/notes", shared, "PUT") is not None

    def connected(self, other):
        connections = (self.ask("system/connections") or {}).get("connections", {})
        return connections.get(other.id, {}).get("connected", False)

    def carry(self):
        """Look at the folder now, rather than when the watcher gets to it."""
        self.ask("db/scan?folder=notes", {}, "POST")


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(done):
    """Ask until it is so, for a bounded time."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "Syncthing did not get there in time"
        time.sleep(0.1)


@pytest.mark.skipif(shutil.which("syncthing") is None, reason="syncthing is not installed")
def test_over_two_syncthing_instances(tmp_path, make):
    one, two = (Syncthing(tmp_path / f"syncthing-{name}") for name in ("desk", "train"))
    folders = []
    for name in ("desk", "train"):
        (tmp_path / f"carried-{name}").mkdir()
        folders.append(prepare(tmp_path / f"carried-{name}"))
    desk, train = (make(name, folder) for name, folder in zip(("desk", "train"), folders, strict=True))
    note = desk.add("Ask the harbour board", tags=("port",))
    train.add("On the ferry")

    def carried():
        desk.sync.keep_up(written=True)
        train.sync.keep_up(written=True)
        one.carry()
        two.carry()
        return desk.store.all() == train.store.all()

    with one.running(), two.running():
        for instance, folder, other in ((one, folders[0].parent, two), (two, folders[1].parent, one)):
            instance.alone()
            instance.share(folder, other)
        wait_for(lambda: one.connected(two))
        wait_for(lambda: carried() and len(desk.store.all()) == 2)

        desk.change(note, body="Ask the harbour board about the ferry", tags=("port", "ferry"))
        train.change(note, body="Ask Petrova", color="red")
        wait_for(lambda: carried() and desk.store.get(note.id).color == "red")
        train.store.remove(next(other.id for other in train.store.all() if other.id != note.id))
        wait_for(lambda: carried() and len(desk.store.all()) == 1)
    merged = train.store.get(note.id)
    assert merged.tags == ("port", "ferry")
    assert "Ask Petrova" in merged.body
    assert "about the ferry" in merged.body
