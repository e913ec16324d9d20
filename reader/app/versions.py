"""Correction watch: articles fetched anew and held against what they said before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.app import addresses
from reader.app.articles import Articles
from reader.app.corrections import corrected
from reader.app.diff.difference import Difference, Side, difference
from reader.app.notes import Notes
from reader.app.reading import Reading, prose
from reader.errors import BadInput, FetchFailed, NoArticle
from reader.model import Article, Attribution

if TYPE_CHECKING:
    from reader.library.versions import Versions as Kept

__all__ = ["Looked", "Versions"]

Stop = Callable[[], bool]
NOT_AGAIN_WITHIN = timedelta(hours=6)
"""A watched article is not fetched again within this time of the last."""


@dataclass(frozen=True)
class Looked:
    """An article that was looked at again: what changed in it, or (``problem``) why nobody can tell."""

    address: str
    title: str
    difference: Difference | None = None
    problem: str = ""


class Versions:
    """What is done with the versions of articles; every method raises ReaderError with one line."""

    def __init__(self, articles: Articles, notes: Notes) -> None:
        self._articles = articles
        self._notes = notes

    @property
    def _kept(self) -> Kept:
        from reader.library.versions import Versions as Kept

        return Kept(self._articles.library.connections)

    def refetch(self, source: str, stop: Stop | None = None) -> tuple[Reading, Difference]:
        """Fetch a stored article anew: it as it is now, and what changed since it was fetched last.

        BadInput when it is not stored, FetchFailed or NoArticle when it cannot be had; then all stays as it was.
        """
        before = self._stored(source)
        if not addresses.is_web(before.address):
            raise BadInput(f"{source}: not an article of the web: only those are fetched anew")
        side = self._side(before)
        after = self._articles.attribute(self._articles.open(before.address, refetch=True, opened=False, stop=stop))
        return after, difference(side, self._side(after), self._notes.of(after))

    def history(self, source: str) -> list[Difference]:
        """What changed from each kept version of an article to the next, the oldest first, without the network."""
        now = self._stored(source)
        key = self._articles.key_of(now.address)
        kept = self._kept.of(key) if key is not None else []
        sides = [Side(one.fetched, one.article, one.attribution or _said(one.article), one.page_sha256) for one in kept]
        notes = self._notes.of(now)
        return [difference(before, after, notes) for before, after in pairwise([*sides, self._side(now)])]

    def all(
        self, *, noted: bool = False, before: datetime | None = None, stop: Stop = lambda: False
    ) -> Iterator[Looked]:
        """Fetch every stored article of the web anew, one by one, with what changed.

        Or those only with notes, or that were fetched last ``before`` a moment.
        """
        counts = self._notes.counts() if noted else {}
        for recent in self._articles.library.recent(1_000_000, all_=True):
            names = {recent.address, recent.url, recent.canonical_url}
            if not addresses.is_web(recent.address) or (noted and not names & counts.keys()):
                continue
            if stop():
                return
            if before is not None and recent.fetched > before:
                continue
            try:
                reading, found = self.refetch(recent.address, stop)
            except (FetchFailed, NoArticle, BadInput) as error:
                yield Looked(recent.address, recent.title, problem=str(error))
            else:
                yield Looked(recent.address, reading.article.title, found)

    def watch(self, stop: Stop = lambda: False) -> tuple[str, ...]:
        """Look again at the articles with notes that were not fetched lately; a line for each that changed.

        What cannot be fetched now is looked at the next time: it is no news.
        """
        from reader.app.render.diff import summary

        found = self.all(noted=True, before=datetime.now(UTC) - NOT_AGAIN_WITHIN, stop=stop)
        return tuple(f"{one.title or one.address}: {summary(one.difference)}" for one in found if one.difference)

    def _stored(self, source: str) -> Reading:
        for name in dict.fromkeys((addresses.tidy(source), addresses.file_address(source), source)):
            if name and (reading := self._articles.known(name)):
                return reading
        raise BadInput(f"{source}: not in the library: read it first, then what changes can be told")

    def _side(self, reading: Reading) -> Side:
        done = self._articles.attribute(reading)
        said = corrected(done.attribution or Attribution(), self._notes.of(done))
        return Side(done.fetched, done.article, said, done.page_sha256)


def _said(article: Article) -> Attribution:
    """Who said what in a version that nobody had asked about."""
    from reader.attribution import attribute

    return attribute(prose(article), article.language or None)
