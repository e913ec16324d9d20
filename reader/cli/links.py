"""``reader links``: where an article's links lead, and opening them."""

from __future__ import annotations

import click

from reader.app.reading import Reading
from reader.app.render.links import FORMATS
from reader.cli.common import Command, format_option, open_article, tell, write
from reader.cli.completing import files
from reader.cli.session import Session
from reader.errors import BadInput, Exit

__all__ = ["links"]

MOST = 20
"""The most links opened at once: more windows than that are no help to anyone."""

EXAMPLES = """\b
reader links story.html
reader links https://example.org/story --format csv
reader links story.html --open
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("source", metavar="URL|FILE|-", shell_complete=files)
@format_option(FORMATS, "table")
@click.option("--open", "in_browser", is_flag=True, help=f"Open each in the browser, {MOST} at most.")
@click.pass_obj
def links(session: Session, source: str, form: str, in_browser: bool) -> int:
    """Print an article's links, each with the host that it really leads to."""
    reading = open_article(session, source)
    write(FORMATS[form](reading.article))
    return _open_each(session, reading) if in_browser else Exit.DONE


def _open_each(session: Session, reading: Reading) -> int:
    """Open every address once, in the order of the article; what could not be opened is a line each."""
    from reader.app.browser import open_address

    addresses = list(dict.fromkeys(link.href for link in reading.article.links if link.href))
    failures = []
    for address in addresses[:MOST]:
        try:
            open_address(address, session.desk.config.open_command)
        except BadInput as error:
            failures.append(str(error))
    if len(addresses) > MOST:
        failures.append(f"{len(addresses) - MOST} more links were not opened: {MOST} are opened at once")
    tell(failures)
    return Exit.FINDINGS if failures else Exit.DONE
