"""``reader feed``: what a feed says; and the settings of one that is followed."""

from __future__ import annotations

from collections.abc import Sequence

import click

from reader.app.render.article import FORMATS, article_text
from reader.cli import completing
from reader.cli.common import Command, OpenGroup, format_option, on_terminal, tell, write
from reader.cli.meant import OF_FEED, told_if_meant
from reader.cli.session import Session
from reader.errors import BadInput
from reader.text import clean_line

__all__ = ["feed"]

EXAMPLES = """\b
reader feed https://example.org/feed.xml
reader feed saved.xml --format json
reader feed set Tide interval=30 full_text=yes folder=News/Coast
reader feed set Tide tags=sea,boats name="The Tide"
reader feed login Tide --user ida
reader feed drop Tide
"""
LOGIN = """\b
reader feed login Tide --user ida
reader feed login Tide --user ida --password-command 'pass show tide'
"""
SETTINGS = """\b
name, folder    what it is called, where it is filed (News/Coast)
tags            parted by commas
interval        minutes between two fetches; 0 for the program's choice
full_text       yes: fetch every article in advance
url             its address
user_agent      what this program calls itself, for a site that asks for it

An empty value takes a setting back.
"""


class _Feed(OpenGroup):
    """``reader feed``, with a word for those who look for another command here."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Tell of the command that was meant before the word is taken for a feed's address."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing:
            told_if_meant("feed ", args[0], OF_FEED)
        return super().parse_args(ctx, args)


@click.group(cls=_Feed, epilog=EXAMPLES)
def feed() -> None:
    """Print what a feed says, or change how one is followed.

    `reader feed URL|FILE` prints a feed, at that address or named by the page there; --format is text, markdown, json
    or html. `reader add URL` follows one, `reader feeds` lists those that you follow.
    """


@feed.command("file", hidden=True, cls=Command)
@click.argument("source", metavar="URL|FILE|-", shell_complete=completing.files)
@format_option([*FORMATS], "text")
@click.pass_obj
def show_feed(session: Session, source: str, form: str) -> None:
    """Print what a feed says: its entries, each with its date, author, words and link."""
    from reader.app.feeds.as_article import article_of_feed
    from reader.app.render.feed import feed_json

    found = session.desk.feeds.look(source)
    if found.url and found.url != source:
        tell([f"the feed is at {found.url}"])
    article = article_of_feed(found.feed)
    if form == "json":
        write(feed_json(found.feed))
    elif form != "text":
        write(FORMATS[form](article))
    elif on_terminal():
        from reader.cli.terminal import print_article

        print_article(article, session.desk.config.measure)
    else:
        write(article_text(article, session.desk.config.measure))


@feed.command("set", epilog=SETTINGS, short_help="Change settings of a feed that you follow.")
@click.argument("name", shell_complete=completing.feeds)
@click.argument("settings", nargs=-1, required=True, metavar="KEY=VALUE...")
@click.pass_obj
def set_(session: Session, name: str, settings: Sequence[str]) -> None:
    """Change settings of a feed that is followed, named by its name, address or number."""
    from reader.app.feeds.settings import settings_of

    desk = session.desk
    row = desk.feeds.feed(name)
    changed = desk.feeds.change(row.key, **settings_of(settings))
    tell([f"{changed.name}: {', '.join(clean_line(setting) for setting in settings)}"])


@feed.command("login", epilog=LOGIN, short_help="Read a feed with a name and password.")
@click.argument("name", shell_complete=completing.feeds)
@click.option("--user", default="", help="The name to log in with.")
@click.option("--password-command", default="", metavar="WORDS", help="What prints the password, if not the keyring.")
@click.option("--off", is_flag=True, help="Read the feed without a password again.")
@click.pass_obj
def login(session: Session, name: str, user: str, password_command: str, off: bool) -> None:
    """Say whose account a feed is read with, and ask for the password, which goes into the system's keyring.

    With --password-command it is asked of that command at every refresh: the first line that it prints.
    """
    if bool(user) == off:
        raise BadInput("give the name to log in with as --user, or --off")
    feeds = session.desk.feeds
    row = feeds.feed(name)
    asked = (
        "" if off or password_command else click.prompt(f"Password of {clean_line(user)}", hide_input=True, err=True)
    )
    feeds.set_login(row.key, user, password=asked, command=password_command)
    tell([f"{row.name}: {'is read without a password' if off else f'is read as {user}'}"])


@feed.command("drop", short_help="Follow a feed no more.")
@click.argument("name", shell_complete=completing.feeds)
@click.pass_obj
def drop(session: Session, name: str) -> None:
    """Follow a feed no more; its entries go, but those that you starred, saved, tagged or noted."""
    row = session.desk.feeds.feed(name)
    session.desk.feeds.unsubscribe(row.key)
    tell([f"{row.name}: is not followed any more"])
