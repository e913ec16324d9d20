"""``reader doctor``: what is not as it should be here, and what to do about it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict

import click

from reader.app.doctor import Finding, State, examine
from reader.cli.common import Command, on_terminal, write
from reader.cli.probe import SAMPLES, Answers, ask
from reader.cli.session import Session
from reader.config import load
from reader.errors import Exit
from reader.text import cell_width

__all__ = ["doctor"]

_SMALLEST = (60, 20)
_CLIPBOARD = 52


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="A list of {part, state, said, advice}.")
@click.pass_obj
def doctor(session: Session, as_json: bool) -> int:
    """Check the terminal, folders, stores, settings and certificates; say what to do.

    Nothing is changed and nothing is fetched. Exit 1 when something is wrong.
    """
    found = [*_terminal(), *_screens(session), *examine(session.paths, session.store)]
    if as_json:
        write(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    else:
        write("".join(_shown(one) for one in found))
    return Exit.FINDINGS if any(one.state is State.BAD for one in found) else Exit.DONE


def _shown(one: Finding) -> str:
    advice = f"{'':16}→ {one.advice}\n" if one.advice else ""
    return f"{one.state:<5} {one.part:<10}{one.said}\n{advice}"


def _terminal() -> Iterator[Finding]:
    """What the terminal can do; nothing when the output goes to none."""
    if not on_terminal():
        return
    yield _size()
    yield _colours()
    answers = ask()
    yield _widths(answers)
    yield _copying(answers)


def _screens(session: Session) -> Iterator[Finding]:
    """That the screens are plain, when they are."""
    if session.plain or load(session.paths)[0].plain:
        yield Finding("screens", State.OK, f"plain, by {'--plain' if session.plain else 'the setting plain = true'}")


def _size() -> Finding:
    columns, rows = shutil.get_terminal_size()
    said = f"{os.environ.get('TERM', 'of no name')}, {columns} columns, {rows} rows"
    if columns < _SMALLEST[0] or rows < _SMALLEST[1]:
        return Finding(
            "terminal", State.HINT, said, "{} columns and {} rows are the least to read in".format(*_SMALLEST)
        )
    return Finding("terminal", State.OK, said)


def _colours() -> Finding:
    term, depth = os.environ.get("TERM", ""), os.environ.get("COLORTERM", "").lower()
    if "NO_COLOR" in os.environ or term in ("dumb", ""):
        why = "NO_COLOR is set" if "NO_COLOR" in os.environ else f"TERM is {term or 'not set'}"
        return Finding("colours", State.HINT, f"none: {why}", "speakers are told apart by their initials")
    if depth in ("truecolor", "24bit"):
        return Finding("colours", State.OK, "16.7 million")
    if "256" in term or "kitty" in term or "direct" in term:
        advice = "export COLORTERM=truecolor, if your terminal shows all colours"
        return Finding("colours", State.HINT, "256, the nearest to the theme's", advice)
    return Finding("colours", State.HINT, "16", "export TERM=xterm-256color, if your terminal shows that many")


def _widths(answers: Answers | None) -> Finding:
    if answers is None or not answers.widths:
        return Finding("widths", State.HINT, "the terminal does not say how wide it draws", "look at `reader demo`")
    odd = [
        f"{name} {answers.widths[name]} cells, not {cell_width(sample)}"
        for name, sample in SAMPLES.items()
        if answers.widths[name] != cell_width(sample)
    ]
    if odd:
        return Finding(
            "widths", State.HINT, "; ".join(odd), "lines with such signs may be shifted: a newer terminal helps"
        )
    return Finding("widths", State.OK, "wide letters, emoji, flags and combining signs as they should be")


def _copying(answers: Answers | None) -> Finding:
    if answers is not None and _CLIPBOARD in answers.features:
        return Finding("copying", State.OK, "the terminal takes what is copied (OSC 52)")
    advice = "copy with y and paste elsewhere; if nothing comes, allow OSC 52 in the terminal's settings"
    if os.environ.get("TMUX"):
        advice = "in tmux: set -g set-clipboard on"
    return Finding("copying", State.HINT, "the terminal does not say whether it takes what is copied (OSC 52)", advice)
