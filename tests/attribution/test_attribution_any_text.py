"""Whatever the text: positions are sound, the answer is always the same, and no input takes for ever."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.attribution import attribute

PIECES = st.sampled_from(
    [
        *"“”„«»‘’\"'‹›,.:;?!()—- \n",
        "\n\n",
        " said ",
        " told ",
        " Ann Lee ",
        " Lee ",
        " Mr. ",
        " the minister ",
        " Health Minister ",
        " Mother",
        " she ",
        " it ",
        " they ",
        " according to ",
        " of the ",
        " University ",
        " U.S. ",
        " that ",
        " who ",
        "’s ",
        " adding ",
        "...",
        " a statement ",
        " 44-year-old ",
        " (HWU) ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_positions_are_sound(text):
    result = attribute(text)
    ids = {speaker.id for speaker in result.speakers}
    last = 0
    for number, quotation in enumerate(result.quotations):
        assert last <= quotation.start < quotation.end <= len(text)
        last = quotation.end
        assert quotation.speaker is None or quotation.speaker in ids
        assert 0 <= quotation.confidence <= 1
        assert quotation.continues is None or quotation.continues == number - 1
        for place in (quotation.mention, quotation.cue):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
    assert ids == {quotation.speaker for quotation in result.quotations} - {None}
    last = 0
    for mention in result.mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert mention.speaker in ids
        last = mention.end


@pytest.mark.parametrize("end", ["Mother", "Police", "Chairman", "Who", "“", "(", "’s", "of", "According", "U.S"])
def test_a_text_may_end_anywhere(end):
    assert len(attribute(f"“We won,” Ann Lee said. {end}").quotations) == 1


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_answer(text):
    assert attribute(text) == attribute(text)


@pytest.mark.parametrize(
    "text",
    [
        '"a' * 10_000,
        ' "a" ' * 10_000,
        " ‘a" * 10_000,
        "“‘" * 5_000 + "a" + "’”" * 5_000,
        " “Yes,” said Ann Lee and" * 1_000,
        "“a” " + "Ann Lee, " * 10_000,
        "“a” " + "The minister, Ann Lee, said. " * 2_000,
        "“" + "a" * 1_000_000 + "” said Ann",
        "“hi” " + "A" * 1_000_000,
        "“hi” " + "\n" * 1_000_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_pathological_input_comes_to_an_end(text):
    assert attribute(text).quotations is not None
