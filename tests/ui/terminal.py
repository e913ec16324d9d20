"""The program on a terminal of its own (a pty): keys go in, every byte that it writes comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time

ESCAPES = re.compile(rb"(?:\x1b[^A-Za-z]*[A-Za-z]|\s)+")
PATIENCE = 30.0
"""Seconds to wait for anything at all before it counts as not coming."""


class Terminal:
    """The program on a terminal of its own; what it writes is only looked at, never waited for by the clock."""

    def __init__(self, home, *arguments, program=("-m", "reader"), size=(30, 100), **environment):
        self.ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.modes = termios.tcgetattr(its)
        self.output = self.everything = b""
        self.its = its
        self.process = subprocess.Popen(
            [sys.executable, *program, *map(str, arguments)],
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "READER_HOME": str(home), **environment},
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )

    def read(self, patience=0.05):
        """Take in what is there, or comes soon; whether there was anything."""
        if not select.select([self.ours], [], [], patience)[0]:
            return False
        got = os.read(self.ours, 65536)
        self.output += got
        self.everything += got
        return True

    def written(self):
        """Everything that was written, once no more comes."""
        while self.read(0.1):
            pass
        return self.everything

    def until(self, come, what="it"):
        """Take in what is written until something has come."""
        deadline = time.monotonic() + PATIENCE
        while not come():
            assert time.monotonic() < deadline, f"{what} has not come: {ESCAPES.sub(b' ', self.output)[-2000:]!r}"
            self.read()

    def type(self, keys, shown):
        """Type, once what was written before is taken in, and wait until some words are written."""
        self.written()
        self.output = b""
        os.write(self.ours, keys.encode())
        self.until(lambda: shown.encode() in self.output, f"{shown!r} after {keys!r}")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.its)
        os.close(self.ours)
