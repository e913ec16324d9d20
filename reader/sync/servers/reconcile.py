"""What two sides that changed apart come to: a pure decision, entry by entry, from three states.

``agreed`` is what both sides last had in common, ``told`` what the server says now, ``pending`` what was changed here
since. For each part of an entry's state:

* changed on one side only: that side's state is the one;
* changed on both to the same: nothing is left to do;
* changed on both to different ones: the later change counts. Where the protocol does not tell when the server's was
  made, the change here counts: it is what the person at this screen did last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.library.remote_records import Agreed, Change, Field, Pending
from reader.sync.servers.records import Page, Told

__all__ = ["Plan", "Remote", "reconcile"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: ``apply`` here, ``push`` to the server; ``agreed`` is so without more ado.

    ``settled`` are changes of the outbox that need not be told: the server has them, or a later one.
    """

    apply: tuple[Change, ...] = ()
    push: tuple[Pending, ...] = ()
    settled: tuple[Pending, ...] = ()
    agreed: Mapping[str, Agreed] = field(default_factory=dict)


def reconcile(agreed: Mapping[str, Agreed], told: Mapping[str, Told], pending: Sequence[Pending]) -> Plan:
    """The plan for all entries; an entry that is not in ``told`` is on the server as it was agreed."""
    waiting: dict[str, dict[tuple[Field, str], Pending]] = {}
    for one in pending:
        waiting.setdefault(one.change.id, {})[one.change.field, one.change.label] = one
    apply: list[Change] = []
    push: list[Pending] = []
    settled: list[Pending] = []
    now: dict[str, Agreed] = {}
    for key in dict.fromkeys((*told, *waiting)):
        base, state = agreed.get(key), told.get(key)
        if base is None:
            push += waiting.get(key, {}).values()  # the entry is gone here; what was done to it is not
            continue
        decided = _Decided(key, base, state or Told(base.read, base.starred, base.labels))
        decided.all(waiting.get(key, {}))
        apply += decided.apply
        push += decided.push
        settled += decided.settled
        if decided.after != base:
            now[key] = decided.after
    return Plan(tuple(apply), tuple(push), tuple(settled), now)


class _Decided:
    """The decisions on one entry."""

    def __init__(self, key: str, before: Agreed, told: Told) -> None:
        self.key = key
        self.after = before
        self._told = told
        self.apply: list[Change] = []
        self.push: list[Pending] = []
        self.settled: list[Pending] = []

    def all(self, waiting: Mapping[tuple[Field, str], Pending]) -> None:
        state, before = self._told, self.after
        if self._part(Field.READ, "", before.read, state.read, waiting.get((Field.READ, ""))):
            self.after = replace(self.after, read=state.read)
        if self._part(Field.STARRED, "", before.starred, state.starred, waiting.get((Field.STARRED, ""))):
            self.after = replace(self.after, starred=state.starred)
        told = before.labels if state.labels is None else state.labels
        labels = {label for field_, label in waiting if field_ is Field.LABEL}
        for label in sorted(before.labels | told | labels):
            pending = waiting.get((Field.LABEL, label))
            if self._part(Field.LABEL, label, label in before.labels, label in told, pending):
                kept = self.after.labels - {label}
                self.after = replace(self.after, labels=kept | {label} if label in told else kept)

    def _part(self, what: Field, label: str, before: bool, now: bool, pending: Pending | None) -> bool:
        """Decide on one part; whether the server's state is agreed on now."""
        if pending is None:
            if now != before:
                self.apply.append(Change(self.key, what, now, label))
            return now != before
        if now == pending.change.value:
            self.settled.append(pending)
            return True
        changed = self._told.changed
        if now != before and changed is not None and changed > pending.at:
            self.settled.append(pending)
            self.apply.append(Change(self.key, what, now, label))
            return True
        self.push.append(pending)
        return False


class Remote:
    """Collects what the pages of one sync say about entries' states."""

    def __init__(self) -> None:
        self._unread: frozenset[str] | None = None
        self._starred: frozenset[str] | None = None
        self._labels: Mapping[str, frozenset[str]] | None = None
        self._changed: dict[str, Told] = {}

    def add(self, page: Page) -> None:
        """Take in a page."""
        self._unread = page.unread if page.unread is not None else self._unread
        self._starred = page.starred if page.starred is not None else self._starred
        self._labels = page.labels if page.labels is not None else self._labels
        self._changed.update(page.changed)

    def told(self, agreed: Mapping[str, Agreed], pending: Iterable[Pending]) -> dict[str, Told]:
        """The states of those entries that are not as agreed, or for which a change waits."""
        if self._unread is None or self._starred is None:
            return {key: state for key, state in self._changed.items() if key in agreed}
        labelled = self._labelled()
        wanted = {one.change.id for one in pending}
        return {
            key: state
            for key, base in agreed.items()
            if (state := self._state(key, labelled)) and (key in wanted or _differs(base, state))
        }

    def _state(self, key: str, labelled: Mapping[str, frozenset[str]] | None) -> Told:
        labels = None if labelled is None else labelled.get(key, frozenset())
        return Told(key not in (self._unread or ()), key in (self._starred or ()), labels)

    def _labelled(self) -> dict[str, frozenset[str]] | None:
        """The labels by entry."""
        if self._labels is None:
            return None
        found: dict[str, set[str]] = {}
        for label, keys in self._labels.items():
            for key in keys:
                found.setdefault(key, set()).add(label)
        return {key: frozenset(labels) for key, labels in found.items()}


def _differs(base: Agreed, state: Told) -> bool:
    return (base.read, base.starred) != (state.read, state.starred) or state.labels not in (None, base.labels)
