"""Runs the user's own commands: as lists of words, never through a shell, bounded in time and in what they print."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from tempfile import TemporaryFile
from typing import IO

from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["command_name", "run", "words_of"]

SECONDS = 20.0
"""How long one command may take."""
LARGEST = 10_000_000
"""Bytes that one may print."""
_LOOK = 0.05  # seconds between two looks at whether it is over


def words_of(command: str) -> list[str]:
    """The words of a command as a shell would part them, but nothing else that a shell does; BadInput for none."""
    try:
        words = shlex.split(command)
    except ValueError as error:  # a quotation mark is left open
        raise BadInput(f"{elide(clean_line(command), 60)}: is no command: {clean_line(str(error)).lower()}") from error
    if not words:
        raise BadInput("a command is needed, as in: pass show news")
    return words


def command_name(command: Sequence[str]) -> str:
    """How lines for a person name a command."""
    return elide(clean_line(command[0]), 60) or "the command"


def run(
    command: Sequence[str], given: bytes = b"", *, seconds: float = SECONDS, stop: Callable[[], bool] = lambda: False
) -> bytes:
    """Run a command with this on its standard input, and return what it printed.

    BadInput, one line with the last that it said on stderr, when it cannot be run or ends with an error, when it takes
    longer than ``seconds``, prints more than ``LARGEST`` bytes or ``stop()`` says so: then it is ended with all that it
    started. What it prints is its own: pass it through ``reader.text`` before it is shown.
    """
    name = command_name(command)
    with TemporaryFile() as asked, TemporaryFile() as printed, TemporaryFile() as said:
        asked.write(given)
        asked.seek(0)
        try:
            # files and no pipes, which a child of its could hold open; a session of its own, so that it can be ended
            process = subprocess.Popen(  # noqa: S603 - the user's own command; nothing from outside is part of it
                command, stdin=asked, stdout=printed, stderr=said, start_new_session=True
            )
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise BadInput(f"{name}: cannot be run: {clean_line(why)}") from error
        if why := _wait(process, (printed, said), seconds, stop):
            raise BadInput(f"{name}: {why}")
        if process.returncode:
            raise BadInput(f"{name}: ended with {process.returncode}{_last_line(said)}")
        printed.seek(0)
        return printed.read()


def _wait(
    process: subprocess.Popen[bytes], files: Sequence[IO[bytes]], seconds: float, stop: Callable[[], bool]
) -> str:
    """Wait for the end; why the command was ended instead, ``""`` when it was not."""
    end = time.monotonic() + seconds
    why = ""
    try:
        while not why:
            try:
                process.wait(_LOOK)
                return ""
            except subprocess.TimeoutExpired:
                why = _why_not(files, end, seconds, stop)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return why


def _why_not(files: Sequence[IO[bytes]], end: float, seconds: float, stop: Callable[[], bool]) -> str:
    if stop():
        return "was stopped"
    if time.monotonic() >= end:
        return f"was ended after {seconds:g} s"
    if any(os.fstat(file.fileno()).st_size > LARGEST for file in files):
        return f"was ended, as it printed more than {LARGEST // 1_000_000} MB"
    return ""


def _last_line(said: IO[bytes]) -> str:
    """The last that a command said, behind a colon."""
    said.seek(max(0, os.fstat(said.fileno()).st_size - 64 * 1024))
    lines = said.read().decode("utf-8", "replace").strip().splitlines()
    return f": {elide(clean_line(lines[-1]), 120)}" if lines else ""
