"""Code in the language that the page names has its words told apart; what is not known, or too large, stays plain."""

from __future__ import annotations

import pytest
from sitting import sit_down

from reader.model import Article, Block, BlockKind
from reader.ui.layout.code import LARGEST, LONGEST_LINE, code_spans

PYTHON = '# add\ndef add(one):\n    return one + 12 or "text"'


def article(text, language):
    return Article("", (Block(BlockKind.PARAGRAPH, "Before it."), Block(BlockKind.CODE, text, language=language)))


def told(text, language):
    made = article(text, language)
    return {made.text[start:end]: look for start, end, look in code_spans(made)}


def test_each_word_of_code_is_what_it_is():
    assert told(PYTHON, "python") == {
        "# add": "code_comment",
        "def": "code_keyword",
        "add": "code_name",
        "return": "code_keyword",
        "12": "code_number",
        "or": "code_keyword",
        '"': "code_text",
        "text": "code_text",
    }


def test_a_language_has_other_names():
    assert told("let one = 1;", "js") == told("let one = 1;", "JavaScript")
    assert told("let one = 1;", "js")["let"] == "code_keyword"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("def add(): pass", ""),
        ("def add(): pass", "no-such-language"),
        ("pass\n" * (LARGEST // 5 + 1), "python"),
        ("one = '" + "x" * LONGEST_LINE + "'", "python"),
    ],
)
def test_the_rest_stays_plain(text, language):
    assert told(text, language) == {}


def test_code_that_takes_too_long_stays_plain_from_there_on(monkeypatch):
    from reader.ui.layout import code

    monkeypatch.setattr(code, "SECONDS", -1.0)
    assert told(PYTHON, "python") == {}


async def test_code_on_the_screen_is_coloured_on_its_own_ground(home, write):
    path = write(f"# Code\n\nSome words before it.\n\n```python\n{PYTHON}\n```\n")
    async with sit_down(home, path) as reader:
        keyword, comment, plain = (reader.style(words, "#body") for words in ("return", "# add", "(one)"))
        assert keyword.bold
        assert comment.italic
        assert keyword.bgcolor == comment.bgcolor == plain.bgcolor == reader.app.palette.style("code").bgcolor
        assert len({keyword.color, comment.color, plain.color}) == 3
