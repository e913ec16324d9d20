"""The quote book on the screen: speakers, what one said, a draft checked, who else has the words, what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_server import serving
from sitting import sit_down

BOOK = Path(__file__).parents[1] / "book"
AFFAIR = sorted((BOOK / "affair").glob("*.md"))


async def test_speakers_from_the_list_to_the_place(home, affair):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gb")
        assert reader.screen == "SpeakersScreen"
        rows = reader.flat("#speaker-rows")
        assert "Ilse Brandvold mayor of Velmont 7 quotations" in rows
        assert rows.index("Named") < rows.index("Ilse Brandvold")
        await reader.press("/")
        await reader.fill("prosecutor")
        assert "Hanna Weiss" in reader.flat("#speaker-rows")
        assert "Brandvold" not in reader.flat("#speaker-rows")
        await reader.press("enter")
        assert reader.screen == "SpeakerScreen"
        assert "3 quotations in 3 articles" in reader.text("TopBar")
        await reader.press("/")
        await reader.fill("welds -site:wire")
        assert "0 quotations" in reader.text("TopBar")
        await reader.press("escape", "/")
        await reader.fill("welds after:2026-01-01")
        assert "1 quotation in 1 article" in reader.text("TopBar")
        await reader.press("Y")
        assert "Hanna Weiss" in reader.app.clipboard
        assert "Northern Wire, 2026-03-20" in reader.app.clipboard
        await reader.press("enter")
        assert reader.screen == "ReadingScreen"
        assert "signed for welds" in reader.line_at_caret
        await reader.press("q", "q")
        assert reader.screen == "SpeakersScreen"


async def test_speakers_are_merged_renamed_and_split_and_it_is_undone(home, affair):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gb", "/")
        await reader.fill("marsh")
        assert reader.flat("#speaker-rows").count("3 quotations") == 2
        await reader.press("x")
        assert "1 picked" in reader.text("TopBar")
        await reader.press("m")
        assert "6 quotations" in reader.flat("#speaker-rows")
        await reader.press("u")
        assert reader.flat("#speaker-rows").count("3 quotations") == 2
        await reader.press("escape", "gg", "e")
        await reader.fill("Mayor Ilse")
        assert "Mayor Ilse" in reader.flat("#speaker-rows")
        await reader.press("u")
        assert "Mayor Ilse" not in reader.flat("#speaker-rows")
        await reader.press("/")
        await reader.fill("lowry")
        await reader.press("enter", "!")
        assert "2 quotations in 2 articles" in reader.text("TopBar")
        await reader.press("u")
        assert "3 quotations in 3 articles" in reader.text("TopBar")


async def test_a_timeline_goes_on_under_the_name_of_whose_words_it_has(home, affair):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gb", "z", "j")
        rows = reader.picked("#speaker-rows")
        await reader.press("gg", "x")
        await reader.point_at(rows, "#speaker-rows")
        await reader.press("m")
        assert "now one with" in reader.message
        await reader.press("enter", "u")
        assert reader.text("TopBar").split("  ")[0].strip() == rows.partition(" 1 quotation")[0].strip()


async def test_a_quotation_of_the_timeline_is_noted_and_all_are_exported(home, affair, tmp_path):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gb", "enter", "a")
        await reader.fill("ask her again")
        [note] = reader.desk.all_notes()
        assert (note.body, note.speaker, str(note.kind)) == ("ask her again", "Ilse Brandvold", "quotation")
        await reader.press("X")
        await reader.fill(str(tmp_path / "ilse.csv"))
        assert (tmp_path / "ilse.csv").read_text(encoding="utf-8").count("\n") == 8
        await reader.press("X")
        await reader.fill(str(tmp_path / "ilse.docx"))
        assert "end the name in" in reader.text("MessageBar")


async def test_a_draft_is_checked_and_leads_to_the_words(home, affair):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gc")
        await reader.fill(str(BOOK / "drafts" / "altered.md"))
        assert reader.screen == "CheckScreen"
        assert "1 exact, 2 altered, 1 out of context?" in reader.text("TopBar")
        assert "[-twice-] {+once+}" in reader.flat("#check-rows")
        await reader.press("z")
        assert "✓" not in reader.flat("#check-rows")
        await reader.press("G", "enter")
        assert reader.screen == "ReadingScreen"
        assert "Every bolt" in reader.line_at_caret
        await reader.press("q", "q", "gc")
        await reader.fill(str(BOOK / "none.md"))
        assert "no such file" in reader.text("MessageBar")
        assert "Nothing was checked." in reader.text("#check-rows")


async def test_who_else_has_the_words_is_in_the_panel_and_word_by_word(home, affair):
    async with sit_down(home, AFFAIR[0]) as reader:
        await reader.press("gb", "q", "r")
        panel = reader.flat("#panel-rows")
        assert "also in 1 other" in panel
        assert "worded differently in 1 other" in panel
        await reader.press("w", "gh")
        assert reader.screen == "ReportScreen"
        assert "The same words" in reader.flat("#report-rows")
        await reader.press("enter")
        assert "Province shuts bridge" in reader.text("TopBar")


async def test_of_a_file_it_is_not_said_that_it_never_changed(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gv")
        assert "versions are kept of articles of the web only" in reader.message


PLAN = "<html><body><article><h1>Plan put off</h1><p>{}</p><p>{}</p><p>{}</p></article>".format(
    "The council of Brackwater put off its harbour plan on Tuesday, after a night of debate in the old hall.",
    "“We need three more weeks to read all of it,” said Ida Marsh, the mayor of Brackwater.",
    "The plan would cost 40 million crowns and take four years, according to the harbour office.",
)


def give(site, page):
    """Have the site give this page; its address."""
    return site.page("/plan", page.encode(), content_type="text/html; charset=utf-8")


@pytest.fixture
def site():
    """A site on loopback."""
    with serving() as served:
        yield served


async def test_fetching_again_tells_what_changed_and_leads_there(home, site):
    url = give(site, PLAN)
    async with sit_down(home, url) as reader:
        await reader.press("r")
        assert "nothing changed" in reader.message
        await reader.press("gv")
        assert "has not changed" in reader.message
        give(site, PLAN.replace("three more weeks", "six more weeks").replace("40 million", "55 million"))
        await reader.press("r")
        assert "changed: 2 blocks, 1 quotation" in reader.message
        await reader.press("gv")
        assert reader.screen == "ReportScreen"
        rows = reader.flat("#report-rows")
        assert "[-three-] {+six+}" in rows
        assert "[-40-] {+55+} million" in rows
        await reader.press("gg", "j", "enter")
        assert reader.screen == "ReadingScreen"
        assert "55 million" in reader.line_at_caret
    async with sit_down(home, url) as reader:
        await reader.press("gv")
        assert "[-40-] {+55+} million" in reader.flat("#report-rows")


async def test_on_a_wide_screen_figures_stay_near_what_they_count(home, affair):
    async with sit_down(home, AFFAIR[0], (200, 50)) as reader:
        await reader.press("gb")
        assert max(map(len, reader.lines("#speaker-rows"))) <= 140
        assert "3 articles, 3 sites" in reader.flat("#speaker-rows")
