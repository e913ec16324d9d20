"""Giving the appearances of a family their persons in the tables, as the pure rules of ``people`` decide."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from reader.library.book.people import Appearance, Rulings, decide, is_short, lone_id, shown_name
from reader.model import SpeakerKind

__all__ = ["describe", "settle"]

_ROWS = (
    "SELECT appearances.key, appearances.person, appearances.name, address, people.id AS id FROM appearances"
    " JOIN articles ON articles.key = appearances.article LEFT JOIN people ON people.key = appearances.person"
    " WHERE family = ? AND appearances.name = ? AND appearances.role = ? AND appearances.kind = ?"
)


def settle(
    connection: sqlite3.Connection, families: Collection[str], rulings: Rulings, *, anew: bool = False
) -> set[int]:
    """Give every appearance of these families its person, inside a transaction; whose quotations changed by it.

    Unless ``anew``, as after a new ruling, only those are looked at that a new article can have changed.
    """
    touched: set[int] = set()
    for family in families:
        rows = connection.execute(
            "SELECT DISTINCT name, role, kind FROM appearances WHERE family = ?", (family,)
        ).fetchall()
        found = [Appearance(row["name"], row["role"], SpeakerKind(row["kind"])) for row in rows]
        for one, person in decide(found).items():
            for row in _unsettled(connection, family, one, person, anew):
                apart = (row["address"], row["name"]) in rulings.apart
                own = lone_id(row["name"], row["address"]) if apart or person is None else person
                touched |= _give(connection, row, rulings.leads_to(own), one)
    return touched


def _unsettled(
    connection: sqlite3.Connection, family: str, one: Appearance, person: str | None, anew: bool
) -> list[sqlite3.Row]:
    """The rows of an appearance that have no person yet, or may have another than is decided now.

    A full name is what it is. A short one without an owner may have had one before, and the other way round.
    """
    if anew:
        condition = ""
    elif not is_short(one):
        condition = " AND person IS NULL"
    elif person is not None:
        condition = " AND (person IS NULL OR people.id LIKE '%@%')"
    else:
        condition = " AND (person IS NULL OR people.id NOT LIKE '%@%')"
    return connection.execute(_ROWS + condition, (family, one.name, one.role, one.kind)).fetchall()


def _give(connection: sqlite3.Connection, row: sqlite3.Row, person: str, one: Appearance) -> set[int]:
    """Give an appearance to the person of this id; that one and the one who had it, if it is another."""
    if row["id"] == person:
        return set()
    connection.execute(
        "INSERT OR IGNORE INTO people (id, name, role, kind) VALUES (?, ?, ?, ?)",
        (person, one.name, one.role, one.kind),
    )
    key = connection.execute("SELECT key FROM people WHERE id = ?", (person,)).fetchone()["key"]
    connection.execute("UPDATE appearances SET person = ? WHERE key = ?", (key, row["key"]))
    connection.execute("UPDATE quotations SET person = ? WHERE appearance = ?", (key, row["key"]))
    return {key, row["person"]} - {None}


def describe(connection: sqlite3.Connection, people: Iterable[int], rulings: Rulings) -> None:
    """Name these people and count their quotations, articles, sites and days anew; who is left with none goes."""
    for person in people:
        row = connection.execute("SELECT id FROM people WHERE key = ?", (person,)).fetchone()
        names = connection.execute(
            "SELECT name, kind, sum(quotations) AS quotations FROM appearances WHERE person = ? GROUP BY name, kind",
            (person,),
        ).fetchall()
        if row is None or not names:
            connection.execute("DELETE FROM people WHERE key = ?", (person,))
            continue
        shown = shown_name({one["name"]: one["quotations"] for one in names}, row["id"])
        kind = max(names, key=lambda one: one["quotations"])["kind"]
        connection.execute(
            "UPDATE people SET stale = 0, name = :name, kind = :kind, outside_id = :known, role = coalesce(:role,"
            " (SELECT appearances.role FROM quotations JOIN appearances ON appearances.key = quotations.appearance"
            " WHERE quotations.person = :key AND appearances.role <> ''"
            " ORDER BY quotations.day DESC, length(appearances.role) DESC LIMIT 1), ''),"
            " (quotations, articles, first_day, last_day) = (SELECT count(*), count(DISTINCT article), min(day),"
            " max(day) FROM quotations WHERE person = :key), sites = (SELECT count(DISTINCT site) FROM articles"
            " WHERE key IN (SELECT article FROM appearances WHERE person = :key)) WHERE key = :key",
            {
                "key": person,
                "name": rulings.names.get(row["id"]) or shown,
                "kind": kind,
                "role": rulings.roles.get(row["id"]) or None,
                "known": rulings.known.get(row["id"], ""),
            },
        )
