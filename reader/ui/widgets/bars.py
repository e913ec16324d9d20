"""The lines at the edges of a screen: what is open at the top, keys and messages at the bottom."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from reader.text import cell_width, clean_line, elide
from reader.ui.signs import FAILED, PASSING, is_plain, said, spoken

__all__ = ["Foot", "HintBar", "MessageBar", "TopBar"]


LONGEST = 240
"""Characters of a message; a longer one, as with a very long address, loses its middle."""


class TopBar(Static):
    """One line: where one is on the left, figures on the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._left, self._right, self._sign = "", "", ""

    def show(self, left: str, right: str = "") -> None:
        """Set both sides; the left one gives way."""
        self._left, self._right = left, right
        self._draw()

    def sign(self, sign: str) -> None:
        """Set what stands out beside the left side: a star, *summary*, *offline*; ``""`` for nothing."""
        if sign != self._sign:
            self._sign = sign
            self._draw()

    def on_resize(self) -> None:
        """Fit both sides to the new width."""
        self._draw()

    def _draw(self) -> None:
        width, plain = self.size.width, is_plain(self)
        right = elide(spoken(self._right, plain), max(0, width - 12))
        sign = f"  {said(self._sign, plain)}" if self._sign else ""
        left = elide(spoken(self._left, plain), max(0, width - cell_width(right) - cell_width(sign) - 2))
        gap = "  " if plain else " " * max(1, width - cell_width(left) - cell_width(sign) - cell_width(right))
        self.update(Content.assemble((left, "bold"), (sign, "bold $warning"), gap, (right, "$muted")), layout=False)


