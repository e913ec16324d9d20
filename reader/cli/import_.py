"""``reader import``: notes come in, from our own exports and from other programs'."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.common import Command, Name, tell, write
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.model import Note
from reader.notes.importers import FORMATS
from reader.text import clean_line

__all__ = ["import_"]

LARGEST = 64 * 1024 * 1024
"""The largest file read, in bytes."""

EXAMPLES = """\b
reader import notes.json
reader import ~/Downloads/readwise-data.csv --dry-run
"""


@click.command("import", cls=Command, epilog=EXAMPLES)
@click.argument("file")
@click.option("--format", "form", type=Name(FORMATS, {}), help="What it is, if its content shall not tell.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and save nothing.")
@click.pass_obj
def import_(session: Session, file: str, form: str | None, dry_run: bool) -> int:
    """Take in notes, from our own JSON or from what another program exports; what is there already stays as it is.

    Read are our JSON, Web Annotations (JSON-LD), Hypothesis, Readwise (CSV), My Clippings, wallabag, Omnivore, Pocket
    and Instapaper, told by what is in FILE (- is standard input). Prints each article with how many notes came on it.
    """
    incoming, merged = session.desk.import_notes(_read(file), file, form, dry_run=dry_run)
    write("".join(f"{count}  {title}\n" for title, count in _by_title(merged.fresh)))
    tell(f"{file}: {line}" for line in incoming.failures)
    added = f"{_count(len(merged.fresh), 'note')} {'would be added' if dry_run else 'added'}"
    left = f", {_count(len(incoming.failures), 'row')} not taken" if incoming.failures else ""
    tell([f"{file}: {incoming.form}: {added}, {merged.known} there already{left}"])
    return Exit.FINDINGS if incoming.failures else Exit.DONE


def _by_title(notes: Sequence[Note]) -> list[tuple[str, int]]:
    """The articles in the order of the file."""
    return list(Counter(clean_line(note.title) or clean_line(note.address) or "Untitled" for note in notes).items())


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _read(file: str) -> bytes:
    """The bytes of the file, or of standard input."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as source:
                data = source.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{file}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise BadInput(f"{file}: is over {LARGEST >> 20} MB: give it in parts")
    return data
