"""The page of all keys, from the registry of actions and the presets."""

from __future__ import annotations

from collections.abc import Iterable

from marked import code, note, table

from reader.actions import ACTIONS, Action, Group, Place
from reader.app.keymap import build_keymap
from reader.presets import PRESETS

__all__ = ["page"]

BEGINNING = """\
# Keys

Every key does one thing, wherever that thing makes sense. A name in the last column is what `config.toml` calls the
action: see [your own keys](../settings.md#your-own-keys). Two or three keys in a row are pressed one after another.
A number before a key repeats it: `5j` goes five lines down.

On the screen the footer shows the keys that matter where you are, `?` shows all of them with your own mapping, and
`ctrl+p` finds every action by name. After a key that begins others, such as `g`, those that may follow are shown.
"""
PLACES = {
    Place.LIBRARY: "what was read last",
    Place.FEEDS: "feeds",
    Place.ENTRIES: "entries",
    Place.SUBSCRIPTIONS: "subscriptions",
    Place.READING: "article",
    Place.SEARCHING: "article, while searching",
    Place.VISUAL: "selecting",
    Place.PANEL: "panel",
    Place.NOTES: "all notes",
    Place.UNSURE: "unsure quotations",
    Place.BOOK: "speakers",
    Place.SPEAKER: "a speaker",
    Place.PICTURE: "a picture",
    Place.REPORT: "a draft's verdicts",
    Place.FOUND: "search",
    Place.EDITOR: "writing a note",
}
"""Where a key works, as a reader of the page knows the places."""
PRESET_TEXT = """\
## Presets

`preset = "vim"` (or `"less"`, `"newsboat"`, `"emacs"`) in `config.toml` brings the keys that your fingers know. These
differ from reader's own; all others stay as they are.
"""


def page() -> str:
    """The whole page."""
    parts = [note("reader/actions.py and reader/presets.py"), BEGINNING]
    for group in Group:
        rows = [
            (_keys(action.keys), action.text, _where(action), code(action.name))
            for action in ACTIONS
            if action.group is group
        ]
        parts += [f"## {group}\n", table(("keys", "what it does", "where", "name"), rows) + "\n"]
    return "\n".join([*parts, PRESET_TEXT, _presets()]) + "\n"


def _presets() -> str:
    names = [name for name in PRESETS if name]
    written = {name: build_keymap({}, name)[0].written for name in ("", *names)}
    rows = [
        (code(action.name), *(_keys(written[name].get(action.name, ())) for name in names))
        for action in ACTIONS
        if any(written[name].get(action.name) != written[""].get(action.name) for name in names)
    ]
    return table(("action", *names), rows)


def _keys(keys: Iterable[str]) -> str:
    return " ".join(map(code, keys)) or "–"


def _where(action: Action) -> str:
    missing = [_place(place) for place in Place if place not in action.where and place is not Place.EDITOR]
    if Place.EDITOR not in action.where and len(missing) <= 4:
        return f"everywhere but: {', '.join(missing)}" if missing else "everywhere"
    implied = {Place.SEARCHING} if Place.READING in action.where else set()
    return ", ".join(_place(place) for place in Place if place in action.where - implied)


def _place(place: Place) -> str:
    return PLACES.get(place, place.value)
