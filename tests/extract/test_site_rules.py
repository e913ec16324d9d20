from __future__ import annotations

import pytest

from reader.errors import BadInput
from reader.extract import extract_within, site_rules
from reader.model import Page

WORDS = "Some words of a story that go on for a while, with commas, and with a full stop at the end of them."
PAGE = f"""<title>T</title><body><div class="other"><p>{WORDS} Other.</p></div><div class="story"><p>{WORDS} One.</p>
<p class="odd">{WORDS} Odd.</p><p>Short.</p></div>"""


@pytest.fixture
def read(tmp_path):
    def reading(rules: str, host: str = "www.courier.example", name: str = "courier.example", size: int = 0):
        (tmp_path / f"{name}.toml").write_text(rules)
        page = Page(url=f"https://{host}/x", data=(PAGE + " " * size).encode(), content_type="text/html")
        return [block.text.split()[-1] for block in extract_within(page, rules=site_rules(tmp_path, page.url)).blocks]

    return reading


@pytest.mark.parametrize("size", [0, 600_000])
def test_what_is_kept_and_dropped_is_what_the_rules_say(read, size):
    assert read('keep = [".story"]\ndrop = ["p.odd"]', size=size) == ["One.", "Short."]
    assert read('drop = [".other", ".odd"]', host="courier.example") == ["One.", "Short."]


def test_rules_hold_for_their_site_alone(read):
    assert "Other." in read('keep = [".story"]', host="insel.example")
    assert "Other." in read('keep = [".none"]')


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("keep = [", ": is not valid TOML"),
        ('\nkept = [".a"]', ':2: kept: no such rule: did you mean "keep"?'),
        ('host = ["a"]', ":1: host: no such rule: they are keep, drop, next_page, print_page, amp_page"),
        ("keep = 3", ":1: keep: is to be a list of CSS selectors"),
        ('keep = []\ndrop = ["p[["]', ":2: drop: 'p[[' is no CSS selector"),
        ("drop = " + repr(["p"] * 101), ":1: drop: more than 100 selectors"),
        ("#" + " " * 70_000, ": is over 64 KB"),
        ("a" + ".a" * 20_000 + " = 1", ": is not valid TOML: a line of more than"),
    ],
)
def test_a_bad_rule_is_one_line_that_names_file_line_and_key(read, rules, said):
    with pytest.raises(BadInput) as told:
        read(rules)
    assert f"courier.example.toml{said}" in str(told.value)
    assert len(str(told.value).splitlines()) == 1
