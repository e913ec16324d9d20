"""What the engine is worth on a person's own corpus: a blind sample to judge, and the precision that it shows.

The sample is stratified by site and by how sure the engine was, in proportion, so that it stands for the whole; drawn
with a seed, so that it can be drawn again. It is blind: the sheet does not say how sure the engine was.
"""

from __future__ import annotations

import csv
import io
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.app.check.context import sentence_around
from reader.app.reading import Reading
from reader.errors import BadInput
from reader.model import QuotationKind, Range
from reader.notes.export.csv_table import disarmed
from reader.text import clean_line

__all__ = ["COLUMNS", "Drawn", "Judged", "Verdict", "draw", "interval", "judged", "sheet", "verdict_of"]

COLUMNS = ("id", "right", "speaker", "quotation", "context", "title", "url")
"""Of the sheet. A person fills in ``right``: y or n, or ? for what nobody can tell."""


class Verdict(StrEnum):
    """What a person says of a quotation in the column ``right``."""

    RIGHT = "y"
    WRONG = "n"
    UNCLEAR = "?"


_MEANT = {
    Verdict.RIGHT: frozenset({"y", "yes", "1", "true", "right", "x"}),
    Verdict.WRONG: frozenset({"n", "no", "0", "false", "wrong"}),
    Verdict.UNCLEAR: frozenset({"?"}),
}


@dataclass(frozen=True)
class Drawn:
    """A quotation to judge: who is said to have said it, in its context. ``confidence`` stays off the sheet."""

    id: str
    speaker: str
    words: str
    context: str
    title: str
    url: str
    site: str
    confidence: float


@dataclass(frozen=True)
class Judged:
    """How a judged sample came out; ``low`` and ``high`` bound the precision of the whole at 95 % (Wilson)."""

    right: int
    wrong: int
    unclear: int
    open: int

    @property
    def precision(self) -> float:
        """The share that is right of those that were told right or wrong."""
        told = self.right + self.wrong
        return self.right / told if told else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """The interval in which the precision of all quotations lies with 95 % confidence."""
        return interval(self.right, self.right + self.wrong)


def draw(readings: Iterable[Reading], number: int, seed: int) -> list[Drawn]:
    """So many quotations with a named speaker, from every stratum its share; all of them when there are no more."""
    strata: defaultdict[tuple[str, int], list[Drawn]] = defaultdict(list)
    for reading in readings:
        for one in _quotations(reading):
            strata[one.site, min(int(one.confidence * 5), 4)].append(one)
    total = sum(map(len, strata.values()))
    number = min(number, total)
    dice = random.Random(seed)  # noqa: S311 - to be drawn again, not to be a secret
    chosen: list[Drawn] = []
    shares = _shares({key: len(ones) for key, ones in strata.items()}, number)
    for key in sorted(strata):
        chosen += dice.sample(sorted(strata[key], key=lambda one: one.id), shares[key])
    dice.shuffle(chosen)
    return chosen


def sheet(drawn: Iterable[Drawn]) -> str:
    """The CSV to fill in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in drawn:
        cells = (one.id, "", one.speaker, one.words, one.context, one.title, one.url)
        writer.writerow([disarmed(cell) for cell in cells])
    return out.getvalue()


def judged(text: str, name: str) -> Judged:
    """Count a sheet that was filled in. BadInput for one that is none, or has a cell that says nothing known."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    counts: Counter[Verdict | None] = Counter()
    try:
        if "right" not in (rows.fieldnames or ()):
            raise BadInput(f"{name}: no column right in its first line: begin with `reader sample N > sheet.csv`")
        for row in rows:
            try:
                counts[verdict_of(row["right"])] += 1
            except BadInput as error:
                raise BadInput(f"{name}, line {rows.line_num}: {error}") from error
    except csv.Error as error:
        raise BadInput(f"{name}, line {rows.line_num}: not CSV ({error})") from error
    return Judged(counts[Verdict.RIGHT], counts[Verdict.WRONG], counts[Verdict.UNCLEAR], counts[None])


def verdict_of(cell: str | None) -> Verdict | None:
    """What is meant by a cell of the column ``right``, None by an empty one; BadInput when that is nothing known."""
    said = (cell or "").strip().lower()
    for verdict, words in _MEANT.items():
        if said in words:
            return verdict
    if said:
        raise BadInput(f"right: {clean_line(said)}: write y, n or ?")
    return None


def interval(right: int, told: int, z: float = 1.959964) -> tuple[float, float]:
    """The Wilson score interval of a share (Wilson 1927), at 95 % unless ``z`` says otherwise; 0 to 1 of nothing.

    >>> [round(bound, 3) for bound in interval(45, 50)]
    [0.786, 0.957]
    """
    if not told:
        return 0.0, 1.0
    share = right / told
    middle = share + z * z / (2 * told)
    spread = z * math.sqrt(share * (1 - share) / told + z * z / (4 * told * told))
    scale = 1 + z * z / told
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _quotations(reading: Reading) -> Iterable[Drawn]:
    article, said = reading.article, reading.attribution
    for one in said.quotations if said else ():
        speaker = said.speaker(one.speaker) if said else None
        if speaker is None or one.kind is QuotationKind.INDIRECT:
            continue
        first, last = sentence_around(article.text, one.start, one.end)
        before = article.text.rfind("\n\n", 0, max(0, first - 2))
        yield Drawn(
            f"{reading.text_sha256[:12]}:{one.start}-{one.end}",
            speaker.name,
            article.text[one.start : one.end],
            _context(article.text, max(before, first - 600, 0), last + 200, (one.start, one.end)),
            article.title,
            article.address,
            article.site,
            one.confidence,
        )


def _context(text: str, first: int, last: int, said: Range) -> str:
    """The text around what was said, on one line; a sign, and no half word, where it is cut within a paragraph."""
    begun, ended = first > 0 and text[first] != "\n", last < len(text) and text[last] != "\n"
    if begun:
        first = max(first, text.find(" ", first, said[0]))
    if ended and (space := text.rfind(" ", said[1], last + 1)) >= 0:
        last = space
    return f"{'… ' * begun}{' '.join(text[first:last].split())}{' …' * ended}"


def _shares(sizes: dict[tuple[str, int], int], number: int) -> dict[tuple[str, int], int]:
    """How many to draw of each stratum: in proportion, the largest remainders rounded up (Hamilton)."""
    total = sum(sizes.values())
    if not total:
        return {}
    exact = {key: size * number / total for key, size in sizes.items()}
    shares = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda key: (shares[key] - exact[key], key))[: number - sum(shares.values())]:
        shares[key] += 1
    return shares
