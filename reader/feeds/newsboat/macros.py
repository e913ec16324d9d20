"""newsboat's macros as ours: each of its operations becomes the action that does the same here."""

from __future__ import annotations

import re

from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["OPERATIONS", "macro_of"]

# newsboat's doc/keycmds.dsv on the left
OPERATIONS = {
    "open": "open", "open-in-browser": "browser", "open-in-browser-and-mark-read": "browser_read",
    "reload": "refetch", "reload-all": "refresh_all", "mark-feed-read": "feed_read", "mark-all-feeds-read": "all_read",
    "toggle-article-read": "toggle_read", "toggle-show-read-feeds": "hide_read",
    "toggle-show-read-articles": "hide_read",
    "next": "next_entry", "prev": "previous_entry", "next-unread": "next_unread", "prev-unread": "previous_unread",
    "next-unread-feed": "next_unread_feed", "prev-unread-feed": "previous_unread_feed", "save": "save_offline",
    "edit-urls": "subscriptions", "show-urls": "links_tab", "open-search": "search", "clear-filter": "cancel",
    "select-tag": "by_tag", "goto-title": "go_to_feed", "sort": "sort", "help": "help", "redraw": "redraw",
    "up": "up", "down": "down", "pageup": "page_up", "pagedown": "page_down", "halfpageup": "half_page_up",
    "halfpagedown": "half_page_down", "home": "top", "end": "bottom", "quit": "back", "hard-quit": "quit",
    "view-dialogs": "read_last",
}  # fmt: skip
_WITH_WORDS = {"pipe-to": "pipe", "set-filter": "filter"}
_KEYS = {"SPACE": "space", "ENTER": "enter", "ESC": "escape", "TAB": "tab"}


def macro_of(words: list[str]) -> tuple[str, list[str]]:
    """The key of a macro and the lines that it plays; ``words`` are those after ``macro``.

    Operations stand between semicolons, a description after ``--``. BadInput, in a line, for one that has no like here.
    """
    if len(words) < 2:
        raise BadInput("a macro needs a key and what it does")
    lines = [_line(one) for one in _operations(words[1:])]
    if not lines:
        raise BadInput("a macro needs a key and what it does")
    return _key(words[0]), lines


def _operations(words: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        if word == "--":
            break
        found[-1].extend(filter(None, [word.removesuffix(";")]))
        if word.endswith(";"):
            found.append([])
    return [one for one in found if one]


def _line(operation: list[str]) -> str:
    name, *given = operation
    if name == "set":
        raise BadInput("changes a setting of newsboat's own (here open_command opens every address): not taken")
    if name in _WITH_WORDS:
        return " ".join([_WITH_WORDS[name], *map(clean_line, given)])
    if given or name not in OPERATIONS:
        raise BadInput(f"{elide(clean_line(' '.join(operation)), 40)}: no action here does that: not taken")
    return OPERATIONS[name]


def _key(written: str) -> str:
    if control := re.fullmatch(r"\^([A-Z])", written):
        return f"ctrl+{control[1].lower()}"
    if re.fullmatch(r"F1?\d", written):
        return written.lower()
    if len(written) != 1 and written not in _KEYS:
        raise BadInput(f"{elide(clean_line(written), 20)}: is no key here: not taken")
    return _KEYS.get(written, written)
