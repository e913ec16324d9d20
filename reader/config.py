"""The settings of ``config.toml``: read without ever stopping the program, and written one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from reader import bounded_toml
from reader.errors import BadInput
from reader.hooks_table import HookSettings, read_hooks
from reader.paths import Paths, replace_file
from reader.presets import PresetName
from reader.rules_table import RuleSetting, read_rules
from reader.text import clean_line, elide

__all__ = ["Config", "add_macros", "add_rules", "line_of", "load", "save_setting"]

LARGEST = 256 * 1024
"""The largest settings file read, in bytes."""

Keys = str | list[str]
Watch = Literal["", "noted"]


def _said(text: str, least: int | None = None, most: int | None = None) -> msgspec.Meta:
    """What a setting is for, as the documentation and the JSON schema tell it, and its bounds."""
    return msgspec.Meta(description=text, ge=least, le=most)


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the user chose; every field has a value that works, and says in a sentence or two what it is for."""

    theme: Annotated[str, _said("The colours: the name of a theme; empty for the program's own choice.")] = ""
    plain: Annotated[
        bool, _said("Whether screens are plain, for a screen reader or a Braille line, as with `--plain`.")
    ] = False
    mouse: Annotated[bool, _said("Whether the mouse works here; `false` leaves it to the terminal.")] = True
    measure: Annotated[int, _said("The width of an article's text, in columns.", 60, 80)] = 72
    open_command: Annotated[str, _said("The command that opens an address; empty for the system's browser.")] = ""
    deadline: Annotated[
        float, _said("The seconds that one fetch may take, from the look-up to the last byte.", 1, 300)
    ] = 20.0
    sync_folder: Annotated[
        str,
        _said("The folder through which notes are exchanged with other machines; `reader notes sync-folder` sets it."),
    ] = ""
    keep_days: Annotated[int, _said("For how many days entries are kept; 0 for ever.", 0, 1_000_000)] = 0
    keep_entries: Annotated[int, _said("How many entries of a feed are kept; 0 for all.", 0, 1_000_000)] = 0
    preset: Annotated[PresetName, _said("Whose keys are used; empty for the program's own.")] = ""
    keymap: Annotated[
        dict[str, Keys], _said("Over the preset: an action's name to its key, or to a list of keys.")
    ] = {}
    macros: Annotated[
        dict[str, Keys],
        _said("A key, pressed after `,`, to the line of the command line that it plays, or to a list of them."),
    ] = {}
    rules: Annotated[tuple[RuleSetting, ...], _said("What to do with new entries, a table `[[rules]]` each.")] = ()
    hooks: Annotated[HookSettings, _said("Commands that are run when something happens.")] = HookSettings()
    pipe_command: Annotated[str, _said("The command that the pipe, `|`, offers first.")] = ""
    speak_command: Annotated[
        str, _said("The command that reads aloud what it gets on standard input; empty for the system's.")
    ] = ""
    watch: Annotated[
        Watch, _said("Which articles a refresh looks at again for changes: `noted`, those with notes.")
    ] = ""


_WANTED = {
    "theme": 'the name of a theme in quotation marks, as in theme = "dark"',
    "plain": "true or false",
    "mouse": "true or false",
    "measure": "a whole number from 60 to 80",
    "open_command": 'a command in quotation marks, as in open_command = "firefox"',
    "deadline": "seconds, a number from 1 to 300",
    "sync_folder": 'a folder in quotation marks, as in sync_folder = "~/Sync/notes.d"',
    "keep_days": "how many days entries are kept, a whole number, 0 for ever",
    "keep_entries": "how many entries of a feed are kept, a whole number, 0 for all",
    "hooks": 'a table of on_note, on_open or on_refresh = ["command", "word"]',
    "pipe_command": 'a command in quotation marks, as in pipe_command = "lpr"',
    "speak_command": 'a command in quotation marks, as in speak_command = "espeak-ng -v de"',
    "watch": 'watch = "noted", or "" for nothing',
    "rules": "tables that begin with [[rules]]",
    "preset": 'one of "vim", "less", "newsboat" and "emacs", or "" for the keys as they come',
    "keymap": 'a table of action = "key" or action = ["key", "key"]',
    "macros": 'a table of key = ["action", "action words"]',
}
_NAMES = Config.__struct_fields__


