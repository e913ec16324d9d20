"""Editing one feed: its name, folder, tags, how often it is fetched, and whether with full text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from reader.ui.screens.dialogue import Dialogue

if TYPE_CHECKING:
    from reader.library.feed_records import FeedRow

__all__ = ["FeedEditor", "Settings"]

Settings = dict[str, "str | int | bool | tuple[str, ...]"]

YES = {"yes": True, "y": True, "on": True, "true": True, "no": False, "n": False, "off": False, "false": False}
LONGEST = 60 * 24 * 30
"""Minutes between two fetches at most: a month."""


class FeedEditor(Dialogue[Settings], inherit_bindings=False):
    """A field a setting; Enter saves and answers all of them, Esc leaves with None."""

    DEFAULT_CSS = """
    FeedEditor { align: center middle; background: $background 60%; }
    FeedEditor > Vertical { width: 76; max-width: 96%; height: auto; max-height: 96%;
        border: round $primary; background: $background; padding: 1 2; }
    FeedEditor Horizontal { height: 1; margin: 0 0 1 0; }
    FeedEditor Horizontal > Static { width: 14; color: $muted; }
    FeedEditor Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
    FeedEditor Input:focus { border: none; background: $panel; }
    FeedEditor #address { color: $muted; margin: 0 0 1 0; }
    FeedEditor #trouble { color: $error; height: auto; }
    """

    def __init__(self, feed: FeedRow, folders: Sequence[str]) -> None:
        super().__init__()
        self._feed = feed
        own = feed.title or feed.url
        self._fields = {
            "name": Input(feed.given_name, placeholder=own, compact=True),
            "folder": Input(feed.folder, placeholder="none; News/Tech is one in another", compact=True),
            "tags": Input(" ".join(feed.tags), placeholder="words parted by spaces", compact=True),
            "interval": Input(str(feed.interval or ""), placeholder="minutes; empty: as the feed asks", compact=True),
            "full_text": Input("yes" if feed.full_text else "no", placeholder="yes or no", compact=True),
        }
        self._fields["folder"].suggester = SuggestFromList(list(folders), case_sensitive=False)
        self._trouble = Static(markup=False, id="trouble")

    def compose(self) -> ComposeResult:
        """The fields under each other."""
        labels = {
            "name": "Name",
            "folder": "Folder",
            "tags": "Tags",
            "interval": "Fetch every",
            "full_text": "Full text",
        }
        box = Vertical()
        box.border_title = "Feed"
        box.border_subtitle = "Tab next · Enter saves · Esc leaves"
        with box:
            yield Static(self._feed.url, id="address", markup=False)
            for name, field in self._fields.items():
                with Horizontal():
                    yield Static(labels[name], markup=False)
                    yield field
            yield self._trouble

    def on_mount(self) -> None:
        """Begin with the name."""
        self._fields["name"].focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, unless something is no number or no yes."""
        event.stop()
        typed = {name: " ".join(field.value.split()) for name, field in self._fields.items()}
        interval = typed["interval"] or "0"
        full_text = YES.get(typed["full_text"].casefold() or "no")
        if not interval.isdecimal() or int(interval) > LONGEST:
            self._refuse("interval", f"fetch every: a number of minutes up to {LONGEST:,}, or nothing")
        elif full_text is None:
            self._refuse("full_text", "full text: yes or no")
        else:
            tags = tuple(dict.fromkeys(typed["tags"].replace("#", " ").replace(",", " ").split()))
            folder = "/".join(part.strip() for part in typed["folder"].split("/") if part.strip())
            self.answer(
                {
                    "name": typed["name"],
                    "folder": folder,
                    "tags": tags,
                    "interval": int(interval),
                    "full_text": full_text,
                }
            )

    def _refuse(self, name: str, why: str) -> None:
        self._trouble.update(why)
        self._fields[name].focus()

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
