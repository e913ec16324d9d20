"""Imports point one way: the contracts in pyproject.toml hold, and they can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def lint(folder):
    run = [sys.executable, "-c", LINT, "--no-cache"]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(ROOT / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_arrows_point_one_way():
    code, said = lint(ROOT)
    assert code == 0, said


@pytest.mark.parametrize(
    ("module", "line", "arrow"),
    [
        ("text.py", "from reader.themes import find", "reader.text -> reader.themes"),
        ("themes.py", "import reader.notes", "reader.themes -> reader.notes"),
        ("fetch/__init__.py", "import reader.extract", "reader.fetch -> reader.extract"),
        ("cli/__init__.py", "import reader.ui", "reader.cli -> reader.ui"),
        ("app/__init__.py", "def late():\n    import textual", "reader.app -> textual"),
    ],
)
def test_a_wrong_arrow_is_seen(copy, module, line, arrow):
    with (copy / "reader" / module).open("a") as file:
        file.write(f"\n{line}\n")
    code, said = lint(copy)
    assert code == 1, said
    assert arrow in said
