"""Themes: previewed, kept or given up; from the settings; a bad one is a line; every shipped one runs."""

from __future__ import annotations

import pytest
from sitting import NARROW, sit_down

from reader.themes import find

SHIPPED = sorted(find(None)[0])


async def test_the_picker_previews_goes_back_and_keeps(home):
    async with sit_down(home, "reader:demo") as reader:
        before = reader.style("Tobias", "#body")
        first = reader.app.theme
        await reader.press("ctrl+t", "G")
        assert reader.app.theme != first
        await reader.press("escape")
        assert reader.app.theme == first
        assert reader.style("Tobias", "#body") == before
        assert not (home / "config.toml").exists()
        await reader.press("ctrl+t", "G")
        looked_at = reader.app.theme
        await reader.press("enter")
        assert reader.screen == "ReadingScreen"
        assert reader.app.theme == looked_at
        assert reader.style("Tobias", "#body") != before
        assert f'theme = "{looked_at}"' in (home / "config.toml").read_text(encoding="utf-8")

    async with sit_down(home, "reader:demo") as reader:
        assert reader.app.theme == looked_at
        assert not reader.message


@pytest.mark.parametrize("theme", SHIPPED)
async def test_every_shipped_theme_runs_the_demo(home, theme):
    home.mkdir()
    (home / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    wanted = find(None)[0][theme]
    async with sit_down(home, "reader:demo", NARROW) as reader:
        assert not reader.message
        title = reader.style("Library Finds", "#body")
        assert title.color.triplet.hex == wanted.foreground
        assert title.bgcolor.triplet.hex == wanted.background
        assert reader.shows("TR│")


async def test_bad_settings_are_lines_and_the_program_goes_on(home):
    themes = home / "themes"
    themes.mkdir(parents=True)
    (themes / "broken.toml").write_text("name = [", encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        assert "broken.toml" in reader.message
        assert reader.message.count("✗") == 1
        assert "Library Finds" in reader.text("#body")
        await reader.press("w")
        assert reader.view.here == 0
    (themes / "broken.toml").unlink()
    (home / "config.toml").write_text('theme = "nihgt"\n[keymap]\nnext_quote = "w"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        assert reader.message.startswith("✗")
        assert "and 1 more" in reader.message
        assert reader.app.theme in SHIPPED


async def test_a_theme_and_keys_of_the_users_own(home):
    themes = home / "themes"
    themes.mkdir(parents=True)
    from reader.themes import shipped_folder

    text = (shipped_folder() / "night.toml").read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name"))
    (themes / "mine.toml").write_text(text.replace(name, 'name = "My [b]own[/b]"'), encoding="utf-8")
    (home / "config.toml").write_text('theme = "mine"\n[keymap]\nnext_quotation = "ctrl+n"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        assert reader.app.theme == "mine"
        assert "ctrl+n quote" in reader.text("HintBar")
        await reader.press("w")
        assert reader.view.here is None
        await reader.press("ctrl+n")
        assert reader.view.here == 0
        await reader.press("ctrl+t")
        assert "My [b]own[/b]" in reader.text()


async def test_without_colour_the_signs_are_still_there(home, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(home, "reader:demo") as reader:
        assert reader.app.no_color
        await reader.press("w")
        assert reader.shows("TR┃")
        assert reader.style("Library Finds", "#body").bold
        assert reader.picked()
