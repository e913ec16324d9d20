"""``reader serve`` as a process of its own, on a free port."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("textual_serve", reason="textual-serve is not installed: pip install 'reader-tui[serve]'")


@pytest.fixture
def served(home):
    """The address of the demo article in a browser."""
    command = [sys.executable, "-m", "reader", "serve", "demo", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(30) == 0
