"""A blind sample on the screen: verdicts on the disk at each key, taken back, gone on with and counted."""

import csv
from pathlib import Path

from sitting import NARROW, sit_down

from reader.app.judging import judged

AFFAIR = sorted((Path(__file__).parents[1] / "book" / "affair").glob("*.md"))


def verdicts(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [row["right"] for row in csv.DictReader(file)]


async def test_verdicts_are_kept_one_by_one_and_taken_back(affair):
    sheet = affair / "samples" / "sample-1.csv"
    async with sit_down(affair) as reader:
        await reader.press("gj")
        await reader.fill("4")
        assert reader.screen == "JudgingScreen"
        assert "0 of 4 judged" in reader.text("TopBar")
        assert "said by" in reader.flat("#judging-rows")
        await reader.press("y")
        assert verdicts(sheet) == ["y", "", "", ""]
        await reader.press("n", "-")
        assert verdicts(sheet) == ["y", "n", "?", ""]
        assert "precision" not in reader.text()
        await reader.press("u", "u")
        assert verdicts(sheet) == ["y", "", "", ""]
        await reader.press("ctrl+r")
        assert verdicts(sheet) == ["y", "n", "", ""]


async def test_a_sample_goes_on_where_it_was_left_and_ends_with_its_precision(affair):
    sheet = affair / "samples" / "sample-1.csv"
    async with sit_down(affair) as reader:
        await reader.press("gj")
        await reader.fill("3")
        await reader.press("n")
    async with sit_down(affair) as reader:
        await reader.press("gj")
        assert "sample-1.csv" in reader.text()
        await reader.press("enter")
        assert "1 of 3 judged" in reader.text("TopBar")
        await reader.press_fast("y", "y")
        assert verdicts(sheet) == ["n", "y", "y"]
        assert "3 verdicts: 2 right, 1 wrong; precision 66.7% (95 % interval 20.8% to 93.9%)" in reader.message
        found = judged(sheet.read_text(encoding="utf-8"), "sheet")
        assert (found.right, found.wrong, found.open) == (2, 1, 0)
        await reader.press("q", "gj")
        await reader.fill("2")
        assert verdicts(affair / "samples" / "sample-2.csv") == ["", ""]
        assert verdicts(sheet) == ["n", "y", "y"]


async def test_the_article_is_shown_as_text_alone_at_the_quotation(affair):
    async with sit_down(affair, size=NARROW) as reader:
        await reader.press("gj")
        await reader.fill('9 speaker:"Hanna Weiss"')
        with (affair / "samples" / "sample-1.csv").open(encoding="utf-8", newline="") as sheet:
            words = next(csv.DictReader(sheet))["quotation"]
        await reader.press("enter")
        assert reader.screen == "ReportScreen"
        assert words.split()[0] in reader.picked("#report-rows")
        await reader.press("q")
        assert reader.screen == "JudgingScreen"


async def test_what_cannot_be_judged_is_told_in_a_line(affair, tmp_path):
    async with sit_down(affair) as reader:
        for asked, told in (
            ("0", "draw 1 to"),
            ("99999", "draw 1 to"),
            ("5 speaker:nobody", "no quotation with a speaker"),
            (str(tmp_path / "none.csv"), "No such file"),
            (str(AFFAIR[0]), "no column right"),
            ("5 after:", "after:"),
        ):
            await reader.press("gj")
            await reader.fill(asked)
            assert told in reader.message
            await reader.press("y", "enter", "o", "u", "q")
            assert reader.screen == "LibraryScreen"


async def test_a_persons_own_columns_stay_and_a_sheet_that_changed_is_not_written(affair, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text(
        "id,right,speaker,quotation,context,title,url,why\na:1-2,,Ida,“Yes”,Ida said “Yes”,T,,hm\n", encoding="utf-8"
    )
    async with sit_down(affair) as reader:
        await reader.press("gj")
        await reader.fill(str(mine))
        await reader.press("c")
        assert mine.read_text(encoding="utf-8").splitlines()[1] == "a:1-2,y,Ida,“Yes”,Ida said “Yes”,T,,hm"
        mine.write_text("id,right,speaker\nb:1-2,,Ole\n", encoding="utf-8")
        await reader.press("n")
        assert "has changed meanwhile" in reader.message
        assert mine.read_text(encoding="utf-8") == "id,right,speaker\nb:1-2,,Ole\n"