class HintBar(Static):
    """One line: the keys that work here, or what may follow a half-typed sequence; the place on the right."""

    DEFAULT_CSS = """
    HintBar { height: 1; background: $panel; color: $muted; padding: 0 1; }
    HintBar.-whole { height: auto; }
    """

    class Chosen(Message):
        """A key was clicked."""

        def __init__(self, keys: str) -> None:
            super().__init__()
            self.keys = keys

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._hints: Sequence[tuple[str, str]] = ()
        self._shown: Sequence[tuple[str, str]] = ()
        self._whole = False
        self._right = ""

    def show(self, hints: Sequence[tuple[str, str]], *, whole: bool = False) -> None:
        """Set the keys and what each does: as many as fit on a line, or the whole of them in columns."""
        self._hints, self._whole = hints, whole
        self.set_class(whole, "-whole")
        self._draw()

    def show_place(self, right: str) -> None:
        """Set the right side: where one is in the article or list."""
        if right != self._right:
            self._right = right
            self._draw()

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        at = event.get_content_offset(self)
        shown = None if at is None else self._hint_at(*at)
        if shown is not None and shown[1] != "…":
            self.post_message(self.Chosen(shown[0]))

    def _hint_at(self, x: int, y: int) -> tuple[str, str] | None:
        if self._whole:
            wide = max(map(_cells, self._hints), default=1)
            across = 1 if is_plain(self) else max(1, self.size.width // wide)
            place = y * across + x // wide
            return self._hints[place] if x < across * wide and place < len(self._hints) else None
        ends = itertools.accumulate(map(_cells, self._shown))
        return next((hint for hint, end in zip(self._shown, ends, strict=True) if x < end - 2), None)

    def on_resize(self) -> None:
        """Fit as many keys as there is room for."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        if self._whole:
            self.update(_in_columns(self._hints, 1 if is_plain(self) else width))
            return
        room = width - cell_width(self._right) - 1
        parts: list[tuple[str, str] | str] = []
        used, last = 0, self._hints[-1:]
        kept = sum(_cells(hint) for hint in last)
        self._shown = [*_that_fit(self._hints[:-1], room - kept), *(last if kept <= room else ())]
        for hint in self._shown:
            parts += [(hint[0], "bold $accent"), f" {hint[1]}  "]
            used += _cells(hint)
        right = spoken(self._right, is_plain(self))
        gap = "" if is_plain(self) else " " * max(1, width - used - cell_width(right))
        self.update(Content.assemble(*parts, gap, (right, "$muted")), layout=False)


def _in_columns(hints: Sequence[tuple[str, str]], width: int) -> Content:
    """All hints, row by row, in columns as wide as the widest needs."""
    wide = max(map(_cells, hints), default=1)
    across = max(1, width // wide)
    parts: list[tuple[str, str] | str] = []
    for place, hint in enumerate(hints, 1):
        end = "\n" if place % across == 0 and place < len(hints) else " " * (wide - _cells(hint) + 2)
        parts += [(hint[0], "bold $accent"), f" {hint[1]}{end}"]
    return Content.assemble(*parts)


def _cells(hint: tuple[str, str]) -> int:
    return cell_width(hint[0]) + cell_width(hint[1]) + 3


def _that_fit(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """As many of the first hints as there is room for; the last of all, help, has its place kept."""
    widths = itertools.accumulate(map(_cells, hints))
    return [hint for hint, width in zip(hints, widths, strict=True) if width <= room]


class MessageBar(Static):
    """A word to the person above the hints; hidden while there is none. Errors stay until Esc or the next word."""

    DEFAULT_CSS = """
    MessageBar { height: auto; max-height: 4; padding: 0 1; display: none; background: $surface; }
    MessageBar.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._stays = False

    def say(self, words: str, *, error: bool = False) -> None:
        """Show one line of ours or of an error; an error is marked as one and stays."""
        self._stays = error
        plain = is_plain(self)
        sign = (said(FAILED, plain), "bold $error") if error else (said(PASSING, plain), "$accent")
        line = spoken(clean_line(words), plain)
        if len(line) > LONGEST:  # both ends tell: what it is about, and why
            line = f"{line[: LONGEST // 3]} … {line[-2 * LONGEST // 3 :]}"
        self.update(Content.assemble(sign, line))
        self.add_class("-shown")

    @property
    def shown(self) -> bool:
        """Whether there is a word."""
        return self.has_class("-shown")

    def settle(self, *, all_: bool = False) -> None:
        """Take away what has been read: a passing word at the next key, an error only with ``all_``."""
        if all_ or not self._stays:
            self._stays = False
            self.remove_class("-shown")


class ProgressBar(Static):
    """One line above the hints: how far a long work is, what has come of it, and what stops it."""

    DEFAULT_CSS = """
    ProgressBar { height: 1; padding: 0 1; background: $surface; }
    """
    WIDTH = 24

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, done: int, total: int, words: str, stop: str) -> None:
        """Show ``done`` of ``total``; ``stop`` is the key that stops it."""
        filled = self.WIDTH * min(done, total) // total if total else 0
        bar = () if is_plain(self) else (("━" * filled, "$accent"), (f"{'─' * (self.WIDTH - filled)}  ", "$line"))
        told = spoken(f"{done:,} of {total:,}" + (f" · {words}" if words else ""), is_plain(self))
        self.update(Content.assemble(*bar, told, (f"   {stop} stops", "$muted")), layout=False)


class Foot(Vertical):
    """The bottom of a screen: the message, when there is one, over the hints."""

    DEFAULT_CSS = """
    Foot { dock: bottom; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.hints = HintBar()
        self._progress: ProgressBar | None = None

    def compose(self) -> ComposeResult:
        """One over the other."""
        yield self.message
        yield self.hints

    def show_progress(self, done: int, total: int, words: str, stop: str) -> None:
        """Show how far a long work is."""
        if self._progress is None:
            self._progress = ProgressBar()
            self.mount(self._progress, before=self.hints)
        self._progress.display = True
        self._progress.show(done, total, words, stop)

    def end_progress(self) -> None:
        """The work has ended."""
        if self._progress is not None:
            self._progress.display = False
