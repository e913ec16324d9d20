"""From single key presses to actions: counts, sequences and keys that are an argument. No widget here."""

from __future__ import annotations

from msgspec import Struct
from textual.events import Key

from reader.actions import Action, Place
from reader.app.keymap import Keymap

__all__ = ["Command", "KeyReader", "pressed"]


def pressed(event: Key) -> str:
    """What was pressed, as a keymap writes it: ``j``, ``space``, ``ctrl+d``, ``alt+v``."""
    named = event.key == "space" or event.key.startswith("alt+")  # with Alt the character is that of the bare key
    return event.character if event.is_printable and event.character and not named else event.key


class Command(Struct, frozen=True):
    """An action that was asked for: how many times (None when no number was typed), and its argument key."""

    action: Action
    count: int | None = None
    argument: str = ""


class KeyReader:
    """Reads keys one by one and answers with a command when a sequence is complete.

    ``pending`` is what has been typed of an unfinished one, for the footer; ``unknown`` the letters and signs that the
    last key ended and that mean nothing here.
    """

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self.reset()

    def reset(self) -> None:
        """Forget what was typed of an unfinished sequence."""
        self._count = ""
        self._keys: tuple[str, ...] = ()
        self._waiting: Action | None = None
        self.unknown = ""

    @property
    def pending(self) -> str:
        """What has been typed so far, as it would be written; empty when nothing is open."""
        return self._count + "".join(self._keys)

    @property
    def waits_for(self) -> str:
        """The name of the action that the next key is the argument of; empty when there is none."""
        return self._waiting.name if self._waiting else ""

    def continuations(self, place: Place) -> list[tuple[str, Action]]:
        """The keys that may follow what was typed, each with the action it leads to."""
        typed = len(self._keys)
        if not typed or self._waiting:
            return []
        return [
            ("".join(keys[typed:]), action)
            for keys, action in self.keymap.places[place].items()
            if keys[:typed] == self._keys
        ]

    def press(self, key: str, place: Place) -> Command | None:
        """Take one key; the command it completes, or None when more must come or it means nothing here."""
        self.unknown = ""
        if self._waiting is not None:
            command = Command(self._waiting, self._number(), key)
            self.reset()
            return command if key != "escape" else None
        if self.pending and key == "escape":
            self.reset()
            return None
        if not self._keys and key.isdecimal() and len(key) == 1 and (key != "0" or self._count):
            self._count = (self._count + key)[:6]
            return None
        return self._follow((*self._keys, key), place)

    def _follow(self, keys: tuple[str, ...], place: Place) -> Command | None:
        table = self.keymap.places[place]
        if action := table.get(keys):
            if action.wants_key:
                self._keys, self._waiting = keys, action
                return None
            command = Command(action, self._number())
            self.reset()
            return command
        if any(known[: len(keys)] == keys for known in table):
            self._keys = keys
        else:
            self.reset()
            self.unknown = "".join(keys) if all(len(key) == 1 for key in keys) else ""
        return None

    def _number(self) -> int | None:
        return int(self._count) if self._count else None
