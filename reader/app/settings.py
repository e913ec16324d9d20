"""Whether the settings are right as a whole: their file, the actions, keys and theme it names, the files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from reader.config import Config, line_of, load
from reader.errors import BadInput
from reader.paths import Paths
from reader.themes import find

__all__ = ["problems_of"]


def problems_of(paths: Paths) -> list[str]:
    """One line for each mistake in the config file, and for each theme and file of site rules that cannot be used."""
    from reader.app.command_line import check_macros, macros_of
    from reader.app.keymap import build_keymap

    config, problems = load(paths)
    text = paths.config_file.read_text(encoding="utf-8-sig") if config != Config() else ""
    for said in build_keymap(config.keymap, config.preset)[1]:
        action = said.removeprefix("[keymap] ").partition(":")[0]
        problems.append(f"{paths.config_file}:{line_of(text, action, 'keymap')}: {said}")
    for said in check_macros(macros_of(config)):
        key = said.removeprefix("[macros] ").partition(":")[0]
        problems.append(f"{paths.config_file}:{line_of(text, key, 'macros')}: {said}")
    themes, bad_themes = find(paths.themes)
    if config.theme and config.theme not in themes:
        near = get_close_matches(config.theme, themes, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"the themes are {', '.join(themes)}"
        line = line_of(text, "theme")
        problems.append(f"{paths.config_file}:{line}: theme: there is none called {config.theme!r}: {hint}")
    return problems + bad_themes + list(_bad_rules(paths))


def _bad_rules(paths: Paths) -> Iterator[str]:
    from reader.extract.sites import read_rules

    for path in sorted(paths.sites.glob("*.toml")):
        try:
            read_rules(path)
        except BadInput as error:
            yield str(error)
