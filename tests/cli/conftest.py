"""The command line as a person meets it: what it prints, what it says on stderr, and its exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from reader.__main__ import main

STORY = """\
# Ferry to Skerrow runs again

March 14, 2025

Skerrow has its ferry back after a winter without one, and nobody on the island was late for it.

“We sail at noon,” Ida Marsh, the harbour master, said. “Bring a coat.”

The union called the plan “a long overdue step” on Friday. [Timetable](https://ferry.example/times)
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def story(tmp_path, monkeypatch):
    """A story in the folder that the commands run in, by its name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return "story.md"


@pytest.fixture
def reader(capsys):
    """Run the program in this process with its output going to no terminal."""

    def run(*arguments):
        code = main([str(word) for word in arguments])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def refused(reader):
    """Run what must be refused: exit 2, one line on stderr, nothing printed; gives the line."""

    def run(*arguments):
        done = reader(*arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("reader: ")
        assert done.err.count("\n") == 1
        return done.err

    return run


@pytest.fixture
def program(tmp_path):
    """Run the program as a process of its own."""

    def run(*arguments, stdin=b"", **environment):
        return subprocess.run(
            [sys.executable, "-m", "reader", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, **environment},
        )

    return run
