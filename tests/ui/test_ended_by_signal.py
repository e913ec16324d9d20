"""On a real terminal: the system ends the program while a note is half typed."""

from __future__ import annotations

import signal
import termios

import pytest
import stories
from terminal import Terminal

from reader.app import Desk
from reader.paths import find_paths


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
