"""What people type who know another program, and the command here that does it."""

from __future__ import annotations

from pathlib import Path

from reader.errors import BadInput

__all__ = ["OF_FEED", "OF_READER", "told_if_meant"]

_ADD = "`reader add URL` follows a feed"
_ALL = "`reader feeds` lists the feeds"
_DROP = "`reader feed drop NAME` follows a feed no more"
_SET = "`reader feed set NAME KEY=VALUE` changes a feed: `reader feed set --help` has the keys"
_FETCH = "`reader refresh` fetches what is new, `reader refresh NAME` of one feed"
_PRINT = "`reader feed URL` prints what a feed says, `reader entries NAME` lists what came of one that you follow"

OF_READER = {
    **dict.fromkeys(("subscribe", "follow", "new"), _ADD),
    **dict.fromkeys(("list", "ls", "subscriptions"), f"{_ALL}, `reader entries` what came"),
    **dict.fromkeys(("unsubscribe", "remove", "rm", "delete", "drop"), _DROP),
    **dict.fromkeys(("update", "fetch", "reload", "pull"), _FETCH),
    **dict.fromkeys(("read", "view", "cat"), "`reader URL` opens an article, `reader show URL` prints it"),
    **dict.fromkeys(("find", "grep"), "`reader search WORDS` finds in everything"),
    **dict.fromkeys(("items", "articles", "news"), "`reader entries` lists what came"),
    "help": "`reader --help` lists the commands",
    "version": "`reader --version` prints it",
    "theme": "`reader themes` lists the themes",
    "note": "`reader notes` lists your notes",
    "quote": "`reader quotes URL` prints who said what",
    "opml": "`reader import FILE` takes a list of feeds in, `reader export opml` gives yours",
}
"""By the first word after ``reader``."""
OF_FEED = {
    **dict.fromkeys(("add", "subscribe", "follow", "new"), _ADD),
    **dict.fromkeys(("list", "ls", "all"), _ALL),
    **dict.fromkeys(("remove", "rm", "delete", "del", "unsubscribe"), _DROP),
    **dict.fromkeys(("edit", "rename", "change", "config", "move", "tag"), _SET),
    **dict.fromkeys(("refresh", "update", "fetch", "reload"), _FETCH),
    **dict.fromkeys(("show", "print", "view", "read", "entries", "items"), _PRINT),
    "search": "`reader search WORDS` finds in everything",
    "import": "`reader import FILE` takes a list of feeds in",
    "export": "`reader export opml` gives your list of feeds",
    "help": "`reader feed --help` says what there is",
}
"""By the first word after ``reader feed``."""


def told_if_meant(group: str, word: str, meant: dict[str, str]) -> None:
    """BadInput that names the command that was meant, if it is known and no file has this name."""
    if word in meant and not Path(word).exists():
        raise BadInput(f"{group}{word}: no such command: {meant[word]}")
