"""Handing an article, or a passage of it, to a command of the user's: the text on its standard input, read aloud."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

from reader.commands import command_name, run, words_of
from reader.config import Config
from reader.errors import BadInput
from reader.model import Article
from reader.text import clean_line, counted

__all__ = ["pipe", "piped_text", "speak"]

SECONDS = 60.0
"""How long a pipe's command may take."""
LONGEST_SPEECH = 6 * 3600.0
_SPEAKERS = (("espeak-ng", "--stdin"), ("espeak", "--stdin"), ("say", "-f", "-"), ("spd-say", "--wait", "--pipe-mode"))


def piped_text(article: Article, passage: str = "") -> str:
    """What a command is given: a passage, else the whole article as plain text, as `reader show` prints it."""
    if passage:
        return f"{passage}\n"
    from reader.app.render.article import article_text

    return article_text(article)


def pipe(command: str, text: str, *, stop: Callable[[], bool]) -> str:
    """Run a command with the text on its standard input; a line with what it printed first. BadInput when it fails."""
    words = words_of(command)
    name = command_name(words)
    lines = run(words, text.encode("utf-8", "replace"), seconds=SECONDS, stop=stop).decode("utf-8", "replace")
    shown = [line for line in map(clean_line, lines.splitlines()) if line]
    if not shown:
        return f"{name}: done"
    more = f" (and {counted(len(shown) - 1, 'more line')})" if len(shown) > 1 else ""
    return f"{name}: {shown[0]}{more}"


def speak(config: Config, text: str, language: str, *, stop: Callable[[], bool]) -> None:
    """Read a text aloud with ``speak_command``, else with what the system has; returns when it was read.

    BadInput when nothing can read aloud, or it fails.
    """
    command = words_of(config.speak_command) if config.speak_command else _system_speaker(language)
    run(command, text.encode("utf-8", "replace"), seconds=LONGEST_SPEECH, stop=stop)


def _system_speaker(language: str) -> list[str]:
    """The command of the system's that reads aloud, in the article's language where it takes one."""
    for command in _SPEAKERS:
        if command[0] == "say" and sys.platform != "darwin":
            continue
        if found := shutil.which(command[0]):
            tongue = language.partition("-")[0].lower()
            voice = ["-v", tongue] if command[0].startswith("espeak") and tongue.isalpha() and tongue.isascii() else []
            return [found, *voice, *command[1:]]
    raise BadInput("nothing here reads aloud: install espeak-ng, or set speak_command in config.toml")
