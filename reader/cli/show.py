"""``reader show``: an article, printed."""

from __future__ import annotations

import click

from reader.app.reading import Reading
from reader.app.render.article import FORMATS, article_text
from reader.cli.common import Command, format_option, on_terminal, open_article, write
from reader.cli.completing import files
from reader.cli.session import Session

__all__ = ["print_reading", "show"]

EXAMPLES = """\b
reader show story.html
reader show https://example.org/story --format markdown > story.md
curl -s https://example.org/story | reader show - --format json
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("source", metavar="URL|FILE|-", shell_complete=files)
@format_option(FORMATS, "text")
@click.pass_obj
def show(session: Session, source: str, form: str) -> None:
    """Print an article: its words, and where its links really lead."""
    print_reading(session, open_article(session, source), form)


def print_reading(session: Session, reading: Reading, form: str) -> None:
    """The article in a format; as text it is laid out for the terminal when there is one."""
    if form != "text":
        write(FORMATS[form](reading.article))
    elif on_terminal():
        from reader.cli.terminal import print_article

        print_article(reading.article, session.desk.config.measure)
    else:
        write(article_text(reading.article, session.desk.config.measure))
