"""``reader import``: notes come in, and feeds, from our own exports and from other programs'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.common import Command, Name, OpenGroup, read_bytes, tell, write
from reader.cli.completing import files
from reader.cli.progress import bar
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
reader import feeds.opml
reader import newsboat
"""

_dry_run = click.option("--dry-run", is_flag=True, help="Say what would be taken, and save nothing.")


@click.group("import", cls=OpenGroup, epilog=EXAMPLES)
def import_() -> None:
    """Take in notes or feeds; what is there already stays as it is.

    `reader import FILE` tells by what is in the file (- is standard input). Notes: our JSON, Web Annotations (JSON-LD),
    Hypothesis, Readwise (CSV), My Clippings, wallabag, Omnivore, Pocket and Instapaper; --format NAME says which.
    Feeds: OPML. --dry-run says what would be taken, and saves nothing.
    """


@import_.command("file", hidden=True, cls=Command)
@click.argument("file", shell_complete=files)
@click.option("--format", "form", type=Name(FORMATS, {}), help="What it is, if its content shall not tell.")
@_dry_run
@click.pass_obj
def import_file(session: Session, file: str, form: str | None, dry_run: bool) -> int:
    """Take in notes or feeds, told by what is in FILE. Prints each article with how many notes came on it."""
    data = read_bytes(file, LARGEST)
    if form is None and _is_opml(data):
        return _take_opml(session, data, file, dry_run)
    incoming, merged = session.desk.import_notes(data, file, form, dry_run=dry_run)
    write("".join(f"{count}  {title}\n" for title, count in _by_title(merged.fresh)))
    tell(f"{file}: {line}" for line in incoming.failures)
    added = f"{counted(len(merged.fresh), 'note')} {_added(dry_run)}"
    left = f", {counted(len(incoming.failures), 'row')} not taken" if incoming.failures else ""
    tell([f"{file}: {incoming.form}: {added}, {merged.known} there already{left}"])
    return Exit.FINDINGS if incoming.failures else Exit.DONE


@import_.command("opml")
@click.argument("file", shell_complete=files)
@_dry_run
@click.pass_obj
def import_opml(session: Session, file: str, dry_run: bool) -> int:
    """Follow the feeds of an OPML list, folders and categories kept. Prints the name of each that is new."""
    return _take_opml(session, read_bytes(file, LARGEST), file, dry_run)


@import_.command("newsboat")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--trust-exec", is_flag=True, help="Take exec: and filter: too; they are run at each refresh.")
@_dry_run
@click.pass_obj
def import_newsboat(session: Session, folder: Path | None, trust_exec: bool, dry_run: bool) -> int:
    """Move over from newsboat: feeds, tags, searches, articles, what was read and flagged, what is ignored.

    Its files are looked for in FOLDER, else where newsboat keeps them. query: feeds become saved searches, a flag x the
    tag flag-x, ignore-article rules that hide and macros ours, in config.toml. Each line that has no like here is told.
    """
    from reader.app.feeds.newsboat import find_newsboat, import_newsboat

    files = find_newsboat(folder)
    with bar("articles") as progress:
        taken = import_newsboat(
            session.desk.feeds, session.paths, files, trust_commands=trust_exec, dry_run=dry_run, tell=progress
        )
    feeds = taken.feeds
    write("".join(f"{feed.name or feed.title or feed.url}\n" for feed in feeds.added))
    tell(f"{name}: is followed already" for name in feeds.known)
    tell(taken.left)
    tell([f"newsboat: {_figures(len(feeds.added), len(feeds.known), dry_run)}"])
    searches = len(feeds.searches)
    parts = [f"{searches} saved search{'' if searches == 1 else 'es'}", counted(len(taken.hidden), "rule")]
    parts.append(counted(taken.macros, "macro"))
    if not dry_run:
        parts.append(f"{counted(taken.articles, 'article')}, {taken.read} read, {taken.flagged} flagged")
    tell([f"newsboat: {', '.join(parts)}"])
    return Exit.DONE


def _is_opml(data: bytes) -> bool:
    from reader.feeds.opml import looks_like_opml

    return looks_like_opml(data)


def _take_opml(session: Session, data: bytes, file: str, dry_run: bool) -> int:
    """Follow what the list names; it is bad only when nothing of it could be taken."""
    from reader.app.feeds.lists import import_opml

    taken = import_opml(session.desk.feeds, data, clean_line(file), dry_run=dry_run)
    write("".join(f"{feed.name or feed.title or feed.url}\n" for feed in taken.added))
    tell(f"{file}: {name}: is followed already" for name in taken.known)
    tell(f"{file}: {line}" for line in taken.left)
    tell([f"{file}: opml: {_figures(len(taken.added), len(taken.known), dry_run)}"])
    return Exit.DONE if taken.added or taken.known else Exit.BAD_INPUT


def _figures(added: int, known: int, dry_run: bool) -> str:
    return f"{counted(added, 'feed')} {_added(dry_run)}, {known} followed already"


def _added(dry_run: bool) -> str:
    return "would be added" if dry_run else "added"


def _by_title(notes: Sequence[Note]) -> list[tuple[str, int]]:
    """The articles in the order of the file."""
    return list(Counter(clean_line(note.title) or clean_line(note.address) or "Untitled" for note in notes).items())
