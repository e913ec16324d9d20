"""The words of HTML, quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.plain import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Osk &amp; Tarn", "Osk & Tarn"),
        ("<p>Rail<p>opens<br>now", "Rail opens now"),
        ("<b>R</b>ail <a href='x'>li<i>n</i>e</a>", "Rail line"),
        ("a<script>b < c</script>d<!-- e -->f", "a d f"),
        ("a<STYLE>b", "a"),
        ("a <!-- b", "a"),
        ("3 < 4 and 5 <p", "3 < 4 and 5"),
        ("Caf&eacute;&nbsp;x&#8203;y&#27;[2J", "Café xy[2J"),
        ("a\u202eb", "ab"),
    ],
)
def test_what_is_left_of_html(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize("piece", ["<", "<!--", "<script ", "<script>", "<a ", "&", "&#", "<script></", "</"])
def test_a_text_made_to_be_slow_is_read_in_one_pass(piece):
    assert len(plain_text(piece * (1_200_000 // len(piece)))) <= 1_000_000


@given(st.text())
def test_text_without_markup_stays(text):
    from reader.text import clean_line

    plain = text.replace("<", " ").replace("&", " ")
    assert plain_text(plain) == clean_line(plain)
