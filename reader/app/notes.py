"""Notes on an opened article: made, changed, found in its text again, and exported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from glob import escape
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from reader.app.corrections import CORRECTION, FROM, Correction, corrected
from reader.app.reading import Reading, speaker_of
from reader.errors import BadInput
from reader.model import Attribution, Note, NoteKind, Range, Selector
from reader.paths import Paths
from reader.text import clean_line, elide

if TYPE_CHECKING:
    from reader.notes import NoteStore
    from reader.notes.importers import Incoming, Merged
    from reader.notes.repair import Repaired

__all__ = ["REATTACHED", "Notes", "Synced"]

REATTACHED = "reattached"
"""The field of a record that holds where its passage was put by hand: a selector."""


class Synced(Struct, frozen=True):
    """An exchange with other machines: through which folder, how many they are, and how many notes went each way."""

    folder: Path
    devices: int
    sent: int
    received: int


class Notes:
    """The notes' half of the desk, over the store at ``place`` (the user's own when None).

    The user's own are exchanged with other machines through ``folder``, if that is not ``""``.
    """

    def __init__(self, paths: Paths, place: Path | None, folder: str = "", problems: list[str] | None = None) -> None:
        self.place = place or paths.notes
        self._folder = folder if place is None else ""
        self._syncing = paths.data / "sync"
        self._problems = [] if problems is None else problems
        self._lock = Lock()

    @cached_property
    def store(self) -> NoteStore:
        """The store; its file is read at the first call of a method."""
        with self._lock:
            store: NoteStore = self.__dict__.setdefault("store", self._made())
        return store

    def _made(self) -> NoteStore:
        if self._folder:
            from reader.sync import SharedStore

            return SharedStore(self.place, self._syncing, self._shared_folder(), self._problems)
        from reader.notes import NoteStore

        return NoteStore(self.place)

    def _shared_folder(self) -> Path:
        """The folder of the setting; one that is not told from the root on is in the home, wherever we are run."""
        return self._syncing.parent / Path(self._folder).expanduser()

    def sync(self, folder: Path | None) -> Synced | None:
        """Exchange the notes now, through this folder from now on, or the one that is set; None when none is."""
        from reader.sync import SharedStore, prepare

        if folder is not None:
            self._folder = str(prepare(folder))
            self.__dict__.pop("store", None)
        if not isinstance(self.store, SharedStore):
            return None
        done = self.store.sync.exchange()
        return Synced(self._shared_folder(), self.store.sync.devices(), done.sent, done.received)

    def _is_there(self) -> bool:
        """Whether there is a store, or a file of its beside it; saves the import of TinyDB when there is none."""
        return bool(self._folder) or any(self.place.parent.glob(escape(self.place.name) + "*"))

    def of(self, reading: Reading) -> list[Note]:
        """The article's notes, freshly anchored: on the whole article first, then as in the text, orphans last."""
        if not self._is_there():
            return []
        from reader.notes.anchor import find

        article = reading.article
        addresses = {address for address in (reading.address, article.url, article.canonical_url) if address}
        notes = [
            replace(note, anchor=find(place, article.text)) if (place := _placed(note)) else note
            for note in self.store.of_article(addresses)
        ]
        return sorted(notes, key=_in_text_order)

    def all(self) -> list[Note]:
        """Every note, by when it was made."""
        return self.store.all() if self._is_there() else []

    def counts(self) -> dict[str, int]:
        """How many notes there are for each address, a note counting for both its addresses; corrections do not."""
        counts: Counter[str] = Counter()
        for note in self.all():
            if note.kind is NoteKind.CORRECTION:
                continue
            counts.update({address for address in (note.url, note.canonical_url) if address})
        return dict(counts)

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        return self.store.tags() if self._is_there() else []

    def add(
        self,
        reading: Reading,
        span: Range | None,
        kind: NoteKind,
        *,
        body: str = "",
        tags: Sequence[str] = (),
        color: str = "",
    ) -> Note:
        """Make a note on a passage, or on the whole article, and save it; it is on the disk when this returns."""
        from reader.notes import make_note

        note = make_note(
            reading.article,
            span=span,
            kind=kind,
            body=body,
            tags=tags,
            color=color,
            speaker=speaker_of(self._corrected(reading), span) if span else "",
            page_sha256=reading.page_sha256,
            accessed=reading.fetched.isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        return self.store.add(note)

    def _corrected(self, reading: Reading) -> Reading:
        """The reading with the user's corrections laid over what the engine found."""
        return replace(reading, attribution=corrected(reading.attribution or Attribution(), self.of(reading)))

    def correct(self, reading: Reading, span: Range | None, what: Correction, speaker: str, renamed: str = "") -> Note:
        """Save a correction of who said what; it goes over earlier ones of the same passage or name."""
        from reader.notes import make_note

        note = make_note(
            reading.article,
            span=span,
            kind=NoteKind.CORRECTION,
            speaker=speaker,
            page_sha256=reading.page_sha256,
            accessed=reading.fetched.isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        fields = {CORRECTION: str(what)} | ({FROM: renamed} if renamed else {})
        return self.store.add(replace(note, extra={**note.extra, **fields}))

    def add_from(self, text: str, name: str) -> list[Note]:
        """Save the notes in JSON text, all or none."""
        from reader.notes.incoming import notes_from_json

        return self.store.add_many(notes_from_json(text, name))

    def import_(self, data: bytes, name: str, form: str | None, dry_run: bool) -> tuple[Incoming, Merged]:
        """What a file holds, and what of it was, or with ``dry_run`` would be, saved; all of that or none."""
        from reader.notes.importers import read, take_in

        incoming = read(data, name, form)
        done = take_in(self.store, incoming.notes, dry_run=dry_run)
        if self._folder and not dry_run:
            from reader.sync import SharedStore

            if isinstance(self.store, SharedStore):
                self.store.sync.keep_up(written=True)
        return incoming, done

    def repair(self) -> Repaired:
        """Save what can be read of a damaged store: see ``reader.notes.repair``."""
        from reader.notes.repair import repair

        return repair(self.place)

    def place_of(self, reading: Reading, words: str) -> Range:
        """Where these words stand in the article; BadInput when they do not."""
        from reader.notes.anchor import find

        exact = clean_line(words)
        anchor = find(Selector(exact), reading.article.text)
        if not exact or anchor.start is None or anchor.end is None:
            raise BadInput(f"{elide(exact, 60)!r}: not in the article: give its words exactly")
        return anchor.start, anchor.end

    def reattach(self, reading: Reading, note: Note, span: Range) -> Note:
        """Say by hand where a note's passage stands now; what the note was made on stays as it was."""
        from reader.notes.make import select_span

        place = asdict(select_span(reading.article.text, span))
        return self.store.update(replace(note, extra={**note.extra, REATTACHED: place}))

    def near(self, reading: Reading, note: Note) -> list[Range]:
        """Where a passage that is gone might stand now, the likest first."""
        from reader.notes.near import near

        return near(note.selector, reading.article.text) if note.selector else []

    def changed(self) -> bool:
        """Whether another window has written notes since they were last read here."""
        return "store" in self.__dict__ and self.store.changed()

    def update(self, note: Note, **changes: Any) -> Note:  # noqa: ANN401 - the fields of a note
        """Save the note with some of its fields changed; the others stay as they are by now.

        A text that another machine has changed under the one who was writing is kept below the new one.
        """
        now = self.store.get(note.id) or note
        if self._folder and now.body != note.body and changes.get("body", note.body) not in (note.body, now.body):
            from reader.sync import keep_both

            changes["body"] = keep_both(changes["body"], now.body, now.modified)
        return self.store.update(replace(now, **changes))

    def remove(self, note: Note) -> Note:
        """Take the note out of the store; ``restore`` puts it back."""
        return self.store.remove(note.id)

    def restore(self, note: Note) -> Note:
        """Put a removed note back as it was."""
        return self.store.restore(note)

    def close(self) -> None:
        """Close the store, if it was ever opened."""
        if "store" in self.__dict__:
            self.store.close()


def _placed(note: Note) -> Selector | None:
    """Where to look for a note's passage: where it was put by hand last, else where it was made."""
    by_hand = note.extra.get(REATTACHED)
    try:
        return Selector(**by_hand) if isinstance(by_hand, dict) else note.selector
    except TypeError:  # written by a version that knows more
        return note.selector


def _in_text_order(note: Note) -> tuple[int, int, int, str]:
    if note.selector is None:
        return (0, 0, 0, note.id)
    anchor = note.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return (2, note.selector.start, note.selector.end, note.id)
    return (1, anchor.start, anchor.end, note.id)
