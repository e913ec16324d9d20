"""Exchanging a store of notes with the shared folder, so that nothing is lost wherever it stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from reader.errors import DamagedStore, StoreFailed
from reader.notes import NoteStore
from reader.notes.files import told
from reader.notes.lock import WriterLock
from reader.notes.record import Record
from reader.notes.snapshot import Stamp, stamp_of
from reader.paths import make_private
from reader.sync.folder import Folder
from reader.sync.inbox import Inbox
from reader.sync.log import Log
from reader.sync.merge import Merge
from reader.sync.op import Op, from_line
from reader.sync.state import Place, State, load, save

__all__ = ["Exchanged", "NoteSync"]


@dataclass(frozen=True)
class Exchanged:
    """How many notes' changes were sent, and how many notes here were changed by what came."""

    sent: int = 0
    received: int = 0


class NoteSync:
    """The exchange of one store with one folder; ``place`` is where this home keeps what it knows of that.

    The store is the truth here: what is saved there is told to the folder at the next exchange, at the latest when
    the folder works again. What goes on without is a line in ``problems``, each once. Methods may be called from any
    thread and window, but wait for the disk that the folder is on.

    One exchange: read what the folder has new; under the store's lock compare the store with what was last agreed,
    write both sides' changes to the log (fsync), and save to the store, in one step, what they come to; note that in
    the state; give the folder what it lacks. A crash in between leaves lines in the log that may or may not be in the
    store: then what is as before them, or as after them, was not edited here.
    """

    def __init__(self, store: NoteStore, place: Path, folder: Path, problems: list[str]) -> None:
        self.store = store
        self.folder = Folder(folder)
        self._place = place
        self._problems = problems
        self._threads = RLock()
        self._state_file = place / "state.json"
        self._log = Log(place / "log")
        self._lock = WriterLock(place / "lock")
        self._device = ""
        self._merge: Merge | None = None
        self._read = 0
        self._files: dict[str, Place] | None = None
        self._gone = False
        self._unsent = False
        self._said = ""

    def keep_up(self, *, written: bool = False) -> None:
        """Exchange when there is something to: after the store was ``written``, or when the folder changed.

        Never fails: what is in the way is told, and the notes go on here.
        """
        try:
            if written or self._unsent or self.changed():
                self.exchange()
        except StoreFailed as error:
            self._tell(str(error))

    def changed(self) -> bool:
        """Whether the folder is not as it was at the last exchange; costs one look at each of its files.

        The first time in a window: or the store, which another program may have written.
        """
        with self._threads:
            try:
                now = self.folder.look()
                files = self._files if self._files is not None else self._last_known()
            except OSError:
                return not self._gone
            return self._gone or files is None or _stamps(now) != _stamps(files)

    def exchange(self) -> Exchanged:
        """Send and receive; StoreFailed when this machine's own disk refuses, DamagedStore as the store says it."""
        with self._threads, told(self._place, "not exchanged"):
            make_private(self._place)
            with self._lock.hold():
                with ExitStack() as otherwise:
                    otherwise.callback(setattr, self, "_merge", None)  # it may be ahead of the files: read them again
                    exchanged = self._exchange()
                    otherwise.pop_all()
                return exchanged

    def _exchange(self) -> Exchanged:
        state = self._state()
        try:
            merge, left = self._catch_up(state)
        except ValueError:  # the log is damaged
            state = self._forget()
            state.forget_folder(str(self.folder.path))
            merge, left = self._catch_up(state)
        came = Inbox(merge, self._tell)
        self._gone = False
        try:
            came.read(self.folder, state.files)
        except OSError as error:
            self._gone = True
            self._stopped(error)
            came.files = state.files
            if not self._read:
                return Exchanged()  # with nothing known, every note here would look new
        counts: dict[str, int] = {}

        def step(records: Mapping[str, Record]) -> Mapping[str, Record | None]:
            lost = not records and not self.store.path.exists()
            own = merge.join(records, left, came.ops, state.device, lost=lost)
            lines = [*came.lines, *(merge.line(op) for op in own)]
            if lines:
                self._read = self._log.append(lines, self._read)
            changes = merge.wanted(records)
            counts.update(sent=len(own), received=len(changes))
            return changes

        self.store.rewrite(step)
        store = self._store_stamps()
        if (state.applied, state.files, state.store) != (self._read, came.files, store):
            state.applied, state.files, state.store = self._read, came.files, store
            save(self._state_file, state)
        if not self._gone:
            self._publish(state)
        self._files = state.files
        return Exchanged(**counts)

    def devices(self) -> int:
        """How many devices have a journal in the folder; 0 when it cannot be read."""
        try:
            return self.folder.devices()
        except OSError:
            return 0

    def _state(self) -> State:
        """What is known of the exchange so far; nothing, when the log does not go with it."""
        state = load(self._state_file)
        if state.applied > self._log.size():
            state = self._forget()
        if state.folder != str(self.folder.path):
            state.forget_folder(str(self.folder.path))
        if self._read > self._log.size() or self._device != state.device:
            self._merge, self._device = None, state.device  # another window has begun anew
        return state

    def _forget(self) -> State:
        """Begin anew, as another device: what was said under the old id is in the folder."""
        self._state_file.unlink(missing_ok=True)
        self._log.path.unlink(missing_ok=True)
        self._merge = None
        return load(self._state_file)

    def _last_known(self) -> dict[str, Place] | None:
        """The files as the last window left them, None when there is more to do than to look at them."""
        if not self._state_file.exists():
            return None
        state = load(self._state_file)
        up_to_date = state.applied == state.published == self._log.size() and state.store == self._store_stamps()
        return state.files if up_to_date and state.folder == str(self.folder.path) else None

    def _store_stamps(self) -> list[Stamp | None]:
        return [stamp_of(self.store.path), stamp_of(self.store.path.with_name(self.store.path.name + ".journal"))]

    def _catch_up(self, state: State) -> tuple[Merge, list[Op]]:
        """What the log says, as far as the store has it; and the rest, which a crash may have left."""
        if self._merge is None:
            self._merge, self._read = Merge(), 0
        left: list[Op] = []
        for line, end in self._log.lines(self._read):
            if op := self._merge.take(line, ours=True):
                if end <= state.applied:
                    self._merge.fold.add(op)
                else:
                    left.append(op)
            self._read = end
        return self._merge, left

    def _publish(self, state: State) -> None:
        """Give the folder what this home has said and it does not have."""
        name = self.folder.own(state.device)
        own = state.files.get(name)
        whole = own is not None and own[1] == state.size
        if whole and state.published == self._read:
            self._unsent, self._said = False, ""
            return
        try:
            there = set() if whole else set(self.folder.read(name, 0)[0])
            lines = [line for line in self._own_lines(state, state.published if whole else 0) if line not in there]
            if lines or own is None:
                self.folder.append(name, lines)
            place = self.folder.look().get(name)
        except OSError as error:
            self._unsent = True
            self._stopped(error)
            return
        except DamagedStore as error:
            self._unsent = True
            self._tell(str(error))
            return
        state.published = self._read
        if place:
            state.size = place[1]
            state.files = {**state.files, name: (*place[:3], place[1])}
        save(self._state_file, state)
        self._unsent, self._said = False, ""

    def _own_lines(self, state: State, start: int) -> Iterator[bytes]:
        """The lines of the log from an offset on that this home wrote, under whichever id."""
        for line, _end in self._log.lines(start):
            if from_line(line, ours=True).device in state.devices:
                yield line

    def _stopped(self, error: OSError) -> None:
        """Tell once that the folder does not do its part."""
        line = self.folder.told(error)
        if line != self._said:
            self._said = line
            self._problems.append(line)

    def _tell(self, line: str) -> None:
        if line not in self._problems:
            self._problems.append(line)


def _stamps(files: Mapping[str, Place]) -> dict[str, tuple[int, int, int]]:
    return {name: place[:3] for name, place in files.items()}
