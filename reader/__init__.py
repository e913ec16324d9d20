"""reader: a terminal news reader that shows who said what and keeps what you think about it."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
