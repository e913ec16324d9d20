"""Feeds: what their files say, how they are found, and what a new fetch of one changes.

The door is ``parse`` (RSS, RDF, Atom and JSON Feed into values); lxml and msgspec load at the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Feed

__all__ = ["parse"]


def parse(data: bytes, url: str = "", content_type: str | None = None) -> Feed:
    """The feed in the bytes: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1, broken ones too.

    ``url`` is where they came from, which makes relative links absolute; ``content_type`` is HTTP's, for its
    charset. Damage is repaired as far as it goes and told in ``Feed.word_of_caution``. At most 5,000 entries are
    read. Raises ``BadInput`` with one line on what it is when it is no feed.
    """
    from reader.feeds.parsing import parse_feed

    return parse_feed(data, url, content_type)
