"""The program as a whole: help, options, settings, themes, and how it ends."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import msgspec
import pytest

import reader as package
from reader.__main__ import main
from reader.cli.root import SUMMARY, root
from reader.config import Config

SHARED = Path(__file__).parents[3] / "shared"


def test_help_fits_one_screen_and_names_every_command(reader):
    done = reader("--help")
    assert (done.code, done.out) == (0, SUMMARY)
    lines = SUMMARY.splitlines()
    assert len(lines) <= 24
    assert max(len(line) for line in lines) <= 80
    context = click.Context(root)
    visible = [name for name in root.list_commands(context) if not root.get_command(context, name).hidden]
    assert [name for name in visible if name not in SUMMARY] == []


@pytest.mark.parametrize(
    "words", [["show"], ["quotes"], ["links"], ["notes"], ["notes", "add"], ["export", "notes"], ["config"]]
)
def test_every_command_has_help(reader, words):
    done = reader(*words, "--help")
    assert done.code == 0
    assert f"Usage: reader {' '.join(words)}" in done.out
    assert done.out.replace("\n", "").isprintable()


def test_the_version(reader):
    assert reader("--version").out == f"reader {package.__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quots"], "did you mean `reader quotes`?"),
        (["zzzzzz"], "no such command and no such file"),
        (["--bogus"], "No such option"),
        (["show"], "Missing argument"),
        (["show", "a", "b"], "unexpected extra argument"),
        (["show", "a", "--format", "xml"], "--format: no 'xml' here: choose text, markdown, json, html"),
        (["export", "nothing"], "No such command"),
        (["completions", "tcsh"], "choose bash, zsh or fish"),
        ([], "needs a terminal"),
    ],
)
def test_wrong_words_are_one_line(refused, words, said):
    assert said in refused(*words)


def test_home_may_be_named_before_and_after_the_command(reader, tmp_path):
    for words in (["--home", tmp_path / "h", "config", "path"], ["config", "path", "--home", tmp_path / "h"]):
        assert reader(*words).out == f"{tmp_path / 'h' / 'config.toml'}\n"


def test_config_check_names_file_line_and_key(reader, home):
    assert "the defaults are used" in reader("config", "check").out
    home.mkdir()
    (home / "config.toml").write_text('theme = "paper"\n[keymap]\ndwon = "n"\n')
    done = reader("config", "check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"reader: {home / 'config.toml'}:3: ")
    assert "did you mean down?" in done.err
    (home / "config.toml").write_text('theme = "paper"\n')
    assert reader("config", "check").code == 0


def test_a_wrong_setting_stops_no_command(reader, home, story):
    home.mkdir()
    (home / "config.toml").write_text("measure = 500\n")
    done = reader("show", story)
    assert done.code == 0
    assert done.out.startswith("Ferry")
    assert "config.toml:1: measure" in done.err


def test_the_settings_in_the_help_are_those_there_are(reader):
    shown = reader("config", "--help").out
    settings = [field.name for field in msgspec.structs.fields(Config)]
    assert [name for name in settings if name not in shown] == []
    example = "\n".join(line.strip() for line in shown.split("change:\n")[1].splitlines())
    assert set(tomllib.loads(example)) == set(settings)


def test_config_keys_lists_the_keys_of_a_preset(reader, home):
    home.mkdir()
    (home / "config.toml").write_text('preset = "less"\n', encoding="utf-8")
    (line,) = [line for line in reader("config", "keys").out.splitlines() if line.startswith("top ")]
    assert line.split()[:4] == ["top", "g", "<", "home"]


def test_config_keys_lists_the_keys_in_force(reader, home):
    home.mkdir()
    (home / "config.toml").write_text('[keymap]\ndown = "ctrl+n"\n')
    (line,) = [line for line in reader("config", "keys").out.splitlines() if line.startswith("down ")]
    assert "ctrl+n" in line


def test_themes_are_listed_and_checked(reader, refused, home):
    ids = [line.split()[0] for line in reader("themes").out.splitlines()[1:]]
    assert len(ids) >= 4
    (home / "themes").mkdir(parents=True)
    (home / "themes" / "bad.toml").write_text("name = 3\n")
    done = reader("themes", "list")
    assert done.code == 1
    assert "bad.toml" in done.err
    assert "bad.toml" in refused("themes", "check", home / "themes" / "bad.toml")
    shipped = Path(package.__file__).parents[1] / "themes" / f"{ids[0]}.toml"
    assert reader("themes", "check", shipped).code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_the_commands(reader, program, shell):
    assert "_READER_COMPLETE" in reader("completions", shell).out
    words = {"COMP_WORDS": "reader qu", "COMP_CWORD": "qu" if shell == "fish" else "1"}
    done = program(_READER_COMPLETE=f"{shell}_complete", **words)
    assert b"quotes" in done.stdout


def test_a_pipe_gets_no_control_code_and_any_locale_every_letter(program, tmp_path):
    (tmp_path / "story.md").write_text(
        "# Żółw \u202eferry\n\n“Noon,” said José \x1b[31mOkoro. 船は正午に出ます。\n", "utf-8"
    )
    done = program("show", "story.md", LANG="C", LC_ALL="C", PYTHONUTF8="0", TERM="xterm-256color")
    text = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Żółw ferry" in text
    assert "船は正午に出ます。" in text
    assert not [sign for sign in text if ord(sign) < 32 and sign != "\n"]


@pytest.mark.parametrize("words", [["show", "no\x1b]52;c;SGk=\x07such\x9b2Jfile.html"], ["qu\x1b[31mo\x9bts"]])
def test_an_error_line_carries_no_control_code(program, words):
    done = program(*words)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
    assert "\x9b" not in done.stderr.decode()


def test_a_closed_pipe_is_no_error(tmp_path):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "demo"], stdout=write, stderr=subprocess.PIPE, check=False, cwd=tmp_path
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output_is_one_line(tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "demo"], stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"reader: standard output: ")
    assert done.stderr.count(b"\n") == 1


def test_a_defect_is_one_line_and_its_trace_is_in_the_private_log(reader, home, story, monkeypatch):
    def broken(*_):
        raise RuntimeError("the quay gave way\nin two lines")

    monkeypatch.setattr("reader.attribution.attribute", broken)
    done = reader("quotes", story)
    assert (done.code, done.out) == (70, "")
    assert (
        done.err
        == f"reader: a defect of reader itself (RuntimeError): the trace is in {home / 'state' / 'reader.log'}\n"
    )
    log = home / "state" / "reader.log"
    assert "the quay gave way" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_interrupted(reader, story, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.attribution.attribute", interrupted)
    done = reader("quotes", story)
    assert (done.code, done.err) == (130, "reader: interrupted\n")


def test_windows_is_told_so(refused, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert "Windows" in refused("demo")


class Terminal:
    """Standard output or input that says it is a terminal."""

    def __init__(self, stream):
        self.stream = stream

    def isatty(self):
        return True

    def __getattr__(self, name):
        return getattr(self.stream, name)


@pytest.mark.parametrize(
    ("words", "opened"),
    [([], None), (["demo"], "reader:demo"), (["story.md"], "story.md"), (["--home", "h", "story.md"], "story.md")],
)
def test_on_a_terminal_the_screen_opens(monkeypatch, story, words, opened):
    shown = []
    monkeypatch.setattr(sys, "stdout", Terminal(sys.stdout))
    monkeypatch.setattr("reader.__main__._open_ui", lambda desk, source: shown.append((desk.paths, source)) or 0)
    assert main(words) == 0
    ((paths, source),) = shown
    assert source == opened
    assert paths.data == Path("h").absolute() if "h" in words else paths.data == Path(os.environ["READER_HOME"])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared seed article is not here")
@pytest.mark.parametrize("name", ["article.md", "page.html"])
def test_the_seed_article(reader, name):
    gold = json.loads((SHARED / "seed" / "gold.json").read_text("utf-8"))
    shown = json.loads(reader("show", SHARED / "seed" / name, "--format", "json").out)
    assert shown["title"] == gold["title"]
    assert shown["published"].startswith(gold["published"])
    assert shown["canonical_url"] == gold["url"]
    texts = {
        kind: [block["text"] for block in shown["blocks"] if block["kind"] == kind] for kind in ("figure", "credit")
    }
    assert texts == {"figure": [gold["caption"]], "credit": [gold["credit"]]}
    related = [link["label"] for link in shown["links"] if link["kind"] == "related"]
    assert set(gold["related"]) <= set(related)
    assert not [label for label in gold["related"] if label in shown["text"]]
    assert "#" not in [link["href"] for link in shown["links"]]

    quoted = json.loads(reader("quotes", SHARED / "seed" / name, "--format", "json").out)
    assert [(one["text"], one["name"]) for one in quoted["quotations"]] == [
        (one["text"], one["speaker"]) for one in gold["quotes"]
    ]
    assert {one["name"]: one["role"] for one in quoted["speakers"]} == gold["speakers"]
