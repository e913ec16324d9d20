"""Copying: through the terminal (OSC 52), and with the system's own tool where a display is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

__all__ = ["copy_with_system"]

_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)


def copy_with_system(text: str) -> bool:
    """Hand the text to the system's clipboard tool; False when there is none or it failed."""
    tools = [list(argv) for variable, argv in _TOOLS if os.environ.get(variable)]
    if sys.platform == "darwin":
        tools.insert(0, ["pbcopy"])
    for argv in tools:
        if found := shutil.which(argv[0]):
            command = [found, *argv[1:]]
            try:
                subprocess.run(command, input=text.encode(), check=True, timeout=5, capture_output=False)  # noqa: S603
            except (OSError, subprocess.SubprocessError):
                continue
            return True
    return False
