"""From the names of roles and looks to terminal styles, in one theme; the only place where colours meet text.

Nothing is told by colour alone: every look but a speaker's tint also changes weight, slant or underline, and speakers
have their initials in the gutter.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from textual.theme import Theme as TextualTheme

from reader.themes import HIGHLIGHTS, Theme
from reader.ui.contrast import SIGN, TEXT, blend, readable

__all__ = ["Palette", "textual_theme"]

TINT, TINT_HERE = 0.12, 0.2
"""How much of a speaker's colour is in the ground of a quotation, and of the one that the caret is in.

With more, the names of other speakers would have to be drawn so light (or dark) there, to be read, that they were not
told apart any more; a test computes both.
"""

_LINES = frozenset({"rule", "border"})
"""Roles and looks of what is drawn but is no word."""


def textual_theme(theme: Theme) -> TextualTheme:
    """The theme as Textual knows it, for its own widgets and for ``app.tcss``."""
    return TextualTheme(
        name=theme.id,
        dark=theme.dark,
        primary=theme.accent,
        secondary=theme.link,
        accent=theme.accent,
        foreground=theme.foreground,
        background=theme.background,
        surface=theme.surface,
        panel=theme.panel,
        warning=theme.warning,
        error=theme.error,
        success=theme.success,
        text_alpha=1.0,
        variables={
            "muted": theme.muted,
            "text-muted": theme.muted,
            "text-disabled": theme.muted,
            "line": theme.border,
            "picked": theme.selection,
            "border": theme.accent,
            "border-blurred": theme.border,
            "scrollbar": theme.border,
            "scrollbar-hover": blend(theme.border, theme.accent, 0.5),
            "scrollbar-active": theme.accent,
            "scrollbar-background": theme.background,
            "scrollbar-background-hover": theme.background,
            "scrollbar-background-active": theme.background,
            "scrollbar-corner-color": theme.background,
            "input-cursor-background": theme.foreground,
            "input-cursor-foreground": theme.background,
            "input-selection-background": theme.selection,
            "block-cursor-background": theme.selection,
            "block-cursor-foreground": theme.foreground,
            "block-cursor-text-style": "bold",
        },
    )


class Palette:
    """The styles of one theme, each made once, for a terminal with the colours that rich says it has.

    With sixteen colours quotations have no tint: it would come out as black here and as grey there, and a name on the
    grey could not be read. Bars and initials say whose they are.

    What is ``plain`` is drawn without signs (``reader.ui.signs``), and its colours never reach the terminal: what is
    selected is told by reverse video alone.
    """

    def __init__(self, theme: Theme, colours: str | None = None, *, plain: bool = False) -> None:
        self.theme, self.plain = theme, plain
        self._tinted = colours != "standard"
        self._made: dict[tuple[str, ...], Style] = {}
        self._roles = self._make_roles()
        self._fixed = self._make_looks()

    def style(self, role: str, *looks: str) -> Style:
        """The style of a role with looks laid over it in turn."""
        key = (role, *looks)
        if (made := self._made.get(key)) is None:
            made = self._roles.get(role, self._roles["paragraph"])
            for look in looks:
                made += self._look(look)
            self._made[key] = made = self._legible(made, SIGN if _LINES & set(key) else TEXT)
        return made

    def _legible(self, style: Style, least: float) -> Style:
        """The style, its colour one that is seen on its ground."""
        if style.color is None or style.bgcolor is None:
            return style
        colour, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
        return style + Style(color=readable(colour, ground, self.theme.foreground, least))

    def ground(self, look: str) -> Style:
        """Only the background of a look, to lay over what is painted already."""
        return self._look(look).background_style

    def speaker(self, slot: int | None) -> str:
        """The colour of a speaker's slot; the slots go round when there are more speakers than colours."""
        if slot is None:
            return self.theme.muted
        return self.theme.speakers[slot % len(self.theme.speakers)]

    def _look(self, look: str) -> Style:
        if (fixed := self._fixed.get(look)) is not None:
            return fixed
        kind, _, rest = look.partition(":")
        if kind == "note":
            ground = self.theme.highlights.get(rest, self.theme.highlights[HIGHLIGHTS[0]])
            return Style(color=self.theme.foreground, bgcolor=ground, underline=True)
        return self._of_speaker(kind, int(rest) if rest.isdecimal() else None)

    def _of_speaker(self, kind: str, slot: int | None) -> Style:
        colour = self.speaker(slot)
        makers: dict[str, Callable[[], Style]] = {
            "mention": lambda: Style(color=colour, bold=True),
            "quote": lambda: Style(bgcolor=blend(self.theme.background, colour, TINT * self._tinted)),
            "here": lambda: Style(bgcolor=blend(self.theme.background, colour, TINT_HERE * self._tinted)),
            "speaker": lambda: Style(color=colour),
            "initials": lambda: Style(color=colour, bold=True),
        }
        return makers[kind]()

    def _make_roles(self) -> dict[str, Style]:
        theme = self.theme
        plain = Style(color=theme.foreground, bgcolor=theme.background)
        muted = plain + Style(color=theme.muted)
        return {
            "paragraph": plain,
            "list_item": plain,
            "title": plain + Style(bold=True),
            "byline": muted,
            "address": muted,
            "caution": plain + Style(color=theme.warning),
            "heading1": plain + Style(color=theme.accent, bold=True, underline=True),
            "heading2": plain + Style(color=theme.accent, bold=True),
            "heading3": plain + Style(bold=True, italic=True),
            "quote": plain + Style(italic=True),
            "code": plain + Style(bgcolor=theme.panel),
            "table": plain,
            "table_head": plain + Style(bold=True),
            "figure": muted + Style(italic=True),
            "credit": muted,
            "footer": muted + Style(italic=True),
            "rule": plain + Style(color=theme.border),
            "muted": muted,
            "blank": plain,
            "accent": plain + Style(color=theme.accent),
        }

    def _make_looks(self) -> dict[str, Style]:
        theme = self.theme
        return {
            "emphasis": Style(italic=True),
            "strong": Style(bold=True),
            "code": Style(bgcolor=theme.panel),
            "code_keyword": Style(color=theme.accent, bold=True),
            "code_name": Style(color=theme.link),
            "code_text": Style(color=theme.success),
            "code_number": Style(color=theme.warning),
            "code_comment": Style(color=theme.muted, italic=True),
            "link": Style(color=theme.link, underline=True),
            "faded": Style(color=theme.muted),
            "search": Style(color=theme.foreground, bgcolor=theme.search, underline=True),
            "overlap": Style(bold=True, underline=False, underline2=True),
            "found": Style(color=theme.background, bgcolor=theme.accent, bold=True),
            "selection": Style(color=theme.foreground, bgcolor=theme.selection, reverse=self.plain or None),
            "hint": Style(color=theme.background, bgcolor=theme.warning, bold=True),
            "caret": Style(reverse=True),
            "muted": Style(color=theme.muted),
            "accent": Style(color=theme.accent),
            "bold": Style(bold=True),
            "tab": Style(underline=True),
            "italic": Style(italic=True),
            "warning": Style(color=theme.warning),
            "error": Style(color=theme.error, bold=True),
            "success": Style(color=theme.success),
            "border": Style(color=theme.border),
            "picked": Style(bgcolor=theme.panel),
            "row": Style(bgcolor=theme.surface),
            "mark": Style(color=theme.accent, bold=True),
        }
