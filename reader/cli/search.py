"""``reader search``: in everything that is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.app.render.timeline import FORMATS as TIMELINES
from reader.cli.common import Command, Name, format_option, tell, write
from reader.cli.completing import saved_searches
from reader.cli.progress import bar, catch_up
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.text import clean_line, elide

if TYPE_CHECKING:
    from reader.app.search.search import Finding, Order, Search

__all__ = ["search"]

EXAMPLES = """\b
reader search 'budget "light rail" -tram after:2w'
reader search 'said:peace speaker:"Anna Petrova" after:2025-02-01 site:example.org'
reader search 'is:unread tag:boats' --save Boats
reader search --list; reader search --drop Boats
"""
FORMATS = ("table", "json", "ndjson", "csv", "markdown")


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("query", nargs=-1)
@format_option(FORMATS, "table")
@click.option("--order", type=Name(("newest", "best"), {}), default="newest", show_default=True, help="In which order.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--save", metavar="NAME", help="Keep the search: it stands among the feeds.")
@click.option("--list", "list_", is_flag=True, help="List the saved searches.")
@click.option("--drop", metavar="NAME", shell_complete=saved_searches, help="Forget a saved search.")
@click.pass_obj
def search(
    session: Session,
    query: tuple[str, ...],
    form: str,
    order: str,
    limit: int,
    save: str | None,
    list_: bool,
    drop: str | None,
) -> int:
    """Search entries, articles, what was said in them, and your notes on them: `docs/searching.md` tells the language.

    With said: or speaker: the answer is quotations, with all that is printed of them elsewhere. Exit 1 when nothing is
    found.
    """
    words = " ".join(query)
    feeds = session.desk.feeds
    if list_ or drop is not None:
        if drop is not None:
            feeds.drop_search(_saved(session, drop))
        write("".join(f"{one.name}: {one.query}\n" for one in feeds.saved_searches()))
        return Exit.DONE
    if not words.strip():
        raise BadInput("reader search: say what to look for: `reader search --help` has examples")
    desk = session.desk.search
    parsed = desk.parse(words)
    if not parsed:
        raise BadInput(f"reader search: {elide(clean_line(words), 40)}: no letter or digit in it to look for")
    if save is not None:
        saved = feeds.save_search(save, words)
        tell([f"{saved.name}: kept; it stands among the feeds"])
    _up_to_date(session)
    if desk.asks_for_quotations(parsed):
        found = desk.quotations(words, limit)
        write(TIMELINES[form](found))
        return Exit.DONE if found else Exit.FINDINGS
    findings = desk.find(words, order=_order(order), limit=limit)
    write(_written(desk, findings, words, form))
    return Exit.DONE if findings else Exit.FINDINGS


def _order(name: str) -> Order:
    from reader.app.search.search import Order

    return Order(name)


def _saved(session: Session, name: str) -> int:
    for one in session.desk.feeds.saved_searches():
        if one.name.casefold() == name.casefold():
            return one.key
    raise BadInput(f"{name}: no saved search of this name: `reader search --list` lists them")


def _up_to_date(session: Session) -> None:
    """The book and the index have what came since."""
    catch_up(session)
    waiting = session.desk.search.waiting()
    with bar("indexing") as progress:
        session.desk.search.bring_up_to_date(lambda done: progress(done, waiting))


def _written(desk: Search, findings: Sequence[Finding], words: str, form: str) -> str:
    records = [_record(desk, one, words) for one in findings]
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    if form == "ndjson":
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if form == "csv":
        from reader.app.render.table import csv_text

        header = ("date", "site", "title", "author", "url", "snippet")
        return csv_text(header, [[str(record[column]) for column in header] for record in records])
    lines = []
    for record in records:
        head = "  ".join(str(record[name]) for name in ("date", "site", "title") if record[name])
        lines += [head, f"    {record['snippet']}", f"    {record['url']}", ""]
    return "\n".join(lines) if lines else "nothing\n"


def _record(desk: Search, one: Finding, words: str) -> dict[str, object]:
    snippet = desk.snippet(one, words)
    return {
        "date": one.day.isoformat(),
        "site": one.site,
        "title": one.title,
        "author": one.author,
        "url": one.source,
        "unread": one.entry is not None and not one.entry.read,
        "snippet": snippet.text,
        "hits": [list(hit) for hit in snippet.hits],
    }
