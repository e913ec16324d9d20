"""Articles that are short, silent, wide or very long-winded."""

from __future__ import annotations

import pytest
import stories
from rich.cells import cell_len
from sitting import NARROW, WIDE, sit_down

TOUR = ("w", "j", "G", "gg", "}", "]", "L", "*", "v", "l", "$", "y", "gq", "j", "gs", "gl", "gn", "go", "P", "P")


async def tour(reader):
    """Press a little of everything: nothing may end the program."""
    for keys in TOUR:
        await reader.press(keys)
        assert not reader.left, keys
        assert all(cell_len(line) <= reader.app.size.width for line in reader.lines())


async def test_an_article_of_one_word(home, write):
    async with sit_down(home, write("# One\n\nWord.\n"), NARROW) as reader:
        assert reader.shows("Word.")
        await tour(reader)


async def test_an_article_in_which_nobody_speaks(home, write):
    async with sit_down(home, write(stories.long_story(5))) as reader:
        assert "No quotations found" in reader.flat("#panel-rows")
        await reader.press("w")
        assert "no quotation" in reader.message
        await reader.press("gs")
        assert "Nobody is quoted" in reader.flat("#panel-rows")
        await reader.press("gl")
        assert "no links" in reader.flat("#panel-rows")
        await reader.press("go")
        assert "no headings" in reader.flat("#panel-rows")
        await tour(reader)


@pytest.mark.parametrize("size", [WIDE, NARROW, (30, 10)])
async def test_a_title_of_500_characters(home, write, size):
    title = " ".join(["Longwinded"] * 45) + " End"
    async with sit_down(home, write(f"# {title}\n\n“So be it,” said Ada Pell. Then she left.\n")) as reader:
        await reader.resize(*size)
        assert all(cell_len(line) <= size[0] for line in reader.lines())
        if size != (30, 10):
            assert title in reader.flat("#body")
        await tour(reader)


async def test_wide_and_combining_characters(home, write):
    text = "門は二年間閉ざされたままだ。" * 12
    mixed = "e\u0301te\u0301 👩‍👩‍👧 👍🏽 नमस्ते " * 10
    article = f"# 荒野の門\n\n{text}\n\n{mixed}\n\n| 年 | 人 |\n|---|---|\n| 二千二十二 | 四百十 |\n"
    async with sit_down(home, write(article), NARROW) as reader:
        body = "".join("".join(line.split()) for line in reader.lines("#body"))
        assert text in body
        assert "".join(mixed.split()).replace("e\u0301", "é") in body
        assert all(cell_len(line) <= 80 for line in reader.lines())
        await reader.press("v", "3l", "y")
        assert reader.app.clipboard == "門は二年"
        await reader.press("v", "$", "y")
        assert reader.app.clipboard[0] == "年"
        assert reader.find("四百十", "#body")[1] == reader.find("人", "#body")[1]
        await reader.press("}", "v", "l", "l", "l", "l", "y")
        assert reader.app.clipboard == "été 👩‍👩‍👧"
        await tour(reader)


async def test_more_speakers_than_colours(home, write):
    names = [f"{first} {last}" for last in ("Abel", "Brant", "Crane") for first in ("Una", "Otto", "Iris", "Ezra")]
    said = "\n\n".join(f"“Word number {place} of mine,” said {name}. It was so." for place, name in enumerate(names))
    async with sit_down(home, write(f"# Many\n\n{said}\n"), (140, 60)) as reader:
        tags = [line.split("│")[0].strip() for line in reader.lines("#body") if "│ “Word" in line]
        assert len(tags) == len(names)
        assert len(set(tags)) == len(names)
        assert all(len(tag) == 2 for tag in tags)
        await tour(reader)


async def test_what_is_painted_bit_by_bit_is_what_would_be_painted_at_once(home, story):
    async with sit_down(home, story, (100, 30)) as reader:
        for keys in (
            "w",
            "w",
            "j",
            "v",
            "}",
            "o",
            "2j",
            "escape",
            "/",
            "l",
            "o",
            "enter",
            "n",
            "escape",
            "gq",
            "j",
            "h",
        ):
            await reader.press(keys)
            painted = reader.strips("#body")
            reader.view.use(reader.app.palette)
            await reader.settle()
            assert [list(strip) for strip in reader.strips("#body")] == [list(strip) for strip in painted], keys


async def test_code_with_tabs_is_drawn_in_spaces(home, write):
    async with sit_down(home, write("# T\n\nSome words here.\n\n```\na\tb\n\tc\n```\n"), NARROW) as reader:
        assert "\t" not in reader.text()
        await reader.press("G", "v", "$", "y")
        assert reader.app.clipboard == "a\tb"


async def test_opening_where_there_is_hardly_any_room(home, story):
    async with sit_down(home, story, (1, 1)) as reader:
        await reader.press("w", "j", "space", "G")
        assert not reader.left
        await reader.resize(80, 24)
        assert reader.shows("Nothing else stirred")


@pytest.mark.parametrize("size", [(12, 4), (20, 6), (200, 4)])
async def test_little_room_ends_nothing(home, story, size):
    async with sit_down(home, story, size) as reader:
        await tour(reader)
        for keys in ("?", "escape", "ctrl+t", "escape", "a", "escape", "/", "escape", "ga", "q", "ctrl+p", "escape"):
            await reader.press(keys)
            assert not reader.left
