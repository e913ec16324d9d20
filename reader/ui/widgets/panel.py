"""The side panel: five tabs over one list of rows."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from msgspec.structs import replace
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.text import cell_width
from reader.ui.keys import Command
from reader.ui.palette import Palette
from reader.ui.panel_rows import EMPTY, Shown, Tab, rows_of
from reader.ui.widgets.rows import RowList

__all__ = ["TABS", "SidePanel", "TabLine"]

TABS: tuple[tuple[Tab, str], ...] = (
    ("quotes", "Quotes"),
    ("speakers", "Speakers"),
    ("links", "Links"),
    ("notes", "Notes"),
    ("outline", "Outline"),
)


class TabLine(Widget):
    """The names of the tabs on one line, the open one bold, underlined and between brackets of space."""

    DEFAULT_CSS = "TabLine { height: 1; width: 1fr; }"

    class Pressed(Message):
        """A tab was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.tab: Tab = "quotes"
        self.counts: dict[Tab, int] = {}

    def show(self, tab: Tab, counts: dict[Tab, int]) -> None:
        """Set the open tab and how many rows each has."""
        self.tab, self.counts = tab, counts
        self.refresh()

    def _labels(self) -> list[tuple[Tab, str]]:
        """The labels that there is room for: with counts, the open one with its own, bare, the others cut.

        On a plain screen, where there is room enough, the open one is in brackets.
        """
        if self.palette.plain:
            return [(tab, f"[{label}]" if tab == self.tab else label) for tab, label in self._counted()]
        counted = dict(self._counted())
        for labels in (
            list(counted.items()),
            [(tab, counted[tab] if tab == self.tab else name) for tab, name in TABS],
            list(TABS),
        ):
            if sum(cell_width(label) + 2 for _, label in labels) <= self.size.width + 1:
                return labels
        if sum(cell_width(name) + 1 for _, name in TABS) <= self.size.width:
            return list(TABS)
        return [(tab, name if tab == self.tab else f"{name[:3]}…") for tab, name in TABS]

    def _counted(self) -> list[tuple[Tab, str]]:
        return [(tab, f"{name} {self.counts[tab]}" if self.counts.get(tab) else name) for tab, name in TABS]

    def _gap(self, labels: list[tuple[Tab, str]]) -> int:
        """Cells between two names: two, or one where that is all there is."""
        return 2 if sum(cell_width(label) + 2 for _, label in labels) <= self.size.width + 1 else 1

    def render_line(self, y: int) -> Strip:
        """The line."""
        labels = self._labels()
        segments, gap = [Segment(" ", self.palette.style("blank"))], " " * self._gap(labels)
        for tab, label in labels:
            looks = ("accent", "bold", "tab") if tab == self.tab else ("muted",)
            segments.append(Segment(label, self.palette.style("blank", *looks)))
            segments.append(Segment(gap, self.palette.style("blank")))
        return Strip(segments).adjust_cell_length(self.size.width, self.palette.style("blank"))

    def on_click(self, event: Click) -> None:
        """Open the tab under the mouse."""
        labels = self._labels()
        position, gap = 0, self._gap(labels)
        for tab, label in labels:
            position += cell_width(label) + gap
            if event.x <= position:
                self.post_message(self.Pressed(tab))
                return


class SidePanel(Vertical):
    """Lists what an article holds; the screen decides what picking and choosing mean."""

    DEFAULT_CSS = """
    SidePanel { width: 44; height: 1fr; border-left: vkey $line; background: $background; }
    """

    class Turned(Message):
        """Another tab was opened."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.tab: Tab = "quotes"
        self._shown = Shown()
        self._filter = ""
        self._keys: dict[Tab, Hashable] = {}
        self._tabs = TabLine(palette)
        self.rows = RowList(palette, id="panel-rows")

    def compose(self) -> ComposeResult:
        """The line of tabs over the rows."""
        yield self._tabs
        yield self.rows

    def show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Shown
        """Show what changed: any of the fields of ``Shown``."""
        self._shown = replace(self._shown, **changes)
        self._draw()

    def open_tab(self, tab: Tab) -> None:
        """Go to a tab; its cursor is where it was left."""
        if self.rows.key is not None:
            self._keys[self.tab] = self.rows.key
        if tab != self.tab:
            self._filter = ""
            self.post_message(self.Turned(tab))
        self.tab = tab
        self._draw(self._keys.get(tab))

    def filter(self, words: str) -> None:
        """Show only the rows with these words; an empty string shows all."""
        self._filter = words
        self._draw()

    @property
    def filtered(self) -> bool:
        """Whether a filter is on."""
        return bool(self._filter)

    def point_at(self, key: Hashable) -> None:
        """Follow the body: put the cursor on this row if the open tab has it."""
        self.rows.point_at(key)

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self._tabs.palette = palette
        self._tabs.refresh()
        self.rows.use(palette)

    def _draw(self, key: Hashable | None = None) -> None:
        shown = self._shown
        rows = rows_of(self.tab, shown, self._filter)
        empty = "No row has these words." if self._filter else EMPTY[self.tab]
        if not shown.attributed and self.tab in ("quotes", "speakers"):
            empty = "Looking for who said what …"
        self.rows.show(rows, key, empty=empty)
        speakers = {quotation.speaker for quotation in shown.quotations if quotation.speaker}
        counts = {
            "quotes": len(shown.quotations),
            "speakers": len(speakers),
            "links": len(shown.article.links),
            "notes": len(shown.notes),
        }
        self._tabs.show(self.tab, counts)

    def do_next_heading(self, command: Command) -> None:
        """The tab to the right, round past the last."""
        self._turn(command.count or 1)

    def do_previous_heading(self, command: Command) -> None:
        """The tab to the left."""
        self._turn(-(command.count or 1))

    def _turn(self, steps: int) -> None:
        names = [tab for tab, _ in TABS]
        self.open_tab(names[(names.index(self.tab) + steps) % len(names)])

    def do_sort(self, _command: Command) -> None:
        """Quotations by speaker, or in the order of the text."""
        self.show(by_speaker=not self._shown.by_speaker)
