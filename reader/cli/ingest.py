"""``reader ingest``: many articles at once."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.common import Command, read_bytes, tell, write
from reader.cli.completing import files
from reader.cli.progress import bar
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.text import clean_line, counted

__all__ = ["ingest"]

LARGEST = 10_000_000
EXAMPLES = """\b
reader ingest corpus/ --meta corpus/meta.csv
reader ingest addresses.txt
reader ingest crawl.warc.gz
xclip -o | reader ingest - --url https://example.org/story
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("paths", metavar="PATH|URL|-...", nargs=-1, required=True, shell_complete=files)
@click.option("--url", default="", metavar="URL", help="Where the page on standard input is from.")
@click.option(
    "--meta", metavar="FILE.csv", shell_complete=files, help="Facts of your own: a table with file,url,title,date."
)
@click.pass_obj
def ingest(session: Session, paths: tuple[str, ...], url: str, meta: str | None) -> int:
    """Take in folders of pages, lists of addresses, WARC files and single pages, with who said what in them.

    Run it again after a stop: what is stored with the same bytes is passed over. What cannot be taken is printed as
    tab-separated values: its name, and why. Exit 1 when there is any.
    """
    from reader.app.ingest.items import items_of, read_meta

    if url and "-" not in paths:
        raise BadInput("reader ingest: --url says where the page on standard input is from: name - as well")
    facts = {}
    if meta is not None:
        text = read_bytes(meta, LARGEST).decode("utf-8", "replace")
        facts = read_meta(text, meta, Path(meta).parent if meta != "-" else Path())
    stdin = read_bytes("-", LARGEST) if "-" in paths else b""
    taken = known = failed = 0
    with bar("taking in") as progress:
        for one in session.desk.ingest(items_of(paths, stdin, url, facts)):
            taken += one.taken
            known += not one.taken and not one.problem
            failed += bool(one.problem)
            if one.problem:
                write(f"{_cell(one.item.name)}\t{_cell(one.problem)}\n")
            progress(taken + known + failed, 0)
    said = f"{counted(taken, 'article')} taken in, {known} known already, {failed} not taken"
    tell([*session.desk.problems, said])
    return Exit.FINDINGS if failed else Exit.DONE


def _cell(text: str) -> str:
    return clean_line(text).replace("\t", " ")
