"""Feeds and what they must give: each file in ``pairs`` beside the JSON of the fields it is about."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import astuple

from reader.feeds import parse

PAIRS = Path(__file__).with_name("pairs")
FEEDS = sorted(path for path in PAIRS.iterdir() if path.suffix == ".xml" or path.name.endswith(".feed.json"))
ADDRESS = "https://feeds.example.org/feed"


def said(value):
    """A field's value as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [list(astuple(part)) if hasattr(part, "url") else part for part in value]
    return value


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name.partition(".")[0])
def test_a_feed_gives_what_it_says(path):
    wanted = json.loads(path.with_name(path.name.partition(".")[0] + ".json").read_text("utf-8"))
    feed = parse(path.read_bytes(), ADDRESS)
    entries = wanted.pop("entries")
    assert {name: said(getattr(feed, name)) for name in wanted} == wanted
    assert len(feed.entries) == len(entries)
    for entry, fields in zip(feed.entries, entries, strict=True):
        assert {name: said(getattr(entry, name)) for name in fields} == fields


def test_every_pair_is_read():
    assert len(FEEDS) == len([path for path in PAIRS.glob("*.json") if not path.name.endswith(".feed.json")]) > 10
