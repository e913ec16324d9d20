"""The command line: one small file a command group, over the use cases of ``reader.app``.

The door is ``run``; click is imported only when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.session import Session

__all__ = ["run"]


def run(arguments: Sequence[str], session: Session) -> int:
    """Do what the arguments say and return the exit code; a wrong word in them raises BadInput, one line."""
    from reader.cli.root import run_click

    return run_click(list(arguments), session)
