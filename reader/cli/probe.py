"""Asks the terminal itself: how many cells it gives to wide signs, and whether it says that it takes OSC 52."""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

__all__ = ["SAMPLES", "Answers", "ask"]

SAMPLES = {
    "wide letters": "漢字",
    "emoji": "🙂",
    "flags": "🇫🇷",
    "families of emoji": "👩‍👧",
    "combining signs": "e\u0301",
}
"""What is drawn to see how wide the terminal draws it."""

_SECONDS = 1.0
_PLACE = re.compile(rb"\x1b\[\d+;(\d+)R")
_KIND = re.compile(rb"\x1b\[\?([\d;]*)c")
_MOST = 4096


@dataclass(frozen=True)
class Answers:
    """What a terminal answered: the cells of each sample (none when it kept silent), and its own list of features.

    The features are the numbers of its primary device attributes; 52 among them says that it takes OSC 52.
    """

    widths: dict[str, int] = field(default_factory=dict)
    features: tuple[int, ...] = ()


def ask() -> Answers | None:
    """What the controlling terminal answers within a second; None when there is none to ask."""
    if sys.platform == "win32":
        return None
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    try:
        with _quiet(terminal):
            return _understood(_asked(terminal))
    finally:
        os.close(terminal)


@contextmanager
def _quiet(terminal: int) -> Iterator[None]:
    """Keep the answers from being shown or waited for by the line, as long as this lasts."""
    import termios
    import tty

    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _asked(terminal: int) -> bytes:
    """All questions at once, the last one of a kind that every terminal answers; what came back."""
    questions = "".join(f"\r{sample}\x1b[6n" for sample in SAMPLES.values()) + "\r\x1b[2K\x1b[c"
    os.write(terminal, questions.encode())
    answers = b""
    while not _KIND.search(answers) and len(answers) < _MOST:
        if not select.select([terminal], [], [], _SECONDS)[0]:
            break
        answers += os.read(terminal, _MOST)
    return answers


def _understood(answers: bytes) -> Answers:
    columns = [int(column) - 1 for column in _PLACE.findall(answers)]
    kind = _KIND.search(answers)
    features = tuple(int(number) for number in kind[1].split(b";") if number) if kind else ()
    if len(columns) != len(SAMPLES):
        return Answers({}, features)
    return Answers(dict(zip(SAMPLES, columns, strict=True)), features)
