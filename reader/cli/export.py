"""``reader export``: notes leave the program, each with the citation of its article, and so do feeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from reader.cli.common import Group, Name, filter_options, format_option, tell, write
from reader.cli.session import Session
from reader.cli.verify import evidence
from reader.errors import BadInput
from reader.model import Note
from reader.notes.export import ALIASES, FORMATS, GROUPS, format_of, select
from reader.notes.export.target import write as write_to
from reader.text import counted

__all__ = ["chosen_notes", "export"]

EXAMPLES = """\b
reader export notes > notes.md
reader export notes -o notes.csv --tag budget --since 2025-03-01
reader export notes --format obsidian -o ~/vault/News
reader export notes --group speaker --speaker Petrova
"""


@click.group(cls=Group)
def export() -> None:
    """Take your notes and feeds with you."""


@export.command("notes", epilog=EXAMPLES)
@format_option(FORMATS, None, ALIASES)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Write to this file (obsidian: folder)."
)
@click.option("--group", type=Name(GROUPS, {}), default="article", help="Put together by (markdown, org, html).")
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Markdown, in Jinja2.")
@filter_options
@click.pass_obj
def export_notes(
    session: Session,
    form: str | None,
    output: Path | None,
    group: str,
    template: Path | None,
    tags: Sequence[str],
    url: str,
    since: str,
    speaker: str,
) -> None:
    """Write your notes with their passages, speakers and citations.

    Without --format the ending of -o says how (.md .json .csv .jsonld .bib .ris .org .html …), else it is markdown.
    """
    chosen = form or (format_of(output) if output else None) or "markdown"
    notes = chosen_notes(session, tags, url, since, speaker)
    text = session.desk.export_notes(notes, chosen, output, group=group, template=template)
    tell(session.desk.problems)
    if output is None:
        write(text)
    else:
        tell([f"{output}: {len(notes)} note{'' if len(notes) == 1 else 's'} written"])


@export.command("opml", epilog="\b\nreader export opml -o feeds.opml\n")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.pass_obj
def export_opml(session: Session, output: Path | None) -> None:
    """Write the feeds that you follow as an OPML list, with folders and tags, for any other reader."""
    from reader.app.feeds.lists import export_opml

    text = export_opml(session.desk.feeds)
    if output is None:
        write(text)
        return
    write_to(output, text)
    tell([f"{output}: {counted(len(session.desk.feeds.feeds()), 'feed')} written"])


def chosen_notes(session: Session, tags: Sequence[str], url: str, since: str, speaker: str) -> list[Note]:
    """The notes that meet the options of ``filter_options``."""
    day = _since(since) if since else None
    return select(session.desk.all_notes(), tags=tags, url=url, since=day, speaker=speaker)


def _since(given: str) -> date | datetime:
    """A day, or an instant."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        raise BadInput(f"--since: {given[:40]!r} is not a date: write it as 2025-03-14") from None


export.add_command(evidence)
