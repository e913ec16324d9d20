"""What the dialogues share: they answer once."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

__all__ = ["Dialogue"]

Answer = TypeVar("Answer")


class Dialogue(ModalScreen[Answer], inherit_bindings=False):
    """A screen over another that asks for something."""

    def answer(self, value: Answer | None) -> None:
        """Close with an answer; a second one, from a key pressed twice, comes to nothing."""
        if self.is_active:
            self.dismiss(value)
