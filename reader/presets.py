"""Presets of keys: what the fingers know from vim, less, newsboat and Emacs, over the keys of the registry.

The names are those of the actions, the keys are written as there. An action that a preset does not name keeps the keys
it has; where these begin with ``g``, as in ``gq``, the preset's ``lead`` stands for it, so that ``g`` is free.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

__all__ = ["PRESETS", "Preset", "PresetName"]

PresetName = Literal["", "vim", "less", "newsboat", "emacs"]
"""What the settings may name; ``""`` is the registry as it is."""


class Preset(Struct, frozen=True):
    """The keys of some actions, and what opens the two-key sequences of the others."""

    keys: Mapping[str, tuple[str, ...]]
    lead: str = "g"


# :help normal-index, :help fold-commands and :help CTRL-W of Vim 9
_VIM = Preset(
    {
        "down": ("j", "down", "ctrl+e"),
        "up": ("k", "up", "ctrl+y"),
        "page_down": ("ctrl+f", "pagedown", "space"),
        "page_up": ("ctrl+b", "pageup"),
        "top": ("gg", "home"),
        "bottom": ("G", "end"),
        "left_pane": ("h", "left", "ctrl+w h"),
        "right_pane": ("l", "right", "ctrl+w l"),
        "other_pane": ("ctrl+w w", "tab", "shift+tab"),
        "next_heading": ("]]",),
        "previous_heading": ("[[",),
        "next_folder": ("]]",),
        "previous_folder": ("[[",),
        "fold": ("za",),
        "fold_all": ("zi",),
        "sort": ("zs",),
        "sort_back": ("zS",),
        "browser": ("gx", "o"),
        "quit": ("ZZ", "ZQ", "Q"),
        "help": ("?", "f1"),
    }
)

# less(1): COMMANDS; q goes back here until nothing is left to go back to
_LESS = Preset(
    {
        "down": ("j", "down", "ctrl+e", "ctrl+n"),
        "up": ("k", "up", "ctrl+y", "ctrl+p"),
        "page_down": ("space", "f", "ctrl+f", "ctrl+v", "pagedown"),
        "page_up": ("b", "ctrl+b", "alt+v", "pageup"),
        "half_page_down": ("d", "ctrl+d"),
        "half_page_up": ("u", "ctrl+u"),
        "top": ("g", "<", "home"),
        "bottom": ("G", ">", "end"),
        "left_pane": ("left",),
        "char_left": ("left",),
        "help": ("h", "?"),
        "palette": (";:",),
        "filter": ("&", "F"),
        "saved_searches": ("'",),
        "link_hints": ("F",),
        "undo": ("U",),
    },
    lead=";",
)

# newsboat's doc/keycmds.dsv
_NEWSBOAT = Preset(
    {
        "top": ("home", "<"),
        "bottom": ("end", ">"),
        "sort": ("g",),
        "sort_back": ("G",),
        "right_pane": ("right",),
        "hide_read": ("l",),
        "links_tab": ("u",),
        "undo": ("U",),
        "by_tag": ("t",),
        "tag": ("T",),
        "save_offline": ("s",),
        "star": ("ctrl+e",),
        "next_unread_feed": ("ctrl+n", "}"),
        "previous_unread_feed": ("ctrl+p", "{"),
        "palette": (";:",),
    },
    lead=";",
)

# The Emacs manual: Moving Point, Scrolling, and special-mode for q, < and >
_EMACS = Preset(
    {
        "down": ("ctrl+n", "down"),
        "up": ("ctrl+p", "up"),
        "page_down": ("ctrl+v", "space", "pagedown"),
        "page_up": ("alt+v", "backspace", "pageup"),
        "top": ("<", "home"),
        "bottom": (">", "end"),
        "left_pane": ("left",),
        "right_pane": ("right",),
        "other_pane": ("ctrl+x o", "tab", "shift+tab"),
        "outline_tab": ("ctrl+x t",),
        "next_sentence": ("alt+e", ")"),
        "previous_sentence": ("alt+a", "("),
        "char_left": ("ctrl+b", "left"),
        "char_right": ("ctrl+f", "right"),
        "next_word": ("alt+f", "w"),
        "previous_word": ("alt+b", "b"),
        "line_start": ("ctrl+a", "0"),
        "line_end": ("ctrl+e", "$"),
        "swap_ends": ("ctrl+x ctrl+x", "o"),
        "select": ("ctrl+@", "v"),
        "copy": ("alt+w", "y"),
        "undo": ("ctrl+x u", "u"),
        "unsure": ("ctrl+x ?",),
        "search": ("ctrl+s", "/"),
        "open_address": ("ctrl+x ctrl+f",),
        "cancel": ("escape", "ctrl+g"),
        "palette": ("alt+x",),
        "quit": ("ctrl+x ctrl+c", "Q"),
    },
    lead="ctrl+x ",
)

PRESETS: Mapping[str, Preset] = {
    "": Preset({}),
    "vim": _VIM,
    "less": _LESS,
    "newsboat": _NEWSBOAT,
    "emacs": _EMACS,
}
