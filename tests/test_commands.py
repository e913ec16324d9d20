"""The user's own commands: what they are given and print, and every way in which they end."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

import pytest

from reader.commands import run, words_of
from reader.errors import BadInput


def python(code, *words):
    return (sys.executable, "-c", code, *words)


def test_it_is_given_bytes_and_gives_back_what_it_printed():
    code = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().upper() + sys.argv[1].encode())"
    assert run(python(code, "; $HOME `id`"), b"ferry\x1b[31m") == b"FERRY\x1b[31M; $HOME `id`"


def test_one_that_reads_nothing_of_a_long_text_is_no_failure():
    assert run(python("print('done')"), b"x" * 1_000_000) == b"done\n"


def test_its_failure_is_one_clean_line():
    code = "import sys; print('one', 'no\\x1b[2J way', sep='\\n', file=sys.stderr); sys.exit(3)"
    with pytest.raises(BadInput) as caught:
        run(python(code))
    assert str(caught.value).endswith(": ended with 3: no[2J way")


def test_one_that_is_not_there_is_told():
    with pytest.raises(BadInput, match="no-such-command: cannot be run"):
        run(["/no-such-command"])


def test_one_that_hangs_is_ended_with_what_it_started():
    child = "import socket, sys, time; line = socket.create_connection(('127.0.0.1', int(sys.argv[1]))); time.sleep(60)"
    code = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', *sys.argv[1:]]); time.sleep(60)"
    lines = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)

        def called():
            with suppress(BlockingIOError):
                lines.append(server.accept()[0])
            return bool(lines)

        with pytest.raises(BadInput, match="was stopped"):
            run(python(code, child, str(server.getsockname()[1])), seconds=60, stop=called)
    with lines[0] as line:
        line.settimeout(20)
        assert line.recv(1) == b""  # the child is gone, or this waits in vain


def test_one_that_takes_too_long_is_ended():
    with pytest.raises(BadInput, match=r"was ended after 0\.1 s"):
        run(python("import time; time.sleep(60)"), seconds=0.1)


def test_one_that_prints_without_end_is_ended():
    with pytest.raises(BadInput, match="printed more than 10 MB"):
        run(python("while True: print('y' * 100_000)"))


def test_words_are_parted_as_in_a_shell():
    assert words_of("pass show 'my news' *.txt | tee") == ["pass", "show", "my news", "*.txt", "|", "tee"]
    for nothing in ("", "  ", "pass 'show"):
        with pytest.raises(BadInput, match="command"):
            words_of(nothing)
