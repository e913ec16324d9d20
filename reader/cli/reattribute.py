"""``reader reattribute``: after an upgrade, who said what in every stored article, and what is new about it."""

from __future__ import annotations

import click

from reader.cli.common import Command, tell, write
from reader.cli.session import Session
from reader.text import counted

__all__ = ["reattribute"]


@click.command(cls=Command)
@click.pass_obj
def reattribute(session: Session) -> None:
    """Work out anew who said what in the stored articles that an earlier version did, and print what changed.

    Your corrections stay; they are laid over whatever is found.
    """
    done = changed = 0
    for recent, changes in session.desk.reattribute():
        done += 1
        if changes:
            changed += 1
            write("\n".join([f"{recent.title or recent.source}", *(f"  {change}" for change in changes)]) + "\n")
    tell(session.desk.problems)
    write(f"{counted(done, 'article')} attributed anew, {changed} of them changed\n" if done else "nothing to do\n")
