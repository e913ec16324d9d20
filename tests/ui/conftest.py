"""Articles as files, and the program started on them: see ``sitting`` for what can be done there."""

from __future__ import annotations

from pathlib import Path

import pytest
import stories

from reader.app.desk import Desk
from reader.paths import find_paths


@pytest.fixture
def story(tmp_path):
    """An article as a Markdown file, with two headings, six quotations that count and three links."""
    path = tmp_path / "gate.md"
    path.write_text(stories.STORY, encoding="utf-8")
    return path


@pytest.fixture
def write(tmp_path):
    """Write an article of one's own and get its path."""

    def written(text, name="own.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def affair(home):
    """Twelve articles of one affair, stored and not yet in the book; gives the home."""
    desk = Desk(find_paths())
    for path in sorted((Path(__file__).parents[1] / "book" / "affair").glob("*.md")):
        desk.open(str(path), opened=False)
    desk.close()
    return home


@pytest.fixture(autouse=True)
def every_colour(monkeypatch):
    """A terminal that has all colours, wherever the tests are run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
