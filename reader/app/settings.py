"""Whether the settings are right as a whole: the file's own form, and the actions, keys and theme that it names."""

from __future__ import annotations

from difflib import get_close_matches

from reader.config import line_of, load
from reader.paths import Paths
from reader.themes import find

__all__ = ["problems_of"]


def problems_of(paths: Paths) -> list[str]:
    """One line for each mistake in the config file and for each theme of the user's that cannot be used."""
    from reader.app.keymap import build_keymap

    config, problems = load(paths)
    text = paths.config_file.read_text(encoding="utf-8-sig") if config.keymap or config.theme else ""
    for said in build_keymap(config.keymap)[1]:
        action = said.removeprefix("[keymap] ").partition(":")[0]
        problems.append(f"{paths.config_file}:{line_of(text, action, 'keymap')}: {said}")
    themes, bad_themes = find(paths.themes)
    if config.theme and config.theme not in themes:
        near = get_close_matches(config.theme, themes, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"the themes are {', '.join(themes)}"
        line = line_of(text, "theme")
        problems.append(f"{paths.config_file}:{line}: theme: there is none called {config.theme!r}: {hint}")
    return problems + bad_themes
