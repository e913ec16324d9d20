"""The order in which changes are read never matters, and machines that exchanged agree: for any history."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sync.edits import plain
from reader.sync.fold import Fold
from reader.sync.merge import Merge
from reader.sync.op import Op, from_line, to_line

NOTES = ("a", "b")
WORDS = st.text("xy é\n", max_size=4)
steps = st.one_of(
    st.tuples(st.just("color"), WORDS),
    st.tuples(st.just("body"), WORDS),
    st.tuples(st.just("tag"), st.sampled_from("pqr")),
    st.tuples(st.just("untag"), st.sampled_from("pqr")),
    st.tuples(st.sampled_from(["remove", "exchange", "crash"]), st.just("")),
)
histories = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NOTES), steps, st.integers(0, 3)), max_size=30)


class Machine:
    """A device without a disk: its store's records, its log, and the lines that all share."""

    def __init__(self, name, shared):
        self.name, self.shared = name * 8, shared
        self.records, self.lines, self.applied, self.merge, self.left = {}, [], 0, Merge(), []

    def do(self, note, step, what, second):
        record = dict(self.records.get(note) or {"id": note, "kind": "note", "created": _time(0)})
        if step == "exchange":
            return self.exchange()
        if step == "crash":
            return self.exchange(crash=bool(second % 2))
        if step == "remove":
            self.records.pop(note, None)
            return None
        tags = [tag for tag in record.get("tags", []) if tag != what]
        change = {"tag": {"tags": [*tags, what]}, "untag": {"tags": tags}}.get(step, {step: what})
        self.records[note] = {**record, **change, "modified": _time(second)}
        return None

    def exchange(self, crash=None):
        """One exchange as the program does it; with ``crash`` it stops after the log, or (True) after the store."""
        arrived = [op for line in self.shared if (op := self.merge.take(line))]
        lines = [to_line(op) for op in arrived]
        own = self.merge.join(self.records, self._left(), arrived, self.name)
        told = [self.merge.line(op) for op in own]
        self.lines += lines + told
        changes = self.merge.wanted(self.records)
        if crash is not False:
            for note, record in changes.items():
                if record is None:
                    del self.records[note]
                else:
                    self.records[note] = record
        if crash is None:
            self.applied = len(self.lines)
            self.shared += [line for line in self.lines if line not in self.shared]
        else:
            self._restart()
        return

    def _left(self):
        left, self.left = self.left, []
        return left

    def _restart(self):
        self.merge = Merge()
        for line in self.lines[: self.applied]:
            self.merge.fold.add(self.merge.take(line))
        self.left = [self.merge.take(line) for line in self.lines[self.applied :]]


def _time(second):
    return datetime.fromtimestamp(1_700_000_000 + second, UTC).isoformat().replace("+00:00", "Z")


def run(history):
    shared = []
    machines = [Machine(name, shared) for name in "abc"]
    for number, note, (step, what), second in history:
        machines[number].do(note, step, what, second)
    for _round in range(2):
        for machine in machines:
            machine.exchange()
    return machines, shared


@given(histories)
@settings(max_examples=300)
def test_machines_that_exchanged_have_the_same_notes(history):
    machines, _shared = run(history)
    first, *others = [{note: plain(record, note) for note, record in machine.records.items()} for machine in machines]
    assert all(other == first for other in others)
    assert all(machine.merge.join(machine.records, [], [], machine.name) == [] for machine in machines)


@given(histories, st.randoms(use_true_random=False), st.data())
@settings(max_examples=300)
def test_any_order_and_repetition_of_the_lines_folds_to_the_same_notes(history, random: Random, data):
    machines, shared = run(history)
    again = [*shared, *(data.draw(st.lists(st.sampled_from(shared), max_size=10)) if shared else [])]
    random.shuffle(again)
    fold = Fold()
    for line in again:
        fold.add(from_line(line))
    assert {note: fold.record(note) for note in fold.notes} == {
        note: machines[0].merge.fold.record(note) for note in fold.notes
    }


ops = st.builds(
    Op,
    device=st.sampled_from(["a" * 8, "b" * 8]),
    seq=st.integers(1, 4),
    clock=st.tuples(st.integers(0, 2), st.integers(0, 1)),
    note=st.sampled_from(NOTES),
    fields=st.dictionaries(st.sampled_from(["title", "color"]), st.one_of(st.none(), WORDS), max_size=2),
    tags=st.dictionaries(st.sampled_from("pq"), st.one_of(st.none(), st.integers(0, 2)), max_size=2),
    body=st.one_of(st.none(), WORDS),
    after=st.lists(st.sampled_from(["aaaaaaaa:1", "aaaaaaaa:2", "bbbbbbbb:1"]), max_size=2).map(tuple),
    gone=st.one_of(st.none(), st.dictionaries(st.sampled_from(["a" * 8, "b" * 8]), st.integers(0, 4))),
)


@given(st.lists(ops, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=500)
def test_lines_that_no_program_of_ours_would_write_fold_alike_in_any_order_too(lines, random: Random):
    def folded(these):
        fold = Fold()
        for op in these:
            fold.add(from_line(to_line(op)))
        return {note: fold.record(note) for note in NOTES}

    mixed = [*lines, *lines[:3]]
    random.shuffle(mixed)
    assert folded(mixed) == folded(lines)


@given(st.lists(st.tuples(st.integers(0, 2), WORDS), max_size=12))
@settings(max_examples=200)
def test_no_words_of_a_body_are_lost_that_nobody_replaced(writes):
    """Each machine's last body is in the note, unless it had taken in another's before; here none exchanges."""
    shared = []
    machines = [Machine(name, shared) for name in "abc"]
    for machine in machines:
        machine.do("a", "body", "begun", 0)
        machine.exchange()
    last = {}
    for number, words in writes:
        machines[number].do("a", "body", f"{words} by {number}", 1)
        last[number] = f"{words} by {number}".strip()
    for _round in range(2):
        for machine in machines:
            machine.exchange()
    for words in last.values():
        assert words in machines[0].records["a"]["body"]
