"""The command ``reader`` itself: its options, its help, and what it does with a word that is no command."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import __version__
from reader.cli.common import HELP, Command, Group, has_screen, open_article, write
from reader.cli.completing import COMPLETE, files, shells
from reader.cli.meant import OF_READER, told_if_meant
from reader.cli.session import Session
from reader.errors import BadInput, Exit

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["root", "run_click"]

OPEN = "open"
COMMANDS = {
    "add": "add:add",
    "feed": "feed:feed",
    "feeds": "refresh:feeds",
    "refresh": "refresh:refresh",
    "sync": "sync:sync",
    "entries": "entries:entries",
    "search": "search:search",
    "show": "show:show",
    "links": "links:links",
    "quotes": "quotes:quotes",
    "speakers": "speakers:speakers",
    "stats": "stats:stats",
    "sample": "sample:sample",
    "check": "check:check",
    "diff": "diff:diff",
    "verify": "verify:verify",
    "ingest": "ingest:ingest",
    "reattribute": "reattribute:reattribute",
    "notes": "notes:notes",
    "export": "export:export",
    "import": "import_:import_",
    "themes": "themes:themes",
    "config": "config:config",
    "serve": "serve:serve",
    "doctor": "doctor:doctor",
}
"""Each command's file in this package and its name there: a file is read when its command is called."""
SUMMARY = """\
reader: news in the terminal, with who said what and your notes on it.

  reader                   your feeds and what you read; at first, a demo
  reader URL | FILE | -    open one article: HTML, Markdown or text; - is stdin
  reader demo              open the article that shows every feature, offline

  add, feed, feeds, sync   follow a feed; print or set one; list them; a server
  refresh, entries, search fetch what is new; list what came; find in everything
  show, links              print an article; where its links lead
  quotes, speakers         who said what: in an article; in all you have read
  stats, sample            whose words they are; how often the engine is right
  check, diff, verify      a draft against all you read; an article then and now
  ingest, reattribute      take in folders or WARC files; redo who said what
  notes, export, import    your notes; notes and feeds, out and in (OPML too)
  themes, config, serve    check themes and settings; reader in a browser
  doctor, completions      what is wrong here; completing words in a shell

  --home DIR, --store FILE keep all in this folder; the notes in this file
  --plain                  screens for a screen reader or a Braille line
  --allow-address HOST:PORT   allow a private address
  --version, --help        also after a command: reader show --help

  reader quotes story.html --speaker Petrova
  curl -s https://example.org/story | reader show - --format markdown
"""


class Root(Group):
    """``reader``: a first word that is no command is what to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, read now; None when there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            file, _, name = COMMANDS[cmd_name].partition(":")
            self.add_command(getattr(import_module(f"reader.cli.{file}"), name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of this name, else ``open`` with all the words."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("--"):
            if not ctx.resilient_parsing:
                _check_word(args[0], self.list_commands(ctx))
            return OPEN, open_, args
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Its commands, else files, which it opens."""
        return super().shell_complete(ctx, incomplete) or files(ctx, None, incomplete)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One screen."""
        formatter.write(SUMMARY)


def _check_word(word: str, commands: Iterable[str]) -> None:
    """Tell a misspelt command from a file that is not there."""
    if any(sign in word for sign in "./:-") or Path(word).exists():
        return
    told_if_meant("", word, OF_READER)
    near = get_close_matches(word, [name for name in commands if name != OPEN], 1)
    hint = f"did you mean `reader {near[0]}`?" if near else "`reader --help` lists the commands"
    raise BadInput(f"{word}: no such command and no such file: {hint}")


@click.group(cls=Root, invoke_without_command=True, context_settings={**HELP, "allow_interspersed_args": False})
@click.version_option(__version__, prog_name="reader", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context) -> int:
    """News in the terminal."""
    if context.invoked_subcommand is not None:
        return Exit.DONE
    session = context.ensure_object(Session)
    if not has_screen():
        raise BadInput("the library needs a terminal: `reader --help` says what can be printed to a pipe")
    return session.open_ui(session.desk, None)


@root.command(OPEN, hidden=True, cls=Command)
@click.argument("source", shell_complete=files)
@click.pass_obj
def open_(session: Session, source: str) -> int:
    """Open an article: an address, a file, or - for standard input."""
    if has_screen():
        return session.open_ui(session.desk, source)
    from reader.cli.show import print_reading

    print_reading(session, open_article(session, source), "text")
    return Exit.DONE


@root.command()
@click.option("--tour", is_flag=True, help="Take the tour of five keys, also if it was taken before.")
@click.pass_obj
def demo(session: Session, *, tour: bool) -> int:
    """Open the article that ships with reader; it shows every feature and needs no network."""
    from reader.app.addresses import DEMO

    if has_screen():
        if tour:
            session.desk.tour.offer()
        return session.open_ui(session.desk, DEMO)
    from reader.cli.show import print_reading

    print_reading(session, session.desk.open_demo(), "text")
    return Exit.DONE


@root.command()
@click.argument("shell", metavar="bash|zsh|fish", shell_complete=shells)
def completions(shell: str) -> int:
    """Print the script that completes reader's words in a shell.

    For bash, once: reader completions bash > ~/.local/share/bash-completion/completions/reader
    """
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    if completion is None:
        raise BadInput(f"{shell}: no completions for this shell: choose bash, zsh or fish")
    write(completion(root, {}, "reader", COMPLETE).source())
    return Exit.DONE


def run_click(arguments: list[str], session: Session) -> int:
    """Parse and run; click's own complaints become BadInput, so that there is one manner of telling them."""
    try:
        with root.make_context("reader", arguments, obj=session) as context:
            code = root.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        return Exit.INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        write(error.format_message() + "\n")
        return Exit.BAD_INPUT
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "reader"
        raise BadInput(f"{error.format_message().rstrip('.')}: see `{path} --help`") from error
    except click.ClickException as error:
        raise BadInput(error.format_message()) from error
    return code if isinstance(code, int) else Exit.DONE


def complete(instruction: str, session: Session) -> int:
    """Answer the shell's question in the environment variable ``_READER_COMPLETE``."""
    from click.shell_completion import shell_complete

    return shell_complete(root, {"obj": session}, "reader", COMPLETE, instruction)
