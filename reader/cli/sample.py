"""``reader sample``: what the engine is worth on your own corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reader.cli.common import Command, read_bytes, tell, write
from reader.cli.completing import files
from reader.cli.progress import catch_up
from reader.cli.session import Session
from reader.errors import BadInput
from reader.text import counted

if TYPE_CHECKING:
    from reader.app.judging import Judged

__all__ = ["sample"]

LARGEST = 50_000_000
EXAMPLES = """\b
reader sample 100 > sheet.csv             fill in the column right: y, n or ?
reader sample 100 --library 'site:example.org' --seed 7 > sheet.csv
reader sample --judged sheet.csv          precision, with its interval
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("number", metavar="[N]", type=click.IntRange(1, 100_000), required=False)
@click.option("--library", metavar="QUERY", default="", help="Of the stored articles that a search asks for.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same sample.")
@click.option("--judged", "filled", metavar="FILE.csv", shell_complete=files, help="Count a sheet that was filled in.")
@click.pass_obj
def sample(session: Session, number: int | None, library: str, seed: int, filled: str | None) -> None:
    """Draw a blind sample of quotations to judge, and print what it shows: the precision with its 95 % interval.

    Sites and degrees of confidence have their share of it, so that it stands for the whole; the sheet does not tell how
    sure the engine was. On the screen gj draws a sample, or goes on with a sheet, and saves each verdict at once.
    """
    from reader.app import judging

    if (number is None) == (filled is None):
        raise BadInput("reader sample: give a number to draw, or --judged with a sheet that was filled in")
    if filled is not None:
        write(_told(judging.judged(read_bytes(filled, LARGEST).decode("utf-8", "replace"), filled)))
        return
    catch_up(session)
    drawn = judging.draw(session.desk.book.articles(library), number or 0, seed)
    write(judging.sheet(drawn))
    if len(drawn) < (number or 0):
        tell([f"only {counted(len(drawn), 'quotation')} with a speaker: all of them are in the sheet"])


def _told(found: Judged) -> str:
    low, high = found.bounds
    told = found.right + found.wrong
    return (
        f"judged {told}: {found.right} right, {found.wrong} wrong, {found.unclear} unclear, {found.open} open\n"
        f"precision {found.precision:.1%} (95 % interval {low:.1%} to {high:.1%}, Wilson)\n"
        if told
        else f"nothing judged yet: {found.unclear} unclear, {found.open} open\n"
    )
