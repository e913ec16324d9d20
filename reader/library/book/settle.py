"""Giving the appearances of a family their persons in the tables, as the pure rules of ``people`` decide."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from reader.library.book.people import Appearance, Rulings, decide, is_short, lone_id, shown_name
from reader.model import SpeakerKind

__all__ = ["describe", "settle"]

_ROWS = (
    "SELECT appearances.key, appearances.person, address, people.id AS id FROM appearances"
    " JOIN articles ON articles.key = appearances.article LEFT JOIN people ON people.key = appearances.person"
    " WHERE form = ?"
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
            "SELECT key, name, role, kind FROM forms WHERE family = ?"
            " AND EXISTS (SELECT 1 FROM appearances WHERE form = forms.key)",
            (family,),
        ).fetchall()
        forms = {Appearance(row["name"], row["role"], SpeakerKind(row["kind"])): row["key"] for row in rows}
        for one, person in decide(forms).items():
            for row in _unsettled(connection, forms[one], one, person, anew):
                apart = (row["address"], one.name) in rulings.apart
                own = lone_id(one.name, row["address"]) if apart or person is None else person
                touched |= _give(connection, row, rulings.leads_to(own), one)
    return touched


def _unsettled(
    connection: sqlite3.Connection, form: int, one: Appearance, person: str | None, anew: bool
) -> list[sqlite3.Row]:
    """The rows of a form that have no person yet, or may have another than is decided now.

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
    return connection.execute(_ROWS + condition, (form,)).fetchall()


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
    return {key, row["person"]} - {None}


def describe(connection: sqlite3.Connection, people: Iterable[int], rulings: Rulings) -> None:
    """Name these people and count their quotations, articles, sites and days anew; who is left with none goes."""
    for person in people:
        row = connection.execute("SELECT id FROM people WHERE key = ?", (person,)).fetchone()
        names = connection.execute(
            "SELECT name, kind, sum(quotations) AS quotations FROM appearances JOIN forms ON forms.key = form"
            " WHERE person = ? GROUP BY name, kind",
            (person,),
        ).fetchall()
        if row is None or not names:
            connection.execute("DELETE FROM people WHERE key = ?", (person,))
            continue
        shown = shown_name({one["name"]: one["quotations"] for one in names}, row["id"])
        kind = max(names, key=lambda one: one["quotations"])["kind"]
        connection.execute(
            "UPDATE people SET stale = 0, name = :name, kind = :kind, outside_id = :known, role = coalesce(:role,"
            " (SELECT role FROM appearances JOIN forms ON forms.key = form JOIN booked USING (article)"
            " WHERE person = :key AND role <> '' ORDER BY day DESC, length(role) DESC LIMIT 1), ''),"
            " (quotations, articles, sites, first_day, last_day) = (SELECT sum(quotations),"
            " count(DISTINCT booked.article), count(DISTINCT site), min(day), max(day)"
            " FROM appearances JOIN booked USING (article) JOIN articles ON articles.key = booked.article"
            " WHERE person = :key) WHERE key = :key",
            {
                "key": person,
                "name": rulings.names.get(row["id"]) or shown,
                "kind": kind,
                "role": rulings.roles.get(row["id"]) or None,
                "known": rulings.known.get(row["id"], ""),
            },
        )
