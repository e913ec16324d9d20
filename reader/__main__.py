"""The program: chooses a face, and is the one place where every error ends as one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from reader.app.addresses import DEMO
from reader.cli.session import Session, is_served
from reader.errors import BadInput, Exit, ReaderError

if TYPE_CHECKING:
    from reader.app.desk import Desk

__all__ = ["main"]

# Leave the alternate screen, show the cursor, stop reporting the mouse, focus, pastes and keys (kitty), plain colours.
_RESTORE = "\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[<u\x1b[0m"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the command line when None); returns the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _speak_utf8()
    session = Session(open_ui=_open_ui)
    modes = _terminal_modes()
    try:
        return _run(arguments, session)
    except ReaderError as error:
        return _say(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _say("interrupted", Exit.INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has seen enough
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 - the one broad except: a defect ends in a line, not in a torn screen
        return _defect(error, session, modes)
    finally:
        session.close()
        _settle_output()


def _run(arguments: list[str], session: Session) -> int:
    if sys.platform == "win32":
        raise BadInput("Windows is not supported yet: use Linux, macOS or the Windows Subsystem for Linux")
    if instruction := os.environ.get("_READER_COMPLETE"):
        from reader.cli.root import complete

        return complete(instruction, session)
    words = [word for word in arguments if word != "--plain"]
    if sys.stdout.isatty() and _is_simple(words):  # what is typed most starts without click
        session.plain = len(words) < len(arguments)
        return _open_ui(session.desk, _named(words))
    from reader.cli import run

    return run(arguments, session)


def _is_simple(arguments: list[str]) -> bool:
    """Whether there is nothing to parse: no word, ``demo``, or one that can only be a file or an address."""
    if len(arguments) != 1:
        return not arguments
    word = arguments[0]
    return word == "demo" or (not word.startswith("-") and any(sign in word for sign in "./"))


def _named(arguments: list[str]) -> str | None:
    """What to open."""
    return None if not arguments else DEMO if arguments == ["demo"] else arguments[0]


def _open_ui(desk: Desk, source: str | None) -> int:
    """Show the library, or an article, until the user quits."""
    if not is_served() and not sys.stdin.isatty():
        _take_keys_from_terminal()
    elif source == "-":
        raise BadInput("-: standard input is the keyboard: pipe an article into it, as in curl -s URL | reader -")
    gc.disable()  # until the first frame, where the screen turns it on: a tenth of the start is collecting nothing
    from reader.ui.app import run

    run(desk, source)
    return Exit.DONE


def _take_keys_from_terminal() -> None:
    """Make the terminal file descriptor 0; what was piped in stays readable as ``sys.stdin``."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise BadInput("no terminal to take keys from: print the article instead, with reader show -") from error
    sys.stdin = os.fdopen(os.dup(0), encoding="utf-8", errors="surrogateescape")
    os.dup2(terminal, 0)
    os.close(terminal)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what has no UTF-8 form, such as a file's odd name, is written escaped.

    A stream that was closed before the start becomes one that leads nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - it lives as long as we
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _settle_output() -> None:
    """Send out what was printed, or let it go when nobody takes it, so that Python has nothing to complain about."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str, code: int) -> int:
    """One line for the person, without anything in it that could steer the terminal."""
    from reader.text import clean_line

    with suppress(BrokenPipeError):
        sys.stderr.write(f"reader: {clean_line(line)}\n")
        sys.stderr.flush()
    return code


def _terminal_modes() -> list[Any] | None:
    """How the terminal is set now, to set it so again after a crash; None when there is none."""
    if sys.platform == "win32" or not (sys.stdin and sys.stdin.isatty()):
        return None
    import termios

    with suppress(termios.error):
        return termios.tcgetattr(sys.stdin)
    return None


def _defect(error: Exception, session: Session, modes: list[Any] | None) -> int:
    """Give the terminal back, write the trace to the private log, and say where it is."""
    from reader.app.log import write_trace

    if sys.stdout.isatty():
        sys.stdout.write(_RESTORE)
        sys.stdout.flush()
    if modes is not None:
        import termios

        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, modes)
    log = session.paths.log
    where = f"the trace is in {log}" if write_trace(log, error) else f"no trace: {log} cannot be written"
    return _say(f"a defect of reader itself ({type(error).__name__}): {where}", Exit.DEFECT)


if __name__ == "__main__":
    sys.exit(main())
