"""On a real terminal: the article from a pipe and the keys from the terminal, and the terminal given back."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios

import pytest

SCREEN = """
import os, sys, types
def run(desk, source):
    print("source", source, "keys from terminal", os.isatty(0), "article", sys.stdin.buffer.read())
    {end}
    return 0
sys.modules["reader.ui.app"] = types.SimpleNamespace(run=run)
from reader.__main__ import main
sys.exit(main({words}))
"""


@pytest.fixture
def on_terminal(tmp_path):
    """Run the program on a terminal of its own, its screen replaced by a line of print; gives (exit code, output)."""

    def run(words, piped=None, end="pass"):
        ours, its = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-c", SCREEN.format(end=end, words=words)],
            stdin=subprocess.PIPE if piped is not None else its,
            stdout=its,
            stderr=its,
            cwd=tmp_path,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"},
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        ) as process:
            os.close(its)
            if piped is not None:
                process.stdin.write(piped)
                process.stdin.close()
            output = b""
            while select.select([ours], [], [], 20)[0]:
                try:
                    output += os.read(ours, 65536)
                except OSError:  # Linux says so when the other side is closed
                    break
        os.close(ours)
        return process.returncode, output.decode()

    return run


def test_the_article_comes_from_the_pipe_and_the_keys_from_the_terminal(on_terminal):
    code, output = on_terminal(["-"], piped=b"# Ferry")
    assert (code, output.strip()) == (0, "source - keys from terminal True article b'# Ferry'")


def test_a_pipe_that_nobody_reads_leaves_the_keys_on_the_terminal_too(on_terminal):
    code, output = on_terminal(["demo"], piped=b"")
    assert code == 0
    assert "keys from terminal True" in output


def test_the_tour_is_offered_again(on_terminal, home):
    taken = home / "state" / "tour-taken"
    taken.parent.mkdir(parents=True)
    taken.touch()
    assert on_terminal(["demo"], piped=b"")[1].startswith("source reader:demo")
    assert taken.exists()
    assert on_terminal(["demo", "--tour"], piped=b"")[1].startswith("source reader:demo")
    assert not taken.exists()


def test_the_keyboard_is_no_article(on_terminal):
    code, output = on_terminal(["-"])
    assert code == 2
    assert output.startswith("reader: -: standard input is the keyboard")
    assert output.count("\n") == 1


def test_after_a_defect_the_terminal_is_as_it_was(on_terminal):
    code, output = on_terminal(["demo"], piped=b"", end="raise RuntimeError('x')")
    assert code == 70
    before, line = output.split("reader: a defect of reader itself (RuntimeError)")
    for off in ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1000l", "\x1b[?2004l"):
        assert off in before
    assert line.count("\n") == 1


MARKUP = (
    "# Ferry [red]runs[/red]\n\n“We sail at noon :bomb: [link=file:///x]now[/link],” Ida Marsh **said**. [$primary]\n"
)


def test_show_and_quotes_are_styled_on_a_terminal_and_outside_text_is_never_markup(on_terminal, tmp_path):
    (tmp_path / "story.md").write_text(MARKUP, encoding="utf-8")
    code, shown = on_terminal(["show", "story.md"])
    assert code == 0
    assert "\x1b[1mFerry [red]runs[/red]\x1b[0m" in shown
    assert "\x1b[1msaid\x1b[0m" in shown
    assert "[$primary]" in shown
    code, quoted = on_terminal(["quotes", "story.md"])
    assert code == 0
    assert "Ida Marsh" in quoted
    for text in (shown, quoted):
        assert "noon :bomb: [link=file:///x]now" in " ".join(text.split())
        assert "\x1b]8" not in text
