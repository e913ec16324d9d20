"""Who is who as a table to edit elsewhere: merges, splits, names, roles and outside ids, out as CSV and back in.

A row is a speaker. What a person may change in it: ``name``, ``role``, ``wikidata``, ``merge_into`` (the id of whom
this is the same person as) and ``apart_in`` (addresses of articles, by spaces, in which it is somebody else of that
name). A cell that is emptied takes an earlier decision back. The other columns only tell.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.app.book.rulings import Ruling
from reader.errors import BadInput
from reader.library.book.fold import fold_name
from reader.library.book.people import Rulings, lone_id
from reader.library.book.records import SpeakerRow
from reader.notes.export.csv_table import disarmed, rearmed
from reader.text import clean_line

__all__ = ["COLUMNS", "Decision", "Person", "decisions", "people_csv", "read_people"]

COLUMNS = (
    "id", "name", "role", "wikidata", "merge_into", "apart_in", "kind", "names", "quotations", "articles", "sites",
    "first", "last",
)  # fmt: skip
_EDITED = COLUMNS[1:6]


@dataclass(frozen=True)
class Person:
    """A speaker of the book, or one that was merged away (no ``row``), with the name that each article uses."""

    id: str
    names: Mapping[str, str] = field(default_factory=dict)
    row: SpeakerRow | None = None


@dataclass(frozen=True)
class Decision:
    """What a row of the table says otherwise than before: a ruling to make, or (``take_back``) one that goes."""

    what: Ruling
    about: str
    value: str
    name: str = ""
    take_back: bool = False

    def __str__(self) -> str:
        """One line for a person."""
        if self.take_back:
            return f"{self.about}: no longer {_SAID[self.what]} {self.value or self.name}"
        return f"{self.about}: {_SAID[self.what]} {self.value or self.name}"


_SAID = {
    Ruling.MERGE: "the same person as",
    Ruling.APART: "somebody else in",
    Ruling.NAME: "called",
    Ruling.ROLE: "with the role",
    Ruling.KNOWN: "known outside as",
}


def people_csv(people: Iterable[Person], rulings: Rulings) -> str:
    """The table, with a heading; a cell that a spreadsheet would run is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for person in people:
        writer.writerow([disarmed(cell) for cell in (person.id, *_cells(person, rulings), *_facts(person))])
    return out.getvalue()


def read_people(text: str, name: str) -> list[dict[str, str]]:
    """The rows of a table: its ``id`` and those of the other columns that it has. BadInput when it is none."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        if "id" not in (reader.fieldnames or ()):
            raise BadInput(f"{name}: no column id in its first line: begin with `reader speakers export`")
        rows = []
        for row in reader:
            cells = {key: clean_line(rearmed(value or "")).strip() for key, value in row.items() if key in COLUMNS}
            if not cells["id"]:
                raise BadInput(f"{name}, line {reader.line_num}: no id: every row needs its own")
            rows.append(cells)
    except csv.Error as error:
        raise BadInput(f"{name}, line {reader.line_num}: not CSV ({error})") from error
    return rows


def decisions(
    rows: Sequence[Mapping[str, str]], people: Iterable[Person], rulings: Rulings, name: str
) -> list[Decision]:
    """What the rows change. BadInput when one is of nobody, or is merged into nobody."""
    known = {person.id: person for person in people}
    found: list[Decision] = []
    for row in rows:
        person = known.get(row["id"])
        if person is None:
            raise BadInput(f"{name}: {row['id']}: nobody of this id is in the book: was it exported from another one?")
        into = row.get("merge_into", "")
        if into and (into not in known or into == person.id):
            raise BadInput(f"{name}: {row['id']}: merge_into {into}: give the id of another speaker of the table")
        before = dict(zip(_EDITED, _cells(person, rulings), strict=True))
        for column in _EDITED:
            if column in row and row[column] != before[column]:
                found += _changed(person, column, before[column], row[column], rulings, name)
    return found


def _changed(person: Person, column: str, before: str, now: str, rulings: Rulings, table: str) -> list[Decision]:
    if column == "apart_in":
        return _parted(person, now.split(), rulings, table)
    what = _COLUMN_OF[column]
    if not now:
        return [Decision(what, person.id, before, take_back=True)]
    return [Decision(what, person.id, "" if what is Ruling.NAME else now, now if what is Ruling.NAME else "")]


def _parted(person: Person, now: list[str], rulings: Rulings, table: str) -> list[Decision]:
    before = _apart(person, rulings)
    found = [Decision(Ruling.APART, name, one, take_back=True) for one, name in before if one not in now]
    for address in now:
        if address in dict(before):
            continue
        if address not in person.names:
            raise BadInput(
                f"{table}: {person.id}: apart_in {address}: they are not quoted in an article of this address"
            )
        found.append(Decision(Ruling.APART, person.names[address], address))
    return found


def _apart(person: Person, rulings: Rulings) -> list[tuple[str, str]]:
    """The address and the name of each appearance that was taken from this person."""
    return sorted(
        (address, name)
        for address, name in rulings.apart
        if person.id != lone_id(name, address) and (fold_name(name) == person.id or name in person.names.values())
    )


_COLUMN_OF = {
    "name": Ruling.NAME,
    "role": Ruling.ROLE,
    "wikidata": Ruling.KNOWN,
    "merge_into": Ruling.MERGE,
}


def _cells(person: Person, rulings: Rulings) -> tuple[str, ...]:
    """What may be changed of a person, in the order of the columns."""
    row = person.row
    return (
        row.name if row else rulings.names.get(person.id, ""),
        row.role if row else rulings.roles.get(person.id, ""),
        rulings.known.get(person.id, ""),
        rulings.merged.get(person.id, ""),
        " ".join(address for address, _name in _apart(person, rulings)),
    )


def _facts(person: Person) -> tuple[str, ...]:
    row, names = person.row, " | ".join(name for name, _ in Counter(person.names.values()).most_common())
    if row is None:
        return ("", names, "0", "0", "0", "", "")
    days = (row.first.isoformat() if row.first else "", row.last.isoformat() if row.last else "")
    counts = (str(row.quotations), str(row.articles), str(row.sites))
    return (str(row.kind), names, *counts, *days)
