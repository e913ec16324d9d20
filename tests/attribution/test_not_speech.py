"""What stands in quotation marks and is no quotation: titles, headings, terms, signs, names."""

from __future__ import annotations

import pytest

from reader.attribution import attribute


@pytest.mark.parametrize(
    "text",
    [
        "The book, “A Long Road,” sold well.",
        "The square, known locally as “the Bowl”, was empty.",
        "The word “fee” was never used.",
        "His so-called “army” had six men.",
        "A song called “Blue Rain” was playing.",
        "Ana “Bo” Lund left.",
        "The “Neon Hearts” singer told fans to wait.",
        "Re: “Uniforms are good,” letters, Oct. 12",
        "The tracks “Blue Moon” and “Green Sun” were played, fans said.",
        "“Meth. We’re On It.”: Oxley spends a fortune on a campaign",
        "^ Lee, Ada (3 May 2019). “Dance of Death Reviewed” . The Oxley Star.",
        "A placard at the gate said “No entry on Sundays.”",
        "Ada Lee has taped a sign to her door that says “Ask me about my boiler.”",
        "Of these flaws some are rated “highly critical” by Secunia.",
        "The agency announced the name of the disease first seen in Oxley: “ROV-19” is to replace it.",
        "Fans, who call themselves “Salties,” wrote to the writers.",
        "Some signs were in French. “There is no Planet B,” read one. Another said, “Mum?”",
        "The “Pose” actor told fans to wait.",
        "Ada Lee (“The Find,” “The One”) went home.",
        "“Alarming death rate”\n\nAda Lee went home.",
        "The campaign “Starts with one” was a success, Ada Lee said.",
        "Ada Lee is maintaining his “tough on Ekran” stance.",
        "Ada Lee said she sang “Northern Passage” twice.",
        "Bo Lund says the star of the menu, “Grandmother’s Crab,” came later.",
        "All agree on one thing. Ada Lee, “the mother of tides,” began it in May.",
        "Forests shrank under the former president Bo Lund (see ‘Ekran yo-yos on its many trees’), says Ada Lee.",
        "Bo Lund said that he is shooting the thriller “Nightfall Bay” in May.",
    ],
)
def test_not_a_quotation(text):
    assert attribute(text).quotations == ()
