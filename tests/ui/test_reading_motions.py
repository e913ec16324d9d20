"""Moving in the article: by quotation, paragraph, sentence, heading and link, with counts, marks and jumps."""

from __future__ import annotations

import stories
from sitting import NARROW, sit_down


async def test_w_goes_through_all_quotations_and_the_panel_follows(home, story):
    async with sit_down(home, story) as reader:
        quotations = reader.view.quotations
        text = reader.view.article.text
        for number, quotation in enumerate(quotations):
            await reader.press("w")
            assert reader.view.caret == quotation.start
            assert f"quotation {number + 1} of {len(quotations)}" in reader.text("HintBar")
            assert " ".join(text[quotation.start : quotation.end].split()) in reader.picked()
            assert reader.line_at_caret in reader.text("#body")
        await reader.press("w")
        assert "no quotation further down" in reader.message
        assert reader.view.caret == quotations[-1].start
        await reader.press("W")
        assert reader.view.caret == quotations[-2].start
        assert not reader.shows("no quotation")
        await reader.press("3W", "2w")
        assert reader.view.caret == quotations[-3].start
        await reader.press("99W")
        assert reader.view.caret == quotations[0].start
        await reader.press("3w")
        assert reader.view.caret == quotations[3].start


async def test_by_paragraph_heading_sentence_and_link(home, story):
    async with sit_down(home, story) as reader:
        text = reader.view.article.text
        await reader.press("}")
        assert reader.at_caret().startswith(f"“{stories.SAID[0]}"[:12])
        await reader.press("2}")
        assert reader.at_caret(9) == "What the "
        await reader.press("{")
        assert reader.view.caret == text.index(f"“{stories.SAID[1]}")
        await reader.press("]")
        assert reader.at_caret(9) == "What the "
        await reader.press("]")
        assert reader.at_caret(9) == "What come"
        await reader.press("]")
        assert "no heading further down" in reader.message
        await reader.press("[")
        assert reader.at_caret(9) == "What the "
        await reader.press("gg", ")")
        assert reader.at_caret(8) == "The old "
        await reader.press(")")
        assert reader.view.caret == text.index(f"“{stories.SAID[0]}")
        await reader.press("2(")
        assert reader.view.caret == 0
        await reader.press("L")
        assert reader.at_caret(14) == "parish minutes"
        await reader.press("L")
        assert reader.at_caret(17) == "map of the detour"
        await reader.press("L")
        assert "no link further down" in reader.message
        await reader.press("gL")
        assert reader.at_caret(14) == "parish minutes"


async def test_mentions_of_the_speaker_at_the_caret(home, story):
    async with sit_down(home, story) as reader:
        view = reader.view
        await reader.press("w", "*")
        speaker = view.quotations[0].speaker
        starts = [mention.start for mention in view.attribution.mentions if mention.speaker == speaker]
        assert view.caret == starts[0]
        await reader.press("*")
        assert view.caret == starts[1]
        await reader.press("#")
        assert view.caret == starts[0]


async def test_top_bottom_marks_and_jumps(home, write):
    async with sit_down(home, write(stories.long_story(120)), NARROW) as reader:
        view = reader.view
        await reader.press("10}")
        tenth = view.caret
        assert "Paragraph 10 " in reader.line_at_caret
        await reader.press("ma", "G")
        assert "Paragraph 119 " in reader.line_at_caret
        assert reader.shows("Paragraph 119 ", "#body")
        assert reader.text("HintBar").endswith("100%")  # all of it is above the lower edge
        await reader.press("gg")
        assert view.caret == 0
        assert reader.text("HintBar").endswith(" 0%")
        assert reader.shows("The mill, day by day", "#body")
        await reader.press("'a")
        assert view.caret == tenth
        await reader.press("''")
        assert view.caret == 0
        await reader.press("g,")
        assert view.caret == tenth
        await reader.press("ctrl+o", "ctrl+o")
        assert "Paragraph 119 " in reader.line_at_caret
        await reader.press("ctrl+o")
        assert view.caret == tenth
        await reader.press("ctrl+o")
        assert "no earlier jump" in reader.message
        await reader.press("'z")
        assert "no mark z" in reader.message


async def test_a_new_jump_ends_what_could_be_gone_forward_to(home, write):
    async with sit_down(home, write(stories.long_story(40)), NARROW) as reader:
        await reader.press("10}", "ma", "10}", "mb", "gg", "'a", "'b", "ctrl+o", "ctrl+o", "G")
        await reader.press("g,")
        assert "no later jump" in reader.message
        await reader.press("ctrl+o")
        assert reader.view.caret == 0
        await reader.press("ctrl+o")
        assert "Paragraph 20 " in reader.line_at_caret
        await reader.press("ctrl+o")
        assert "no earlier jump" in reader.message


async def test_lines_and_pages_keep_the_caret_in_view(home, write):
    async with sit_down(home, write(stories.long_story(120)), NARROW) as reader:
        seen = []
        for keys in ("5j", "space", "space", "ctrl+d", "30j", "pagedown", "b", "ctrl+u", "12k", "end", "home", "down"):
            await reader.press(keys)
            assert reader.shows(reader.line_at_caret, "#body"), keys
            seen.append(reader.view.caret)
        assert seen[0] < seen[1] < seen[2] < seen[3] < seen[4] < seen[5]
        assert seen[5] > seen[6] > seen[7] > seen[8]
        assert seen[10] == 0
        assert seen[11] > 0
        await reader.press("home", "space")
        first = reader.view.caret
        await reader.press("b")
        assert reader.view.caret == 0
        await reader.press("2 space")
        assert reader.view.caret > first


async def test_a_count_and_a_half_typed_sequence_are_shown_and_can_be_taken_back(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("12")
        assert reader.text("HintBar").strip().startswith("12")
        await reader.press("escape", "w")
        assert reader.view.caret == reader.view.quotations[0].start
        await reader.press("g")
        hints = reader.text("HintBar").strip()
        assert hints.startswith("g")
        assert "g top" in hints
        await reader.press("escape")
        assert "w quote" in reader.text("HintBar")


async def test_the_link_at_the_caret_and_link_letters_open_without_leaving_by_themselves(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("f")
        hinted = reader.text("#body")
        assert "which link?" in reader.message
        assert "aarish minutes" in hinted
        assert "sap of the detour" in hinted
        await reader.press("z")
        assert reader.shows("parish minutes", "#body")
        assert reader.screen == "ReadingScreen"
        assert len(reader.app.screen_stack) == 1
