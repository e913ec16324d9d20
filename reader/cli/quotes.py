"""``reader quotes``: who said what in an article."""

from __future__ import annotations

from dataclasses import replace

import click

from reader.app.marked import only_marked
from reader.app.render.quotes import FORMATS, attribution_of, only_speaker
from reader.cli.common import Command, format_option, on_terminal, open_article, write
from reader.cli.session import Session

__all__ = ["quotes"]

EXAMPLES = """\b
reader quotes story.html
reader quotes story.html --indirect
reader quotes story.html --speaker Petrova --format markdown
reader quotes https://example.org/story --format json
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("source", metavar="URL|FILE|-")
@format_option(FORMATS, "table")
@click.option("--speaker", metavar="NAME", help="Only this speaker: a name, an alias, or words of the name.")
@click.option("--indirect", is_flag=True, help="Also what was said without quotation marks.")
@click.pass_obj
def quotes(session: Session, source: str, form: str, speaker: str | None, indirect: bool) -> None:
    """Print who said what in an article."""
    reading = open_article(session, source, attribute=True)
    if not indirect:
        reading = replace(reading, attribution=only_marked(attribution_of(reading)))
    if speaker is not None:
        reading = only_speaker(reading, speaker)
    if form == "table" and on_terminal():
        from reader.cli.terminal import print_quotes

        print_quotes(reading)
    else:
        write(FORMATS[form](reading))
