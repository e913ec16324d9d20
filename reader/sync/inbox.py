"""What the shared folder has that this machine has not had yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reader.errors import DamagedStore
from reader.sync.folder import Folder
from reader.sync.merge import Merge
from reader.sync.op import NewerLine, Op
from reader.sync.state import Place

__all__ = ["Inbox"]


@dataclass
class Inbox:
    """The lines that came, the changes in them, and the files as they were read."""

    merge: Merge
    tell: Callable[[str], None]
    lines: list[bytes] = field(default_factory=list)
    ops: list[Op] = field(default_factory=list)
    files: dict[str, Place] = field(default_factory=dict)

    def read(self, folder: Folder, known: dict[str, Place]) -> None:
        """Read what grew or is new in the folder since the files were as in ``known``; raises OSError."""
        for name, place in folder.look().items():
            before = known.get(name)
            if before and before[:3] == place[:3]:
                self.files[name] = before
                continue
            grown = before is not None and before[2] == place[2] and before[3] <= place[1]
            try:
                lines, end, cut = folder.read(name, before[3] if before and grown else 0)
            except DamagedStore as error:
                self.tell(str(error))
                continue
            self.files[name] = (*place[:3], end)
            self._take(f"{folder.path / name}", lines, cut)

    def _take(self, name: str, lines: list[bytes], cut: bool) -> None:
        skipped, newer = int(cut), 0
        for line in lines:
            try:
                op = self.merge.take(line)
            except NewerLine:
                newer += 1
            except ValueError:
                skipped += 1
            else:
                if op is not None:
                    self.lines.append(line)
                    self.ops.append(op)
        if skipped:
            self.tell(f"{name}: left out {_lines(skipped)} that {_are(skipped)} torn or not ours: the rest is read")
        if newer:
            self.tell(f"{name}: left out {_lines(newer)} of a newer reader: update this one")


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
