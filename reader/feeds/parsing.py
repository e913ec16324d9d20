"""Bytes into a Feed: told by what is in them, whatever their address or declared type says."""

from __future__ import annotations

from reader.errors import BadInput
from reader.extract.sniff import not_a_page
from reader.model import Feed

__all__ = ["LARGEST", "parse_feed"]

LARGEST = 20_000_000
"""Bytes of a feed that are read."""
_FEEDS = ("an RSS feed", "an Atom feed", "JSON data", "an OPML list", "binary data")


def parse_feed(data: bytes, url: str = "", content_type: str | None = None) -> Feed:
    """See ``reader.feeds.parse``."""
    name = url or "this"
    if len(data) > LARGEST:
        raise BadInput(f"{name}: larger than {LARGEST // 1_000_000} MB, too large for a feed")
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:4]
    if not start:
        raise BadInput(f"{name}: empty: no feed came")
    if start.startswith((b"{", b"[")):
        from reader.feeds.json_feed import feed_of_json

        return feed_of_json(data.removeprefix(b"\xef\xbb\xbf"), url)
    if not start.startswith(b"<") and (what := not_a_page(data)) and what not in _FEEDS:
        raise BadInput(f"{name}: this is {what}, not a feed")
    from reader.feeds.document import feed_of_tree
    from reader.feeds.tree import read_tree

    return feed_of_tree(read_tree(data, content_type), url, b"xml:base" in data)
