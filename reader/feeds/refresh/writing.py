"""The one writer of a refresh: what threads bring is decided and stored in batches, a transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from reader.feeds.decide import Decision
from reader.feeds.refresh.asking import Asked
from reader.feeds.refresh.lanes import host_of
from reader.feeds.refresh.report import FeedResult, Outcome
from reader.feeds.refresh.ruling import Ruled, rule
from reader.feeds.refresh.schedule import after_failure, after_success
from reader.feeds.rules import Rule
from reader.feeds.take import take
from reader.fetch.feeds import FeedOutcome
from reader.library.checks import Checks
from reader.library.connections import Connections
from reader.library.intake import Intake
from reader.library.intents import Checked, Taken
from reader.library.wanted import want

__all__ = ["Writing"]


class Writing:
    """Stores what was asked, with what the rules want of it. ``clock`` gives the moment, in seconds since 1970.

    ``ruled`` gathers the new entries of which the rules want somebody told, once they are stored.
    """

    def __init__(self, connections: Connections, rules: Sequence[Rule], clock: Callable[[], float]) -> None:
        self.ruled: list[Ruled] = []
        self._rules = rules
        self._connections = connections
        self._checks = Checks(connections)
        self._intake = Intake(connections)
        self._clock = clock

    def store(self, batch: Sequence[Asked]) -> list[FeedResult]:
        """What came of each of these feeds; all are stored when this returns, or none."""
        now = int(self._clock())
        ruled: list[Ruled] = []
        with self._connections.write() as connection:
            results = [self._stored(connection, asked, now, ruled) for asked in batch]
        self.ruled += ruled
        return results

    def _stored(self, connection: sqlite3.Connection, asked: Asked, now: int, ruled: list[Ruled]) -> FeedResult:
        decision, taken = Decision(), Taken()
        if asked.parsed is not None:
            decision, taken = take(self._intake, connection, asked.feed.key, asked.parsed)
            if asked.feed.full_text:
                want(connection, taken.added)
            if self._rules:
                new = (one for one in decision.write if one.key is None)
                ruled += rule(connection, self._rules, asked.feed, zip(taken.added, new, strict=True))
        changed = bool(decision.write)
        self._checks.store(connection, asked.feed.key, checked(asked, now), changed=changed)
        return _result(asked, decision)


def checked(asked: Asked, now: int) -> Checked:
    """What is stored of a feed that was asked now: a pure decision."""
    feed, answer, parsed = asked.feed, asked.answer, asked.parsed
    if answer.outcome in (FeedOutcome.FAILED, FeedOutcome.GONE):
        gone = answer.outcome is FeedOutcome.GONE
        following, not_before = after_failure(feed, now, retry_after=answer.retry_after)
        return Checked(
            checked=now,
            next_check=following,
            not_before=not_before,
            etag=feed.etag,
            last_modified=feed.last_modified,
            validated_url=feed.validated_url,
            body_sha256=feed.body_sha256,
            failures=feed.failures + (not asked.spared or answer.unreachable),
            error=answer.failure,
            gone=gone,
        )
    following, not_before = after_success(feed, now, max_age=answer.max_age, ttl=parsed.ttl if parsed else None)
    same = answer.outcome is FeedOutcome.UNMODIFIED
    return Checked(
        checked=now,
        next_check=following,
        not_before=not_before,
        url=moved_to(asked),
        still_typed=host_of(answer.moved_to) == host_of(feed.url),
        title=parsed.title if parsed else "",
        link=parsed.link if parsed else "",
        etag=answer.etag or (feed.etag if same else ""),
        last_modified=answer.last_modified or (feed.last_modified if same else ""),
        validated_url=answer.url,
        body_sha256=asked.body_sha256,
    )


_OUTCOMES = {
    FeedOutcome.FAILED: Outcome.FAILED,
    FeedOutcome.GONE: Outcome.GONE,
    FeedOutcome.UNMODIFIED: Outcome.UNMODIFIED,
}


def _result(asked: Asked, decision: Decision) -> FeedResult:
    feed, answer = asked.feed, asked.answer
    outcome = _OUTCOMES.get(answer.outcome) or (Outcome.CHANGED if decision.write else Outcome.UNMODIFIED)
    if asked.spared and answer.retry_after:
        outcome = Outcome.WAITING
    return FeedResult(
        feed.key, feed.name, feed.url, outcome, decision.new, decision.updated, answer.failure, moved_to(asked)
    )


def moved_to(asked: Asked) -> str:
    """The feed's address from now on, ``""`` for the one that it has.

    A feed with a password does not move by its server's word: the password would go to whoever is there.
    """
    feed, answer = asked.feed, asked.answer
    private = feed.login or "@" in urlsplit(feed.url).netloc
    followed = answer.outcome in (FeedOutcome.FRESH, FeedOutcome.UNMODIFIED)
    return answer.moved_to if followed and not private else ""
