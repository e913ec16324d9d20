"""Themes: one TOML file each, checked on loading; the shipped ones and the user's own.

A theme file holds ``name``, ``dark``, ``description``, ``speakers`` and two tables, ``[colors]`` and
``[highlights]``; its id is the file's name without ``.toml``. Every colour is ``"#rrggbb"``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from reader import bounded_toml
from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["HIGHLIGHTS", "LARGEST", "SPEAKERS", "Theme", "find", "find_one", "load", "shipped_folder"]

LARGEST = 64 * 1024
"""The largest theme file read, in bytes."""

SPEAKERS = 8
"""The fewest speaker colours a theme may have."""

HIGHLIGHTS = ("yellow", "green", "blue", "pink", "orange")
"""The names of the highlight colours, in the order they are offered."""

_COLORS = (
    "background",
    "surface",
    "panel",
    "foreground",
    "muted",
    "accent",
    "border",
    "selection",
    "search",
    "link",
    "warning",
    "error",
    "success",
)
_TOP: dict[str, tuple[type, str]] = {
    "name": (str, "text in quotation marks"),
    "dark": (bool, "true or false"),
    "description": (str, "text in quotation marks"),
    "speakers": (list, 'a list of colours like ["#7aa2f7", …]'),
    "colors": (dict, "a table: [colors]"),
    "highlights": (dict, "a table: [highlights]"),
}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Theme(Struct, frozen=True):
    """The colours of the program, each ``#rrggbb`` in lower case.

    ``foreground``, ``muted``, ``accent``, ``link``, ``warning``, ``error``, ``success`` and ``speakers`` are for
    text on ``background``, ``surface`` and ``panel``; ``selection``, ``search`` and ``highlights`` are backgrounds
    that ``foreground`` is read on. ``speakers`` are in order of use: the first few lie furthest apart.
    """

    id: str
    name: str
    dark: bool
    description: str
    background: str
    surface: str
    panel: str
    foreground: str
    muted: str
    accent: str
    border: str
    selection: str
    search: str
    link: str
    warning: str
    error: str
    success: str
    speakers: tuple[str, ...]
    highlights: Mapping[str, str]

    def __hash__(self) -> int:
        """The same for equal themes; what is drawn can be cached by its theme."""
        return hash((self.id, self.background, self.speakers))


def load(path: Path) -> Theme:
    """The theme in a file. BadInput says in one line which file, which line or key, and what is wrong."""
    table = _parse(path)
    _check_keys(path, "", table, tuple(_TOP))
    for key, (kind, wanted) in _TOP.items():
        if not isinstance(table[key], kind):
            raise _bad(path, f"{key} is to be {wanted}")
    name, description = (clean_line(table[key]) for key in ("name", "description"))
    if not name:
        raise _bad(path, "name is empty")
    return Theme(
        id=_theme_id(path),
        name=name,
        dark=table["dark"],
        description=description,
        speakers=_speakers(path, table["speakers"]),
        highlights=_colours(path, "highlights", table["highlights"], HIGHLIGHTS),
        **_colours(path, "colors", table["colors"], _COLORS),
    )


def find(user_folder: Path | None) -> tuple[dict[str, Theme], list[str]]:
    """Every theme by its id, the shipped ones and the user's, and one line for each file that cannot be used.

    A theme of the user's takes the place of a shipped one of the same name; a bad one does not.
    """
    themes: dict[str, Theme] = {}
    problems: list[str] = []
    for folder in (shipped_folder(), user_folder):
        for path in _files(folder, problems):
            try:
                theme = load(path)
            except BadInput as error:
                problems.append(str(error))
            else:
                themes[theme.id] = theme
    return themes, problems


def find_one(name: str, user_folder: Path | None) -> Theme | None:
    """The theme of this id, the user's before a shipped one; None when there is none or it cannot be used."""
    for folder in (user_folder, shipped_folder()):
        path = folder / f"{name}.toml" if folder and _theme_id(Path(name)) == name else None
        if path is not None and path.is_file():
            try:
                return load(path)
            except BadInput:  # `find` tells why
                continue
    return None


def shipped_folder() -> Path:
    """Where the shipped themes lie: inside the package in a wheel, beside it in a checkout or editable install."""
    package = Path(__file__).resolve().parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def _files(folder: Path | None, problems: list[str]) -> list[Path]:
    """The theme files of a folder by name; a folder that is not there has none."""
    if folder is None:
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(clean_line(f"{folder}: cannot list the themes: {error.strerror}"))
        return []


def _theme_id(path: Path) -> str:
    return clean_line(path.stem)


def _parse(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():  # a pipe or a device would keep us waiting
            raise _bad(path, "is not a file" if path.exists() else "no such file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _bad(path, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise _bad(path, f"is over {LARGEST // 1024} KB, too large for a theme")
    try:
        return bounded_toml.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(path, f"is not UTF-8 text (at line {line})") from error
    except RecursionError as error:
        raise _bad(path, "is not a theme: its lists are nested too deep") from error
    except ValueError as error:  # TOMLDecodeError, which names line and column; or a number of thousands of digits
        raise _bad(path, f"is not valid TOML: {elide(clean_line(str(error)), 120)}") from error


def _check_keys(path: Path, section: str, table: Mapping[str, object], wanted: tuple[str, ...]) -> None:
    """Refuse a key that is not wanted, with the nearest one that is; then a wanted key that is not there."""
    for key in table:
        if key not in wanted:
            from difflib import get_close_matches

            near = get_close_matches(key[:80], [name for name in wanted if name not in table] or wanted, 1)
            hint = f"did you mean {near[0]}?" if near else f"the keys here are {', '.join(wanted)}"
            raise _bad(path, f"unknown key {section}{_shown(key)}: {hint}")
    for key in wanted:
        if key not in table:
            raise _bad(path, f"{section}{key} is missing")


def _colours(path: Path, section: str, table: Mapping[str, object], wanted: tuple[str, ...]) -> dict[str, str]:
    _check_keys(path, f"{section}.", table, wanted)
    return {key: _colour(path, f"{section}.{key}", table[key]) for key in wanted}


def _speakers(path: Path, values: list[object]) -> tuple[str, ...]:
    if len(values) < SPEAKERS:
        raise _bad(path, f"speakers has {len(values)} colours: at least {SPEAKERS} are needed")
    colours = tuple(_colour(path, f"speakers {place}", value) for place, value in enumerate(values, 1))
    for place, colour in enumerate(colours, 1):
        if colour in colours[: place - 1]:
            raise _bad(path, f"speakers {place} is {colour} again: each speaker needs a colour of its own")
    return colours


def _colour(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise _bad(path, f'{key} is {_shown(value)}: a colour is written "#rrggbb", as in "#7aa2f7"')
    return value.lower()


def _shown(value: object) -> str:
    """A key or value of the file, safe and short enough for a message."""
    return elide(clean_line(str(value)), 40) or "empty"


def _bad(path: Path, why: str) -> BadInput:
    return BadInput(f"{clean_line(str(path))}: {why}")
