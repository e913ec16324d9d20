"""Looking at a feed before it is followed: what is behind an address, and what else there is to choose from."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.errors import BadInput
from reader.feeds.discovery import Answer, Candidate, discover
from reader.feeds.discovery.candidate import ITSELF
from reader.feeds.lists import without_password
from reader.hosts import spelled_out
from reader.library.feed_records import FeedRow
from reader.model import Feed
from reader.text import clean_line, elide

if TYPE_CHECKING:
    from reader.fetch.feeds import FeedAnswer, FeedFetcher

__all__ = ["Finder", "Preview", "web_address"]

LARGEST = 10_000_000
"""Bytes of a page or a feed, after inflating."""
_DEADLINES = 2
"""A whole search may take so many times what one fetch may."""
_LOCAL = re.compile(r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\])(?:[:/?#]|$)")
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Preview:
    """A feed as it is now, nothing of it stored.

    ``url`` is the address to follow it at; ``candidates`` are all that were found, it among them; ``typed`` says that
    a person named the address or its host; ``followed`` is the subscription, if there is one; ``answer`` is what its
    server said.
    """

    url: str
    feed: Feed
    candidates: tuple[Candidate, ...] = ()
    typed: bool = False
    followed: FeedRow | None = None
    answer: FeedAnswer | None = None

    @property
    def title(self) -> str:
        """What the feed calls itself, else its address."""
        return self.feed.title or self.url

    @property
    def itself(self) -> bool:
        """Whether the address that was typed is the feed's own, so that there was nothing to find."""
        return bool(self.candidates) and self.candidates[0].where == ITSELF


def web_address(words: str) -> str:
    """The http(s) address that a person means by what was typed: ``example.org`` is one too."""
    words = clean_line(words)
    if words[:5].lower() == "feed:":
        rest = words[5:].removeprefix("//")
        words = rest if rest.lower().startswith(("http://", "https://")) else f"https://{rest}"
    if "://" in words:
        return words
    return f"{'http' if _LOCAL.match(words) else 'https'}://{words}"


@dataclass(frozen=True)
class Finder:
    """Looks for a feed within one deadline for all of it; ``login`` and ``user_agent`` go to the typed host alone."""

    deadline: float
    allow: Collection[str] = ()
    stop: Stop | None = None
    user_agent: str = ""
    login: tuple[str, str] | None = None

    def preview(self, words: str) -> Preview:
        """The feed behind what a person typed. FetchFailed or BadInput, one line, when there is none.

        A name and password in the address are used for its host and are no part of the preview.
        """
        from reader.fetch.feeds import FeedFetcher

        typed = web_address(words)
        url, login = without_password(typed), _login_in(typed) or self.login
        origin = _origin(url)
        if not origin[1]:
            raise BadInput(f"{elide(url, 200)}: this is no proper address: check it")
        end = time.monotonic() + _DEADLINES * self.deadline
        fetcher = FeedFetcher(deadline=self.deadline, max_bytes=LARGEST, allow=self.allow, stop=self.stop)
        answers: dict[str, FeedAnswer] = {}

        def ask(where: str) -> Answer:
            if time.monotonic() > end:
                return Answer(where, failure=f"{where}: no answer within the time for a search")
            own = _origin(where) == origin
            try:
                answer = self._asked(fetcher, where, own, login if own else None)
            except BadInput as error:  # an address of the page's that is none
                return Answer(where, failure=str(error))
            answers[answer.moved_to or where] = answer
            return Answer(answer.url, answer.data, answer.content_type, answer.moved_to, answer.failure)

        try:
            found = discover(url, ask)
        finally:
            fetcher.close()
        own = _origin(found.url) == origin
        return Preview(found.url, found.feed, found.candidates, own, answer=answers[found.url])

    def _asked(self, fetcher: FeedFetcher, url: str, own: bool, login: tuple[str, str] | None) -> FeedAnswer:
        """Ask one address. Only what is on the host that the person named (``own``) may be a local one."""
        from reader.fetch.feeds import FeedOutcome, FeedQuestion

        answer = fetcher.fetch(FeedQuestion(url, typed=own, user_agent=self.user_agent if own else "", login=login))
        if answer.outcome is not FeedOutcome.FRESH and not answer.failure:
            return replace(answer, failure=f"{url}: 304: the site sends nothing, as if it had been read before")
        return answer


def _origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address, as browsers read it; no host when it is none."""
    parts = urlsplit(spelled_out(url))
    return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _login_in(url: str) -> tuple[str, str] | None:
    """The name and password that stand in an address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else None
