"""``reader verify``, ``reader export evidence``: whether the stored page says what a note or quotation says it does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.common import Command, format_option, tell, write
from reader.cli.completing import notes
from reader.cli.progress import catch_up
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.text import counted

if TYPE_CHECKING:
    from reader.app.evidence.verify import Evidence

__all__ = ["evidence", "verify"]

EXAMPLES = """\b
reader verify 0d3f9c2a
reader verify 'nobody could promise us'
reader export evidence 0d3f9c2a -o evidence/
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("named", metavar="NOTE|QUOTE", shell_complete=notes)
@format_option(("table", "json"), "table")
@click.pass_obj
def verify(session: Session, named: str, form: str) -> int:
    """Check a note (by its id) or a quotation (by words of it) against the page that was kept when it was read.

    Prints the address, the time, the SHA-256 of the page's bytes, and the passage in its context. Exit 1 when the page
    does not have the passage, or is gone.
    """
    from reader.app.evidence.verify import Standing

    catch_up(session)
    found = session.desk.evidence.verify(named)
    write(_json(found) if form == "json" else _table(found))
    return Exit.DONE if found.standing is Standing.HELD else Exit.FINDINGS


@click.command("evidence", cls=Command, epilog=EXAMPLES)
@click.argument("named", metavar="NOTE|QUOTE...", nargs=-1, required=True, shell_complete=notes)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="The folder to put it in."
)
@click.pass_obj
def evidence(session: Session, named: tuple[str, ...], output: Path) -> int:
    """Write what a third party needs to check a passage: page, WARC, JSON and HTML card, hashes, and how to do it."""
    from reader.app.evidence.folder import write_evidence

    catch_up(session)
    written, missed = 0, []
    for one in named:
        try:
            folder = write_evidence(output, session.desk.evidence.verify(one))
        except BadInput as error:
            if len(named) == 1:
                raise
            missed.append(str(error))
        else:
            written += 1
            write(f"{folder}\n")
    tell([*missed, f"{counted(written, 'passage')} written"])
    return Exit.FINDINGS if missed else Exit.DONE


def _table(found: Evidence) -> str:
    rows = {
        found.what: found.id,
        "standing": str(found.standing) + (f": {found.why}" if found.why else ""),
        "said by": found.speaker,
        "title": found.title,
        "url": found.url,
        "fetched": found.fetched.isoformat() if found.fetched else "",
        "sha-256": found.sha256,
        "bytes": str(len(found.page)) if found.page is not None else "",
    }
    head = "".join(f"{name:10} {value}\n" for name, value in rows.items() if value)
    passage = f"[{found.passage}]" if found.passage else "(the whole page)"
    return f"{head}\n{found.before}{passage}{found.after}\n"


def _json(found: Evidence) -> str:
    record = {
        "what": found.what,
        "id": found.id,
        "standing": str(found.standing),
        "why": found.why or None,
        "passage": found.passage,
        "before": found.before,
        "after": found.after,
        "speaker": found.speaker or None,
        "title": found.title,
        "url": found.url,
        "fetched": found.fetched.isoformat() if found.fetched else None,
        "sha256": found.sha256 or None,
        "bytes": len(found.page) if found.page is not None else None,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
