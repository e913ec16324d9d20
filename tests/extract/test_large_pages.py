"""What a page of the largest size may cost, measured in a process of its own, and what is shown when it costs more.

The seconds allowed here tell work that grows with the square of a page from slow machines; how long a person waits is
held by ``extract_within``, which ends the work.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.errors import BadInput, FetchFailed, NoArticle
from reader.extract import extract_within
from reader.extract.bounded import FEW_TAGS, SMALL
from reader.model import Page

WORDS = "Some words that must be shown, and that are long enough, as words go, to be a paragraph of a page."
STORY = f"<title>A long page</title><h1>A long page</h1><p>{WORDS}</p>"
MEASURED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from reader.extract import extract_html
from reader.errors import ReaderError
words = %r
page = (%s).encode()[:10_000_000]
try:
    said = extract_html(page).text
except ReaderError as error:
    said = str(error)
if sys.platform == "darwin":
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
else:  # not ru_maxrss: a child begins with that of the process it was forked from
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(words in said, peak // 1024)
"""


def page_of(text: str) -> Page:
    return Page(url="https://a.example/x", data=text.encode(), content_type="text/html")


@pytest.mark.parametrize(
    "page",
    [
        "words + '<div>' * 2_000_000",
        "'<div>' * 1_900_000 + words",
        "('<div><p>' + words) * 90_000",
        "'<p>' + (words + ' ') * 100_000",
        "(words + ' ') * 100_000",
        "'<p>' + ' ' * 9_900_000 + words",
        "'<p ' + ' '.join(f'a{n}=1' for n in range(200_000)) + '>' + words",
        "f'<p>{words}</p>' * 95_000",
        "f'<p>{words}</p>' * 9 + '<div><a href=/x><h3>A headline</h3><p>And a teaser</p></a></div>' * 30_000",
        "f'<p>{words}</p>' * 9 + f'<ul>{\"<li><a href=/x>A headline of words</a></li>\" * 60_000}</ul><p>{words}</p>'",
    ],
    ids=[
        "divs after",
        "divs before",
        "nested",
        "one node",
        "no tags",
        "white space",
        "attributes",
        "paragraphs",
        "cards",
        "headlines",
    ],
)
def test_the_largest_pages_take_seconds_not_minutes_and_three_hundred_megabytes_at_most(page):
    done = subprocess.run([sys.executable, "-c", MEASURED % (WORDS, page)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"ended by the system: {done.stderr[-200:]}"
    shown, megabytes = done.stdout.split()
    assert shown == "True"
    assert int(megabytes) <= 300


def test_a_large_page_is_read_in_a_process_of_its_own_as_any_other():
    page = page_of(STORY + "<p>Once more, in other words, and long enough for all to see it.</p>" * (SMALL // 50))
    article = extract_within(page, seconds=60)
    assert article.title == "A long page"
    assert article.blocks[0].text == WORDS
    assert article.word_of_caution == ""


@pytest.mark.parametrize("much", [f"<script>{'x' * SMALL}</script>", "<wbr>" * (FEW_TAGS + 1)], ids=["bytes", "tags"])
def test_a_page_that_takes_too_long_gives_its_bare_text_and_says_so(much):
    story = STORY + f"{much}<div>The end &amp; more.</div>"
    article = extract_within(page_of(story), seconds=0)
    assert [block.text for block in article.blocks][-2:] == [WORDS, "The end & more."]
    assert article.title == "A long page"
    assert "bare text" in article.word_of_caution


@pytest.mark.parametrize(
    ("data", "failure"), [("<div></div>" * 60_000, NoArticle), ('{"a": "' + "x" * SMALL + '"}', BadInput)]
)
def test_what_a_large_page_fails_with_is_what_a_small_one_does(data, failure):
    with pytest.raises(failure, match=r"https://a\.example/x: "):
        extract_within(page_of(data))


def test_reading_a_large_page_can_be_stopped():
    with pytest.raises(FetchFailed, match="interrupted"):
        extract_within(page_of(STORY + " " * SMALL), stop=lambda: True)
