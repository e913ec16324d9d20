"""The search itself: what is asked in which order, and when it is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.errors import BadInput, FetchFailed
from reader.feeds import parse
from reader.feeds.discovery.candidate import ITSELF, Answer, Candidate, Found, each_once
from reader.feeds.discovery.page import feeds_of_page
from reader.feeds.discovery.services import feeds_of_service
from reader.feeds.discovery.usual import usual_places
from reader.model import Feed

__all__ = ["discover"]

Ask = Callable[[str], Answer]
_MOST_TRIED = 5
"""Feeds that a page names which are asked for, until one can be read."""


def discover(url: str, ask: Ask) -> Found:
    """The feed that an address means.

    In this order: what its service documents for such an address; the address itself; the feeds that its page names;
    the places where feeds usually are. ``ask`` fetches, within bounds of its own. Raises ``FetchFailed`` when the
    address gives nothing, ``BadInput`` when there is no feed behind it, both in one line.
    """
    known = feeds_of_service(url)
    if found := _first(known[:1], known, ask):
        return found
    answer = ask(url)
    if answer.failure:
        raise FetchFailed(answer.failure)
    if feed := _read(answer):
        place = answer.moved_to or url
        return Found(place, feed, (Candidate(place, feed.title, ITSELF),))
    candidates = each_once([*feeds_of_service(answer.url, answer.data), *_named(answer), *known])
    if found := _first(candidates[:_MOST_TRIED], candidates, ask):
        return found
    tried = {url, answer.url, *(one.url for one in candidates[:_MOST_TRIED])}
    usual = [one for one in usual_places(answer.url) if one.url not in tried]
    if found := _first(usual, candidates, ask):
        return found
    raise BadInput(f"{url}: {_nothing(answer, candidates)}")


def _first(tried: Iterable[Candidate], all_: list[Candidate], ask: Ask) -> Found | None:
    """The first of some addresses that is a feed, with all that there is to choose from."""
    for one in tried:
        answer = ask(one.url)
        if not answer.failure and (feed := _read(answer)):
            place = answer.moved_to or one.url
            chosen = Candidate(place, feed.title or one.title, one.where)
            return Found(place, feed, tuple(each_once([chosen, *(other for other in all_ if other.url != one.url)])))
    return None


def _read(answer: Answer) -> Feed | None:
    try:
        return parse(answer.data, answer.url, answer.content_type)
    except BadInput:
        return None  # it is something else, which is said once nothing was found


def _named(answer: Answer) -> list[Candidate]:
    return feeds_of_page(answer.data, answer.url, answer.content_type)


def _nothing(answer: Answer, candidates: list[Candidate]) -> str:
    """Why there is nothing to follow."""
    if candidates:
        return f"the page names {candidates[0].url} as its feed, but no feed can be read there"
    try:
        parse(answer.data, "", answer.content_type)
    except BadInput as error:
        what = str(error).removeprefix("this: ").partition(": `")[0].removeprefix("no feed: ")
        return f"no feed: {what}, and none is named there or in the usual places"
    return "no feed: it cannot be read"
