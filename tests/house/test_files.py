"""Every module says what it is for, and none grows past what a person can hold."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 400  # lines
MODULES = sorted((ROOT / "reader").rglob("*.py"))
FILES = sorted(path for folder in ("reader", "tests", "benchmarks", "docs") for path in (ROOT / folder).rglob("*.py"))


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{name(path)} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_is_small_enough_to_hold(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LARGEST


def test_there_is_something_to_hold():
    assert len(MODULES) > 30


def test_values_are_bound_by_name_or_by_a_bare_sign():
    """Python 3.14 refuses a sequence for ``?1``, and 3.12 warns of it."""
    numbered = re.compile(r"[=(,] ?\?[0-9]")
    sources = {path: path.read_text("utf-8") for path in (ROOT / "reader" / "library").rglob("*.py")}
    assert [path.name for path, text in sources.items() if numbered.search(text)] == []
