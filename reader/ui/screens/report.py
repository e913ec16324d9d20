"""A list to look through, each row of which may lead to a place in an article: what changed, who else has the words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from textual.app import ComposeResult
from textual.events import Mount

from reader.actions import Place
from reader.ui.screens.base import KeyedScreen
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.rows import Row, RowList

__all__ = ["ReportScreen"]


class ReportScreen(KeyedScreen):
    """Shows rows that others made; ``chosen`` is told the key of the row that Enter was pressed on."""

    PLACE = Place.REPORT

    def __init__(
        self, title: str, rows: Sequence[Row], chosen: Callable[[Hashable], None], *, figures: str = "", empty: str = ""
    ) -> None:
        super().__init__()
        self._title, self._made, self._chosen, self._figures, self._empty = title, rows, chosen, figures, empty

    def compose(self) -> ComposeResult:
        """Top line, rows, hints and messages."""
        self.top_bar = TopBar()
        self.rows = RowList(self.reader_app.palette, empty=self._empty, id="report-rows")
        yield self.top_bar
        yield self.rows
        yield self.foot

    def on_mount(self, _event: Mount) -> None:
        """Show the rows."""
        self.top_bar.show(self._title, self._figures)
        self.rows.show(list(self._made), empty=self._empty)
        self.rows.focus()

    def use_palette(self) -> None:
        """Draw in another theme."""
        self.rows.use(self.reader_app.palette)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Let the owner do what the row stands for."""
        self._chosen(event.key)
