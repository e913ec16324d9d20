"""What one sees on opening an article, from a file of either kind."""

from __future__ import annotations

import pytest
import stories
from sitting import NARROW, WIDE, sit_down

from reader.errors import ReaderError


async def test_a_markdown_file_shows_head_body_initials_and_quotations(home, story):
    async with sit_down(home, story) as reader:
        body = reader.text("#body")
        top = reader.lines("#body")[:6]
        assert any(line.strip() == "The gate at Fennick Moor stays shut" for line in top)
        assert "Hale Orrin" in body
        assert "3 March 2024" in body
        assert "Related article" not in body  # it is in the panel instead
        row, column = reader.find(f"“{stories.SAID[0]},”", "#body")
        assert reader.lines("#body")[row][:column].rstrip().endswith("MK│")
        row, column = reader.find(f"“{stories.SAID[1]},”", "#body")
        assert reader.lines("#body")[row][:column].rstrip().endswith("PO│")
        plain, column = reader.find("Walkers in Fennick", "#body")
        assert not reader.lines("#body")[plain][:column].strip()

        panel = reader.flat("#panel-rows")
        for said, speaker in zip(stories.SAID, stories.SPEAKERS, strict=True):
            assert said in panel
            assert speaker in panel
        assert "chairman of the walkers' club" in panel
        quotations = len(reader.view.quotations)
        assert f"{quotations} quotations · 3 speakers" in reader.text("TopBar")
        assert f"Quotes {quotations}" in reader.text("TabLine")


async def test_every_kind_of_block_is_drawn(home, story):
    async with sit_down(home, story, (140, 70)) as reader:
        body = reader.lines("#body")
        flat = [line.strip() for line in body]
        assert "What the farmers say" in flat
        assert "• Two lambs were found by the stream." in flat
        assert any(line.startswith("│ Notice of 1911") for line in flat)
        head = next(place for place, line in enumerate(flat) if line.split() == ["Winter", "Walkers", "Sheep"])
        assert set(flat[head + 1]) == {"─"}
        assert flat[head + 2].split() == ["2022", "410", "96"]
        assert body[head].index("Sheep") + len("Sheep") == body[head + 2].index("96") + len("96")
        assert "hinge 2" in flat
        assert "post  1" in flat  # code keeps its spaces
        assert reader.style("What the farmers say", "#body").bold
        assert reader.style("parish minutes", "#body").underline
        assert reader.style("Walkers in Fennick", "#body").underline is None


async def test_quotations_are_tinted_by_speaker(home, story):
    async with sit_down(home, story, (140, 70)) as reader:
        plain = reader.style("Walkers in Fennick", "#body").bgcolor
        grounds = [reader.style(said, "#body").bgcolor for said in stories.SAID]
        assert plain not in grounds
        assert grounds[0] == grounds[2] == grounds[5]
        assert grounds[1] == grounds[3]
        assert len({grounds[0], grounds[1], grounds[4]}) == 3
        assert reader.style("Marta Kell, who", "#body").bold


async def test_a_page_opens_as_a_file_without_its_navigation(home, write):
    async with sit_down(home, write(stories.PAGE, "gate.html"), NARROW) as reader:
        shown = reader.text()
        assert "The Fennick Crier" in shown
        assert stories.SAID[0] in shown
        assert "Sport" not in shown
        assert "MK│" in shown


async def test_the_demo_opens_from_the_first_frame(home):
    async with sit_down(home, "reader:demo") as reader:
        assert "Library Finds a Century of Readers’ Notes" in reader.text("#body")
        assert "“I thought it was straw,”" in reader.text("#panel-rows")


@pytest.mark.parametrize(
    ("name", "content"), [("gone.md", None), ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3"), ("void.md", b"")]
)
async def test_what_cannot_be_opened_at_the_start_ends_the_program(home, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    async with sit_down(home, path) as reader:
        assert isinstance(reader.app.return_value, ReaderError)
        assert name in str(reader.app.return_value)


async def test_what_goes_wrong_later_is_a_line_that_stays_and_the_program_goes_on(home, story, tmp_path):
    async with sit_down(home, story, WIDE) as reader:
        for source in (tmp_path / "gone.md", tmp_path):
            await reader.press("gf")
            await reader.fill(str(source))
            assert reader.message.startswith("✗ ")
            assert source.name in reader.message
            before = reader.message
            await reader.press("j", "w")
            assert reader.message == before
            assert reader.screen == "ReadingScreen"
            await reader.press("escape")
            assert not reader.shows("✗")
        assert reader.at_caret(60).startswith(stories.SAID[1])
