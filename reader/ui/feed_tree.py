"""The left pane's tree: which sources are shown where folders are folded, and the row of each."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import TYPE_CHECKING, overload

from reader.library.feed_records import SourceKind
from reader.ui.signs import FAILED, FOLDED, NO_SIGN, SEARCH, TAG, UNFOLDED, Sign
from reader.ui.widgets.row_lines import Paragraph, Row, UniformRows

if TYPE_CHECKING:
    from reader.library.feed_records import Source

__all__ = ["FeedTree", "identity"]

Identity = tuple[SourceKind, int | str]

SMART = frozenset(
    {SourceKind.TODAY, SourceKind.UNREAD, SourceKind.STARRED, SourceKind.SAVED, SourceKind.NOTED, SourceKind.ALL}
)
KEPT = frozenset({SourceKind.STARRED, SourceKind.SAVED, SourceKind.NOTED})
"""Lists of what a person keeps: how many there are matters, not how many are unread."""
_TREE = frozenset({SourceKind.FOLDER, SourceKind.FEED})
_HEADINGS = {
    SourceKind.SEARCH: "Searches",
    SourceKind.FOLDER: "Feeds",
    SourceKind.FEED: "Feeds",
    SourceKind.TAG: "Tags",
}


def identity(source: Source) -> Identity:
    """What tells a source from all others, whatever its counts are."""
    return source.kind, source.key


class FeedTree(UniformRows):
    """The sources that are shown, under their headings, as rows of one line.

    ``folded`` holds the paths of folders whose feeds are hidden; with ``unread_only`` feeds, folders, searches and
    tags that have nothing unread are hidden, but ``kept``.
    """

    def __init__(
        self,
        sources: Sequence[Source] = (),
        *,
        folded: Collection[str] = (),
        unread_only: bool = False,
        kept: Identity | None = None,
    ) -> None:
        self.sources, self.folded = sources, frozenset(folded)
        self._lines: list[Source | str] = []
        heading, within = "", None
        for source in sources:
            if within is not None and source.kind in _TREE and source.depth > within:
                continue
            within = source.depth if source.kind is SourceKind.FOLDER and source.key in self.folded else None
            if unread_only and not source.unread and source.kind not in SMART and identity(source) != kept:
                continue
            if (title := _HEADINGS.get(source.kind, "")) != heading:
                heading = title
                self._lines += ["", title]
            self._lines.append(source)
        self._places = {identity(line): place for place, line in enumerate(self._lines) if not isinstance(line, str)}

    def __len__(self) -> int:
        """How many lines there are, headings and blank ones included."""
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """The row at a place."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        line = self._lines[place]
        if isinstance(line, str):
            return Row(None, (Paragraph(((line, "muted"),)),))
        return self._row(line)

    def place_of(self, key: Hashable) -> int | None:
        """Where the row of a source is; None when it is folded away."""
        return self._places.get(key)  # type: ignore[call-overload, no-any-return]

    def source(self, key: Hashable | None) -> Source | None:
        """The source of a row's key, folded away or not."""
        return next((source for source in self.sources if identity(source) == key), None)

    def parent(self, source: Source) -> Source | None:
        """The folder that a feed or folder is in."""
        if source.kind not in _TREE or not source.depth:
            return None
        before = self.sources[: next(n for n, one in enumerate(self.sources) if identity(one) == identity(source))]
        return next(
            (one for one in reversed(before) if one.kind is SourceKind.FOLDER and one.depth < source.depth), None
        )

    def after(self, key: Hashable | None, step: int, *, unread: bool = False) -> Source | None:
        """The next feed with something unread, else the next folder or first of a group, in this direction."""
        place = self._places.get(key, -1)  # type: ignore[call-overload]
        wanted = _has_unread if unread else self._begins
        places = range(place + 1, len(self._lines)) if step > 0 else range(place - 1, -1, -1)
        for here in places:
            line = self._lines[here]
            if not isinstance(line, str) and wanted(line):
                return line
        return None

    def _begins(self, source: Source) -> bool:
        place = self._places[identity(source)]
        return source.kind is SourceKind.FOLDER or place == 0 or isinstance(self._lines[place - 1], str)

    def _row(self, source: Source) -> Row:
        count, count_look = _count(source)
        sign = (self._sign(source), "error" if source.error else "muted")
        name = (source.name, "" if count or source.error else "muted")
        step = 2 * source.depth
        line = Paragraph((sign, name), indent=step, step=step, right=count, right_look=count_look)
        return Row(identity(source), (line,))

    def _sign(self, source: Source) -> str:
        if source.error:
            return FAILED
        if source.kind is SourceKind.FOLDER:
            return FOLDED if source.key in self.folded else UNFOLDED
        return {SourceKind.SEARCH: SEARCH, SourceKind.TAG: TAG}.get(source.kind, NO_SIGN)


def _has_unread(source: Source) -> bool:
    return source.kind is SourceKind.FEED and source.unread > 0


def _count(source: Source) -> tuple[str, str]:
    if source.kind in KEPT or source.kind is SourceKind.ALL:
        return (f"{source.total:,}" if source.total else ""), "muted"
    return (Sign(f"{source.unread:,}", f"{source.unread:,} unread") if source.unread else ""), "accent"
