"""``reader import``: notes come in, from our own exports and from other programs'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from reader.cli.common import Command, Name, read_bytes, tell, write
from reader.cli.session import Session
from reader.errors import Exit
from reader.model import Note
from reader.notes.importers import FORMATS
from reader.text import clean_line, counted

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
    incoming, merged = session.desk.import_notes(read_bytes(file, LARGEST), file, form, dry_run=dry_run)
    write("".join(f"{count}  {title}\n" for title, count in _by_title(merged.fresh)))
    tell(f"{file}: {line}" for line in incoming.failures)
    added = f"{counted(len(merged.fresh), 'note')} {'would be added' if dry_run else 'added'}"
    left = f", {counted(len(incoming.failures), 'row')} not taken" if incoming.failures else ""
    tell([f"{file}: {incoming.form}: {added}, {merged.known} there already{left}"])
    return Exit.FINDINGS if incoming.failures else Exit.DONE


def _by_title(notes: Sequence[Note]) -> list[tuple[str, int]]:
    """The articles in the order of the file."""
    return list(Counter(clean_line(note.title) or clean_line(note.address) or "Untitled" for note in notes).items())
