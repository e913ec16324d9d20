"""Run a program in a terminal of its own (a pty), look at what it draws, and count the CPU it took."""

from __future__ import annotations

import ctypes
import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

COLUMNS, ROWS = 120, 40
STILL = 0.3
"""Seconds without a byte drawn after which a program is taken to be done,"""
IDLE = 0.003
"""when it has not worked longer than this meanwhile."""
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]", re.DOTALL)


@dataclass(frozen=True)
class Run:
    """What one run took: CPU seconds of the whole process, wall seconds, its text without escape codes.

    ``peak`` is the most memory that it had resident, in megabytes.
    """

    cpu: float
    wall: float
    text: str
    ended: bool
    peak: float


def run(command: Sequence[str], environment: dict[str, str], until: Callable[[str], bool], limit: float = 120) -> Run:
    """Run until the text drawn satisfies ``until``, then kill it; or until it ends by itself.

    The CPU seconds are the kernel's own count for the process and all its threads (``wait4``), from its start.
    Raises TimeoutError after ``limit`` seconds with what was drawn last.
    """
    began = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvpe(command[0], list(command), environment)
    raw, drawn, ended = bytearray(), "", False
    try:
        while not ended and not until(drawn):
            if time.monotonic() - began > limit:
                raise TimeoutError(f"{' '.join(command)}: nothing after {limit} s; drawn last: {drawn[-400:]!r}")
            ready, _, _ = select.select([terminal], [], [], 1.0)
            if ready:
                data = _read(terminal)
                ended = not data
                raw += data
                drawn = _ESCAPES.sub("", raw.decode("utf-8", "replace"))
    finally:
        if not ended:
            os.kill(pid, signal.SIGKILL)
        _, _, usage = os.wait4(pid, 0)
        os.close(terminal)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(_seconds(usage), time.monotonic() - began, drawn, ended, usage.ru_maxrss / unit)


class Window:
    """A program that goes on in a terminal of its own while others run beside it."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), environment)
        self._raw = bytearray()
        self._clock: int | None = None
        self.ran = True
        self.drew = time.monotonic()

    def press(self, key: str) -> None:
        """Press a key, if the program is still there."""
        if self.ran:
            os.write(self._terminal, key.encode())

    def look(self, seconds: float) -> None:
        """Take what is drawn within so many seconds."""
        end = time.monotonic() + seconds
        while self.ran and (left := end - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                data = _read(self._terminal)
                self.ran = bool(data)
                self.drew = time.monotonic()
                self._raw += data

    @property
    def mark(self) -> int:
        """How much has been drawn: where ``text`` may begin."""
        return len(self._raw)

    def text(self, mark: int = 0) -> str:
        """What has been drawn since ``mark``, without escape codes."""
        return _ESCAPES.sub("", self._raw[mark:].decode("utf-8", "replace"))

    @property
    def cpu(self) -> float:
        """Seconds of CPU that the program has taken by now, all its threads, to the microsecond. Linux."""
        if self._clock is None:
            clock = ctypes.c_int()
            if ctypes.CDLL(None).clock_getcpuclockid(self._pid, ctypes.byref(clock)):
                raise RuntimeError(f"process {self._pid} has no clock")
            self._clock = clock.value
        return time.clock_gettime(self._clock)

    def settle(self, until: Callable[[str], bool], mark: int = 0, limit: float = 120) -> float:
        """Wait until what was drawn since ``mark`` satisfies ``until``, and the program neither draws nor works.

        Gives the moment of ``time.monotonic`` at which it drew last. Raises TimeoutError after ``limit`` seconds.
        """
        end = time.monotonic() + limit
        while self.ran and time.monotonic() < end:
            drawn, worked = self.mark, self.cpu
            self.look(STILL)
            if self.mark == drawn and self.cpu - worked < IDLE and until(self.text(mark)):
                return self.drew
        raise TimeoutError(f"drawn last: {self.text(mark)[-400:]!r}")

    def close(self) -> str:
        """Kill it; all the text that it has drawn, without escape codes."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)
        return self.text()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # EIO: the program has closed its terminal
        return b""


def _seconds(usage: resource.struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


def environment(home: str, pyc: str) -> dict[str, str]:
    """A plain environment: a true-colour terminal, the program's files in ``home``, ``.pyc`` files in ``pyc``."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "LC_ALL", "HOME", "TMPDIR")}
    return {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "READER_HOME": home,
        "PYTHONPYCACHEPREFIX": pyc,
    }
