"""What the user's rules do with a new entry: a pure decision from its texts to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reader.model import Entry
from reader.plain import raw_text
from reader.query import Query, Texts, parse
from reader.rules_table import RuleSetting

__all__ = ["Rule", "Verdict", "day_in", "judge", "rules_of", "texts_of"]

STATES = "unread"
"""What every new entry is when its rules are asked."""


@dataclass(frozen=True)
class Rule:
    """A rule ready to be asked. ``query`` has its relative days worked out."""

    query: Query
    setting: RuleSetting


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that the rules that hold want done with one entry. ``hooks`` are commands, each a tuple of its words."""

    star: bool = False
    read: bool = False
    hide: bool = False
    full_text: bool = False
    notify: bool = False
    tags: tuple[str, ...] = ()
    hooks: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is to be done."""
        return self != Verdict()


def rules_of(settings: Sequence[RuleSetting], today: date | None = None) -> list[Rule]:
    """The rules of the settings, whose queries were found right when the settings were read."""
    return [Rule(parse(setting.query, today=today), setting) for setting in settings]


def texts_of(entry: Entry, *, feed: str, site: str = "", tags: Iterable[str] = ()) -> Texts:
    """A new entry's texts by field; ``feed`` is its feed's name, ``tags`` are the feed's own."""

    def text() -> str:
        return raw_text(entry.content or entry.summary)

    fields: dict[str, str | Callable[[], str]] = {
        "title": entry.title,
        "author": entry.author,
        "text": text,
        "site": f"{site}\n{entry.link}",
        "feed": feed,
        "tag": "\n".join([*entry.tags, *tags]),
        "is": STATES,
    }
    return Texts(fields)


def judge(rules: Sequence[Rule], texts: Texts, day: date | None) -> Verdict:
    """What the rules that hold for an entry want done with it."""
    held = [rule.setting for rule in rules if rule.query.holds(texts, day)]
    if not held:
        return Verdict()
    return Verdict(
        star=any(one.star for one in held),
        read=any(one.read for one in held),
        hide=any(one.hide for one in held),
        full_text=any(one.full_text for one in held),
        notify=any(one.notify for one in held),
        tags=tuple(dict.fromkeys(tag for one in held for tag in one.tags)),
        hooks=tuple(dict.fromkeys(tuple(one.hook) for one in held if one.hook)),
    )


def day_in(moment: datetime | None) -> date | None:
    """The person's own day of a moment; one without a zone counts as UTC."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone().date()
