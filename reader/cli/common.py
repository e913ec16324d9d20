"""What the commands share: the options that hold everywhere, how they read an article and how they write."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader.cli.completing import files
from reader.cli.session import Session, is_served
from reader.errors import BadInput, StoreFailed
from reader.text import clean_line, clean_typed, counted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from reader.app.reading import Reading

    _ParamType = click.ParamType[str]
else:
    _ParamType = click.ParamType

__all__ = [
    "Command",
    "Group",
    "Name",
    "OpenGroup",
    "filter_options",
    "format_option",
    "has_screen",
    "on_terminal",
    "open_article",
    "read_bytes",
    "tell",
    "write",
]

HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
ALIASES = {"md": "markdown", "txt": "text"}
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _set(context: click.Context, parameter: click.Parameter, value: Any) -> None:  # noqa: ANN401 - as click gives it
    """Put an option that holds everywhere into the session, wherever it was given."""
    session = context.find_object(Session)
    if session is None or not value:
        return
    if parameter.name == "allow":
        session.allow.extend(_host_and_port(address) for address in value)
    else:
        setattr(session, str(parameter.name), value)


def _host_and_port(address: str) -> str:
    """The address, if it is one."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65_536:
        raise BadInput(f"--allow-address {address}: give a host and a port, as in localhost:8000")
    return address


def _everywhere(hidden: bool) -> list[click.Parameter]:
    """The options that hold for every command; hidden in the help of all but the first."""
    common: dict[str, Any] = {"expose_value": False, "callback": _set, "hidden": hidden}
    return [
        click.Option(["--home"], metavar="DIR", help="Keep everything in this folder (as READER_HOME).", **common),
        click.Option(
            ["--store"], type=click.Path(path_type=Path), metavar="FILE", help="Another file for the notes.", **common
        ),
        click.Option(
            ["--allow-address", "allow"], multiple=True, metavar="HOST:PORT", help="Allow a private address.", **common
        ),
        click.Option(["--plain"], is_flag=True, help="Plain screens, for a screen reader or a Braille line.", **common),
    ]


class Command(click.Command):
    """A command that takes the options that hold everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        kwargs.setdefault("context_settings", HELP)
        super().__init__(*args, **kwargs)
        self.params.extend(_everywhere(hidden=True))


class Group(click.Group):
    """A group of such commands."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        kwargs.setdefault("context_settings", HELP)
        super().__init__(*args, **kwargs)
        self.params.extend(_everywhere(hidden=True))


Group.group_class = Group


class OpenGroup(Group):
    """A group whose hidden command ``FALLBACK`` takes what does not begin with the name of one of the others."""

    FALLBACK = "file"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command's name before words that name no command."""
        if args and args[0] not in self.commands and args[0] not in HELP["help_option_names"]:
            args = [self.FALLBACK, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Its commands, else files, which it takes too."""
        return super().shell_complete(ctx, incomplete) or files(ctx, None, incomplete)


class Name(_ParamType):
    """One of some names, in any case, or another word for one (``md`` for ``markdown``)."""

    name = "name"

    def __init__(self, names: Collection[str], aliases: Mapping[str, str] = ALIASES) -> None:
        self.names = tuple(names)
        self.aliases = aliases

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The names, as help shows them."""
        return "|".join(self.names)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The name that was meant."""
        word = str(value).strip().lower()
        word = self.aliases.get(word, word)
        if word not in self.names:
            option = param.opts[0] if param else "name"
            raise BadInput(f"{option}: no {value!r} here: choose {', '.join(self.names)}")
        return word

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The names that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in self.names if name.startswith(incomplete.lower())]


def format_option(
    names: Collection[str], default: str | None, aliases: Mapping[str, str] = ALIASES
) -> Callable[[Decorated], Decorated]:
    """``--format``, one of these names or another word for one."""
    kind = Name(names, aliases)
    return click.option(
        "--format", "form", type=kind, default=default, show_default=bool(default), help="How it is written."
    )


def filter_options(command: Decorated) -> Decorated:
    """``--tag``, ``--url``, ``--since`` and ``--speaker``: which notes are meant."""
    for option in (
        click.option("--speaker", default="", metavar="NAME", help="Words of this speaker (a part of the name)."),
        click.option("--since", default="", metavar="DATE", help="Made on this day or later, as 2025-03-14."),
        click.option("--url", default="", metavar="URL", help="On the article at this address."),
        click.option("--tag", "tags", multiple=True, metavar="TAG", help="With this tag; again for one more."),
    ):
        command = option(command)
    return command


def open_article(session: Session, source: str, attribute: bool = False) -> Reading:
    """The article that a command names, with who said what when that is asked for; problems go to stderr."""
    reading = session.desk.open(source, opened=False)
    if attribute:
        reading = session.desk.corrected(reading)
        if reading.changes:
            tell([f"{counted(len(reading.changes), 'quotation')} not as an earlier version of reader had them"])
    if reading.is_feed:
        tell([f"{reading.address}: a feed: `reader add` follows it"])
    tell(session.desk.problems)
    return reading


def read_bytes(file: str, largest: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``; BadInput when it cannot be read or is over ``largest``."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(file).open("rb") as source:
                data = source.read(largest + 1)
    except OSError as error:
        raise BadInput(f"{file}: cannot be read: {error.strerror}") from error
    if len(data) > largest:
        raise BadInput(f"{file}: is over {largest >> 20} MB: give it in parts")
    return data


def tell(lines: Iterable[str]) -> None:
    """Lines for the person, on stderr, in the manner of error lines."""
    for line in lines:
        click.echo(f"reader: {clean_line(line)}", err=True)


def write(text: str) -> None:
    """The command's output, as it is; StoreFailed when what it is sent to cannot take it, such as a full disk.

    A terminal gets nothing that could steer it, whatever a renderer let pass.
    """
    if on_terminal():
        text = clean_typed(text)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreFailed(f"standard output: {error.strerror}: what was printed is not whole") from error


def on_terminal() -> bool:
    """Whether the output goes to a terminal; if not it is plain text, for a file or another program."""
    return sys.stdout.isatty()


def has_screen() -> bool:
    """Whether there is a terminal, or a browser, to show the program's screens on."""
    return on_terminal() or is_served()
