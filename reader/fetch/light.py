"""httpx without its own command line, which loads rich's printing and pygments: a tenth of a second at every start.

httpx does without it by itself where those are not installed. Here they are, as the screens need them.
"""

from __future__ import annotations

import sys

__all__ = ["httpx"]

_COMMAND_LINE = "httpx._main"

_modules: dict[str, object] = sys.modules  # type: ignore[assignment]  # None says: not to be had
_kept_out = "httpx" not in _modules
if _kept_out:
    _modules[_COMMAND_LINE] = None

import httpx  # noqa: E402 - only now

if _kept_out:
    del _modules[_COMMAND_LINE]
