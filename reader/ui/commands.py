"""The command palette: every action that works on the screen, and every theme, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.actions import ACTIONS, Place
from reader.ui.app import ReaderApp
from reader.ui.screens.base import KeyedScreen

__all__ = ["ActionCommands"]


class ActionCommands(Provider):
    """Offers the actions of the place that has the keys, then the themes."""

    def _commands(self) -> Iterator[tuple[str, Content, Callable[[], object]]]:
        """Name, how it is shown, and what it does.

        The palette takes its help texts for markup, so keys and themes' names stand in the shown content.
        """
        app, screen = cast("ReaderApp", self.app), self.screen
        if not isinstance(screen, KeyedScreen):
            return
        place = screen.place()
        for action in ACTIONS:
            if place in action.where and not action.wants_key and place is not Place.EDITOR:
                keys = ", ".join(app.keymap.written.get(action.name, ()))
                shown = Content.assemble(action.text, "  ", (keys, "$muted"))
                yield action.text, shown, partial(screen.perform_named, action)
        for theme in app.reader_themes.values():
            name = f"Theme: {theme.name}"
            yield name, Content(name), partial(app.choose_theme, theme.id)

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
