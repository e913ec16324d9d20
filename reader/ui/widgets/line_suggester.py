"""Completing a command line from the lines that it may become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.suggester import Suggester

from reader.text import clean_line

__all__ = ["LineSuggester"]


class LineSuggester(Suggester):
    """Offers the first line that what is typed may become."""

    def __init__(self, completions: Callable[[str], Sequence[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completions = completions

    async def get_suggestion(self, value: str) -> str | None:
        """That line, None when there is none or nothing was typed."""
        if not value.strip():
            return None
        found = next(iter(self._completions(value)), None)
        return None if found is None else value + clean_line(found)[len(value) :]
