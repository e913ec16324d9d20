"""``reader check``: whether a draft's quotations are what was said."""

from __future__ import annotations

import click

from reader.app.render.check import FORMATS
from reader.cli.common import Command, format_option, tell, write
from reader.cli.completing import files
from reader.cli.progress import bar
from reader.cli.session import Session
from reader.errors import Exit

__all__ = ["check"]

EXAMPLES = """\b
reader check draft.md
reader check draft.md --fetch            read what the draft links to first
pandoc draft.docx -t markdown | reader check - --format markdown > report.md
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("draft", metavar="FILE|-", shell_complete=files)
@format_option(FORMATS, "table")
@click.option("--fetch", is_flag=True, help="Read the articles that the draft links to first.")
@click.pass_obj
def check(session: Session, draft: str, form: str, fetch: bool) -> int:
    """Hold every quotation of a draft against all that you have read.

    Each is exact, altered (its changes shown), misattributed, out of context? (cut from within a negation or
    condition), unsure (another speaker, but nobody confirmed who), or unknown. Exit 1 when one is altered or
    misattributed.
    """
    with bar("reading") as progress:
        report = session.desk.book.check(draft, fetch=fetch, progress=lambda step: progress(step.done, step.of))
    tell([*session.desk.problems, *report.problems])
    write(FORMATS[form](report))
    return Exit.FINDINGS if report.is_wrong else Exit.DONE
