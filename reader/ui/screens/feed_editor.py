"""Editing one feed: its name, folder, tags, how often and as whom it is fetched, and whether with full text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from reader.ui.screens.dialogue import Dialogue
from reader.ui.signs import is_plain, spoken

if TYPE_CHECKING:
    from reader.credentials import Login
    from reader.library.feed_records import FeedRow

__all__ = ["FeedEditor", "Settings"]

Settings = dict[str, "str | int | bool | tuple[str, ...]"]

YES = {"yes": True, "y": True, "on": True, "true": True, "no": False, "n": False, "off": False, "false": False}
LONGEST = 60 * 24 * 30
"""Minutes between two fetches at most: a month."""
LABELS = {
    "name": "Name",
    "folder": "Folder",
    "tags": "Tags",
    "interval": "Fetch every",
    "full_text": "Full text",
    "user_agent": "User agent",
    "user": "Log in as",
    "password": "Password",
    "command": "or command",
}


def _field(value: str, placeholder: str, *, password: bool = False) -> Input:
    return Input(value, placeholder=placeholder, password=password, compact=True)


class FeedEditor(Dialogue[Settings], inherit_bindings=False):
    """A field a setting; Enter saves and answers all of them, Esc leaves with None."""

    DEFAULT_CSS = """
    FeedEditor { align: center middle; background: $background 60%; }
    FeedEditor > Vertical { width: 76; max-width: 96%; height: auto; max-height: 96%;
        border: round $primary; background: $background; padding: 1 2; }
    FeedEditor Horizontal { height: 1; }
    FeedEditor Horizontal > Static { width: 15; color: $muted; }
    FeedEditor Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
    FeedEditor Input:focus { border: none; background: $panel; }
    FeedEditor #address { color: $muted; margin: 0 0 1 0; }
    FeedEditor #trouble { color: $error; height: auto; margin: 1 0 0 0; }
    """

    def __init__(self, feed: FeedRow, folders: Sequence[str], login: Login | None = None) -> None:
        super().__init__()
        self._feed = feed
        self._login = login
        own = feed.title or feed.url
        kept = "in the keyring; type to change it" if login and not login.command else "goes into the system's keyring"
        self._fields = {
            "name": _field(feed.given_name, own),
            "folder": _field(feed.folder, "none; News/Tech is one in another"),
            "tags": _field(" ".join(feed.tags), "words parted by spaces"),
            "interval": _field(str(feed.interval or ""), "minutes; empty: as the feed asks"),
            "full_text": _field("yes" if feed.full_text else "no", "yes or no"),
            "user_agent": Input(
                feed.user_agent, placeholder="what a site wants to hear; usually nothing", compact=True
            ),
            "user": _field(login.user if login else "", "only for a feed behind a password"),
            "password": _field("", kept, password=True),
            "command": Input(
                login.command if login else "", placeholder="prints the password: pass show tide", compact=True
            ),
        }
        self._fields["folder"].suggester = SuggestFromList(list(folders), case_sensitive=False)
        self._trouble = Static(markup=False, id="trouble")

    def compose(self) -> ComposeResult:
        """The fields under each other."""
        box = Vertical()
        box.border_title = "Feed"
        box.border_subtitle = Content(spoken("Tab next · Enter saves · Esc leaves", is_plain(self)))
        with box:
            yield Static(self._feed.url, id="address", markup=False)
            for name, field in self._fields.items():
                with Horizontal():
                    yield Static(LABELS[name], markup=False)
                    yield field
            yield self._trouble

    def on_mount(self) -> None:
        """Begin with the name."""
        self._fields["name"].focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, unless something does not fit."""
        event.stop()
        typed = {name: " ".join(field.value.split()) for name, field in self._fields.items()}
        typed["password"] = self._fields["password"].value
        if wrong := self._wrong(typed):
            self._trouble.update(wrong[1])
            self._fields[wrong[0]].focus()
            return
        settings: Settings = {
            "name": typed["name"],
            "folder": "/".join(part.strip() for part in typed["folder"].split("/") if part.strip()),
            "tags": tuple(dict.fromkeys(typed["tags"].replace("#", " ").replace(",", " ").split())),
            "interval": int(typed["interval"] or "0"),
            "full_text": YES[typed["full_text"].casefold() or "no"],
            "user_agent": typed["user_agent"],
        }
        if self._another_login(typed):
            settings |= {name: typed[name] for name in ("user", "password", "command")}
        self.answer(settings)

    def _another_login(self, typed: dict[str, str]) -> bool:
        before = (self._login.user, self._login.command) if self._login else ("", "")
        return bool(typed["password"]) or (typed["user"], typed["command"]) != before

    def _wrong(self, typed: dict[str, str]) -> tuple[str, str] | None:
        """The first field that does not fit, and why."""
        interval = typed["interval"] or "0"
        if not (interval.isascii() and interval.isdecimal()) or int(interval) > LONGEST:
            return "interval", f"fetch every: a number of minutes up to {LONGEST:,}, or nothing"
        if (typed["full_text"].casefold() or "no") not in YES:
            return "full_text", "full text: yes or no"
        if not typed["user_agent"].isascii():
            return "user_agent", "user agent: letters of ASCII only, as HTTP has it"
        if typed["password"] and typed["command"]:
            return "password", "a password for the keyring, or a command that prints it: not both"
        if not typed["user"] and (typed["password"] or typed["command"]):
            return "user", "log in as: whose password is it?"
        if typed["user"] and self._another_login(typed) and not (typed["password"] or typed["command"]):
            return "password", "password: type it, or name a command that prints it"
        return None

    def on_key(self, event: Key) -> None:
        """Tab and arrows go from field to field, Esc leaves."""
        if event.key in ("tab", "down"):
            self.focus_next()
        elif event.key in ("shift+tab", "up"):
            self.focus_previous()
        elif event.key == "escape":
            self.answer(None)
        else:
            return
        event.stop()
        event.prevent_default()
