"""Completing words in a shell: what is offered, in bash and fish themselves too."""

import os
import shutil
import subprocess
import sys

import pytest

FEEDS = """<opml version="2.0"><body><outline type="rss" text="The Tide" xmlUrl="https://tide.example/feed"/>
<outline type="rss" text="Post" xmlUrl="https://post.example/rss"/></body></opml>"""


@pytest.fixture
def path(tmp_path):
    """A PATH on which `reader` is this program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


@pytest.fixture
def offered(program):
    """The words that are offered for the last word of a line, as bash gets them."""

    def ask(line):
        words = len((line + "x").split()) - 1
        done = program(COMP_WORDS=line, COMP_CWORD=str(words), _READER_COMPLETE="bash_complete")
        assert done.stderr == b""
        return [line for line in done.stdout.decode().splitlines() if line]

    return ask


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("reader quo", ["plain,quotes"]),
        ("reader notes s", ["plain,search", "plain,show", "plain,sync-folder"]),
        ("reader quotes --spea", ["plain,--speaker"]),
        ("reader check --format ", ["plain,table", "plain,json", "plain,markdown"]),
        ("reader completions ", ["plain,bash", "plain,zsh", "plain,fish"]),
        ("reader show sto", ["file,sto"]),
        ("reader sto", ["file,sto"]),
        ("reader import sto", ["file,sto"]),
    ],
)
def test_commands_options_formats_shells_and_files_are_offered(offered, line, words):
    assert offered(line) == words


def test_feeds_notes_and_saved_searches_are_offered_by_name(offered, reader, story, tmp_path):
    (tmp_path / "feeds.opml").write_text(FEEDS)
    reader("import", "feeds.opml")
    note = reader("notes", "add", story, "--note", "So be it").out.strip()
    reader("search", "is:unread", "--save", "Not yet")
    assert offered("reader refresh ") == ["plain,Post", r"plain,The\\ Tide"]
    assert offered("reader feed drop t") == [r"plain,The\\ Tide"]
    assert offered("reader notes show ") == [f"plain,{note[-8:]}"]
    assert offered("reader search --drop ") == [r"plain,Not\\ yet"]


def test_nothing_is_made_by_asking(offered, home):
    assert offered("reader refresh ") == offered("reader notes show ") == offered("reader search --drop ") == []
    assert not home.exists()


def test_a_library_that_cannot_be_read_offers_nothing(offered, home):
    home.mkdir()
    (home / "library.sqlite3").write_bytes(b"torn" * 1000)
    assert offered("reader refresh ") == []


def test_bash_itself_completes(reader, path, tmp_path):
    if not shutil.which("bash"):
        pytest.skip("bash is not here")
    (tmp_path / "feeds.opml").write_text(FEEDS)
    reader("import", tmp_path / "feeds.opml")
    script = reader("completions", "bash").out
    script += '\nCOMP_WORDS=(reader feed drop The) COMP_CWORD=3\n_reader_completion reader\necho "${COMPREPLY[@]}"'
    assert _shell(["bash", "--norc", "-c", script], path) == "The\\ Tide\n"


def test_fish_itself_completes(reader, path, tmp_path):
    if not shutil.which("fish"):
        pytest.skip("fish is not here")
    script = reader("completions", "fish").out + "\ncomplete -C 'reader check --format m'"
    assert _shell(["fish", "--no-config", "-c", script], path) == "markdown\n"


def _shell(command, path):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path})
    assert done.returncode == 0, done.stderr
    return done.stdout
