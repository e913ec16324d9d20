"""``reader config``: where the settings are, whether they are right, and which keys do what."""

from __future__ import annotations

import click

from reader.app.render.table import columns
from reader.cli.common import Group, tell, write
from reader.cli.session import Session
from reader.errors import Exit

__all__ = ["config"]

EXAMPLES = """All settings, with their defaults; leave out what you do not change:

\b
  theme = "night"       # reader themes lists them
  plain = false         # true: screens for a screen reader, as with --plain
  mouse = true          # false leaves the mouse to the terminal
  measure = 72          # width of the text, 60 to 80 columns
  open_command = ""     # opens an address; empty: the system's browser
  deadline = 20         # seconds for fetching a page
  sync_folder = ""      # notes of several machines; set by reader notes sync-folder
  keep_days = 0         # entries stay so many days; 0: for ever
  keep_entries = 0      # so many of each feed; 0: all
  watch = ""            # "noted": a refresh looks for changes in what you noted
  pipe_command = ""     # what the pipe (|) offers first
  speak_command = ""    # reads aloud; empty: espeak-ng
  preset = ""           # keys of "vim", "less", "newsboat" or "emacs"
  [hooks]               # commands; each gets JSON on its stdin
  on_note = ["told"]    # also on_open, on_refresh
  [keymap]              # over the preset; reader config keys lists the actions
  down = ["j", "down"]
  [macros]              # played by , and the key: lines as on :, the command line
  s = ["star", "next_unread"]
  [[rules]]             # what to do with new entries, as often as you like
  query = "site:example.org title:(advert OR sponsored)"
  hide = true           # or star, read, full_text, notify = true
  tag = "adverts"       # or a list of tags
  hook = ["told", "-q"] # a command; it gets {"entries": [...]} on its stdin
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def config(context: click.Context) -> None:
    """Find or check your settings; alone it prints where they are."""
    if context.invoked_subcommand is None:
        context.invoke(path)


@config.command()
@click.pass_obj
def path(session: Session) -> None:
    """Print where the settings are, whether or not the file is there."""
    write(f"{session.paths.config_file}\n")


@config.command()
@click.pass_obj
def check(session: Session) -> int:
    """Check the settings: exit 2, and a line with file, line and key for each mistake."""
    from reader.app.settings import problems_of

    problems = problems_of(session.paths)
    tell(problems)
    if problems:
        return Exit.BAD_INPUT
    there = session.paths.config_file.exists()
    write(f"{session.paths.config_file}: {'all right' if there else 'not there: the defaults are used'}\n")
    return Exit.DONE


@config.command()
@click.pass_obj
def keys(session: Session) -> None:
    """List every action with its keys, as your settings have them."""
    from reader.actions import ACTIONS
    from reader.app.keymap import build_keymap

    keymap, problems = build_keymap(session.desk.config.keymap, session.desk.config.preset)
    tell([*session.desk.problems, *problems])
    rows = [(action.name, " ".join(keymap.written.get(action.name, ())), action.text) for action in ACTIONS]
    write(columns([("ACTION", "KEYS", "WHAT IT DOES"), *rows], (24, 24)))
