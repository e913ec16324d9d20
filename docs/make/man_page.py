"""The manual page, ``reader.1`` in the macros of man(7), from click and the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree import Told, everywhere, told

from reader.actions import ACTIONS, Action, Group

__all__ = ["page"]

TITLE = r""".\" Made from the code by `python docs/make`: change that, not this.
.TH READER 1 "" "reader" "User Commands"
.SH NAME
reader \- a terminal news reader that shows who said what, and keeps your notes
.SH SYNOPSIS
.B reader
.RI [ URL | FILE | \- ]
.br
.B reader
.I COMMAND
.RI [ OPTION ...]
.SH DESCRIPTION
Without a word,
.B reader
opens the library: feeds, their entries, and what you read. With an address, a file or
.B \-
for standard input (HTML, Markdown, plain text or e-mail) it opens one article: its speakers are marked, a side panel
lists quotations, speakers, links, notes and outline, and notes find their passage again when the article is opened
next.
.B reader demo
opens an article that shows every feature, offline.
.PP
Output that goes to no terminal is plain text. Progress and complaints go to standard error.
"""
END = r""".SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Done, with findings or with failures: a line each on standard error.
.TP
.B 2
What was given cannot be used: one line says what, why, and what to do.
.TP
.B 70
A defect of reader's own; the trace is in its log.
.TP
.B 130
Interrupted.
.SH ENVIRONMENT
.TP
.B READER_HOME
A folder that everything is kept in, as with
.BR \-\-home .
.TP
.B NO_COLOR
Not empty: no colours.
.TP
.BR VISUAL ", " EDITOR
The editor for long notes.
.SH FILES
.B reader config path
prints where the settings are.
.B reader doctor
prints where everything else is, and checks it.
.SH SEE ALSO
The documentation's pages, in the folder
.I docs
of the source: the first is
.IR docs/index.md .
"""


def page() -> str:
    """The whole page."""
    parts = [TITLE, ".SH OPTIONS\nThese hold for every command.\n", *_options(everywhere())]
    parts.append(
        ".TP\n.B \\-\\-version\nPrint the version.\n"
        '.TP\n.BR \\-h ", " \\-\\-help\nPrint help, of a command after its name.\n'
    )
    parts.append(".SH COMMANDS\n")
    for one in told():
        parts += _command(one)
    parts.append(".SH KEYS\nThose that the program ships with;\n.B reader config keys\nlists those in effect.\n")
    for group in Group:
        parts.append(f'.SS "{group}"\n')
        parts += [_key(action) for action in ACTIONS if action.group is group]
    return "".join([*parts, END])


def _command(one: Told) -> Iterator[str]:
    yield f'.SS "{_plain(one.name)} {_plain(one.usage)}"\n'
    yield ".PP\n".join(f"{_line(part)}\n" for part in one.paragraphs)
    yield from _options(one.options)
    if one.after:
        yield ".PP\n.RS 4\n.nf\n" + "\n".join(map(_line, one.after.split("\n"))) + "\n.fi\n.RE\n"


def _options(options: Iterable[tuple[str, str]]) -> Iterator[str]:
    for option, said in options:
        yield f'.TP\n.B "{_plain(option)}"\n{_line(said)}\n'


def _key(action: Action) -> str:
    keys = ", ".join(action.keys)
    return f'.TP\n.B "{_plain(keys)}"\n{_line(action.text)}\n'


def _plain(text: str) -> str:
    """Text between the quotation marks of a macro: no escapes but ours, no sign that man would turn into another."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return text.replace("^", r"\(ha").replace("~", r"\(ti").replace('"', r"\(dq").replace("…", "...")


def _line(text: str) -> str:
    """A line of running text, which must not begin with what man takes for a request."""
    plain = _plain(text)
    return rf"\&{plain}" if plain[:1] in (".", "'") else plain
