"""A sample's sheet, a CSV file as ``reader sample`` draws it, judged a verdict at a time and on the disk after each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.app.articles import Articles
from reader.app.book import Book
from reader.app.judging import Judged, Verdict, draw, judged, sheet, verdict_of
from reader.errors import BadInput
from reader.model import Article
from reader.notes.export.csv_table import rearmed
from reader.notes.export.target import write
from reader.paths import make_private
from reader.text import clean_line, counted

__all__ = ["Case", "Sheet", "Sheets", "outcome"]

LARGEST = 5_000_000
"""Bytes of a sheet that is judged on the screen: it is written anew at each verdict."""
MOST = 2_000
"""Quotations that are drawn to be judged on the screen."""


@dataclass(frozen=True)
class Case:
    """One row of a sheet, to be judged: who is said to have said it; ``told`` is the verdict, if there is one."""

    id: str
    speaker: str
    words: str
    context: str
    title: str
    url: str
    told: Verdict | None


@dataclass(frozen=True)
class Sheet:
    """A sheet as it is on the disk now."""

    path: Path
    cases: tuple[Case, ...]
    counts: Judged


class Sheets:
    """Draws sheets into a folder, and judges these or any other. Every method raises ReaderError with one line."""

    def __init__(self, folder: Path, articles: Articles, book: Book) -> None:
        self._folder = folder
        self._articles = articles
        self._book = book

    def unfinished(self) -> Path | None:
        """The sheet drawn here last, if something in it is not judged yet."""
        drawn = sorted(self._folder.glob("sample-*.csv"), key=_number)
        if drawn:
            try:
                return drawn[-1] if self.read(drawn[-1]).counts.open else None
            except BadInput:
                return None  # somebody else's file of that name
        return None

    def begin(self, asked: str) -> Sheet:
        """The sheet of this name; or, of a number and perhaps a search, a new one of so many quotations."""
        first, _, query = asked.strip().partition(" ")
        if not (first.isascii() and first.isdigit()):
            return self.read(Path(asked.strip()).expanduser())
        if not 0 < int(first[:9]) <= MOST:
            raise BadInput(f"{clean_line(first)}: draw 1 to {MOST:,} quotations, or name a sheet")
        number = max(map(_number, self._folder.glob("sample-*.csv")), default=0) + 1
        self._book.catch_up()
        drawn = draw(self._book.articles(query), int(first), seed=number)
        if not drawn:
            raise BadInput("no quotation with a speaker to judge: read some articles first, or ask for others")
        path = make_private(self._folder) / f"sample-{number}.csv"
        write(path, sheet(drawn))
        return self.read(path)

    def read(self, path: Path) -> Sheet:
        """A sheet as it is now."""
        text = _text(path)
        counts = judged(text, str(path))  # first: it tells what is no sheet
        return Sheet(path, tuple(_case(row) for row in _rows(text)[1]), counts)

    def tell(self, path: Path, place: int, id_: str, verdict: Verdict | None) -> Sheet:
        """Write a verdict (None: none yet) on the row at a place, whose id that is; on the disk when this returns."""
        names, rows = _rows(_text(path))
        if place >= len(rows) or rows[place].get("id", "") != id_:
            raise BadInput(f"{path}: has changed meanwhile: open it again")
        rows[place] = {**rows[place], "right": verdict or ""}
        out = io.StringIO()
        writer = csv.DictWriter(out, names, lineterminator="\n", extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows(rows)
        write(path, out.getvalue())
        return self.read(path)

    def article(self, case: Case) -> Article:
        """The article that a case is from, as it was when the sample was drawn; BadInput when it is not there."""
        stored = self._articles.library.of_text(case.id.partition(":")[0])
        if stored is None:
            raise BadInput(f"{case.title or case.url}: not in the library as it was when the sample was drawn")
        return stored.article


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no name of a file"
        raise BadInput(f"{clean_line(str(path))}: {why}: name a sheet, or a number to draw") from error
    if len(data) > LARGEST:
        raise BadInput(f"{path}: larger than {LARGEST // 1_000_000} MB: judge it in a table, then --judged")
    return data.decode("utf-8-sig", "replace")


def _rows(text: str) -> tuple[Sequence[str], list[Mapping[str, str]]]:
    table = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="")
    return [name for name in table.fieldnames or () if name], list(table)


def _case(row: Mapping[str, str]) -> Case:
    def cell(name: str) -> str:
        return clean_line(rearmed(row.get(name) or ""))

    return Case(
        id=row.get("id") or "",
        speaker=cell("speaker"),
        words=cell("quotation"),
        context=cell("context"),
        title=cell("title"),
        url=cell("url"),
        told=verdict_of(row["right"]),
    )


def _number(path: Path) -> int:
    digits = path.stem.partition("-")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def outcome(counts: Judged) -> str:
    """In a line: how a sample came out so far, or at the end."""
    told = counts.right + counts.wrong
    if not told:
        return f"nothing judged yet: {counts.unclear} unclear, {counts.open} open"
    low, high = counts.bounds
    return (
        f"{counted(told, 'verdict')}: {counts.right} right, {counts.wrong} wrong; precision {counts.precision:.1%}"
        f" (95 % interval {low:.1%} to {high:.1%})"
    )
