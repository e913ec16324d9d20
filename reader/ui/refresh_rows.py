"""How a refresh went, as rows: what the user's rules tell of, what failed, and which feeds were left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.app.render.feeds import failures
from reader.ui.signs import FAILED, NO_SIGN, TOLD
from reader.ui.widgets.rows import Paragraph, Row

if TYPE_CHECKING:
    from reader.feeds.refresh import Report

__all__ = ["refresh_rows"]


def refresh_rows(report: Report) -> list[Row]:
    """A row for each thing to be told, under headings; none for a refresh without trouble."""
    waiting = [f"{result.name}: {result.failure}" for result in report.results if result.outcome == "waiting"]
    return [
        *_part("Your rules and articles tell", TOLD, "accent", report.notices),
        *_part("What failed", FAILED, "error", failures(report)),
        *_part("Not asked now, as their server said or did not answer", NO_SIGN, "", waiting),
    ]


def _part(title: str, sign: str, style: str, lines: Iterable[str]) -> list[Row]:
    rows = [
        Row((title, place), (Paragraph(((sign, style), (line, "")), limit=4, indent=2),))
        for place, line in enumerate(lines)
    ]
    return [Row(None, (Paragraph((("", ""),)), Paragraph(((title, "bold accent"),)))), *rows] if rows else []
