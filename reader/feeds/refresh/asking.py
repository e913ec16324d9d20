"""One thread's share of a refresh: ask for feeds, skip those that are as they were, read the others."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from hashlib import sha256

from reader.credentials import NoPassword
from reader.errors import BadInput, FetchFailed
from reader.feeds import parse
from reader.feeds.made import answer_of, is_made
from reader.feeds.refresh.lanes import Lanes
from reader.fetch.feeds import FeedAnswer, FeedFetcher, FeedOutcome, FeedQuestion
from reader.library.intents import ToCheck
from reader.model import Feed

__all__ = ["Asked", "Asking", "Login"]

Login = Callable[[ToCheck], tuple[str, str] | None]
"""The name and password for a feed, None for none. Raises a ReaderError when they cannot be had."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A feed, what its server said, and what was read of it; None where it is as it was, or failed.

    ``body_sha256`` is of the answer's bytes. ``spared`` says that its host was not asked again.
    """

    feed: ToCheck
    answer: FeedAnswer
    body_sha256: str = ""
    parsed: Feed | None = None
    spared: bool = False


@dataclass(frozen=True)
class Asking:
    """What every thread of a refresh works with."""

    lanes: Lanes
    deadline: float
    max_bytes: int
    allow: Collection[str]
    login: Login
    stop: Callable[[], bool]
    done: Callable[[Asked], None]

    def run(self) -> None:
        """Ask for one feed after another until none is left or ``stop()`` is true."""
        host, fetcher = "", None
        try:
            while not self.stop() and (following := self.lanes.next(host)):
                if following[0] != host or fetcher is None:
                    host, fetcher = following[0], self._fetcher(fetcher)
                self.done(self._asked(host, following[1], fetcher))
        except FetchFailed:  # only once stop() is true
            return
        finally:
            if fetcher is not None:
                fetcher.close()

    def _fetcher(self, earlier: FeedFetcher | None) -> FeedFetcher:
        if earlier is not None:
            earlier.close()
        return FeedFetcher(deadline=self.deadline, max_bytes=self.max_bytes, allow=self.allow, stop=self.stop)

    def _asked(self, host: str, feed: ToCheck, fetcher: FeedFetcher) -> Asked:
        if verdict := self.lanes.verdict(host):
            return Asked(feed, _spared(feed, verdict), spared=True)
        try:
            if feed.typed and is_made(feed.url):
                return read(feed, self._made(feed, fetcher))
            answer = fetcher.fetch(_question(feed, self.login(feed)))
        except (BadInput, NoPassword) as error:
            return Asked(feed, FeedAnswer(FeedOutcome.FAILED, feed.url, failure=str(error)))
        self.lanes.learn(host, answer)
        return read(feed, answer)

    def _made(self, feed: ToCheck, fetcher: FeedFetcher) -> FeedAnswer:
        """What the user's own command makes; the feed that it changes is asked for without validators."""
        login = self.login(feed)

        def fetch(url: str) -> FeedAnswer:
            return fetcher.fetch(FeedQuestion(url, user_agent=feed.user_agent, login=login, typed=True))

        return answer_of(feed.url, fetch, self.stop)


def _spared(feed: ToCheck, verdict: FeedAnswer) -> FeedAnswer:
    """What is said of a feed that is not asked, as its host answered so for another one."""
    why = verdict.failure.removeprefix(f"{verdict.url}: ")
    said = why if verdict.unreachable else f"not asked, its server said of another feed: {why}"
    return replace(verdict, url=feed.url, failure=f"{feed.url}: {said}")


def read(feed: ToCheck, answer: FeedAnswer) -> Asked:
    """The answer with what was read of it, nothing when its bytes are those of the last time."""
    if answer.outcome is not FeedOutcome.FRESH:
        return Asked(feed, answer, feed.body_sha256)
    body = sha256(answer.data).hexdigest()
    known = replace(answer, data=b"")
    if body == feed.body_sha256:
        return Asked(feed, replace(known, outcome=FeedOutcome.UNMODIFIED), body)
    try:
        return Asked(feed, known, body, parse(answer.data, answer.url, answer.content_type or None))
    except BadInput as error:
        return Asked(feed, FeedAnswer(FeedOutcome.FAILED, answer.url, failure=str(error)))


def _question(feed: ToCheck, login: tuple[str, str] | None) -> FeedQuestion:
    return FeedQuestion(
        url=feed.url,
        etag=feed.etag,
        last_modified=feed.last_modified,
        validated_url=feed.validated_url,
        user_agent=feed.user_agent,
        login=login,
        typed=feed.typed,
    )
