"""Sourcing at a glance: who carries an article, or a selection of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.app.reading import Reading, prose
from reader.model import Attribution, Quotation, QuotationKind, Range, SpeakerKind

__all__ = ["Share", "Shares", "Source", "Sourcing", "often_named", "sourcing"]


class Source(StrEnum):
    """What a quotation comes from."""

    NAMED = "named"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


_SOURCES = {
    SpeakerKind.PERSON: Source.NAMED,
    SpeakerKind.ORGANISATION: Source.ORGANISATION,
    SpeakerKind.UNNAMED: Source.UNNAMED,
}


@dataclass
class Share:
    """Quotations and their words."""

    quotations: int = 0
    words: int = 0

    def add(self, words: int) -> None:
        """Count one more quotation, of so many words."""
        self.quotations += 1
        self.words += words


class Shares:
    """Quotations counted one after another: ``total``, by the kind of their ``sources``, and those ``relayed``."""

    def __init__(self) -> None:
        self.total, self.relayed = Share(), Share()
        self.sources = {source: Share() for source in Source}

    def add(self, one: Quotation, said: Attribution, text: str) -> tuple[Source, str, int]:
        """Count a quotation of a text: what it comes from, its speaker's name, and how many words it has."""
        speaker = said.speaker(one.speaker)
        source = _SOURCES[speaker.kind] if speaker else Source.NOBODY
        words = len(text[one.start : one.end].split())
        self.total.add(words)
        self.sources[source].add(words)
        if one.via:
            self.relayed.add(words)
        return source, speaker.name if speaker else "", words


@dataclass(frozen=True)
class Sourcing:
    """Where the quoted words come from.

    ``articles`` is how many were looked at. ``sources`` has a share for each kind, ``relayed`` those that somebody else
    passed on, of whatever kind. ``speakers`` are named speakers by name, the most quoted words first; ``silent`` are
    people who are named often (at least three times in an article) and never quoted, with how often.
    """

    articles: int
    total: Share
    sources: dict[Source, Share]
    relayed: Share
    speakers: dict[str, Share] = field(default_factory=dict)
    silent: dict[str, int] = field(default_factory=dict)


_OFTEN = 3
"""Named so often in an article, somebody is one of whom it tells."""


Names = Callable[[Reading], Mapping[Range, tuple[str, str]]]


def sourcing(readings: Iterable[Reading], who: Names = lambda _reading: {}) -> Sourcing:
    """Count the quotations in marks of attributed articles, one after another.

    ``who`` says by the places of an article's quotations the id and name that their speakers have over all articles.
    """
    shares = Shares()
    speakers: defaultdict[str, Share] = defaultdict(Share)
    named: Counter[str] = Counter()
    articles = 0
    for reading in readings:
        articles += 1
        said = reading.attribution or Attribution()
        known = who(reading)
        named.update(often_named(reading))
        for one in said.quotations:
            if one.kind is QuotationKind.INDIRECT:
                continue
            source, name, words = shares.add(one, said, reading.article.text)
            if source is Source.NAMED:
                speakers[known.get((one.start, one.end), ("", name))[1]].add(words)
    ordered = dict(sorted(speakers.items(), key=lambda item: (-item[1].words, item[0])))
    silent = {name: times for name, times in named.most_common() if name not in speakers}
    return Sourcing(articles, shares.total, shares.sources, shares.relayed, ordered, silent)


def often_named(reading: Reading) -> dict[str, int]:
    """Who is named often in an attributed article and not quoted in it, with how often, the most first."""
    from reader.attribution import named_people

    said = reading.attribution or Attribution()
    quoted = {name for speaker in said.speakers for name in (speaker.name, *speaker.aliases)}
    found = named_people(prose(reading.article), reading.article.language or None)
    return {name: times for name, times in found if times >= _OFTEN and name not in quoted}
