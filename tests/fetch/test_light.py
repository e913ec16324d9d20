"""httpx is loaded without what only its own command line needs."""

from __future__ import annotations

import subprocess
import sys


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_fetching_feeds_loads_no_rich_and_no_pygments() -> None:
    loaded = loaded_by("import reader.fetch.feeds")
    assert "httpx" in loaded
    assert not loaded & {"rich", "pygments", "httpx._main"}


def test_a_program_that_loaded_httpx_before_keeps_its_command_line() -> None:
    assert "httpx._main" in loaded_by("import httpx\nimport reader.fetch.feeds")
