"""On a real terminal: the system ends the program while a note is half typed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pytest
import stories

from reader.app import Desk
from reader.paths import find_paths

PATIENCE = 30.0
"""Seconds to wait for anything at all before it counts as not coming."""


class Terminal:
    """The program on a terminal of its own; what it writes is only looked at, never waited for by the clock."""

    def __init__(self, home, story):
        self.ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.modes = termios.tcgetattr(its)
        self.output = b""
        self.its = its
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", str(story)],
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "READER_HOME": str(home)},
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )

    def read(self):
        if select.select([self.ours], [], [], 0.05)[0]:
            self.output += os.read(self.ours, 65536)

    def until(self, come):
        """Take in what is written until something has come."""
        deadline = time.monotonic() + PATIENCE
        while not come():
            assert time.monotonic() < deadline, self.output[-2000:]
            self.read()

    def type(self, keys, shown):
        """Type, once what was written before is taken in, and wait until some words are written."""
        self.output = b""
        os.write(self.ours, keys.encode())
        self.until(lambda: shown.encode() in self.output)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.its)
        os.close(self.ours)


@pytest.fixture
def terminal(home, story):
    started = Terminal(home, story)
    yield started
    started.close()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_half_typed_note_is_there_and_the_end_is_quiet(home, terminal, ending):
    terminal.until(lambda: b"Marta Kell" in terminal.output and stories.SAID[0].encode() in terminal.output)
    terminal.type("w", "quotation 1 of")
    terminal.type("a", "New note")
    terminal.type("half a thou", "thou")
    terminal.process.send_signal(ending)
    terminal.until(lambda: terminal.process.poll() is not None)
    terminal.until(lambda: b"\x1b[?1049l" in terminal.output)  # the terminal is given back
    assert terminal.process.returncode == 0
    assert b"Traceback" not in terminal.output
    assert b"reader:" not in terminal.output
    assert termios.tcgetattr(terminal.its)[3] == terminal.modes[3]
    assert not (home / "state" / "reader.log").exists()
    desk = Desk(find_paths(home))
    assert [text for _, text in desk.drafts()] == ["half a thou"]
    assert [round(one.read, 3) > 0 for one in desk.recent()] == [True]
    desk.close()
