"""``[hooks]``: commands told in JSON when a note is made, an article opened, feeds refreshed."""

from __future__ import annotations

import json
import sys

import pytest

from reader.__main__ import main
from reader.config import load
from reader.paths import find_paths

STORY = '# Ferry "runs"; $(reboot)\n\n“We sail at noon,” Ida Marsh said.\n'
WRITE = "import pathlib, sys; pathlib.Path(sys.argv[1]).open('a').write(sys.stdin.read() + '\\n')"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def settings(home):
    """Write the [hooks] of a home."""

    def write(**hooks):
        home.mkdir(exist_ok=True)
        lines = "".join(f"{name} = {json.dumps(words)}\n" for name, words in hooks.items())
        (home / "config.toml").write_text(f"[hooks]\n{lines}", encoding="utf-8")

    return write


@pytest.fixture
def told(tmp_path):
    """What the hook ``words(told)`` was told, a value a line."""

    class Told:
        path = tmp_path / "told"
        words = (sys.executable, "-c", WRITE, str(path))

        def values(self):
            return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]

    return Told()


def test_a_note_is_told_as_it_is_exported_before_the_program_ends(settings, told, story, capsys):
    settings(on_note=told.words)
    assert main(["notes", "add", str(story), "--quote", "We sail at noon", "--note", "Ask $(x)"]) == 0
    (value,) = told.values()
    assert value["event"] == "note"
    assert (value["note"]["selector"]["exact"], value["note"]["body"]) == ("We sail at noon", "Ask $(x)")
    assert value["note"]["title"] == 'Ferry "runs"; $(reboot)'
    assert capsys.readouterr().err == ""


def test_an_article_that_is_opened_is_told_and_one_that_is_printed_is_not(settings, told, story):
    from reader.app.desk import Desk

    settings(on_open=told.words)
    assert main(["show", str(story)]) == 0
    assert not told.path.exists()
    desk = Desk(find_paths())
    desk.open(str(story))
    desk.close()
    (value,) = told.values()
    assert (value["event"], value["article"]["title"]) == ("open", 'Ferry "runs"; $(reboot)')
    assert value["article"]["words"] == 7


def test_a_refresh_is_told_with_its_figures(settings, told):
    settings(on_refresh=told.words)
    assert main(["refresh", "--json"]) == 0
    (value,) = told.values()
    assert (value["event"], value["new"], value["feeds"], value["servers"]) == ("refresh", 0, [], [])


def test_a_hook_that_fails_with_control_codes_is_one_line_and_the_note_is_saved(settings, story, capsys):
    settings(on_note=[sys.executable, "-c", "import sys; print('\\x1b[2Jno', file=sys.stderr); sys.exit(4)"])
    assert main(["notes", "add", str(story), "--quote", "We sail at noon"]) == 0
    err = capsys.readouterr().err
    assert (err.count("\n"), "ended with 4: [2Jno" in err, "\x1b" in err) == (1, True, False)
    assert main(["notes", "list"]) == 0
    assert "We sail at noon" in capsys.readouterr().out


def test_a_hook_that_hangs_does_not_hold_up_the_end(settings, story, capsys, monkeypatch):
    monkeypatch.setattr("reader.app.hooks.PATIENCE", 0.1)
    settings(on_note=[sys.executable, "-c", "import time; time.sleep(60)"])
    assert main(["notes", "add", str(story), "--quote", "We sail at noon"]) == 0
    assert capsys.readouterr().err.endswith(": was stopped\n")


def test_what_waits_behind_a_hook_that_hangs_is_not_run_and_is_told(settings, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("reader.app.hooks.PATIENCE", 0.1)
    settings(on_note=[sys.executable, "-c", "import time; time.sleep(60)"])
    note = {"title": "Ferry", "url": "https://ferry.example/1", "note": "Ask"}
    (tmp_path / "notes.json").write_text(json.dumps([note, {**note, "note": "Again"}]))
    assert main(["notes", "add", "--from", str(tmp_path / "notes.json")]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ", 2)[2] for line in lines] == ["was stopped", "was not run, as the program ended"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[hooks]\non_notes = ["x"]', '2: on_notes: no such hook: did you mean "on_note"?'),
        ('[hooks]\n\non_open = "notify-send"', "3: on_open: is to be a command as a list of its words"),
        ("[hooks]\non_open = []", "2: on_open: is to be a command as a list of its words"),
        ("hooks = 3", "1: hooks: is to be a table"),
        ('speak_command = "espeak-ng \'"', "1: speak_command: is to be a command in quotation marks"),
    ],
)
def test_a_mistake_names_file_line_key_and_what_is_right(home, text, line):
    home.mkdir()
    (home / "config.toml").write_text(text)
    config, problems = load(find_paths())
    assert (len(problems), config.hooks.on_open) == (1, ())
    assert f"config.toml:{line}" in problems[0]
