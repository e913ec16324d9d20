"""What the user's rules do with new entries, as values."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reader.feeds.rules import Verdict, day_in, judge, rules_of, texts_of
from reader.model import Entry
from reader.rules_table import RuleSetting

ENTRY = Entry(
    title="Osk votes on the light rail",
    link="https://crier.example/rail",
    author="Ana Petrova",
    summary="<p>The <b>co</b>uncil meets&nbsp;on Friday.</p>",
    tags=("Transport",),
)


def verdict(*settings, entry=ENTRY, day=date(2026, 1, 31)):
    texts = texts_of(entry, feed="The Crier", site="crier.example", tags=["local"])
    return judge(rules_of(settings, date(2026, 2, 1)), texts, day)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("rail", True),
        ("tram", False),
        ('text:"council meets"', True),
        ("title:osk -author:petrova", False),
        ("feed:crier site:crier.example", True),
        ("tag:transport tag:local", True),
        ("tag:trans", False),
        ("is:unread", True),
        ("is:starred", False),
        ("after:2d", True),
        ("after:today", False),
        ("friday OR tram", True),
    ],
)
def test_when_a_rule_holds(query, holds):
    assert verdict(RuleSetting(query, star=True)) == Verdict(star=holds)


def test_all_rules_that_hold_add_up():
    assert verdict(
        RuleSetting("rail", tag=["rail", "osk"], hook=["told"]),
        RuleSetting("tram", hide=True),
        RuleSetting("osk", read=True, tag="rail", full_text=True, notify=True, hook=["told"]),
    ) == Verdict(read=True, full_text=True, notify=True, tags=("rail", "osk"), hooks=(("told",),))


def test_without_rules_or_words_nothing_is_done():
    assert not verdict()
    assert not verdict(RuleSetting("rail", star=True), entry=Entry())
    assert verdict(RuleSetting("-rail", star=True), entry=Entry())


def test_a_moment_without_a_zone_is_utc():
    assert day_in(None) is None
    noon = datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert day_in(noon) == day_in(noon.replace(tzinfo=None)) == noon.astimezone().date()
