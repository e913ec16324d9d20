"""The gate for all outside text: whatever comes, what leaves it is safe, as one line or as lines, and stays so."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.hosts import real_host, spelled_out
from reader.text import cell_width, clean_block, clean_line, clean_typed, elide, slug, unsteering

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
PIECES = [
    "\x1b[31m", "\x9b2J", "\x07", "\r\n", "\r", "\t", "\x85", "\u2028", "\u202e", "\u2066", "\u200d",
    "\u200c", "\ufeff", "\U000e0041", "\ud83d", "\ude00", "e\u0301", "\u0301", "👩", "👧", "🇫", "\ufe0f", "क",
    "ن", "漢", " ", "\u00a0", "\u3000",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(codec=None), max_size=4)), max_size=20).map(
    "".join
)


@given(TEXT)
@example("a\u200d\u0301\u200db")
def test_a_line_is_one_safe_line_and_stays_so(text):
    line = clean_line(text)
    assert not STEERING.search(line)
    assert not re.search(r"[\n\t]|\s\s|^\s|\s$", line)
    assert unicodedata.is_normalized("NFC", line)
    assert clean_line(line) == line


@given(TEXT)
def test_a_block_is_safe_lines_and_stays_so(text):
    block = clean_block(text)
    assert not STEERING.search(block)
    assert block == block.strip("\n")
    assert all(line == line.rstrip() for line in block.split("\n"))
    assert clean_block(block) == block


@given(TEXT)
def test_what_is_typed_keeps_all_that_is_harmless(text):
    typed = clean_typed(text)
    assert not STEERING.search(typed)
    assert clean_typed(typed) == typed


@given(st.text(st.sampled_from("abc é漢\n\t"), max_size=30))
def test_harmless_text_is_typed_as_it_is(text):
    assert clean_typed(text) == text


@given(TEXT)
def test_the_last_gate_lets_nothing_through(text):
    shown = unsteering(text)
    assert not STEERING.search(shown)
    assert not re.search(r"[\n\t]", shown)


@given(TEXT, st.integers(0, 40))
def test_a_text_is_cut_to_its_width(text, width):
    assert cell_width(elide(clean_line(text), width)) <= width


@given(TEXT, st.integers(1, 80))
def test_a_slug_is_a_plain_name(text, length):
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(text, max(length, 8)))


@pytest.mark.parametrize("kept", ["नमस्ते क्‍ष", "می‌خواهم", "👩‍👧‍👦 and 🏳️‍🌈", "naïve café", "漢字かな"])
def test_what_people_write_with_comes_through(kept):
    assert clean_line(kept) == kept


@given(
    st.lists(st.one_of(st.sampled_from([*"/\\@:?#[].%", "http://", "//", "xn--", "。", "0x", "1."]), TEXT), max_size=12)
)
def test_an_address_spelled_out_has_one_host_and_stays_so(parts):
    address = spelled_out("".join(parts))
    assert spelled_out(address) == address
    if address:
        host = real_host(address)
        assert host.isascii()
        assert re.fullmatch(
            r"https?://(?:[^/?#\\]*@)?\[?" + re.escape(host) + r"\]?(?::\d+)?(?:[/?#].*)?", address, re.DOTALL
        )
