"""``reader notes sync-folder``: the notes of several machines, exchanged through a folder."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.common import Command, tell, write
from reader.cli.session import Session
from reader.errors import BadInput, Exit

__all__ = ["sync_folder"]


@click.command("sync-folder", cls=Command)
@click.argument("path", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@click.option("--off", is_flag=True, help="Exchange no more; the notes and the folder stay as they are.")
@click.pass_context
def sync_folder(context: click.Context, path: Path | None, off: bool) -> None:
    """Keep the notes of several machines the same, through a folder that your file syncer carries.

    The journals are in PATH/notes.d, one a machine: say the same on each of them. With no PATH it exchanges now and
    says how things stand. A note whose text was edited on two machines keeps both versions.
    """
    session: Session = context.obj
    if session.store is not None:
        raise BadInput("notes sync-folder: only the notes of your home are exchanged: leave --store out")
    if off:
        if path is not None:
            raise BadInput("notes sync-folder: give a PATH or --off, not both")
        session.desk.save_setting("sync_folder", "")
        write("off: the notes stay on this machine\n")
        return
    done = session.desk.sync_notes(path)
    tell(session.desk.problems)
    if done is None:
        write("off: name a folder to exchange notes with other machines\n")
        return
    machines = "1 machine" if done.devices == 1 else f"{done.devices} machines"
    write(f"on: {done.folder} ({machines}): sent {done.sent}, received {done.received}\n")
    if session.desk.problems:
        context.exit(Exit.FINDINGS)
