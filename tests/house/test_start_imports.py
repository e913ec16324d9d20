"""What may be imported at start: by module names in a fresh interpreter, not by time."""

import os
import subprocess
import sys

import pytest

HEAVY = {
    "charset_normalizer",
    "feedparser",
    "httpx",
    "keyring",
    "lxml",
    "markdown_it",
    "rapidfuzz",
    "readability",
    "sqlite3",
    "textual",
    "tinydb",
}
ROOMS = ["app", "attribution", "cli", "extract", "feeds", "fetch", "library", "notes", "ui"]
SMALL = ["actions", "commands", "config", "credentials", "errors", "model", "paths", "text", "themes"]


def loaded_by(code, tmp_path):
    """The heavy modules that a fresh interpreter has loaded after this code."""
    code += "\nimport sys; sys.__stdout__.write('\\n' + ' '.join(sys.modules))"
    environment = {**os.environ, "READER_HOME": str(tmp_path / "home")}
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    return HEAVY & set(done.stdout.splitlines()[-1].split())


def test_the_measure_sees_what_is_loaded(tmp_path):
    assert loaded_by("import tinydb", tmp_path) == {"tinydb"}


def test_the_version_is_told_without_anything_heavy(tmp_path):
    code = "import sys; sys.argv = ['reader', '--version']\nfrom reader.__main__ import main\n"
    code += "try:\n    main()\nexcept SystemExit as leaving:\n    assert not leaving.code"
    assert loaded_by(code, tmp_path) == set()


@pytest.mark.parametrize("module", [*SMALL, *ROOMS])
def test_a_rooms_door_is_light(module, tmp_path):
    assert loaded_by(f"import reader.{module}", tmp_path) == set()


def test_the_screens_wait_for_no_network_and_no_page_parser(tmp_path):
    allowed = {"textual", "markdown_it", "sqlite3"}  # sqlite3: the library is what the first screen shows
    assert loaded_by("import reader.ui.app", tmp_path) <= allowed


FIRST_FRAME = """
import asyncio
from reader.app.desk import Desk
from reader.paths import find_paths
from reader.app.addresses import DEMO
from reader.ui.app import ReaderApp

async def show():
    app = ReaderApp(Desk(find_paths()), DEMO)
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(100):
            await pilot.pause()
            if "Carpenters" in app.export_screenshot():
                return
        raise AssertionError("the article was not shown")

asyncio.run(show())
"""


def test_the_demo_is_shown_without_network_and_page_parser(tmp_path):
    loaded = loaded_by(FIRST_FRAME, tmp_path)
    assert "textual" in loaded
    assert loaded <= {"textual", "markdown_it", "sqlite3"}
