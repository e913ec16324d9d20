"""The README says what the program does: the two commands that start everything, and links that lead somewhere."""

import re
from pathlib import Path

import click
import pytest

from reader.cli.root import root

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
TASKS = README + "\n".join(page.read_text("utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
CONTEXT = click.Context(root)
COMMANDS = [name for name in root.list_commands(CONTEXT) if not root.get_command(CONTEXT, name).hidden]
FIRST_SCREEN = "\n".join(README.splitlines()[:60])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_place_on_a_page(name):
    assert re.search(rf"\breader {name}\b", TASKS)


def test_one_command_sets_up_and_runs():
    assert re.search(r"^ *python3 -m venv \.venv .*pip install .*\breader demo", FIRST_SCREEN, re.MULTILINE)


def test_one_command_sets_up_and_tests():
    """``.ci/run`` finds it by these words, and runs it."""
    assert re.search(r"^ *python3 -m venv \.venv .*pip install .*pytest", FIRST_SCREEN, re.MULTILINE)
    assert "python3 -m venv" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_a_picture_and_every_file_it_links_to_are_there():
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", README) + re.findall(r'src="(?!https?:)([^"]+)"', README)
    assert any(target.endswith(".svg") for target in targets)
    assert not [target for target in targets if not (ROOT / target).exists()]
