"""``reader entries``: what is in the lists of the screen, printed."""

from __future__ import annotations

import click

from reader.cli import completing
from reader.cli.common import Command, Name, write
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.library.feed_records import Order, Source, SourceKind
from reader.text import clean_line

__all__ = ["entries"]

EXAMPLES = """\b
reader entries --unread
reader entries "The Tide" --order oldest --limit 100
reader entries News/Coast --json
reader entries starred
"""
_LISTS = {
    "today": SourceKind.TODAY,
    "unread": SourceKind.UNREAD,
    "starred": SourceKind.STARRED,
    "saved": SourceKind.SAVED,
    "noted": SourceKind.NOTED,
    "all": SourceKind.ALL,
}
_NAMED = (SourceKind.FOLDER, SourceKind.TAG, SourceKind.SEARCH)


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("where", metavar="[LIST]", default="all", shell_complete=completing.feeds)
@click.option("--unread", is_flag=True, help="Only what is not read.")
@click.option("--order", type=Name(("newest", "oldest", "title"), {}), default="newest", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Every field of every entry.")
@click.pass_obj
def entries(session: Session, where: str, unread: bool, order: str, limit: int, as_json: bool) -> int:
    """List entries: all, today, unread, starred, saved, noted; a folder, a tag, a saved search; or a feed.

    Before each its state: N not read, * starred, s saved offline. `reader search` finds in their words. Exit 1 when
    there are none.
    """
    from reader.app.render.entries import entries_json, entries_text

    found = session.desk.feeds.entries(_source(session, where), order=Order(order), hide_read=unread, limit=limit)
    if as_json:
        write(entries_json(found))
    else:
        write(entries_text(found) or "no entries there\n")
    return Exit.DONE if found else Exit.FINDINGS


def _source(session: Session, where: str) -> Source:
    """The list of this name: one of the fixed ones, else a folder, tag or saved search, else a feed."""
    wanted = where.strip().casefold()
    if wanted in _LISTS:
        return Source(_LISTS[wanted], wanted)
    for source in session.desk.feeds.sources():
        names = {source.name.casefold(), str(source.key).casefold()}
        if source.kind in _NAMED and (wanted.removeprefix("#") if source.kind is SourceKind.TAG else wanted) in names:
            return source
    try:
        feed = session.desk.feeds.feed(where)
    except BadInput as error:
        if "no feed of this name" not in str(error):
            raise
        raise BadInput(
            f"{clean_line(where)}: no list, folder, tag, search or feed of this name: `reader feeds` lists the feeds"
        ) from error
    return Source(SourceKind.FEED, feed.name, feed.key)
