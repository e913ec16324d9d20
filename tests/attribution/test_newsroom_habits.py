"""How newsrooms of several countries write, in invented stories: who said each quotation in marks, in order.

``newsroom.jsonl`` holds a story a line; each is read with its paragraphs and as one paragraph, for not every page keeps
them apart.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.attribution import attribute
from reader.model import QuotationKind

STORIES = [json.loads(line) for line in Path(__file__).with_name("newsroom.jsonl").read_text("utf-8").splitlines()]
NEEDS_PARAGRAPHS = {"long multi"}  # a quotation left open at a paragraph's end


def speakers(text):
    result = attribute(text)
    names = {speaker.id: speaker.name for speaker in result.speakers}
    return [names.get(one.speaker) for one in result.quotations if one.kind is not QuotationKind.INDIRECT]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_who_said_it_in_a_story(story):
    assert speakers(story["text"]) == story["speakers"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_who_said_it_without_paragraphs(story):
    if story["name"] in NEEDS_PARAGRAPHS:
        pytest.skip("its quotations run over paragraphs")
    assert speakers(" ".join(story["text"].split())) == story["speakers"]
