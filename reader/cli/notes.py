"""``reader notes``: the notes, listed, shown, added, searched and removed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reader.app.render.table import columns
from reader.cli import completing
from reader.cli.common import Group, filter_options, format_option, open_article, read_bytes, tell, write
from reader.cli.export import chosen_notes
from reader.cli.session import Session
from reader.cli.sync_folder import sync_folder
from reader.errors import BadInput, Exit
from reader.model import Note
from reader.notes.export import ALIASES, FORMATS
from reader.text import clean_line

__all__ = ["notes"]

LARGEST = 10 * 1024 * 1024
"""The largest file of notes read, in bytes."""

EXAMPLES = """\b
reader notes list --tag budget
reader notes add story.html --quote "words of the article" --note "What I think"
reader notes show 3f9c2a1b
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def notes(context: click.Context) -> None:
    """List, show, add, search, remove or repair your notes; alone it lists them."""
    if context.invoked_subcommand is None:
        context.invoke(list_notes)


notes.add_command(sync_folder)


@notes.command("list")
@format_option(("table", *FORMATS), "table", ALIASES)
@filter_options
@click.pass_obj
def list_notes(
    session: Session,
    form: str = "table",
    tags: Sequence[str] = (),
    url: str = "",
    since: str = "",
    speaker: str = "",
) -> None:
    """List your notes, the oldest first."""
    _print(session, chosen_notes(session, tags, url, since, speaker), form)


@notes.command()
@click.argument("words", nargs=-1, required=True)
@format_option(("table", *FORMATS), "table", ALIASES)
@click.pass_obj
def search(session: Session, words: Sequence[str], form: str) -> None:
    """List the notes that have all these words, in the note, its passage, speaker, tags or title."""
    wanted = [word.casefold() for word in words]
    found = [note for note in session.desk.all_notes() if all(word in _searched(note) for word in wanted)]
    _print(session, found, form)


@notes.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.notes)
@format_option(FORMATS, "markdown", ALIASES)
@click.pass_obj
def show(session: Session, ids: Sequence[str], form: str) -> None:
    """Print notes whole; an ID is as in the list, or any beginning or end of it."""
    everything = session.desk.all_notes()
    write(session.desk.export_notes([_named(everything, given) for given in ids], form, None))


@notes.command()
@click.argument("source", required=False, metavar="[URL|FILE]", shell_complete=completing.files)
@click.option("--quote", default="", metavar="WORDS", help="The passage that it is about, as in the article.")
@click.option("--note", "body", default="", metavar="TEXT", help="What you think, in Markdown.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; again for one more.")
@click.option("--color", default="", metavar="NAME", help="The colour of the highlight.")
@click.option(
    "--from",
    "file",
    metavar="FILE",
    shell_complete=completing.files,
    help="Read notes from JSON instead (- is standard input).",
)
@click.pass_obj
def add(
    session: Session, source: str | None, quote: str, body: str, tags: Sequence[str], color: str, file: str | None
) -> None:
    """Add a note to an article, on a passage or, without --quote, on the whole of it; prints its ID.

    A file given with --from holds {"title", "url", "quote", "note", "tags"}, or a list of such objects.
    """
    if (source is None) == (file is None):
        raise BadInput("notes add: name an article, or give --from FILE: see `reader notes add --help`")
    told = 0
    if file is not None:
        if quote or body or tags or color:
            raise BadInput("notes add: --from takes everything from the file: leave the other options out")
        added = session.desk.add_notes_from(_read(file), file)
    else:
        if not (quote or body or tags):
            raise BadInput("notes add: nothing to note: give --quote, --note or --tag")
        reading = open_article(session, str(source), attribute=True)
        told = len(session.desk.problems)
        added = [session.desk.add_note_on(reading, quote, body=body, tags=tags, color=color)]
    tell(session.desk.problems[told:])
    write("".join(f"{note.id}\n" for note in added))


@notes.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.notes)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def rm(session: Session, ids: Sequence[str], yes: bool) -> None:
    """Remove notes for good; on a terminal it asks first."""
    everything = session.desk.all_notes()
    chosen = {note.id: note for note in (_named(everything, given) for given in ids)}
    for note in chosen.values():
        about = _about(note)
        if sys.stdin.isatty() and not yes and not click.confirm(f"Remove “{about}”?", err=True):
            continue
        session.desk.remove_note(note)
        tell([f"removed {_short(note)}: {about}"])
    tell(session.desk.problems)


@notes.command()
@click.pass_obj
def repair(session: Session) -> int:
    """Save every note that can be read of a damaged or newer file of notes; copies it aside first."""
    done = session.desk.repair_notes()
    if not done.copies:
        tell([f"nothing to repair: {done.saved} note{'' if done.saved == 1 else 's'}, all whole"])
        return Exit.DONE
    write("".join(f"{copy}\n" for copy in done.copies))
    tell(done.lost)
    tell([f"{done.saved} note{'' if done.saved == 1 else 's'} saved, the files as they were are beside them"])
    return Exit.FINDINGS if done.lost else Exit.DONE


def _print(session: Session, found: Sequence[Note], form: str) -> None:
    tell(session.desk.problems)
    if form != "table":
        write(session.desk.export_notes(found, form, None))
        return
    if not found:
        tell(["no notes"])
        return
    rows = [(_short(note), _day(note), str(note.kind), clean_line(note.title), _about(note)) for note in found]
    write(columns([("ID", "MADE", "KIND", "ARTICLE", "NOTE"), *rows], (8, 10, 10, 40)))


def _short(note: Note) -> str:
    """The end of the id: a UUIDv7 begins with the time, so that notes made together differ at their ends."""
    return clean_line(note.id)[-8:]


def _day(note: Note) -> str:
    return note.created.astimezone().date().isoformat()


def _about(note: Note) -> str:
    """The note in one line: what was thought, else the passage, else the article."""
    passage = clean_line(note.selector.exact) if note.selector else ""
    first = clean_line(note.body) or (f"“{passage}”" if passage else clean_line(note.title))
    tags = " ".join(f"#{clean_line(tag)}" for tag in note.tags)
    return f"{first[:160]} {tags}".strip() or "(empty)"


def _searched(note: Note) -> str:
    passage = note.selector.exact if note.selector else ""
    return "\n".join((note.body, passage, note.speaker, note.title, *note.tags)).casefold()


def _named(everything: Sequence[Note], given: str) -> Note:
    """The one note whose id is, begins or ends so."""
    exact = [note for note in everything if note.id == given]
    found = exact or [note for note in everything if note.id.startswith(given) or note.id.endswith(given)]
    if not found:
        raise BadInput(f"{given}: no note of this ID: `reader notes` lists them")
    if len(found) > 1:
        raise BadInput(f"{given}: {len(found)} notes have an ID like this: give more of it")
    return found[0]


def _read(file: str) -> str:
    """The text of a file of notes, or of standard input."""
    data = read_bytes(file, LARGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: is not UTF-8 text: save it as UTF-8") from error
