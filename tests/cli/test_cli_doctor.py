"""``reader doctor``: it sees what is wrong, says what to do, and changes nothing."""

import fcntl
import json
import os
import pty
import re
import select
import subprocess
import sys
import termios

import pytest

WIDTHS = {"漢字": 4, "🙂": 2, "🇫🇷": 2, "👩‍👧": 2, "e\u0301": 1}
QUESTION = re.compile(rb"\r([^\r\x1b]+)\x1b\[6n|\x1b\[c")


@pytest.fixture
def findings(reader, home):
    """The findings of each part, and the exit code."""

    def run(*arguments):
        done = reader("doctor", "--json", *arguments)
        found = {}
        for one in json.loads(done.out):
            found.setdefault(one["part"], []).append(one)
        return found, done.code

    return run


def test_a_new_home_is_in_order(findings, home):
    before = sorted(home.rglob("*"))
    found, code = findings()
    assert code == 0
    assert {one["state"] for part in found.values() for one in part} <= {"ok", "hint"}
    assert {"versions", "TLS", "data", "rights", "settings", "notes", "library", "pages"} <= found.keys()
    assert sorted(home.rglob("*")) == before


def test_a_home_in_use_is_in_order(findings, reader, story):
    reader("notes", "add", story, "--quote", "Bring a coat", "--note", "cold")
    found, code = findings()
    assert code == 0
    assert found["notes"][0]["said"].startswith("1 note in ")
    assert "sound" in found["library"][0]["said"]
    assert found["pages"][0]["said"] == "1 page kept, each as it came"


@pytest.mark.parametrize(
    ("name", "data", "part", "words"),
    [
        ("notes.json", b'{"_default": {"1":', "notes", "damaged"),
        ("library.sqlite3", b"no database", "library", "not a library of reader"),
        ("pages/ab/abcd", b"changed", "pages", "is not what was kept"),
        ("config.toml", b"theme = 1", "settings", "theme"),
        ("state", b"", "state", "is a file"),
    ],
)
def test_what_is_wrong_is_told_and_left_as_it_is(findings, home, name, data, part, words):
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o600)
    found, code = findings()
    assert code == 1
    assert [(one["state"], words in one["said"]) for one in found[part]] == [("bad", True)]
    assert path.read_bytes() == data


def test_a_library_with_a_torn_page_is_seen(findings, reader, home, story):
    reader("show", story)
    library = home / "library.sqlite3"
    data = bytearray(library.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    library.write_bytes(data)
    found, code = findings()
    assert (code, found["library"][0]["state"]) == (1, "bad")


def test_private_files_that_others_may_open_are_told(findings, reader, home, story):
    reader("notes", "add", story, "--quote", "Bring a coat")
    (home / "notes.json").chmod(0o644)
    found, code = findings()
    assert code == 1
    assert [one["advice"] for one in found["rights"]] == [f"chmod 600 {home / 'notes.json'}"]


def answered(question, widths, features):
    """What a terminal that draws so wide and has these features answers."""
    if question[1] is None:
        return b"\x1b[?" + features + b"c"
    return b"\x1b[1;%dR" % (widths[question[1].decode()] + 1)


def on_terminal(home, widths, features, **environment):
    """What the doctor prints on a terminal that answers so."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "--home", str(home), "doctor"],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "150", "LINES": "40", **environment},
        preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
    ) as process:
        os.close(its)
        output, seen = b"", 0
        while select.select([ours], [], [], 30)[0]:
            try:
                output += os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            for question in QUESTION.finditer(output, seen):
                seen = question.end()
                os.write(ours, answered(question, widths, features))
        process.wait(30)
    os.close(ours)
    return output.decode()


def test_the_terminal_is_asked_what_it_can_do(home):
    said = on_terminal(home, WIDTHS, b"62;22;52", COLORTERM="truecolor")
    assert re.search(r"ok +colours +16.7 million", said)
    assert re.search(r"ok +widths ", said)
    assert re.search(r"ok +copying ", said)


def test_a_terminal_that_draws_otherwise_is_told(home):
    said = on_terminal(home, {**WIDTHS, "🇫🇷": 4}, b"62;22", COLORTERM="", TMUX="", NO_COLOR="1")
    assert "flags 4 cells, not 2" in said
    assert re.search(r"hint +colours +none: NO_COLOR is set", said)
    assert "does not say whether it takes what is copied" in said


def test_plain_screens_are_told_with_what_made_them_plain(findings, home):
    assert "screens" not in findings()[0]
    assert findings("--plain")[0]["screens"][0]["said"] == "plain, by --plain"
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text("plain = true\n", encoding="utf-8")
    assert findings()[0]["screens"][0]["said"] == "plain, by the setting plain = true"
