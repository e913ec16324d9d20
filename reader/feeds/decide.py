"""What a feed's new text changes: a pure decision from what is stored and what was parsed to what is to be written.

How an entry is known again:

* by its id, else by its link, else by its words;
* an id that two entries of one text share with different links names neither: then id and link together do;
* an entry under an unknown id, with the link and the title of a stored one that the text does not name any more, is
  that one: its feed has changed how it makes ids, and nothing is new.

An entry has changed when its title, link, author, words or enclosures have; a new date alone changes nothing, as many
feeds give every entry the time of the request.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.library.intents import Known, KnownFeed, ToWrite
from reader.library.keys import digest, link_key, title_key
from reader.model import Entry, Feed

__all__ = ["Decision", "decide", "named"]


@dataclass(frozen=True, slots=True)
class Decision:
    """The entries to write, oldest first, how many are as they were, and which dropped ones the feed lists no more."""

    write: tuple[ToWrite, ...] = ()
    unchanged: int = 0
    forget: tuple[int, ...] = ()

    @property
    def new(self) -> int:
        """How many entries are new."""
        return sum(one.key is None for one in self.write)

    @property
    def updated(self) -> int:
        """How many stored entries have changed."""
        return len(self.write) - self.new


def decide(known: KnownFeed, feed: Feed) -> Decision:
    """What to write of a parsed feed, given what is stored of it."""
    by_name = named(feed.entries, known)
    renamed = _Renamed(known, by_name)
    write: list[ToWrite] = []
    unchanged = 0
    for uid, entry in by_name.items():
        stored = known.entries.get(uid) or renamed.stored_of(entry)
        words = _words(entry)
        if stored is not None and (stored.digest, stored.uid) == (words, uid):
            unchanged += 1
        elif stored is not None:
            write.append(_written(entry, uid, words, stored.key))
        elif uid not in known.dropped:
            write.append(_written(entry, uid, words, None))
    write.reverse()  # a feed lists the newest first: of entries without a date, the newest is to be added last
    return Decision(tuple(write), unchanged, tuple(known.dropped - by_name.keys()))


def named(entries: Sequence[Entry], known: KnownFeed) -> dict[int, Entry]:
    """Each entry under the ``uid`` that it is stored by; of two with the same one the first counts."""
    times = Counter(entry.id for entry in entries if entry.id)
    anew = not known.entries and not known.dropped
    found: dict[int, Entry] = {}
    for entry in entries:
        if not entry.id:
            uid = digest(entry.link) if entry.link else digest(entry.title, entry.summary, entry.content)
        elif times[entry.id] == 1 and (alone := digest(entry.id)):
            # once it shared its id with others, and it was stored under both
            uid = alone if alone in known.entries or anew else _both_if_known(entry, known) or alone
        else:
            uid = digest(entry.id, entry.link)
        found.setdefault(uid, entry)
    return found


def _both_if_known(entry: Entry, known: KnownFeed) -> int:
    both = digest(entry.id, entry.link)
    return both if both in known.entries or both in known.dropped else 0


class _Renamed:
    """Finds the stored entry that goes by another id now; looked for only once something seems new."""

    def __init__(self, known: KnownFeed, named: dict[int, Entry]) -> None:
        self._known = known
        self._named = named
        self._missing: dict[tuple[int, str], list[Known]] | None = None

    def stored_of(self, entry: Entry) -> Known | None:
        """The one stored entry with the link and the title of this one that has gone from the text."""
        if not self._known.entries or not entry.link:
            return None
        if self._missing is None:
            self._missing = {}
            for one in self._known.entries.values():
                if one.uid not in self._named and one.link_key:
                    self._missing.setdefault((one.link_key, one.title), []).append(one)
        found = self._missing.pop((link_key(entry.link), entry.title), [])
        return found[0] if len(found) == 1 else None


def _words(entry: Entry) -> int:
    enclosures = (enclosure.url for enclosure in entry.enclosures)
    return digest(entry.title, entry.link, entry.author, entry.summary, entry.content, *enclosures)


def _written(entry: Entry, uid: int, words: int, key: int | None) -> ToWrite:
    return ToWrite(
        entry=entry,
        uid=uid,
        digest=words,
        link_key=link_key(entry.link),
        title_key=title_key(entry.title),
        published=_seconds(entry.published or entry.updated),
        key=key,
    )


def _seconds(moment: datetime | None) -> int | None:
    """The moment in seconds since 1970; one without a zone counts as UTC."""
    if moment is None:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
