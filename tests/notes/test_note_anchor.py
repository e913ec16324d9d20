"""A passage is found again in a changed text, or is said to be gone."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.model import AnchorStatus, Note, NoteKind, Selector
from reader.notes.anchor import anchored, find
from reader.notes.make import select_span, text_sha256

OLD = (
    "The harbour board met on Tuesday.\n\n"
    "Ines Okoro, who chairs it, said the new pier would open in spring. She added that the cost had doubled since "
    "the first plan, and that the board would publish every invoice.\n\n"
    "Shopkeepers along the quay were not convinced. “We have heard that before,” said Bram Yilmaz, a baker.\n\n"
    "The board meets again in May."
)


def passage(words: str, text: str = OLD) -> Selector:
    start = text.index(words)
    return select_span(text, (start, start + len(words)))


def found(selector: Selector, text: str) -> str | None:
    anchor = find(selector, text)
    return None if anchor.start is None else text[anchor.start : anchor.end]


def test_the_same_text_gives_the_same_place():
    selector = passage("the cost had doubled")
    anchor = find(selector, OLD)
    assert (anchor.status, anchor.start, anchor.end, anchor.score) == (
        AnchorStatus.EXACT, selector.start, selector.end, 1.0,
    )  # fmt: skip


def test_a_paragraph_put_before_shifts_the_place_but_does_not_move_the_passage():
    text = "Correction: an earlier version named the wrong pier.\n\n" + OLD
    anchor = find(passage("the cost had doubled"), text)
    assert anchor.status is AnchorStatus.EXACT
    assert text[anchor.start : anchor.end] == "the cost had doubled"


def test_the_same_words_elsewhere_are_moved():
    sentence = (
        "She added that the cost had doubled since the first plan, and that the board would publish every invoice."
    )
    text = OLD.replace(" " + sentence, "") + "\n\nIn other words: nothing new here. " + sentence + " So much for today."
    anchor = find(passage(sentence), text)
    assert anchor.status is AnchorStatus.MOVED
    assert text[anchor.start : anchor.end] == sentence


def test_words_that_stand_twice_are_told_apart_by_their_context():
    text = (
        OLD + "\n\nLater the board said that the cost of the crane had fallen and the cost had doubled only on paper."
    )
    twice = "the cost had doubled"
    second = text.rindex(twice)
    selector = select_span(text, (second, second + len(twice)))
    shifted = "An editor's note.\n\n" + text
    assert find(selector, shifted).start == second + len("An editor's note.\n\n")


def test_an_edited_sentence_is_found_whole():
    new = (
        "She added that costs had tripled since the first plan, and that the board would publish all invoices at once."
    )
    old = "She added that the cost had doubled since the first plan, and that the board would publish every invoice."
    text = OLD.replace(old, new)
    assert find(passage(old), text).status is AnchorStatus.EDITED
    assert found(passage(old), text) == new


def test_a_sentence_that_grew_at_either_end_is_found_whole():
    old = "She added that the cost had doubled since the first plan, and that the board would publish every invoice."
    longer = old[:-1] + " that it had paid since the work on the eastern side began."
    assert found(passage(old), OLD.replace(old, longer)) == longer
    earlier = "Asked about the crane, she " + old[4:]
    assert found(passage(old), OLD.replace(old, earlier)) == earlier


def test_a_word_that_was_torn_off_does_not_stretch_the_passage():
    between = "publish a great many things that the mayor would rather keep, among them nearly every invoice"
    text = OLD.replace("publish every invoice", between)
    assert found(passage("publish every invoice"), text) == "nearly every invoice"


def test_other_quotation_marks_dashes_and_line_breaks_are_no_edit():
    text = OLD.replace("“", '"').replace("”", '"').replace("have heard that", "have\nheard that")
    anchor = find(passage("“We have heard that before,”"), text)
    assert anchor.status is AnchorStatus.EXACT
    assert text[anchor.start : anchor.end] == '"We have\nheard that before,"'


@pytest.mark.parametrize(
    "sentence",
    [
        "She added that the cost had doubled since the first plan, and that the board would publish every invoice.",
        "Shopkeepers along the quay were not convinced.",
        "who chairs it",
    ],
)
def test_deleted_words_leave_an_orphan_without_offsets(sentence):
    anchor = find(passage(sentence), OLD.replace(sentence, ""))
    assert (anchor.status, anchor.start, anchor.end, anchor.score) == (AnchorStatus.ORPHAN, None, None, 0.0)


def test_a_short_phrase_is_not_found_in_strange_surroundings():
    text = "Fishing quotas fell.\n\nOn the island the board of the school, quite another one, hired a cook."
    assert find(passage("the board"), text).status is AnchorStatus.ORPHAN


@pytest.mark.parametrize("selector", [Selector(""), Selector("   "), Selector("…!"), Selector("gone", start=10**9)])
@pytest.mark.parametrize("text", ["", " ", "Some other words.", OLD])
def test_nothing_to_find_is_an_orphan(selector, text):
    assert find(selector, text).status is AnchorStatus.ORPHAN


def test_a_note_gets_a_fresh_anchor_and_keeps_its_selector():
    selector = passage("the cost had doubled")
    note = Note("1", NoteKind.NOTE, "https://gazette.example/pier", selector=selector)
    at = datetime(2026, 5, 1, tzinfo=UTC)
    fresh = anchored(note, "News. " + OLD, at)
    assert fresh.selector == selector
    assert fresh.anchor is not None
    assert (fresh.anchor.start, fresh.anchor.at) == (selector.start + 6, at)
    assert fresh.anchor.text_sha256 == text_sha256("News. " + OLD)


def test_a_note_on_the_whole_article_needs_no_anchor():
    note = Note("1", NoteKind.PAGE, "https://gazette.example/pier")
    assert anchored(note, OLD) == note


MINUTES = [
    f"Item {number}: the board heard {who} on the {what} and put the matter off until {when}."
    for number, (who, what, when) in enumerate(
        (who, what, when)
        for who in ("the pilots", "two anglers", "a crane driver", "the ferry line")
        for what in ("eastern breakwater", "price of berths", "lamps on the mole", "seals in the basin")
        for when in ("May", "the autumn", "a better day")
    )
]


def minutes(lines: list[str]) -> str:
    return "\n\n".join(["Minutes of the harbour board.", *lines, "The clerk closed the book."])


def test_a_long_passage_is_found_though_its_middle_changed_and_lines_came_before():
    selector = passage("\n\n".join(MINUTES[4:40]), minutes(MINUTES))
    assert len(selector.exact) > 2000
    changed = ["A note by the clerk: item 20 was read twice.", *MINUTES[:20], "Nothing was heard.", *MINUTES[22:]]
    anchor = find(selector, minutes(changed))
    assert anchor.status is AnchorStatus.EDITED
    assert minutes(changed)[anchor.start : anchor.end] == "\n\n".join(
        [*MINUTES[4:20], "Nothing was heard.", *MINUTES[22:40]]
    )


def test_what_is_left_of_a_long_passage_is_found():
    selector = passage("\n\n".join(MINUTES[:40]), minutes(MINUTES))
    rest = find(selector, minutes(MINUTES[20:]))
    assert rest.status is AnchorStatus.EDITED
    text = minutes(MINUTES[20:])[rest.start : rest.end]
    assert MINUTES[25] in text
    assert text.endswith(MINUTES[39])


def test_a_long_passage_set_in_other_type_is_no_edit():
    selector = passage("\n\n".join(MINUTES[4:40]), minutes(MINUTES))
    text = minutes(MINUTES).replace("\n\n", "\n").replace("Item", "ITEM")
    assert find(selector, text).status is AnchorStatus.EXACT


@pytest.mark.parametrize("lines", [[], MINUTES[40:], MINUTES[4:9], MINUTES[39:3:-1]])
def test_a_long_passage_that_is_gone_or_in_shreds_is_an_orphan(lines):
    selector = passage("\n\n".join(MINUTES[4:40]), minutes(MINUTES))
    assert find(selector, minutes(lines)).status is AnchorStatus.ORPHAN


TEXTS = st.text(st.sampled_from("abc é“”—\n.,İßﬁ\u3000漢"), max_size=300)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 300), st.integers(0, 3000), st.sampled_from([1, 10]))
@example("—" * 100, "—" * 100 + " ", 0, 3000, 10)
def test_an_anchor_lies_in_its_text_whatever_the_text(old, new, start, end, times):
    old, new = old * times, new * times
    anchor = find(select_span(old, (start, end)), new)
    if anchor.status is AnchorStatus.ORPHAN:
        assert anchor.start is None
    else:
        assert anchor.start is not None
        assert anchor.end is not None
        assert 0 <= anchor.start < anchor.end <= len(new)
    assert 0 <= anchor.score <= 1


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(OLD) - 1), st.integers(1, 200), st.sampled_from(["", "An update.\n\n", "x " * 200]))
def test_any_passage_of_an_unchanged_article_is_found_where_it_was(start, length, before):
    selector = select_span(OLD, (start, start + length))
    anchor = find(selector, before + OLD)
    assert (anchor.status, anchor.start, anchor.end) == (
        AnchorStatus.EXACT, selector.start + len(before), selector.end + len(before),
    )  # fmt: skip