def load(paths: Paths) -> tuple[Config, list[str]]:
    """The settings in force and one line for each mistake; where there is a mistake, the default is used.

    A line names the file, the line in it, the key and, for a misspelt one, the nearest that exists.
    """
    path = paths.config_file
    try:
        text = _read(path)
        table = _parse(path, text)
    except BadInput as error:
        return Config(), [f"{error} (the defaults are used)"]
    problems: list[str] = []
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in _NAMES:
            problems.append(f"{_at(path, text, key)}: {_shown(key)}: no such setting{_nearest(key)}")
        elif key in ("keymap", "macros") and isinstance(value, dict):
            values[key] = dict(_lists_of_words(path, text, key, value, problems))
        elif key == "hooks":
            values[key], wrong = read_hooks(
                value, lambda name: _at(path, text, name or "hooks", "hooks" if name else "")
            )
            problems += wrong
        elif key == "rules":
            values[key], wrong = read_rules(value, lambda n, name: f"{path}:{_line_in_rule(text, n, name)}")
            problems += wrong
        else:
            try:
                values[key] = _checked(key, value)
            except BadInput as error:
                problems.append(f"{_at(path, text, key)}: {error} (the default is used)")
    return msgspec.convert(values, Config), problems


def save_setting(paths: Paths, key: str, value: str | int | float | bool) -> None:
    """Set one setting in the file and leave its comments, order and other settings as they are.

    The file is written whole or not at all. BadInput, in one line, when the setting does not exist, the value
    does not fit, or the file is not valid TOML (it is then left untouched) or cannot be written.
    """
    if key not in _NAMES:
        raise BadInput(f"{_shown(key)}: no such setting{_nearest(key)}")
    _checked(key, value)
    path = paths.config_file
    text = _read(path)
    _parse(path, text)
    import tomlkit

    document = tomlkit.parse(text)
    document[key] = value
    _write(path, tomlkit.dumps(document))


def add_rules(paths: Paths, rules: Iterable[RuleSetting]) -> list[RuleSetting]:
    """Put rules that hide at the end of the file, but for those that it has; gives those that were added.

    Everything else in the file stays as it is. BadInput as for ``save_setting``.
    """
    import json

    path = paths.config_file
    text = _read(path)
    known, _mistakes = read_rules(_parse(path, text).get("rules", []), lambda _number, _key: str(path))
    fresh = [rule for rule in rules if rule not in known]
    if not fresh:
        return []
    tables = "".join(f"\n[[rules]]\nquery = {json.dumps(rule.query)}\nhide = true\n" for rule in fresh)
    whole = f"{text.rstrip()}\n{tables}".lstrip()
    _parse(path, whole)
    _write(path, whole)
    return fresh


def add_macros(paths: Paths, macros: Mapping[str, Sequence[str]]) -> list[str]:
    """Add macros; gives back the keys of those not added, as the file has another one there, or no table of macros.

    BadInput as above.
    """
    path = paths.config_file
    text = _read(path)
    known = _parse(path, text).get("macros", {})
    if not isinstance(known, dict):
        return list(macros)
    fresh = {key: list(lines) for key, lines in macros.items() if key not in known}
    if fresh:
        import tomlkit

        document = tomlkit.parse(text)
        section = document.setdefault("macros", tomlkit.table())
        for key, lines in fresh.items():
            section[key] = lines
        _write(path, tomlkit.dumps(document))
    return [key for key, lines in macros.items() if key not in fresh and list(lines) != known[key]]


