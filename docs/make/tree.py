"""The commands as values, read from click, for the page of commands and the manual page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import click

from reader.cli.root import root

__all__ = ["Told", "everywhere", "told"]


@dataclass(frozen=True)
class Told:
    """What is told of one command: ``usage`` without its name, paragraphs, ``(option, what it does)``, what follows."""

    name: str
    usage: str
    paragraphs: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    after: str


def told() -> list[Told]:
    """Every command that help shows, a group before what is in it, the root left out."""
    return [one for one in _walk(root, "reader") if one.name != "reader"]


def _walk(command: click.Command, name: str) -> Iterator[Told]:
    context = click.Context(command, info_name=name)
    yield _of(command, context, name)
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            if inner and not inner.hidden:
                yield from _walk(inner, f"{name} {word}")


def _of(command: click.Command, context: click.Context, name: str) -> Told:
    text = inspect.cleandoc(command.help or "").replace("\b\n", "")
    return Told(
        name,
        " ".join(command.collect_usage_pieces(context)),
        tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()),
        tuple(_options(command, context)),
        re.sub(r"\n{3,}", "\n\n", inspect.cleandoc((command.epilog or "").replace("\b", ""))).strip("\n"),
    )


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and isinstance(parameter, click.Option) and "--help" not in parameter.opts:
            yield record[0], " ".join(record[1].split())


def everywhere() -> list[tuple[str, str]]:
    """The options that hold for every command; help hides them at all but the first."""
    context = click.Context(root, info_name="reader")
    common = [one for one in root.params if isinstance(one, click.Option) and one.hidden]
    shown = [copy(one) for one in common]
    for one in shown:
        one.hidden = False
    return [record for one in shown if (record := one.get_help_record(context))]
