"""``reader links``: where an article's links lead."""

from __future__ import annotations

import click

from reader.app.render.links import FORMATS
from reader.cli.common import Command, format_option, open_article, write
from reader.cli.session import Session

__all__ = ["links"]

EXAMPLES = """\b
reader links story.html
reader links https://example.org/story --format csv
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("source", metavar="URL|FILE|-")
@format_option(FORMATS, "table")
@click.pass_obj
def links(session: Session, source: str, form: str) -> None:
    """Print an article's links, each with the host that it really leads to."""
    write(FORMATS[form](open_article(session, source).article))
