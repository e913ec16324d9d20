"""The one opener of links: http and https only, one argument, no shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

from reader.errors import BadInput
from reader.hosts import spelled_out
from reader.text import clean_line

__all__ = ["can_show", "open_address"]


def can_show(command: str = "") -> bool:
    """Whether there is a display, or a command of the user's, that could show a page."""
    return bool(command) or sys.platform == "darwin" or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def open_address(address: str, command: str = "") -> None:
    """Open an address in the user's browser, or with the user's own ``command`` (``open_command``).

    BadInput when it is no http(s) address or the command cannot be started.
    """
    named, address = address, spelled_out(address)
    if not address:
        raise BadInput(f"{clean_line(named) or 'this'}: not a web address, so there is nothing to open in a browser")
    if command:
        argv = [*shlex.split(command), address]
    else:
        import webbrowser

        if not webbrowser.open(address):
            raise BadInput(f"{address}: no browser was found: set open_command in config.toml")
        return
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(argv, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - the user's
    except OSError as error:
        raise BadInput(f"{argv[0]}: cannot be started ({error.strerror}): see open_command in config.toml") from error
