"""The documentation says what the code does: its made pages are fresh, its commands, settings and links are right."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reader.app.keymap import build_keymap
from reader.cli import run
from reader.cli.session import Session
from reader.config import load
from reader.errors import BadInput
from reader.paths import find_paths

ROOT = Path(__file__).parents[2]
MADE = {ROOT / "docs" / "reference" / name for name in ("commands.md", "json.md", "keys.md", "settings.md")}
PAGES = sorted({ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")} - MADE)
WHOLE = "\n".join(page.read_text("utf-8") for page in PAGES)


def name(page):
    return str(page.relative_to(ROOT))


def blocks(page, *kinds):
    """The fenced blocks of a page in these languages."""
    text = page.read_text("utf-8")
    return [body for kind, body in re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE) if kind in kinds]


def commands_in(line):
    """The calls of reader in a line of shell, each as its words."""
    words = shlex.split(re.sub(r"(\$\([^)]*\)|\d?>>? ?\S+|\s#.*$)", "", line))
    calls, here = [], None
    for word in words:
        if here is not None and (word in ("|", "||", "&&") or word.endswith(";")):
            here.extend([word[:-1]] if word not in ("|", "||", "&&") and len(word) > 1 else [])
            here = None
        elif here is not None:
            here.append(word)
        elif word in ("reader", ".venv/bin/reader"):
            calls.append(here := [])
    return calls


@pytest.fixture
def parse(monkeypatch):
    """Parse a call of reader whole, and run nothing."""

    def no_deed(_command, _context):
        return 0

    monkeypatch.setattr(click.Command, "invoke", no_deed)

    def face(*_arguments):
        return 0

    return lambda words: run(words, Session(open_ui=face))


def test_made_pages_are_what_the_code_says():
    command = [sys.executable, str(ROOT / "docs" / "make"), "--check", "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_in_blocks_parse(page, parse):
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            for words in commands_in(line):
                parse(words)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_in_the_text_have_the_names_and_options_they_are_given(page, parse):
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for written in re.findall(r"`(reader [^`]*)`", prose):
        for words in commands_in(written.replace("…", "")):
            try:
                parse(words)
            except BadInput as error:  # the text speaks of a command, and need not give it all that it wants
                assert re.match("Missing|Option .* requires an argument", str(error)), f"{written}: {error}"


def test_the_commands_are_really_parsed(parse):
    assert commands_in("cat x | reader show - --format md > y  # so") == [["show", "-", "--format", "md"]]
    for wrong in (["show", "x", "--formt", "md"], ["notes", "lst"], ["quotes", "x", "--format", "xml"]):
        with pytest.raises(BadInput):
            parse(wrong)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_settings_in_blocks_are_right(page, home):
    home.mkdir()
    paths = find_paths()
    for block in blocks(page, "toml"):
        if block.startswith("# sites/"):
            continue
        paths.config_file.write_text(block, "utf-8")
        config, problems = load(paths)
        assert problems + build_keymap(config.keymap, config.preset)[1] == []


def anchors(page):
    """The anchors of a page's headings, as code hosts and MyST make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", sorted({*PAGES, *MADE}), ids=name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text("utf-8")):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{target}: not there"
        assert not anchor or anchor in anchors(there), f"{target}: no such heading"


def test_every_page_is_in_the_list_of_pages():
    listed = (ROOT / "docs" / "README.md").read_text("utf-8")
    own = [page for page in PAGES if page.parent == ROOT / "docs" and page.name not in ("README.md", "index.md")]
    assert [name(page) for page in own if f"({page.name})" not in listed] == []
    assert [name(page) for page in MADE if f"(reference/{page.name})" not in listed] == []


def test_every_setting_is_in_the_help_of_config():
    from reader.cli.config import EXAMPLES
    from reader.config import Config

    assert [field for field in Config.__struct_fields__ if not re.search(rf"\b{field}\b", EXAMPLES)] == []


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "pictures").glob("*.svg")), ids=name)
def test_a_picture_is_small_text_from_nowhere_else_and_shown(picture):
    svg = picture.read_text("utf-8")
    assert len(svg) < 100_000
    assert svg.count("<text") > 20
    assert set(re.findall(r"https?://[^\s\"')<]+", re.sub(r"<text.*?</text>|<!--.*?-->", "", svg))) <= {
        "http://www.w3.org/2000/svg"
    }
    assert f"pictures/{picture.name}" in WHOLE
