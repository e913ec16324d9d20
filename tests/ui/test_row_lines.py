"""Rows as lines: what is said of a row's height is what is drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.themes import find_one
from reader.ui.palette import Palette
from reader.ui.widgets.row_lines import Paragraph, Row, row_height, row_lines

WORDS = st.text(alphabet="ab é–漢字\n●…", max_size=90)


@given(
    words=WORDS,
    right=st.sampled_from(["", "2 h", "a long word at the edge"]),
    limit=st.integers(1, 4),
    hang=st.integers(0, 9),
)
def test_a_row_is_as_high_as_it_is_drawn(words, right, limit, hang):
    palette = Palette(find_one("night", None), "truecolor")
    row = Row(1, (Paragraph(((words, ""), (" and more", "muted")), limit=limit, indent=2, hang=hang, right=right),))
    for width in (9, 24, 60):
        assert row_height(row, width) == len(row_lines(row, width, palette))
