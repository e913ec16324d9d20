"""What an editor may do to a quotation, and what changes it; and what a cut leaves behind."""

import pytest

from reader.app.check.compare import Edit, Stream, compare
from reader.app.check.context import cut_from, sentence_around
from reader.app.check.words import parts_of

TEXT = (
    "“We will not leave the town alone,” the minister said. “The province’s money — all of it — goes to the bridge, and"
    " we will count every coin.”"
)
FIRST, SECOND = TEXT.index("We will not"), TEXT.index("The province")
STREAM = Stream([(FIRST, TEXT[FIRST : TEXT.index(",” the")]), (SECOND, TEXT[SECOND:-1])])


@pytest.mark.parametrize(
    "draft",
    [
        "We will not leave the town alone",
        "we will NOT leave the town alone.",
        "[W]e will not leave the town alone",
        "We will not leave [Velmont] alone",
        "We will … leave the town alone",
        "We will [...] the town alone",
        "The province's money - all of it - goes to the bridge",
        "all of it [sic] goes to the bridge",
        "We will not leave the town alone. The province’s money",
        "the bridge, and we will count every coin",
    ],
)
def test_what_an_editor_may_do_leaves_a_quotation_exact(draft):
    match = compare(parts_of(draft), STREAM)
    assert match is not None
    assert match.exact


def test_the_place_of_each_part_is_told():
    match = compare(parts_of("leave the town … count every coin"), STREAM)
    assert match is not None
    assert [TEXT[start:end] for start, end in match.spans] == ["leave the town", "count every coin"]


def test_changed_words_are_told_one_by_one():
    match = compare(parts_of("We will never leave the poor town alone"), STREAM)
    assert match is not None
    assert not match.exact
    changes = [(edit.edit, edit.was, edit.now) for edit in match.edits if edit.edit is not Edit.KEPT]
    assert changes == [(Edit.CHANGED, "not", "never"), (Edit.PUT_IN, "", "poor")]


def test_words_in_another_order_are_altered():
    match = compare(parts_of("every coin we will count, and all of it goes to the bridge"), STREAM)
    assert match is None or not match.exact


@pytest.mark.parametrize("draft", ["The ferry sinks on Sundays and nobody minds", "", "…", "[the minister]"])
def test_what_nobody_said_matches_nothing(draft):
    assert compare(parts_of(draft), STREAM) is None


def lost(sentence, cut, draft=None):
    """The sentence that a cut leaves behind."""
    start = sentence.index(cut)
    return cut_from(sentence, [(start, start + len(cut))], draft if draft is not None else f"She said: “{cut}.”")


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("“I do not think that the bridge is safe,” he said.", "the bridge is safe"),
        ("“Nobody can say that the bridge is safe,” he said.", "the bridge is safe"),
        ("“If the frost holds, the bridge is safe,” he said.", "the bridge is safe"),
        ("“The bridge is safe if the frost holds,” he said.", "The bridge is safe"),
        ("“It’s a myth that the bridge is safe,” he said.", "the bridge is safe"),
        ("Lowry denied that “the bridge is safe”.", "the bridge is safe"),
        ("“I would hope the bridge is safe,” he said.", "the bridge is safe"),
    ],
)
def test_a_cut_out_of_a_negation_or_a_condition_is_seen(sentence, cut):
    assert cut in lost(sentence, cut)


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("“The bridge is safe,” he said.", "The bridge is safe"),
        ("“No, the bridge is safe,” he said.", "the bridge is safe"),
        ("“I do not like ferries, but the bridge is safe,” he said.", "the bridge is safe"),
        ("“I do not like ferries. The bridge is safe,” he said.", "The bridge is safe"),
        ("Asked if it would hold, Lowry said “the bridge is safe”.", "the bridge is safe"),
        ("“We checked it twice, and the bridge is safe,” he said.", "the bridge is safe"),
    ],
)
def test_a_cut_that_leaves_nothing_behind_is_fine(sentence, cut):
    assert lost(sentence, cut) == ""


def test_a_draft_that_says_it_outside_the_marks_cut_nothing():
    sentence = "“I do not think that the bridge is safe,” he said."
    assert lost(sentence, "the bridge is safe", "He did not think that “the bridge is safe”.") == ""


def test_words_left_out_by_an_ellipsis_count_as_cut():
    sentence = "“The bridge is not, I repeat, safe for lorries,” he said."
    spans = [(1, 14), (sentence.index("safe"), sentence.index(",” he"))]
    assert cut_from(sentence, spans, "“The bridge is … safe for lorries,” he said.")


def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation():
    text = "It rained. Dr. Weiss met Mr. Lowry at noon. They left."
    start = text.index("met")
    first, last = sentence_around(text, start, start + 3)
    assert text[first:last].strip() == "Dr. Weiss met Mr. Lowry at noon."
