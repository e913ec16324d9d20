"""The stored articles that a search asks for, one after another, with who said what in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.app.addresses import DEMO
from reader.app.articles import Articles
from reader.app.notes import Notes
from reader.app.reading import Reading
from reader.model import Note
from reader.query import Texts, parse

__all__ = ["articles_asked"]


def articles_asked(
    articles: Articles, notes: Notes, query: str, ready: Callable[[Reading], Reading]
) -> Iterator[Reading]:
    """The articles that hold what the query (``""`` for all) asks, newest first; BadInput when it cannot be read.

    ``ready`` gives a reading its attribution with the user's corrections.
    """
    asked = parse(query)
    by_address: dict[str, list[Note]] = {}
    for note in notes.all():
        for address in {note.url, note.canonical_url} - {""}:
            by_address.setdefault(address, []).append(note)
    for _recent, reading in articles.stored():
        if reading.address == DEMO:
            continue
        done = ready(reading)
        article = done.article
        own = [note for name in _names(done) for note in by_address.get(name, ())]
        day = (article.published or done.fetched).astimezone().date()
        if asked.holds(_texts(done, own), day):
            yield done


def _names(reading: Reading) -> set[str]:
    return {reading.address, reading.article.url, reading.article.canonical_url} - {""}


def _texts(reading: Reading, notes: list[Note]) -> Texts:
    article, said = reading.article, reading.attribution
    quotations = said.quotations if said else ()
    return Texts(
        {
            "title": article.title,
            "text": article.text,
            "site": f"{article.site} {article.address}",
            "author": "\n".join(article.byline),
            "said": lambda: "\n".join(article.text[one.start : one.end] for one in quotations),
            "speaker": "\n".join(speaker.name for speaker in said.speakers) if said else "",
            "note": "\n".join(f"{note.body}\n{' '.join(note.tags)}" for note in notes),
            "tag": "\n".join(tag for note in notes for tag in note.tags),
            "is": "read noted" if notes else "read",
        }
    )
