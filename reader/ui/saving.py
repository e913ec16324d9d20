"""Saving so that a failure loses nothing of what was written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.app.desk import Desk

__all__ = ["kept_until_saved"]


def kept_until_saved(desk: Desk, save: Callable[[], None], draft: str, body: str) -> Callable[[], None]:
    """The job of saving a note: once saved its draft goes; when it fails the text is put away as one.

    ``draft`` is the key of the draft, ``""`` for what was not written in an editor.
    """

    def job() -> None:
        try:
            save()
        except ReaderError:
            if draft:
                with suppress(ReaderError):  # the first trouble is the one to tell
                    desk.save_draft(draft, body)
            raise
        if draft:
            desk.drop_draft(draft)

    return job
