"""Pictures on a key: half blocks with their words, the next one, and what is said when one cannot be shown."""

from __future__ import annotations

from io import BytesIO

import pytest
from rich.color import ColorType
from site_server import serving
from sitting import NARROW, sit_down

from reader.app import Desk
from reader.paths import find_paths

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install 'reader-tui[pictures]'")

WORDS = "The gate of the old mill was opened on Monday, as the town had asked for many years. " * 4
PAGE = f"""<html><head><title>The gate opens</title></head><body><article><h1>The gate opens</h1><p>{WORDS}</p>
<figure><img src="/gate.png"><figcaption>The gate at noon. <span class="credit">Ann Lee</span></figcaption></figure>
<p>{WORDS}</p><figure><img src="/plan.svg"><figcaption>A plan of the gate</figcaption></figure><p>{WORDS}</p>
</article></body></html>"""


@pytest.fixture
def site():
    image = Image.new("RGB", (40, 20), "#ff0000")
    image.paste("#0000ff", (0, 10, 40, 20))
    file = BytesIO()
    image.save(file, "PNG")
    with serving() as served:
        served.page("/story", PAGE.encode())
        served.page("/gate.png", file.getvalue(), content_type="image/png")
        served.page("/plan.svg", b"<svg/>", content_type="image/svg+xml")
        yield served


def desk_for(home, site):
    return Desk(find_paths(home), allow=[f"127.0.0.1:{site.port}"])


def asked(site):
    return [path for path, _ in site.requests]


async def test_a_key_shows_the_picture_with_its_words(home, site):
    async with sit_down(desk_for(home, site), site.url("/story")) as reader:
        assert "V picture" in reader.text("HintBar")
        assert asked(site) == ["/story"]
        await reader.resize(*NARROW)
        await reader.press("V")
        assert reader.screen == "PictureScreen"
        assert "picture 1 of 2" in reader.text("TopBar")
        assert reader.shows("▀" * 40)
        style = reader.style("▀")
        assert style.color.triplet.hex == style.bgcolor.triplet.hex == "#ff0000"
        assert reader.shows("The gate at noon.")
        assert reader.shows("Ann Lee")
        assert reader.shows("from 127.0.0.1")
        assert asked(site) == ["/story", "/gate.png"]
        await reader.press("q")
        assert reader.screen == "ReadingScreen"


async def test_enter_on_a_caption_shows_its_picture_and_the_next_one_is_a_key_away(home, site):
    async with sit_down(desk_for(home, site), site.url("/story")) as reader:
        await reader.press("}")
        assert reader.at_caret(11) == "The gate at"
        await reader.press("enter")
        assert "picture 1 of 2" in reader.text("TopBar")
        await reader.press("p")
        assert reader.message == "· this is the first picture"
        await reader.press("n")
        assert "picture 2 of 2" in reader.text("TopBar")
        assert reader.shows("A plan of the gate")
        assert "✗" in reader.text()
        assert "this is a drawing (SVG)" in reader.flat()
        await reader.press("escape")
        assert reader.screen == "ReadingScreen"


async def test_another_size_and_another_theme_fetch_nothing_anew(home, site):
    async with sit_down(desk_for(home, site), site.url("/story")) as reader:
        await reader.press("V")
        await reader.resize(60, 12)
        assert reader.shows("▀" * 10)
        assert not reader.shows("▀" * 30)
        await reader.press("ctrl+t", "j", "enter")
        assert reader.shows("▀" * 10)
        assert asked(site) == ["/story", "/gate.png"]


async def test_few_colours_show_shades(home, site, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with sit_down(desk_for(home, site), site.url("/story")) as reader:
        await reader.press("V")
        assert not reader.shows("▀")
        assert reader.shows("░░")
        assert reader.style("░").color.type is ColorType.TRUECOLOR  # one colour, made the nearest of the sixteen


async def test_an_article_without_pictures_says_so(home, story):
    async with sit_down(home, story) as reader:
        assert "V picture" not in reader.text("HintBar")
        await reader.press("V")
        assert "no pictures" in reader.message


async def test_without_pillow_a_line_says_how_to_get_it(home, site, monkeypatch):
    from reader.app.pictures import getting

    monkeypatch.setattr(getting, "find_spec", lambda _name: None)
    async with sit_down(desk_for(home, site), site.url("/story")) as reader:
        await reader.press("V")
        assert "pip install 'reader-tui[pictures]'" in reader.flat()
        assert reader.shows("The gate at noon.")
        assert asked(site) == ["/story"]
