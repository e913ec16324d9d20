"""Completing a tag from those in use, while several are typed in one field."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester

from reader.text import clean_line

__all__ = ["TagSuggester"]


class TagSuggester(Suggester):
    """Completes the last word of the field; the most used tag that begins so comes first."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = [clean_line(tag) for tag in tags]

    async def get_suggestion(self, value: str) -> str | None:
        """The whole value with its last word completed, None when no tag begins so."""
        last = value.replace(",", " ").replace("#", " ").rpartition(" ")[2]
        if not last:
            return None
        for tag in self._tags:
            if tag.casefold().startswith(last.casefold()) and len(tag) > len(last):
                return value + tag[len(last) :]
        return None
