"""The side panel: its tabs, how body and panel follow each other, and one speaker in focus."""

from __future__ import annotations

import stories
from sitting import NARROW, sit_down


async def test_each_tab_by_its_key(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gs")
        rows = reader.flat("#panel-rows")
        assert "People" in rows
        assert "Marta Kell" in rows
        assert "county engineer" in rows
        await reader.press("gl")
        rows = reader.flat("#panel-rows")
        assert "Related 1" in rows
        assert "The bridge that nobody ordered" in rows
        assert "In the text 2" in rows
        assert "example.org" in rows
        await reader.press("gn")
        assert "No notes yet" in reader.flat("#panel-rows")
        await reader.press("go")
        rows = reader.flat("#panel-rows")
        assert "What the farmers say" in rows
        assert "What comes next" in rows
        await reader.press("gq")
        assert stories.SAID[0] in reader.flat("#panel-rows")
        await reader.press("[")
        assert "What comes next" in reader.flat("#panel-rows")
        await reader.press("2]")
        assert "People" in reader.flat("#panel-rows")


async def test_the_body_follows_the_panel_and_enter_goes_there(home, story):
    async with sit_down(home, story) as reader:
        view = reader.view
        await reader.press("gq")
        assert reader.app.focused.id == "panel-rows"
        await reader.press("4j")
        picked = reader.picked()
        assert view.here is not None
        start, end = view.ranges[view.here]
        assert " ".join(view.article.text[start:end].split()) in picked
        assert view.caret == start
        await reader.press("enter")
        assert reader.app.focused.id == "body"
        assert view.caret == start
        await reader.press("go", "G")
        assert reader.at_caret(15) == "What comes next"
        await reader.press("k", "enter", "w")
        assert reader.at_caret(40).startswith(stories.SAID[2])
        assert "What the farmers say" in reader.picked()  # the outline follows the body


async def test_focus_on_a_speaker_and_back(home, story):
    async with sit_down(home, story) as reader:
        view = reader.view
        kell = [place for place, name in enumerate(stories.SPEAKERS) if name == "Marta Kell"]
        other = reader.style(stories.SAID[1], "#body").bgcolor
        await reader.press("gs")
        assert "Marta Kell" in reader.picked()
        await reader.press("enter")
        assert "only Marta Kell" in reader.message
        assert reader.style(stories.SAID[1], "#body").bgcolor != other
        await reader.press("gg", "h")
        marked = []
        for _ in kell:
            await reader.press("w")
            marked.append(reader.at_caret(90))
        speakers = {view.quotations[view.here].speaker}
        assert speakers == {view.quotations[0].speaker}
        assert not any(stories.SAID[1] in words or stories.SAID[3] in words for words in marked)
        await reader.press("escape")
        assert reader.style(stories.SAID[1], "#body").bgcolor == other
        await reader.press("gg", "2w")
        assert reader.at_caret(60).startswith(stories.SAID[1])


async def test_sorting_and_filtering_rows(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gq")
        by_place = reader.flat("#panel-rows")
        assert by_place.index(stories.SAID[1]) < by_place.index(stories.SAID[2])
        await reader.press("z")
        by_speaker = reader.flat("#panel-rows")
        assert by_speaker.index(stories.SAID[2]) < by_speaker.index(stories.SAID[1])
        assert by_speaker.count("Marta Kell") == 1
        await reader.press("/")
        await reader.paste("sheep")
        rows = reader.flat("#panel-rows")
        assert stories.SAID[2] in rows
        assert stories.SAID[0] not in rows
        await reader.press("enter", "escape")
        assert stories.SAID[0] in reader.flat("#panel-rows")
        assert reader.app.focused.id == "panel-rows"


async def test_hiding_the_panel(home, story):
    async with sit_down(home, story) as reader:
        width = reader.app.screen.query_one("#body").size.width
        await reader.press("P")
        assert reader.lines("#panel-rows") == []
        assert reader.app.screen.query_one("#body").size.width > width
        await reader.press("w", "P")
        assert stories.SAID[0] in reader.picked()
        await reader.press("P", "gs")
        assert "Marta Kell" in reader.flat("#panel-rows")


async def test_at_80_columns_panel_and_body_take_turns(home, story):
    async with sit_down(home, story, NARROW) as reader:
        assert reader.lines("#panel-rows") == []
        assert all(len(line) <= 80 for line in reader.lines())
        await reader.press("gq")
        assert reader.lines("#body") == []
        assert stories.SAID[0] in reader.flat("#panel-rows")
        await reader.press("3j", "enter")
        assert reader.lines("#panel-rows") == []
        assert reader.view.here == 3
        assert reader.shows(reader.line_at_caret, "#body")
        await reader.press("tab")
        assert reader.lines("#body") == []
        await reader.press("q")
        assert reader.lines("#panel-rows") == []
        assert reader.screen == "ReadingScreen"
        await reader.press("P")
        assert reader.lines("#body") == []
        await reader.press("escape")
        assert reader.lines("#panel-rows") == []


async def test_resizing_keeps_the_place(home, write):
    async with sit_down(home, write(stories.long_story(200)), (140, 42)) as reader:
        await reader.press("90}")
        caret = reader.view.caret
        for size in ((80, 24), (140, 42), (60, 30), (200, 60), (100, 42), (80, 24)):
            await reader.resize(*size)
            assert reader.view.caret == caret
            assert reader.shows("Paragraph 90 ", "#body"), size
        await reader.press("gg")
        await reader.resize(140, 42)
        assert reader.shows("The mill, day by day", "#body")


async def test_a_much_lower_screen_keeps_the_caret_in_view(home, write):
    async with sit_down(home, write(stories.long_story(200)), (140, 42)) as reader:
        await reader.press("90}")
        assert reader.shows("Paragraph 90 ", "#body")
        await reader.resize(140, 12)
        assert reader.shows("Paragraph 90 ", "#body")


async def test_at_every_width_no_word_is_cut_off(home, story):
    async with sit_down(home, story) as reader:
        words = reader.view.article.blocks[0].text.split()
        for width in (24, 40, 60, 71, 73, 80, 89, 90, 91, 100, 120):
            await reader.resize(width, 40)
            shown = reader.flat("#body").split()
            assert [word for word in words if word not in shown] == [], width


async def test_a_view_as_wide_as_the_measure_cuts_no_word_off(home, story):
    async with sit_down(home, story) as reader:
        words = reader.view.article.blocks[0].text.split()
        await reader.resize(72, 40)
        shown = reader.flat("#body").split()
        assert [word for word in words if word not in shown] == []


async def test_clicks_choose_rows_tabs_and_places(home, story):
    async with sit_down(home, story) as reader:
        await reader.click("TabLine", "Speakers")
        assert "People" in reader.flat("#panel-rows")
        await reader.click("TabLine", "Quotes")
        await reader.click("#panel-rows", stories.SAID[3])
        assert reader.at_caret(60).startswith(stories.SAID[3])
        assert reader.app.focused.id == "body"
        await reader.click("#body", "stream")
        assert reader.at_caret(6) == "stream"


async def test_why_says_who_and_by_which_words(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("i")
        assert "no quotation here" in reader.message
        await reader.press("w", "i")
        assert "Marta Kell" in reader.message
        assert "cue “said”" in reader.message


async def test_paging_through_rows_leaves_none_out(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("gq")
        text = reader.view.article.text
        for height in (9, 10, 11, 12):
            await reader.resize(80, height)
            await reader.press("gg")
            seen = reader.flat("#panel-rows")
            for _ in range(12):
                await reader.press("space")
                seen += reader.flat("#panel-rows")
            quotations = reader.view.quotations
            missed = [quote for quote in quotations if text[quote.start : quote.end][:30] not in seen]
            assert missed == [], height


SILENT = """# The quay

“The quay will hold,” said Nora Quill, the harbour master of Skerrow.

Roald Amby built it. Roald Amby paid for it. Nobody has seen Roald Amby since.
"""


async def test_who_is_named_often_and_never_quoted_is_in_the_tab_of_speakers(home, write):
    async with sit_down(home, write(SILENT, "quay.md")) as reader:
        await reader.press("gs")
        assert "Named often, never quoted named Roald Amby 3" in reader.flat("#panel-rows")
        assert "Sources quotes · words named" in reader.flat("#panel-rows")
        await reader.point_at("Roald Amby")
        await reader.press("enter")
        assert "Roald Amby built it" in reader.line_at_caret


async def test_the_tabs_are_named_in_words_where_there_is_room_and_cut_with_a_sign_where_not(home, story):
    async with sit_down(home, story, (104, 30)) as reader:
        assert reader.lines("TabLine")[0].split() == ["Quotes", "Speakers", "Links", "Notes", "Outline"]
        await reader.resize(96, 30)
        assert reader.lines("TabLine")[0].split() == ["Quotes", "Spe…", "Lin…", "Not…", "Out…"]
        await reader.press("gs")
        assert reader.lines("TabLine")[0].split() == ["Quo…", "Speakers", "Lin…", "Not…", "Out…"]
        await reader.click("TabLine", "Out")
        assert reader.app.screen.panel.tab == "outline"
