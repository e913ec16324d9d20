"""``reader diff``: what changed in an article since it was fetched."""

from __future__ import annotations

import click

from reader.app.versions import Looked
from reader.cli.common import Command, format_option, tell, write
from reader.cli.progress import bar
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.text import counted

__all__ = ["diff"]

FORMATS = ("table", "json", "markdown")
EXAMPLES = """\b
reader diff https://example.org/story              fetch it anew, and what changed
reader diff https://example.org/story --history    what changed before, offline
reader diff --all --noted                          all articles that you have notes on
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("url", required=False)
@click.option("--all", "all_", is_flag=True, help="Every stored article of the web.")
@click.option("--noted", is_flag=True, help="With --all: only those that you have notes on.")
@click.option("--history", is_flag=True, help="From each kept version to the next, without the network.")
@format_option(FORMATS, "table")
@click.pass_obj
def diff(session: Session, url: str | None, all_: bool, noted: bool, history: bool, form: str) -> int:
    """Fetch an article anew and print what changed: words, quotations, and which of your notes are touched.

    Every version is kept, its raw page too. Exit 1 when an article could not be fetched; with --all the others are
    looked at all the same.
    """
    if bool(url) == all_:
        raise BadInput("reader diff: name one article, or --all")
    if noted and not all_:
        raise BadInput("reader diff: --noted narrows --all: give both")
    looked = _all(session, noted) if all_ else _one(session, str(url), history)
    tell(session.desk.problems)
    from reader.app.render import diff as render

    failed = [one for one in looked if one.problem]
    if all_:
        tell(f"{one.address}: {one.problem}" if one.address not in one.problem else one.problem for one in failed)
        changed = [one for one in looked if one.difference]
        if form == "table":
            write(render.diff_table(changed) if changed else "")
            write(f"{counted(len(looked), 'article')} looked at, {len(changed)} changed, {len(failed)} failed\n")
            return Exit.FINDINGS if failed else Exit.DONE
    write(render.FORMATS[form](looked))
    return Exit.FINDINGS if failed else Exit.DONE


def _all(session: Session, noted: bool) -> list[Looked]:
    looked = []
    with bar("looking") as progress:
        for one in session.desk.versions.all(noted=noted):
            looked.append(one)
            progress(len(looked), 0)
    return looked


def _one(session: Session, url: str, history: bool) -> list[Looked]:
    if history:
        steps = session.desk.versions.history(url)
        return [Looked(url, step.after.article.title, step) for step in steps] or [
            Looked(url, url, problem="no earlier version is kept: it has not changed since it was read first")
        ]
    reading, found = session.desk.versions.refetch(url)
    return [Looked(reading.address, reading.article.title, found)]
