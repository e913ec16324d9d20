"""``reader refresh`` and ``reader feeds``: what is new, and how each feed fares."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from reader.cli import completing
from reader.cli.common import Command, tell, write
from reader.cli.progress import bar
from reader.cli.session import Session
from reader.errors import Exit

if TYPE_CHECKING:
    from reader.app.feeds import Progress, Report

__all__ = ["feeds", "refresh"]

SHORTEST, LONGEST = 60.0, 900.0
"""Seconds between two looks at whose turn it is."""
_MADE_BEFORE_CYCLES = 20_000
"""Objects made between two looks for cycles: entries make thousands that live until they are stored, and no cycles.
With Python's own 700 the looking takes a tenth of a large refresh."""
EXAMPLES = """\b
reader refresh
reader refresh "The Tide" --json
*/15 * * * * reader refresh --due
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("named", metavar="[FEED]...", nargs=-1, shell_complete=completing.feeds)
@click.option("--due", is_flag=True, help="Only feeds whose turn it is: for a timer such as cron.")
@click.option("--watch", is_flag=True, help="Go on, feed by feed as its turn comes, until ended.")
@click.option("--json", "as_json", is_flag=True, help="How it went, as one line of JSON a refresh.")
@click.pass_obj
def refresh(session: Session, named: tuple[str, ...], due: bool, watch: bool, as_json: bool) -> int:
    """Fetch what is new in your feeds, or in those that you name by key, name or address.

    It may run while reader is open. Failures are a line each on stderr, and exit code 1.
    """
    from reader.app.render.feeds import failures

    gc.set_threshold(_MADE_BEFORE_CYCLES, 20, 50)
    chosen = [session.desk.feeds.feed(name).key for name in named] if named else None
    while True:
        report = _refreshed(session, chosen, due or watch)
        _print(session, report, as_json)
        if not watch:
            return Exit.FINDINGS if failures(report) else Exit.DONE
        time.sleep(_pause(session, time.time))


def _refreshed(session: Session, chosen: list[int] | None, due: bool) -> Report:
    with bar("refreshing") as drawn:  # feeds first, then the full texts

        def progress(step: Progress) -> None:
            drawn(step.done, step.total)

        return session.desk.feeds.refresh(chosen, progress=progress, due=due)


def _print(session: Session, report: Report, as_json: bool) -> None:
    from reader.app.render.feeds import failures, report_json, report_line

    if as_json:
        write(report_json(report))
    else:
        write("".join(f"{line}\n" for line in report.notices) + report_line(report))
    tell([*session.desk.problems, *failures(report)])


def _pause(session: Session, clock: Callable[[], float]) -> float:
    """Seconds until the next feed's turn, within bounds."""
    turns = [feed.next_check.timestamp() for feed in session.desk.feeds.feeds() if feed.next_check and not feed.gone]
    return min(max(min(turns, default=0.0) - clock(), SHORTEST), LONGEST)


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Every field of every feed.")
@click.pass_obj
def feeds(session: Session, as_json: bool) -> None:
    """List the feeds that you follow: unread entries, folder, when each was asked and what is wrong with it."""
    from reader.app.render.feeds import feeds_json, feeds_table
    from reader.library.feed_records import SourceKind

    rows = session.desk.feeds.feeds()
    places = {place.key: place for place in session.desk.feeds.sources() if place.kind is SourceKind.FEED}
    if not rows and not as_json:
        write("no feeds yet: reader add URL follows one\n")
    else:
        write((feeds_json if as_json else feeds_table)(rows, places))
