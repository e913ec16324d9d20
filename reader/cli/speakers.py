"""``reader speakers``: everybody who is quoted in what you read, and what each of them said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click

from reader.app.render.speakers import FORMATS, KINDS
from reader.app.render.timeline import FORMATS as TIMELINES
from reader.cli.common import Group, Name, format_option, read_bytes, write
from reader.cli.completing import files
from reader.cli.progress import catch_up
from reader.cli.session import Session
from reader.errors import BadInput
from reader.text import counted

__all__ = ["speakers"]

LARGEST = 50_000_000
EXAMPLES = """\b
reader speakers
reader speakers list minister --kind named --sort last
reader speakers Petrova --words tariff --after 2025-01-01
reader speakers export > people.csv     then edit it, and
reader speakers apply people.csv --dry-run
"""
ORDERS = ("quotations", "name", "last")


class _Named(Group):
    """What begins with no command is somebody's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show who is named."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Named, invoke_without_command=True, epilog=EXAMPLES)
@click.pass_context
def speakers(context: click.Context) -> None:
    """Everybody who is quoted in what you read, and what each of them said."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@speakers.command("list")
@click.argument("words", nargs=-1)
@format_option(FORMATS, "table")
@click.option("--kind", type=Name(KINDS, {}), default="all", show_default=True, help="Which speakers.")
@click.option("--sort", type=Name(ORDERS, {}), default="quotations", show_default=True, help="In which order.")
@click.option("--limit", type=click.IntRange(1), default=500, show_default=True, help="At most so many.")
@click.pass_obj
def list_(session: Session, words: tuple[str, ...], form: str, kind: str, sort: str, limit: int) -> None:
    """List speakers whose name or role has the WORDS, all when there are none."""
    from reader.library.book.records import SpeakerOrder

    catch_up(session)
    rows = session.desk.book.speakers(" ".join(words), KINDS[kind], SpeakerOrder(sort), limit)
    write(FORMATS[form](rows, session.desk.book.months([row.key for row in rows])))


@speakers.command()
@click.argument("name")
@format_option(TIMELINES, "table")
@click.option("--words", default="", metavar="WORDS", help="Only quotations with these words.")
@click.option("--site", default="", metavar="SITE", help="Only from this site (a part of its name).")
@click.option("--after", default="", metavar="DATE", help="Of this day or later, as 2025-03-14, 2025 or 7d.")
@click.option("--before", default="", metavar="DATE", help="Of an earlier day than this.")
@click.option("--limit", type=click.IntRange(1), default=500, show_default=True, help="At most so many.")
@click.pass_obj
def show(session: Session, name: str, form: str, words: str, site: str, after: str, before: str, limit: int) -> None:
    """Print what a speaker said, newest first."""
    from reader.library.book.lookup import Wanted

    catch_up(session)
    who = session.desk.book.speaker(name)
    wanted = Wanted(who.key, words, site, _day("--after", after), _day("--before", before))
    write(TIMELINES[form](session.desk.book.quotations(wanted, limit)))


@speakers.command()
@click.pass_obj
def export(session: Session) -> None:
    """Print who is who as CSV: edit names, roles, wikidata ids, merges and splits in it, then apply it."""
    catch_up(session)
    write(session.desk.book.people_csv())


@speakers.command()
@click.argument("file", metavar="FILE.csv|-", shell_complete=files)
@click.option("--dry-run", is_flag=True, help="Only print what would change.")
@click.pass_obj
def apply(session: Session, file: str, dry_run: bool) -> None:
    """Take over what was changed in an exported table; kept with your notes."""
    try:
        text = read_bytes(file, LARGEST).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 text: save the table as CSV in UTF-8") from error
    found = session.desk.book.apply_people(text, file, dry_run=dry_run)
    told = "would change" if dry_run else "changed"
    write("".join(f"{one}\n" for one in found) + f"{counted(len(found), 'decision')} {told}\n")


def _day(option: str, written: str) -> date | None:
    """The day that an option names, in the words of the search language."""
    from reader.query.fields import day_of

    if not written:
        return None
    try:
        return day_of(written, datetime.now(UTC).astimezone().date())
    except ValueError as error:
        raise BadInput(f"{option} {written}: not a day: write 2025-03-14, 2025-03, 2025, 7d or today") from error
