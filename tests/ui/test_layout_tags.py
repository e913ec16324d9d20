"""The initials in the gutter and the speakers' colours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Attribution, Quotation, Speaker, SpeakerKind
from reader.text import cell_width, clean_line
from reader.ui.layout.tags import colour_slots, initials

NAMES = st.one_of(
    st.sampled_from(
        ["Ana Bell", "Ana Bell", "the council", "O", "王 小明", "Ł", "Éva Ødegård", "42", "ß ß", "!", "ǆ x"]
    ),
    st.text(max_size=20).map(clean_line),
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(SpeakerKind)), max_size=90))
def test_initials_are_all_different_and_two_cells(given_names):
    speakers = [Speaker(f"s{number}", name, kind=kind) for number, (name, kind) in enumerate(given_names)]
    tags = initials(speakers)
    assert list(tags) == [speaker.id for speaker in speakers]
    assert len(set(tags.values())) == len(tags)
    assert all(cell_width(tag) == 2 for tag in tags.values())


def test_initials_are_those_a_person_expects():
    def tag(*names, kind=SpeakerKind.PERSON):
        return list(initials([Speaker(name, name, kind=kind) for name in names]).values())

    assert tag("Ylva Ushant") == ["YU"]
    assert tag("Ludo van der Berg") == ["LB"]
    assert tag("Ana Bell", "Aldo Burr", "Ada Bell") == ["AB", "AU", "AE"]
    assert tag("the Fennick Council", kind=SpeakerKind.ORGANISATION) == ["FE"]
    assert tag("Madonna") == ["MA"]


def test_slots_go_by_first_quotation():
    said = Attribution(
        speakers=(Speaker("a", "A"), Speaker("b", "B"), Speaker("c", "C")),
        quotations=(
            Quotation(0, 1, speaker="b"),
            Quotation(2, 3),
            Quotation(4, 5, speaker="a"),
            Quotation(6, 7, speaker="b"),
        ),
    )
    assert colour_slots(said) == {"b": 0, "a": 1, "c": 2}
