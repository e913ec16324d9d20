"""``reader add``: find the feed behind an address, look at it, and follow it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from reader.app.render.facts import shown_date
from reader.cli.common import Command, tell, write
from reader.cli.session import Session
from reader.credentials import Login
from reader.errors import BadInput, Exit, ReaderError
from reader.model import Precision
from reader.text import clean_line, counted, elide

if TYPE_CHECKING:
    from reader.app.feeds.finding import Preview

__all__ = ["add"]

NEWEST = 5
"""Entries of a feed that are shown before it is followed."""

EXAMPLES = """\b
reader add example.org
reader add https://example.org/feed.xml --folder News/Coast --tag sea --name Tide
reader add https://www.youtube.com/@example --preview
reader add https://example.org/members.xml --user ida
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--folder", default="", metavar="PATH", help="Where it is filed: News, or News/Coast.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag for it; again for one more.")
@click.option("--name", default="", metavar="NAME", help="What to call it, if not by its own title.")
@click.option("--user", default="", metavar="NAME", help="The name to log in with; the password goes into the keyring.")
@click.option("--password-command", default="", metavar="WORDS", help="What prints the password, if not the keyring.")
@click.option("--preview", is_flag=True, help="Show what is there, and follow nothing.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def add(
    session: Session,
    urls: Sequence[str],
    folder: str,
    tags: Sequence[str],
    name: str,
    user: str,
    password_command: str,
    preview: bool,
    yes: bool,
) -> int:
    """Follow the feed at an address, or the one of the page that is there.

    Found are feeds that a page names, those at the usual places, and those of YouTube, Reddit, Mastodon, GitHub and
    others. Prints what is there; on a terminal it asks before it follows.
    """
    failures = 0
    feeds, account = session.desk.feeds, _account(user, password_command)
    for url in urls:
        try:
            login = account.pair(session) if account else None
            found = feeds.preview(url, login=login)
            write(_shown(found))
            if found.followed:
                tell([f"{found.url}: is followed already, as {found.followed.name}"])
            elif not preview and (chosen := found if yes else _chosen(session, found, login)):
                feed = feeds.follow(chosen, folder=folder, tags=tags, name=name if len(urls) == 1 else "")
                if account:
                    feeds.set_login(feed.key, account.user, password=account.password, command=account.command)
                tell([f"{feed.name}: is followed now, {_number(len(chosen.feed.entries))}"])
        except ReaderError as error:
            if len(urls) == 1:
                raise
            tell([str(error)])
            failures += 1
    return Exit.FINDINGS if failures else Exit.DONE


@dataclass(frozen=True)
class _Account:
    """Whose account a feed is read with: its password was asked for, or the command prints it."""

    user: str
    password: str
    command: str

    def pair(self, session: Session) -> tuple[str, str] | None:
        """The name and the password, for the first look."""
        if not self.command:
            return self.user, self.password
        return session.desk.feeds.credentials.pair(Login(self.user, self.command).stored(), "")


def _account(user: str, command: str) -> _Account | None:
    user = clean_line(user)
    if command and not user:
        raise BadInput("--password-command: give the name to log in with as --user too")
    if not user:
        return None
    return _Account(user, "" if command else click.prompt(f"Password of {user}", hide_input=True, err=True), command)


def _shown(found: Preview) -> str:
    """The feed's name, address and newest entries, and the other feeds there are."""
    feed = found.feed
    lines = [found.title, f"  {found.url}"]
    lines += [f"  of {feed.link}"] if feed.link and feed.link != found.url else []
    lines += [f"  {feed.subtitle}"] if feed.subtitle else []
    lines += [f"  ({feed.word_of_caution})"] if feed.word_of_caution else []
    for entry in feed.entries[:NEWEST]:
        moment = entry.published or entry.updated
        date = f"{shown_date(moment, Precision.DAY)}: " if moment else ""
        lines.append(f"  - {date}{elide(entry.title, 100)}")
    if len(feed.entries) > NEWEST:
        lines.append(f"  and {len(feed.entries) - NEWEST:,} more")
    if len(found.candidates) > 1:
        lines.append("Feeds there:")
        lines += [
            f"  {number}  {one.url}{f'  {one.title}' if one.title else ''}  ({one.where})"
            for number, one in enumerate(found.candidates, 1)
        ]
    return "".join(f"{clean_line(line) if not line.startswith('  ') else line}\n" for line in lines)


def _chosen(session: Session, found: Preview, login: tuple[str, str] | None) -> Preview | None:
    """What the person wants to follow of what was found; the feed that was shown when nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return found
    if len(found.candidates) < 2:
        return found if click.confirm("Follow it?", default=True, err=True) else None
    most = len(found.candidates)
    question = f"Follow which? (1-{most}, 0 for none)"
    number = int(click.prompt(question, default=1, type=click.IntRange(0, most), err=True))
    if number < 2:
        return found if number else None
    return session.desk.feeds.preview(found.candidates[number - 1].url, login=login)


def _number(entries: int) -> str:
    return counted(entries, "entry") if entries == 1 else f"{entries:,} entries"
