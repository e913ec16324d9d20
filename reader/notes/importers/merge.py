"""What of an import is new: decided from values, so that it can be asked before anything is saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from reader.model import Note
from reader.notes.citekeys import Citekeys
from reader.notes.contents import NOTES, Contents
from reader.notes.ids import new_id
from reader.notes.record import Record, to_record
from reader.notes.store import NoteStore

__all__ = ["Merged", "merged", "take_in"]

_Sameness = tuple[str, ...]
_NOWHERE = {"url": "", "canonical_url": ""}
"""A note that comes without an address is the same as one with it, if all else is."""


@dataclass(frozen=True)
class Merged:
    """``fresh``: the notes to save, as they are to be saved. ``known``: how many are there already; they stay as is."""

    fresh: tuple[Note, ...]
    known: int


def merged(records: Mapping[str, Record], incoming: Iterable[Note]) -> Merged:
    """Which of the notes are new to a store of these records by id.

    A note is known by its id; else by its article, its passage and what was thought of it. One that comes with an id
    of its own keeps it, and its citation key; the others are given one, and the key that their article has.
    """
    there = {same for record in records.values() for same in (_sameness(record), _sameness({**record, **_NOWHERE}))}
    keys = Citekeys(Contents({NOTES: {str(at): record for at, record in enumerate(records.values(), start=1)}}))
    titles = {r.get("title"): str(r.get("citekey") or "") for r in records.values() if not _address(r)}
    fresh: dict[str, Note] = {}
    known = 0
    seen: set[_Sameness] = set()
    for note in incoming:
        same = _sameness(to_record(note))
        named = bool(note.id) and note.id not in fresh
        if note.id in records or same in there or (not named and same in seen):
            known += 1
            continue
        seen.add(same)
        citekey = note.citekey if named else ""
        if not note.address:
            citekey = citekey or titles.get(note.title) or keys.of(note)
            titles[note.title] = citekey
        saved = replace(note, id=note.id if named else new_id(), citekey=citekey or keys.of(note))
        fresh[saved.id] = saved
    return Merged(tuple(fresh.values()), known)


def take_in(store: NoteStore, incoming: Iterable[Note], *, dry_run: bool = False) -> Merged:
    """Save what is new, all of it or none, while nobody else writes; ``dry_run`` only says what that would be."""
    notes = list(incoming)
    if dry_run:
        return merged({note.id: to_record(note) for note in store.all()}, notes)
    found: list[Merged] = []

    def step(records: Mapping[str, Record]) -> Mapping[str, Record | None]:
        found.append(merged(records, notes))
        return {note.id: to_record(note) for note in found[0].fresh}

    store.rewrite(step)
    return found[0]


def _address(record: Record) -> str:
    return str(record.get("canonical_url") or record.get("url") or "").partition("#")[0].rstrip("/")


def _sameness(record: Record) -> _Sameness:
    """What two notes have in common when they are one note twice."""
    selector = record.get("selector")
    exact = selector.get("exact") if isinstance(selector, dict) else ""
    about = _address(record) or f"title:{record.get('title')}"
    what = [record.get(key) for key in ("body", "correction", "correction_from")]
    speaker = record.get("speaker") if record.get("kind") == "correction" else ""
    return (about, *(" ".join(str(part or "").split()) for part in (exact, *what, speaker)))
