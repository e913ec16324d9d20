"""What the documentation shows was printed: its examples run on an empty home, and print what the page says."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [page.name for page in sorted((ROOT / "docs").glob("*.md")) if "<!-- run -->" in page.read_text("utf-8")]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_run_and_print_what_it_shows(page):
    command = [sys.executable, str(ROOT / "docs" / "make"), "--check", page]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_examples():
    assert len(PAGES) > 8
