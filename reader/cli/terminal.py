"""Output for a terminal, with rich: always from plain strings and spans, never from markup."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from rich.color import ColorSystem
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reader.app.reading import Reading
from reader.app.render.facts import byline
from reader.app.render.lines import Line, lay_out
from reader.app.render.quotes import attribution_of
from reader.model import Article
from reader.text import clean_typed

__all__ = ["print_article", "print_quotes"]

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "bright_red", "bright_cyan", "bright_magenta")


def print_article(article: Article, measure: int) -> None:
    """The article in at most ``measure`` columns."""
    console = _console()
    _print_lines(console, lay_out(article, min(measure, console.width)))


def print_quotes(reading: Reading) -> None:
    """A table of who said what, the speakers told apart by name and colour."""
    console, attribution = _console(), attribution_of(reading)
    colours = {one.id: _COLOURS[place % len(_COLOURS)] for place, one in enumerate(attribution.speakers)}
    _print_lines(console, [Line(reading.article.title, ((0, len(reading.article.title), "bold"),))])
    if about := byline(reading.article):
        _print_lines(console, [Line(about, ((0, len(about), "dim"),))])
    table = Table(show_edge=False, pad_edge=False, box=None, padding=(0, 2, 1, 0))
    table.add_column("Speaker", max_width=28)
    table.add_column("Quotation", ratio=1)
    for quotation in attribution.quotations:
        speaker = attribution.speaker(quotation.speaker)
        name = Text(speaker.name if speaker else "(nobody)", colours.get(quotation.speaker or "", "dim"))
        if speaker and speaker.role:
            name.append(f"\n{speaker.role}", "dim")
        table.add_row(name, Text(reading.article.text[quotation.start : quotation.end]))
    console.print(table)


def _console() -> Console:
    return Console(markup=False, emoji=False, highlight=False)


_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
_AT_ONCE = 1_000
"""Lines that are written together: a page of 50,000 paragraphs takes as long as its text does."""


def _print_lines(console: Console, lines: Iterable[Line]) -> None:
    written: list[str] = []
    for line in lines:
        written.append(_styled(console, line) + "\n")
        if len(written) == _AT_ONCE:
            console.file.write("".join(written))
            written.clear()
    console.file.write("".join(written))


def _styled(console: Console, line: Line) -> str:
    """A line with the codes of its styles; where some overlap, rich works it out."""
    if not line.styles:
        return clean_typed(line.text)
    spans = sorted(line.styles)
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        text = Text(line.text)
        for start, end, style in spans:
            text.stylize(style, start, end)
        with console.capture() as captured:
            console.print(text, soft_wrap=True, end="")
        return captured.get()
    parts, position = [], 0
    for start, end, name in spans:
        parts += [clean_typed(line.text[position:start]), _in_style(console, line.text[start:end], name)]
        position = end
    return "".join([*parts, clean_typed(line.text[position:])])


def _in_style(console: Console, text: str, name: str) -> str:
    style = console.get_style(name)
    system = _SYSTEMS.get(console.color_system or "")
    return (style.without_color if console.no_color else style).render(clean_typed(text), color_system=system)
