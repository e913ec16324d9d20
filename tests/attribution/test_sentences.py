"""Who speaks in one sentence or two after a lead with other people, by how the sentence is built.

A line of ``sentences.txt`` is the speaker ("-" when nobody's words stand there), " | ", and the sentences.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.attribution import attribute
from reader.model import QuotationKind

LEAD = (
    "A storm hit the coast on Sunday, the weather office of Norrland said.\n\n"
    "Joran Bask, who owns a shop, said he had seen it coming.\n\n"
)
LINES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_who_speaks(line):
    speaker, sentences = line.split(" | ", 1)
    result = attribute(LEAD + sentences.replace("\\n", "\n"))
    names = {one.id: one.name for one in result.speakers}
    said = {names.get(one.speaker) for one in result.quotations if one.kind is not QuotationKind.INDIRECT}
    assert said == (set() if speaker == "-" else {speaker})
