"""``reader quotes``: who said what, in one article, in many, or in the library."""

from __future__ import annotations

from collections.abc import Iterator

import click
from msgspec.structs import replace

from reader.app.marked import only_marked
from reader.app.reading import Reading
from reader.app.render.quote_rows import csv_rows, header, ndjson_rows
from reader.app.render.quotes import FORMATS, attribution_of, only_speaker
from reader.cli.common import Command, format_option, on_terminal, open_article, tell, write
from reader.cli.completing import files
from reader.cli.progress import catch_up
from reader.cli.session import Session
from reader.errors import BadInput, Exit, FetchFailed, NoArticle

__all__ = ["quotes"]

STREAMS = {"csv": csv_rows, "ndjson": ndjson_rows}
EXAMPLES = """\b
reader quotes story.html
reader quotes story.html --indirect
reader quotes story.html --speaker Petrova --format markdown
reader quotes *.html --format csv > quotations.csv
reader quotes --library 'site:example.org after:2025' --format ndjson
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("sources", metavar="[URL|FILE|-]...", nargs=-1, shell_complete=files)
@format_option([*FORMATS, *STREAMS], "table")
@click.option("--speaker", metavar="NAME", help="Only this speaker: a name, an alias, or words of the name.")
@click.option("--indirect", is_flag=True, help="Also what was said without quotation marks.")
@click.option("--library", metavar="QUERY", help="All stored articles that a search asks for; '' for every one.")
@click.pass_obj
def quotes(
    session: Session, sources: tuple[str, ...], form: str, speaker: str | None, indirect: bool, library: str | None
) -> int:
    """Print who said what in an article, in several, or in all that you have read.

    CSV and NDJSON are a row a quotation, written as the articles come. An article that cannot be read is told on
    stderr, and the others are read all the same; exit 1 then.
    """
    if bool(sources) == (library is not None):
        raise BadInput("reader quotes: name articles, or --library with a search")
    if library is not None:
        catch_up(session)
    missed: list[str] = []
    only_one = len(sources) == 1
    printer = _Printer(session, form, only_one)
    for reading in _readings(session, sources, library, missed):
        try:
            narrowed = _narrowed(reading, speaker, indirect)
        except BadInput:
            if only_one:
                raise
            continue  # does not quote this speaker; of many, those that do are printed
        printer.put(narrowed)
    printer.end()
    tell(missed)
    return Exit.FINDINGS if missed else Exit.DONE


def _readings(session: Session, sources: tuple[str, ...], library: str | None, missed: list[str]) -> Iterator[Reading]:
    if library is not None:
        yield from session.desk.book.articles(library)
    elif len(sources) == 1:
        yield open_article(session, sources[0], attribute=True)
    else:
        for source in sources:
            try:
                yield open_article(session, source, attribute=True)
            except (BadInput, FetchFailed, NoArticle) as error:
                missed.append(str(error))


def _narrowed(reading: Reading, speaker: str | None, indirect: bool) -> Reading:
    if not indirect:
        reading = replace(reading, attribution=only_marked(attribution_of(reading)))
    return reading if speaker is None else only_speaker(reading, speaker)


class _Printer:
    """Writes article after article as they come; of several, JSON is a list."""

    def __init__(self, session: Session, form: str, only_one: bool) -> None:
        self._session = session
        self._form = form
        self._listed = form == "json" and not only_one
        self._begun = False

    def put(self, reading: Reading) -> None:
        """Write one article."""
        self._begin()
        if self._form in STREAMS:
            write(STREAMS[self._form](reading, self._session.desk.book.who(reading)))
        elif self._form == "table" and on_terminal():
            from reader.cli.terminal import print_quotes

            print_quotes(reading)
        else:
            write(FORMATS[self._form](reading))

    def end(self) -> None:
        """Write what closes it, and of nothing the heading."""
        if not self._begun:
            self._begin()
        if self._listed:
            write("]\n")

    def _begin(self) -> None:
        if self._listed:
            write("," if self._begun else "[\n")
        elif self._form == "csv" and not self._begun:
            write(header())
        self._begun = True
