"""Layers of spans: what lies where, and the runs they cut a line into."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.model import (
    Anchor,
    AnchorStatus,
    Article,
    Attribution,
    Block,
    BlockKind,
    Mention,
    Note,
    NoteKind,
    Quotation,
    Selector,
    Span,
    SpanKind,
)
from reader.ui.layout.layers import Layer, Run, inline_layer, mention_layer, note_layer, quotation_layer, runs

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc")), max_size=8)


@given(st.lists(SPANS, max_size=3), st.integers(0, 40), st.integers(0, 40))
def test_runs_cover_the_line_and_every_character_has_the_looks_that_lie_on_it(layers, one, other):
    start, end = sorted((one, other))
    made = [Layer(spans) for spans in layers]
    cut = runs(made, start, end)
    assert [place for run in cut for place in range(run.start, run.end)] == list(range(start, end))
    assert all(run.start < run.end for run in cut)
    for run in cut:
        for place in range(run.start, run.end):
            expected = [
                look
                for spans in layers
                for begin, stop, look in sorted(spans)
                if begin <= place < stop and begin < stop
            ]
            assert list(run.looks) == expected


def test_a_run_is_no_shorter_than_it_must_be():
    assert runs([Layer([(2, 4, "x")])], 0, 6) == [Run(0, 2, ()), Run(2, 4, ("x",)), Run(4, 6, ())]
    assert runs([Layer()], 0, 6) == [Run(0, 6, ())]
    assert runs([Layer([(0, 9, "x")])], 3, 3) == []


@given(SPANS, st.integers(-1, 41))
def test_neighbours_by_start(spans, offset):
    starts = sorted(begin for begin, stop, _ in spans if begin < stop)
    layer = Layer(spans)
    assert layer.next_after(offset) == min((start for start in starts if start > offset), default=None)
    assert layer.last_before(offset) == max((start for start in starts if start < offset), default=None)


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_within_finds_what_shares_a_character(spans, start, end):
    found = Layer(spans).within(start, end)
    expected = sorted(span for span in spans if max(span[0], start) < min(span[1], end))
    assert found == expected or start >= end


def _only(layer):
    return layer.within(0, 1000)


def test_the_layers_of_an_article():
    blocks = (
        Block(BlockKind.PARAGRAPH, "one two", spans=(Span(4, 7, SpanKind.LINK, "https://example.org/"),)),
        Block(BlockKind.PARAGRAPH, "three", spans=(Span(0, 5, SpanKind.STRONG),)),
    )
    assert _only(inline_layer(Article("", blocks))) == [(4, 7, "link"), (9, 14, "strong")]
    said = Attribution(
        quotations=(Quotation(0, 5, speaker="a"), Quotation(6, 9, speaker="b"), Quotation(10, 12)),
        mentions=(Mention(13, 15, "b"), Mention(16, 18, "unknown")),
    )
    slots = {"a": 0, "b": 1}
    assert [look for _, _, look in _only(quotation_layer(said, slots))] == ["quote:0", "quote:1", "quote:-"]
    assert [look for _, _, look in _only(quotation_layer(said, slots, "b"))] == ["faded", "quote:1", "faded"]
    assert _only(mention_layer(said, slots)) == [(13, 15, "mention:1")]


def test_notes_lie_where_their_passage_was_found():
    def note(kind, anchor, selector=True):
        return Note(
            "1", kind, "u", selector=Selector("x", start=50, end=60) if selector else None, anchor=anchor, color="blue"
        )

    notes = [
        note(NoteKind.HIGHLIGHT, Anchor(AnchorStatus.MOVED, 3, 9)),
        note(NoteKind.NOTE, Anchor(AnchorStatus.ORPHAN)),
        note(NoteKind.PAGE, None, selector=False),
    ]
    assert _only(note_layer(notes)) == [(3, 9, "note:blue")]


def test_layers_are_laid_in_order():
    cut = runs([Layer([(0, 4, "low")]), Layer([(2, 6, "high")])], 0, 6)
    assert [run.looks for run in cut] == [("low",), ("low", "high"), ("high",)]
    assert all(left.end == right.start for left, right in itertools.pairwise(cut))
