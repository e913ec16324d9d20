"""``reader stats``: who carries an article, or a selection of what you read."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reader.app.reading import Reading
from reader.app.render.sourcing import FORMATS
from reader.cli.common import Command, format_option, open_article, tell, write
from reader.cli.completing import files
from reader.cli.progress import catch_up
from reader.cli.session import Session
from reader.errors import BadInput, Exit, FetchFailed, NoArticle

__all__ = ["stats"]

EXAMPLES = """\b
reader stats story.html
reader stats --library 'site:example.org after:2025' --format json
reader stats --library 'title:tariff' --format svg > chart.svg
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("sources", metavar="[URL|FILE|-]...", nargs=-1, shell_complete=files)
@format_option(FORMATS, "table")
@click.option("--library", metavar="QUERY", help="All stored articles that a search asks for; '' for every one.")
@click.pass_obj
def stats(session: Session, sources: tuple[str, ...], form: str, library: str | None) -> int:
    """Count where the quoted words come from: named people, organisations, unnamed sources, nobody; relayed ones.

    Then each speaker's share of the quoted words, and who is named often and never quoted.
    """
    from reader.app.sourcing import sourcing

    if bool(sources) == (library is not None):
        raise BadInput("reader stats: name articles, or --library with a search")
    if library is not None:
        catch_up(session)
    missed: list[str] = []
    readings = session.desk.book.articles(library) if library is not None else _opened(session, sources, missed)
    found = sourcing(readings, session.desk.book.who)
    write(FORMATS[form](found))
    tell(missed)
    return Exit.FINDINGS if missed else Exit.DONE


def _opened(session: Session, sources: tuple[str, ...], missed: list[str]) -> Iterator[Reading]:
    for source in sources:
        try:
            yield open_article(session, source, attribute=True)
        except (BadInput, FetchFailed, NoArticle) as error:
            if len(sources) == 1:
                raise
            missed.append(str(error))
