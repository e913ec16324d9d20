"""What two sides that changed apart come to, as a table, and as a property of every history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.library.remote_records import Agreed, Change, Field, Pending
from reader.sync.servers.reconcile import Remote, reconcile
from reader.sync.servers.records import Page, Told

NOON = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)
EARLIER, LATER = NOON - timedelta(minutes=5), NOON + timedelta(minutes=5)

# agreed, on the server, when it was changed there, changed here at noon to -> applied here, told, settled, agreed then
TABLE = [
    ("nothing changed", 0, 0, None, None, None, False, False, 0),
    ("read there", 0, 1, None, None, 1, False, False, 1),
    ("unread there", 1, 0, None, None, 0, False, False, 0),
    ("read here", 0, 0, None, 1, None, True, False, 0),
    ("unread here", 1, 1, None, 0, None, True, False, 1),
    ("read on both sides", 0, 1, None, 1, None, False, True, 1),
    ("read here and back again", 0, 0, None, 0, None, False, True, 0),
    ("read there, here read and unread again: no times", 0, 1, None, 0, None, True, False, 0),
    ("read there before that", 0, 1, EARLIER, 0, None, True, False, 0),
    ("read there after that", 0, 1, LATER, 0, 1, False, True, 1),
    ("something else changed there after that", 0, 0, LATER, 1, None, True, False, 0),
]


def waiting(value, at=NOON, field=Field.READ, label=""):
    return Pending(Change("e", field, bool(value), label), at)


@pytest.mark.parametrize(
    ("base", "server", "changed", "here", "applied", "told", "settled", "then"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
@pytest.mark.parametrize("field", [Field.READ, Field.STARRED])
def test_one_flag(field, base, server, changed, here, applied, told, settled, then):
    def state(value):
        return {"read": False, "starred": False, field.value: bool(value)}

    pending = [] if here is None else [waiting(here, field=field)]
    plan = reconcile({"e": Agreed(**state(base))}, {"e": Told(**state(server), changed=changed)}, pending)
    assert [change.value for change in plan.apply] == ([] if applied is None else [bool(applied)])
    assert list(plan.push) == (pending if told else [])
    assert list(plan.settled) == (pending if settled else [])
    assert plan.agreed.get("e", Agreed(**state(base))) == Agreed(**state(then))


@pytest.mark.parametrize(
    ("base", "server", "here", "applied", "told", "then"),
    [
        ("", "", {}, {}, {}, ""),
        ("", "a", {}, {"a": True}, {}, "a"),
        ("ab", "b", {}, {"a": False}, {}, "b"),
        ("", "", {"a": True}, {}, {"a": True}, ""),
        ("a", "a", {"a": False}, {}, {"a": False}, "a"),
        ("a", "", {"a": False}, {}, {}, ""),
        ("a", "ab", {"a": False, "c": True}, {"b": True}, {"a": False, "c": True}, "ab"),
        ("a", None, {"c": True}, {}, {"c": True}, "a"),
    ],
)
def test_labels_merge_one_by_one(base, server, here, applied, told, then):
    labels = None if server is None else frozenset(server)
    pending = [waiting(value, field=Field.LABEL, label=label) for label, value in here.items()]
    plan = reconcile({"e": Agreed(False, False, frozenset(base))}, {"e": Told(False, False, labels)}, pending)
    assert {change.label: change.value for change in plan.apply} == applied
    assert {one.change.label: one.change.value for one in plan.push} == told
    assert plan.agreed.get("e", Agreed(False, False, frozenset(base))).labels == frozenset(then)


def test_an_entry_that_is_gone_here_is_still_told():
    pending = [waiting(1)]
    plan = reconcile({}, {}, pending)
    assert list(plan.push) == pending


def test_an_entry_that_the_server_does_not_speak_of_is_as_agreed():
    plan = reconcile({"e": Agreed(True, False)}, {}, [waiting(1)])
    assert len(plan.settled) == 1
    assert not plan.push


def test_only_what_differs_or_waits_is_looked_at():
    agreed = {key: Agreed(key in "ab", False) for key in "abcd"}
    remote = Remote()
    remote.add(Page(unread=frozenset("bd"), starred=frozenset("d"), labels={"x": frozenset("d")}))
    told = remote.told(agreed, [Pending(Change("a", Field.READ, False), NOON)])
    assert told == {
        "a": Told(True, False, frozenset()),
        "b": Told(False, False, frozenset()),
        "c": Told(True, False, frozenset()),
        "d": Told(False, True, frozenset("x")),
    }


def test_single_states_count_for_what_is_known():
    remote = Remote()
    remote.add(Page(changed={"a": Told(True, False), "new": Told(False, False)}))
    assert remote.told({"a": Agreed(False, False), "b": Agreed(False, False)}, []) == {"a": Told(True, False)}
