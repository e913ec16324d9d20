"""The tour of the article that ships: a strip that says what to press and moves on when it is done.

A part of the reading screen. It comes once the first frame is out, and is loaded then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.app.addresses import DEMO
from reader.model import NoteKind
from reader.ui.keys import Command
from reader.ui.screens.handing import Handing
from reader.ui.signs import TOUR_DONE, said

if TYPE_CHECKING:
    from textual.content import Content

    from reader.ui.widgets.tour_strip import TourStrip

__all__ = ["Touring"]

_NAMED = re.compile(r"\{([a-z_]+)\}")


class Touring(Handing):
    """Offers the tour in the article that ships to somebody who has not had it."""

    source: str
    _strip: TourStrip | None = None
    _step = 0
    _noted = 0

    def offer_tour(self) -> None:
        """Begin the tour, in the article that ships, if it was never taken."""
        if self.source == DEMO and self._strip is None:
            self.work(lambda: self.desk.tour.taken, lambda taken: None if taken else self.begin_tour(), group="tour")

    def begin_tour(self) -> None:
        """Begin it, or begin it anew."""
        from reader.ui.widgets.tour_strip import TourStrip

        if self._strip is None:
            self._strip = TourStrip()
            self.foot.mount(self._strip, before=self.message_bar)
        self._step = 0
        self._show_step()

    def perform(self, command: Command) -> None:
        """Do an action, and go on with the tour if it is what the step is about."""
        if self._strip is not None and self._at_end():
            self._leave_tour()
        super().perform(command)
        self._happened(command.action.name)

    def show_hints(self) -> None:
        """Show the hints; the strip makes room for keys that may follow."""
        if self._strip is not None:
            self._strip.display = not self.keys.pending
        super().show_hints()

    def notes_shown(self) -> None:
        """Go on when there is one note more than when the step began."""
        super().notes_shown()
        if self._count_notes() > self._noted:
            from reader.app.tour import NOTED

            self._happened(NOTED)
        self._noted = self._count_notes()

    def do_cancel(self, command: Command) -> None:
        """End the innermost thing; the tour when there is none."""
        view = self.view
        told = self.message_bar.has_class("-shown")  # an error, which stays until now
        nothing = not (told or view.selecting is not None or view.hits or view.focus_speaker or self.panel_has_keys)
        super().do_cancel(command)
        if nothing and self._strip is not None:
            self._remember()
            self._leave_tour()
            self.say(self.with_keys("the tour is over; {tour} takes it again"))

    def _happened(self, name: str) -> None:
        if self._strip is None or self._at_end():
            return
        from reader.app.tour import step_after

        after = step_after(self._step, name)
        if after != self._step:
            self._step = after
            self._show_step()
            if self._at_end():
                self._remember()

    def _show_step(self) -> None:
        from reader.app.tour import STEPS, THE_END

        if self._strip is not None:
            ended = self._step == len(STEPS)
            sign = said(TOUR_DONE, self.reader_app.palette.plain) if ended else f"Tour {self._step + 1} of {len(STEPS)}"
            words = THE_END if ended else STEPS[self._step].words
            self._strip.show(sign, self._with_bold_keys(words), "" if ended else self.with_keys("{cancel} leaves it"))

    def _with_bold_keys(self, words: str) -> Content:
        """Words with the keys of the actions named in them, as they are mapped; what has none is in the palette."""
        from textual.content import Content

        parts: list[str | tuple[str, str]] = []
        for place, part in enumerate(_NAMED.split(words)):
            if place % 2:
                parts.append((self._key_of(part), "bold $accent"))
            else:
                parts.append(part)
        return Content.assemble(*parts)

    def _key_of(self, action: str) -> str:
        keymap = self.reader_app.keymap
        return keymap.key_of(action) or f"{keymap.key_of('palette')} {action.replace('_', ' ')}"

    def _at_end(self) -> bool:
        from reader.app.tour import STEPS

        return self._step == len(STEPS)

    def _leave_tour(self) -> None:
        if self._strip is not None:
            self._strip.remove()
            self._strip = None

    def _remember(self) -> None:
        self.work(self.desk.tour.end, lambda _nothing: None, group="tour")

    def _count_notes(self) -> int:
        return sum(note.kind is not NoteKind.CORRECTION for note in self.notes)
