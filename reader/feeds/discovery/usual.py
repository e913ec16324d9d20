"""Where feeds usually are, for sites that name none: the defaults of content systems and site generators."""

from __future__ import annotations

from urllib.parse import urlsplit

from reader.feeds.discovery.candidate import Candidate

__all__ = ["usual_places"]

# WordPress, Substack and Ghost; Tumblr; Jekyll and Hugo; Eleventy and Astro; JSON Feed; Pelican; Blogger
_AT_THE_ROOT = (
    "feed", "rss", "feed.xml", "index.xml", "rss.xml", "atom.xml", "feed.json", "feeds/all.atom.xml",
    "feeds/posts/default",
)  # fmt: skip
_BELOW = ("feed", "feed.xml", "index.xml")


def usual_places(url: str) -> list[Candidate]:
    """Addresses to try for a page's feed: first below its own path, then at its site's root."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/"
    folder = parts.path.strip("/")
    last = folder.rpartition("/")[2]
    if "." in last:  # a file, whose folder is meant
        folder = folder.rpartition("/")[0]
    below = [f"{root}{folder}/{name}" for name in _BELOW] if folder else []
    found = [*below, *(f"{root}{name}" for name in _AT_THE_ROOT)]
    return [Candidate(where, "", "a usual place") for where in dict.fromkeys(found)]
