"""What one call of the program carries from its options to its commands."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reader.paths import Paths, find_paths

if TYPE_CHECKING:
    from reader.app.desk import Desk

__all__ = ["Session", "is_served"]


def is_served() -> bool:
    """Whether the screen is a browser's, through ``reader serve``, and not a terminal's."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


class Session(Struct, dict=True):
    """The options that hold for every command, the desk made from them, and the way to the other face.

    ``open_ui`` is given the desk and what to open (None for the library) and returns when the user quits.
    """

    open_ui: Callable[[Desk, str | None], int]
    home: str | None = None
    store: Path | None = None
    allow: list[str] = field(default_factory=list)
    plain: bool = False

    @property
    def paths(self) -> Paths:
        """Where files live for this call."""
        return find_paths(self.home)

    @cached_property
    def desk(self) -> Desk:
        """The desk, made when a command first needs it."""
        from reader.app.desk import Desk

        return Desk(self.paths, store=self.store, allow=self.allow, plain=self.plain)

    def close(self) -> None:
        """Close the desk, if it was made, and tell of the hooks that failed."""
        if "desk" in self.__dict__:
            self.desk.close()
            if self.desk.hooks.failures:
                from reader.cli.common import tell

                tell(self.desk.hooks.failures)
