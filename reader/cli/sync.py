"""``reader sync``: feeds, what was read and starred, and labels, kept the same with a server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from reader.cli.common import Command, Group, Name, tell, write
from reader.cli.completing import servers
from reader.cli.progress import bar
from reader.cli.session import Session
from reader.errors import BadInput, Exit
from reader.text import clean_line, counted

if TYPE_CHECKING:
    from reader.app.servers import Synced
    from reader.library.remote_records import ServerRow

__all__ = ["sync"]

KINDS = ("greader", "miniflux", "fever")
HERE = ("localhost", "127.0.0.1", "::1")
LONGEST = 10_000
"""Characters read of a password."""
EXAMPLES = """\b
reader sync add https://rss.example.org --user nora
reader sync add https://flux.example.org --kind miniflux --password-command "pass show miniflux"
reader sync
"""


@click.group("sync", cls=Group, invoke_without_command=True, epilog=EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="How it went, as one line of JSON.")
@click.pass_context
def sync(context: click.Context, as_json: bool) -> int:
    """Keep feeds, folders, read, stars and labels the same with a server that you use elsewhere too.

    It speaks the Google Reader API (FreshRSS, Miniflux, BazQux, The Old Reader), Miniflux's own, and Fever,
    which cannot change subscriptions. `reader sync` exchanges now, and so does every `reader refresh`. What you do
    while the server is down waits here; where both sides changed the same, the later counts.
    """
    if context.invoked_subcommand is not None:
        return Exit.DONE
    session: Session = context.obj
    return _sync(session, (), as_json)


@sync.command(cls=Command)
@click.argument("url")
@click.option("--user", default="", metavar="NAME", help="Your name there; none for an API key of Miniflux.")
@click.option("--kind", type=Name(KINDS, {}), help="The protocol, if it shall not be found out.")
@click.option(
    "--password-command", "command", default="", metavar="COMMAND", help="A command that prints the password."
)
@click.option("--share", is_flag=True, help="Subscribe there to the feeds that are here already.")
@click.pass_obj
def add(session: Session, url: str, user: str, kind: str | None, command: str, share: bool) -> None:
    """Sync with the server at URL from now on: the address at which you open it, or its API's.

    The password is asked for, or read from standard input, and kept in the system's keyring, never in a file of ours;
    with --password-command it is asked of that command each time. FreshRSS: the API password of your profile.
    """
    password = "" if command else _password(user or url)
    server = session.desk.servers.add(url, user, kind=kind or "", password=password, command=command, share=share)
    if urlsplit(server.url).scheme == "http" and urlsplit(server.url).hostname not in HERE:
        tell([f"{clean_line(server.url)}: is http, so the password goes over the network for all to read"])
    write(f"added: {clean_line(server.url)} ({server.kind}): reader sync exchanges now, and so does reader refresh\n")


@sync.command("list", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(session: Session, as_json: bool) -> None:
    """List the servers, how many changes wait for each, when it was synced and what is wrong with it."""
    from reader.app.render.servers import servers_json, servers_table

    servers = session.desk.servers.all()
    if not servers and not as_json:
        write("no servers yet: reader sync add URL --user NAME adds one\n")
    else:
        write((servers_json if as_json else servers_table)(servers))


@sync.command(cls=Command)
@click.argument("named", metavar="[SERVER]...", nargs=-1, shell_complete=servers)
@click.option("--json", "as_json", is_flag=True, help="How it went, as one line of JSON.")
@click.pass_obj
def now(session: Session, named: tuple[str, ...], as_json: bool) -> int:
    """Exchange now, with every server or with those that you name by their address, or a part of it.

    What could not be done is a line each on stderr, and exit code 1; nothing is lost, the next time makes up for it.
    """
    return _sync(session, named, as_json)


@sync.command(cls=Command)
@click.argument("named", metavar="SERVER", shell_complete=servers)
@click.pass_obj
def remove(session: Session, named: str) -> None:
    """Sync with SERVER no more. Its feeds and entries stay here; the password leaves the keyring."""
    server = session.desk.servers.named(named)
    session.desk.servers.remove(server)
    lost = f"; {counted(server.waiting, 'change')} that it was not told of will not reach it" if server.waiting else ""
    write(f"removed: {clean_line(server.url)}{lost}\n")


def _sync(session: Session, named: tuple[str, ...], as_json: bool) -> int:
    from reader.app.render.servers import synced_json, synced_line

    servers = session.desk.servers
    chosen = [servers.named(name) for name in named] if named else servers.all()
    done = _synced(session, chosen)
    notices, failed = servers.carry_out(done)
    problems = [line for one in done for line in one.problems] + failed
    if as_json:
        write(synced_json(done, notices))
    elif not done:
        write("no servers yet: reader sync add URL --user NAME adds one\n")
    else:
        write("".join(f"{line}\n" for line in [*notices, *(synced_line(one) for one in done if not one.failure)]))
    tell(problems)
    return Exit.FINDINGS if problems else Exit.DONE


def _synced(session: Session, chosen: list[ServerRow]) -> list[Synced]:
    with bar("syncing") as drawn:
        return session.desk.servers.sync(chosen, progress=lambda _what, done, of: drawn(done, of or 1))


def _password(whose: str) -> str:
    """The password, asked for on the terminal, or the first line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt(f"Password of {clean_line(whose)}", hide_input=True, err=True))
    password = sys.stdin.readline(LONGEST).rstrip("\r\n")
    if not password:
        raise BadInput("no password: give --password-command, or the password on standard input")
    return password
