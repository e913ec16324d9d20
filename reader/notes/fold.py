"""Text as it is compared: case, white space, quotation marks and dashes folded, and its words with their places."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

__all__ = ["Folded", "fold"]

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\n\t\xa0\u2009\u202f", " "),
    }
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Folded:
    """A folded text. It is as long as the text that it was made of, so offsets in one are offsets in the other."""

    def __init__(self, text: str) -> None:
        plain = text.translate(_PLAIN)
        lower = plain.lower()
        if len(lower) != len(plain):  # a few letters, such as the dotted capital I, have a longer lower case
            lower = "".join(low if len(low := character.lower()) == 1 else character for character in plain)
        self.text = lower

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def words(self) -> list[str]:
        """The words in order."""
        return [match.group() for match in self._matches]

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each word starts."""
        return [match.start() for match in self._matches]

    @cached_property
    def ends(self) -> list[int]:
        """The offset at which each word ends, exclusive."""
        return [match.end() for match in self._matches]


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The folded form of a text; kept for the other notes of the same article."""
    return Folded(text)
