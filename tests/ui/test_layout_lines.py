"""An article as lines: every character once, found again by its place, each kind of block in its form."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, BlockKind
from reader.text import cell_width, clean_block, clean_line, graphemes
from reader.ui.layout.lines import lay_out

ATOMS = ["a", "word ", "two words ", "long-winded ", "門は", "👩‍👩‍👧", "e\u0301", " "]
WORDS = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=30).map("".join).map(clean_line)
TABLE = st.integers(1, 5).flatmap(
    lambda wide: st.lists(st.lists(WORDS, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


@st.composite
def blocks(draw):
    kind = draw(st.sampled_from(BlockKind))
    if kind is BlockKind.RULE:
        return Block(kind, "")
    if kind is BlockKind.TABLE:
        rows = draw(TABLE)
        return Block(kind, "\n".join("\t".join(row) for row in rows), header_rows=draw(st.integers(0, len(rows))))
    text = draw(WORDS)
    if kind is BlockKind.CODE:
        text = clean_block("\n    ".join([text, draw(WORDS), "x"]))
    level = draw(st.integers(1, 6)) if kind in (BlockKind.HEADING, BlockKind.QUOTE) else draw(st.integers(0, 8))
    ordinal = draw(st.one_of(st.none(), st.integers(1, 999))) if kind is BlockKind.LIST_ITEM else None
    return Block(kind, text, level=level, ordinal=ordinal)


ARTICLES = st.lists(blocks(), max_size=6).map(lambda parts: Article("T", tuple(parts)))


@given(ARTICLES, st.integers(12, 120))
def test_every_character_that_is_not_white_space_is_on_exactly_one_line(article, measure):
    layout = lay_out(article, (("T", "title"),), measure)
    seen = [offset for line in layout.lines for piece in line.pieces for offset in range(piece.start, piece.end)]
    assert len(seen) == len(set(seen))
    assert {place for place, character in enumerate(article.text) if not character.isspace()} <= set(seen)
    for line in layout.lines:
        for piece in line.pieces:
            assert article.starts[line.block] <= piece.start
            assert piece.end <= article.starts[line.block] + len(article.blocks[line.block].text)


@given(ARTICLES, st.integers(12, 120))
def test_pieces_of_a_line_stand_in_order_and_do_not_overlap(article, measure):
    for line in lay_out(article, (), measure).lines:
        assert not line.pieces or cell_width(line.lead) <= line.pieces[0].column
        for left, right in itertools.pairwise(line.pieces):
            width = cell_width(article.text[left.start : left.end])
            assert left.column + width < right.column or len(graphemes(article.text[left.start : left.end])) == 1


@given(ARTICLES, st.integers(40, 120))
def test_no_line_is_wider_than_the_measure(article, measure):
    layout = lay_out(article, (), measure)
    for line in layout.lines:
        assert cell_width(line.lead) <= measure
        for piece in line.pieces:
            assert piece.column + cell_width(article.text[piece.start : piece.end]) <= measure


@given(ARTICLES, st.integers(12, 120))
def test_an_offset_leads_to_a_line_and_column_and_back(article, measure):
    layout = lay_out(article, (), measure)
    for number, line in enumerate(layout.lines):
        for piece in line.pieces:
            for start, _end, cells in graphemes(article.text[piece.start : piece.end]):
                if cells == 0:
                    continue
                offset = piece.start + start
                assert layout.line_of(offset) == number
                assert layout.offset_at(number, layout.column_of(offset)) == offset


def shown(article, measure):
    """The lines as they would be drawn, without gutter."""
    drawn = []
    for line in lay_out(article, (), measure).lines:
        text = line.lead
        for piece in line.pieces:
            text += " " * (piece.column - cell_width(text)) + article.text[piece.start : piece.end]
        drawn.append(text)
    return drawn[2:-1]


def test_lists_hang_and_count():
    items = (
        Block(BlockKind.LIST_ITEM, "one two three", level=0),
        Block(BlockKind.LIST_ITEM, "inner", level=1),
        Block(BlockKind.LIST_ITEM, "ninth thing here", ordinal=9),
    )
    assert shown(Article("", items), 12) == ["• one two", "  three", "  ◦ inner", "9. ninth", "   thing", "   here"]


def test_quotations_bear_bars_and_code_keeps_its_lines():
    parts = (Block(BlockKind.QUOTE, "one two three", level=2), Block(BlockKind.CODE, "a  b\n\n  c"))
    assert shown(Article("", parts), 12) == ["│ │ one two", "│ │ three", "", "  a  b", "  ", "    c"]


def test_a_table_has_columns_a_rule_and_wraps_in_its_cells():
    table = Block(BlockKind.TABLE, "Year\tWhat\n1\tone two three\n22\tx", header_rows=1)
    assert shown(Article("", (table,)), 14) == [
        "Year  What",
        "─" * 14,
        "   1  one two",
        "      three",
        "  22  x",
    ]


def test_figures_of_a_table_stand_to_the_right_under_their_heading_and_words_to_the_left():
    table = Block(BlockKind.TABLE, "Town\tSeats\tShare\tNote\nVell\t12\t9.5 %\t1st\nOrr\t1,024\t–\tnew", header_rows=1)
    assert shown(Article("", (table,)), 40) == [
        "Town  Seats  Share  Note",
        "─" * 24,
        "Vell     12  9.5 %  1st",
        "Orr   1,024      –  new",
    ]


def test_figures_under_a_heading_that_the_page_does_not_call_one():
    table = Block(BlockKind.TABLE, "Town\tSeats\nVell\t12\nOrr\t1,024")
    assert shown(Article("", (table,)), 40) == ["Town  Seats", "Vell     12", "Orr   1,024"]


def test_a_table_too_wide_for_columns_is_set_row_by_row_and_nothing_of_it_is_lost():
    heads = [f"Heading {number}" for number in range(12)]
    cells = [f"cell {number} of some length" for number in range(12)]
    article = Article("", (Block(BlockKind.TABLE, "\n".join(("\t".join(heads), "\t".join(cells))), header_rows=1),))
    layout = lay_out(article, (), 40)
    lines = shown(article, 40)
    assert lines[:2] == ["Heading 0", "Heading 1"]
    assert lines[12] == "─" * 12
    assert lines[13] == "Heading 0   cell 0 of some length"
    assert all(cell_width(line) <= 40 for line in lines)
    for cell in (*heads, *cells):
        start = article.text.index(cell)
        line = layout.lines[layout.line_of(start)]
        assert article.text[line.pieces[0].start : line.pieces[0].end] == cell


def test_a_line_of_code_that_goes_on_says_so():
    code = Block(BlockKind.CODE, "first = one + two\nlast")
    assert shown(Article("", (code,)), 14) == ["  first = one", "↪ + two", "  last"]


def test_a_credit_stands_right_below_its_picture_and_other_blocks_apart():
    parts = (
        Block(BlockKind.FIGURE, "A gate."),
        Block(BlockKind.CREDIT, "Orrin"),
        Block(BlockKind.PARAGRAPH, "Text."),
        Block(BlockKind.RULE, ""),
    )
    assert shown(Article("", parts), 20) == ["A gate.", "Orrin", "", "Text.", "", "─" * 20]


def test_a_picture_that_can_be_seen_bears_a_sign_and_its_credit_stands_under_the_caption():
    parts = (
        Block(BlockKind.FIGURE, "A gate at noon.", source="https://example.org/a.png"),
        Block(BlockKind.CREDIT, "Orrin"),
    )
    assert shown(Article("", parts), 12) == ["▣ A gate at", "  noon.", "  Orrin"]


def test_the_head_stands_above_and_without_pieces():
    layout = lay_out(Article("", (Block(BlockKind.PARAGRAPH, "Body."),)), (("A long title here", "title"),), 12)
    assert [line.role for line in layout.lines] == ["blank", "title", "title", "blank", "paragraph", "blank"]
    assert layout.nearest_text(0, 1) == 4
    assert layout.nearest_text(5, 1) is None
    assert layout.offset_at(1, 3) is None


def test_an_empty_article_has_no_text_to_go_to():
    layout = lay_out(Article("", ()), (), 40)
    assert layout.line_of(7) == 0
    assert layout.column_of(7) == 0
    assert layout.nearest_text(0, 1) is None
