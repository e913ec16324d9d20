"""Commands that rules run: told in JSON, bounded in time, their failures told in a line."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from reader.feeds.hooks import Told, run_hooks

RAIL = Told("Rail; rm -rf $HOME `x`", "https://crier.example/rail", "The Crier", "Ana", tags=("osk",))
DATED = Told("Zoë", "https://crier.example/zoe", "The Crier", published=datetime(2026, 1, 31, 12, tzinfo=UTC))


def python(code, *words):
    return (sys.executable, "-c", code, *words)


def test_a_command_is_told_of_all_its_entries_at_once(tmp_path):
    code = "import sys; open(sys.argv[1], 'ab').write(sys.stdin.buffer.read() + sys.argv[2].encode())"
    out = tmp_path / "told"
    assert run_hooks({python(code, str(out), "; echo $HOME"): [RAIL, DATED]}) == []
    text = out.read_text(encoding="utf-8")
    assert text.endswith("; echo $HOME")
    entries = json.loads(text.removesuffix("; echo $HOME"))["entries"]
    assert [entry["title"] for entry in entries] == [RAIL.title, "Zoë"]
    assert (entries[0]["published"], entries[0]["tags"]) == (None, ["osk"])
    assert entries[1]["published"] == "2026-01-31T12:00:00+00:00"


def test_what_fails_is_a_line_and_the_others_run(tmp_path):
    out = tmp_path / "told"
    lines = run_hooks(
        {
            python("import sys; print('no\\x1b[31m way', file=sys.stderr); sys.exit(3)"): [RAIL],
            ("/no/such/command",): [RAIL],
            ("nul\0",): [RAIL],
            python("import sys; open(sys.argv[1], 'w').close()", str(out)): [RAIL],
        }
    )
    assert [line.split(": ", 2)[1] for line in lines] == ["ended with 3", "cannot be run", "cannot be run"]
    assert lines[0].endswith("no[31m way")
    assert out.exists()


def test_a_command_that_does_not_end_is_ended():
    (line,) = run_hooks({python("import sys, time; sys.stdin.read(); time.sleep(60)"): [RAIL]}, seconds=0.2)
    assert line.endswith("was ended after 0.2 s")


def test_stopping_ends_the_command_that_runs_and_not_those_after_it(tmp_path):
    begun, after = tmp_path / "begun", tmp_path / "after"
    hanging = (sys.executable, "-c", f"open({str(begun)!r}, 'w'); import time; time.sleep(60)")
    short = (sys.executable, "-c", f"open({str(after)!r}, 'w')")
    told = {hanging: [Told("A", "", "Tide")], short: [Told("A", "", "Tide")]}
    (line,) = run_hooks(told, stop=begun.exists)
    assert line.endswith("was stopped")
    assert after.exists()
