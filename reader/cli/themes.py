"""``reader themes``: which there are, and whether a file is one."""

from __future__ import annotations

from pathlib import Path

import click

from reader.app.render.table import columns
from reader.cli.common import Group, tell, write
from reader.cli.session import Session
from reader.errors import Exit

__all__ = ["themes"]


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
def themes(context: click.Context) -> int:
    """List the themes, or check a file of your own; alone it lists them."""
    return int(context.invoke(list_themes)) if context.invoked_subcommand is None else Exit.DONE


@themes.command("list")
@click.pass_obj
def list_themes(session: Session) -> int:
    """List the themes that ship with reader and those in your own folder."""
    from reader.themes import find

    found, problems = find(session.paths.themes)
    rows = [(one.id, "dark" if one.dark else "light", one.name, one.description) for one in found.values()]
    write(columns([("THEME", "KIND", "NAME", "ABOUT"), *rows], (24, 5, 30)))
    tell(problems)
    return Exit.FINDINGS if problems else Exit.DONE


@themes.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Say whether a file is a good theme: exit 2 and one line when it is not."""
    from reader.themes import load

    theme = load(file)
    write(f"{theme.id}: a good {'dark' if theme.dark else 'light'} theme, “{theme.name}”\n")
