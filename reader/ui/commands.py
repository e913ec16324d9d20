"""The command palette: every action that works on the screen, and every theme, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.actions import ACTIONS, Place
from reader.ui.app import ReaderApp
from reader.ui.screens.base import KeyedScreen

__all__ = ["ActionCommands", "ActionPalette"]

KEYS = 9
"""Cells for a key, as many as ``backspace`` takes."""


class ActionPalette(CommandPalette):
    """Textual's palette in the frame of the other dialogues, without its sign that not every terminal has."""

    DEFAULT_CSS = """
    ActionPalette > Vertical { width: 84; max-width: 96%; margin-top: 1; background: $background; }
    ActionPalette #--input { border: round $primary; background: $background; }
    ActionPalette #--input.--list-visible { border: round $primary; border-bottom: none; padding: 0 0 1 0; }
    ActionPalette SearchIcon { display: none; }
    ActionPalette CommandInput, ActionPalette CommandInput:focus { border: none; padding: 0 1; height: 1; }
    ActionPalette #--results { background: $background; }
    ActionPalette CommandList { border: round $primary; border-top: none; padding: 0; background: $background;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ActionPalette CommandList > .option-list--option { padding: 0 1; text-style: none; }
    """


class ActionCommands(Provider):
    """Offers the actions of the place that has the keys, then the themes."""

    def _commands(self) -> Iterator[tuple[str, Content, Callable[[], object]]]:
        """Name, how it is shown, and what it does: first what the footer has too.

        The palette takes its help texts for markup, so keys and themes' names stand in the shown content.
        """
        app, screen = cast("ReaderApp", self.app), self.screen
        if not isinstance(screen, KeyedScreen):
            return
        place = screen.place()
        here = [one for one in ACTIONS if place in one.where and not one.wants_key and place is not Place.EDITOR]
        for action in sorted(here, key=lambda one: not screen.hint_of(one)):
            key = app.keymap.key_of(action.name)
            shown = Content.assemble((f"{key:>{KEYS}}", "$accent"), f"  {action.text}")
            if app.palette.plain:
                shown = Content(f"{action.text}: {key}" if key else action.text)
            yield action.text, shown, partial(screen.perform_named, action)
        for theme in app.reader_themes.values():
            name = f"Theme: {theme.name}"
            yield (
                name,
                Content(name if app.palette.plain else f"{'':>{KEYS}}  {name}"),
                partial(app.choose_theme, theme.id),
            )

    async def discover(self) -> Hits:
        """All of them."""
        for name, shown, do in self._commands():
            yield DiscoveryHit(shown, do, text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher = self.matcher(query)
        for name, shown, do in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, shown, do, text=name)