def line_of(text: str, key: str, table: str = "") -> int:
    """The number of the line that sets ``key`` in ``[table]`` of a TOML text, 1 when it is not written plainly."""
    here = ""
    name = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\[\]]+?)\s*\]", line):
            here = header[1].strip("\"'")
            if not table and here.split(".")[0].strip("\"'") == key:
                return number
        elif here == table and name.match(line):
            return number
    return 1


def _line_in_rule(text: str, number: int, key: str) -> int:
    """The number of the line that sets a key in the ``[[rules]]`` table of this number, from 0."""
    lines = text.splitlines()
    heads = [place for place, line in enumerate(lines) if re.match(r"\s*\[\[\s*rules\s*\]\]", line)]
    if number >= len(heads):
        return line_of(text, "rules")
    end = heads[number + 1] if number + 1 < len(heads) else len(lines)
    name = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    own = range(heads[number] + 1, end) if key else ()
    return next((place for place in own if name.match(lines[place])), heads[number]) + 1


@cache
def _type_of(key: str) -> Any:  # noqa: ANN401 - a type as msgspec takes it
    return {field.name: field.type for field in msgspec.structs.fields(Config)}[key]


def _checked(key: str, value: object) -> object:
    try:
        if key.endswith("_command") and isinstance(value, str):
            import shlex

            shlex.split(value)  # ValueError when a quotation mark is left open
        return msgspec.convert(value, _type_of(key))
    except ValueError as error:  # msgspec.ValidationError is one
        raise BadInput(f"{key}: is to be {_WANTED[key]}, not {_shown(value)}") from error


def _lists_of_words(
    path: Path, text: str, table: str, values: Mapping[str, object], problems: list[str]
) -> Iterator[tuple[str, Keys]]:
    """The bindings or macros that have the right form; whether actions and keys exist is for those who use them."""
    what = "a key" if table == "keymap" else "an action's name"
    for action, value in values.items():
        try:
            yield action, msgspec.convert(value, Keys)
        except msgspec.ValidationError:
            problems.append(
                f"{_at(path, text, action, table)}: {_shown(action)}: is to be {what} in quotation marks or a list"
                f" of them, not {_shown(value)} (the default is used)"
            )


def _read(path: Path) -> str:
    """The file's text, ``""`` when there is none."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would keep us waiting
            raise BadInput(f"{path}: is not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise BadInput(f"{path}: is over {LARGEST // 1024} KB, too large for settings")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path}:{line}: is not UTF-8 text: save it as UTF-8") from error


def _parse(path: Path, text: str) -> dict[str, object]:
    try:
        return bounded_toml.loads(text)
    except RecursionError as error:
        raise BadInput(f"{path}: its lists are nested too deep") from error
    except ValueError as error:  # TOMLDecodeError, which ends in "(at line 3, column 5)"
        said = clean_line(str(error))
        place = re.search(r" \(at line (\d+), column \d+\)$", said)
        number = place[1] if place else text.rstrip().count("\n") + 1
        said = said[: place.start()] if place else said.removesuffix(" (at end of document)")
        raise BadInput(f"{path}:{number}: is not valid TOML: {elide(said, 120)}") from error


def _at(path: Path, text: str, key: str, table: str = "") -> str:
    return f"{path}:{line_of(text, key, table)}"


def _nearest(key: str) -> str:
    near = get_close_matches(key[:80], _NAMES, 1)
    return f': did you mean "{near[0]}"?' if near else ": `reader config --help` lists the settings"


def _shown(value: object) -> str:
    """A key or value of the file, safe and short enough for a message."""
    return elide(clean_line(repr(value) if not isinstance(value, str) else value), 40) or "empty"


def _write(path: Path, text: str) -> None:
    """Replace the file's text in one step, with its mode; a link keeps leading to where it led."""
    place = path.resolve()
    try:
        mode = place.stat().st_mode & 0o777 if place.exists() else 0o600
        replace_file(place, text.encode(), mode=mode)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror}") from error
