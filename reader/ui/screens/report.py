"""A list to look through, each row of which may lead to a place in an article: what changed, who else has the words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from textual.events import Mount

from reader.actions import Place
from reader.ui.screens.one_list import OneList
from reader.ui.widgets.rows import Row, RowList

__all__ = ["ReportScreen"]


class ReportScreen(OneList):
    """Shows rows that others made; ``chosen`` is told the key of the row that Enter was pressed on."""

    PLACE = Place.REPORT
    ROWS = "report-rows"

    def __init__(
        self,
        title: str,
        rows: Sequence[Row],
        chosen: Callable[[Hashable], None],
        *,
        figures: str = "",
        empty: str = "",
        at: Hashable = None,
    ) -> None:
        super().__init__()
        self._at = at
        self._title, self._made, self._chosen, self._figures, self._empty = title, rows, chosen, figures, empty

    def on_mount(self, _event: Mount) -> None:
        """Show the rows."""
        self.top_bar.show(self._title, self._figures)
        self.rows.show(list(self._made), self._at, empty=self._empty)
        self.rows.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Let the owner do what the row stands for."""
        self._chosen(event.key)
