"""The tour of the article that ships: five things to do, one after another, and whether it was taken already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.errors import BadInput
from reader.paths import replace_file

__all__ = ["STEPS", "Step", "Tour", "step_after"]

NOTED = "noted"
"""What happens when a note was saved, which is no action of its own: the editor may be left again."""


@dataclass(frozen=True)
class Step:
    """One thing to do: what the strip says, with the names of actions in braces, and what counts as done."""

    words: str
    done: frozenset[str]


STEPS = (
    Step("{next_quotation} goes to the next quotation", frozenset({"next_quotation", "previous_quotation"})),
    Step("{why} tells who says it, and by which words", frozenset({"why"})),
    Step("{note} writes a note on it; {save_note} saves", frozenset({NOTED})),
    Step("{quotes_tab} lists every quotation; {open} goes to one", frozenset({"quotes_tab"})),
    Step("{help} shows every key; {cancel} comes back", frozenset({"help"})),
)
THE_END = "That was the tour. {export} exports notes, {back} goes back"


def step_after(place: int, happened: str) -> int:
    """The place in ``STEPS`` of the step to show, after an action was done (or ``NOTED``); their number at the end."""
    return place + (place < len(STEPS) and happened in STEPS[place].done)


class Tour:
    """Remembers in a file of the state that the tour was taken or left, so that it is offered once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def taken(self) -> bool:
        """Whether it was taken to its end, or left."""
        return self._path.exists()

    def end(self) -> None:
        """Offer it no more; BadInput when that cannot be remembered."""
        try:
            replace_file(self._path, b"", durable=False)
        except OSError as error:
            raise BadInput(f"{self._path}: cannot be written, so the tour will come again: {error.strerror}") from error

    def offer(self) -> None:
        """Offer it again, the next time the article is opened."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise BadInput(f"{self._path}: cannot be removed, so the tour stays away: {error.strerror}") from error
