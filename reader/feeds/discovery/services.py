"""Services whose pages have feeds at addresses that their makers document, told by the page's address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import SplitResult, parse_qs, urlsplit

from reader.feeds.discovery.candidate import Candidate

__all__ = ["feeds_of_service"]

_CHANNEL = re.compile(
    rb"""["'](?:externalId|channelId)["']\s*:\s*["'](UC[\w-]{22})["']"""
    rb"""|itemprop=["'](?:channelId|identifier)["']\s+content=["'](UC[\w-]{22})["']"""
)
_NAME = r"[\w.-]+"
_ACCOUNT = re.compile(r"/(?:@|users/)([\w.-]+(?:@[\w.-]+)?)/?")
_TAG = re.compile(r"/tags/(\w+)/?")
_NO_ACCOUNT = frozenset({"www.tiktok.com", "tiktok.com", "www.threads.net", "threads.net", "www.threads.com", "t.me"})
Rule = Callable[[SplitResult, bytes], Iterator[tuple[str, str]]]


def feeds_of_service(url: str, page: bytes = b"") -> list[Candidate]:
    """The feeds that a service has for the page at an address, best first; none for any other site.

    ``page`` is what stands there, where the address alone does not tell (a YouTube channel's name).
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return []
    rules = {
        "youtube.com": _youtube, "m.youtube.com": _youtube, "youtu.be": _youtube,
        "reddit.com": _reddit, "old.reddit.com": _reddit, "np.reddit.com": _reddit,
        "github.com": _github, "gitlab.com": _gitlab, "bsky.app": _bluesky, "medium.com": _medium,
    }  # fmt: skip
    rule = rules.get(host, _fediverse)
    return [Candidate(where, title, "the service's own") for where, title in rule(parts, page)]


def _youtube(parts: SplitResult, page: bytes) -> Iterator[tuple[str, str]]:
    """YouTube: a channel, a playlist, or the channel whose page or video this is."""
    base = "https://www.youtube.com/feeds/videos.xml?"
    query = parse_qs(parts.query, max_num_fields=20)
    if re.fullmatch(r"[\w-]+", playlist := query.get("list", [""])[0]):
        yield f"{base}playlist_id={playlist}", "Playlist"
    if match := re.match(r"/channel/(UC[\w-]{22})", parts.path):
        yield f"{base}channel_id={match[1]}", "Channel"
    elif match := re.match(rf"/user/({_NAME})", parts.path):
        yield f"{base}user={match[1]}", "Channel"
    elif named := _CHANNEL.search(page):
        yield f"{base}channel_id={(named[1] or named[2]).decode()}", "Channel"


def _reddit(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """Reddit: a subreddit (in an order), a user, or the comments on a post."""
    path = parts.path.rstrip("/")
    if re.match(rf"/(?:r|u|user)/{_NAME}", path) and not path.endswith(".rss"):
        query = f"?{parts.query}" if parts.query else ""
        yield f"https://www.reddit.com{path}/.rss{query}", path.removeprefix("/")


def _github(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """GitHub: a repository's releases, tags and commits; a person's doings."""
    names = [name for name in parts.path.split("/") if name]
    if not names or not all(re.fullmatch(_NAME, name) for name in names[:2]) or parts.path.endswith(".atom"):
        return
    if len(names) == 1:
        yield f"https://github.com/{names[0]}.atom", f"What {names[0]} does"
        return
    base = f"https://github.com/{names[0]}/{names[1].removesuffix('.git')}"
    feeds = {"releases": f"{base}/releases.atom", "tags": f"{base}/tags.atom", "commits": f"{base}/commits.atom"}
    if names[2:3] == ["commits"] and len(names) > 3:
        feeds["commits"] = f"{base}/commits/{'/'.join(names[3:])}.atom"
    wanted = names[2] if names[2:] and names[2] in feeds else "releases"
    for name in [wanted, *(other for other in feeds if other != wanted)]:
        yield feeds[name], name.title()


def _gitlab(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """GitLab: a project's tags and doings."""
    project = parts.path.partition("/-/")[0].strip("/")
    if re.fullmatch(rf"{_NAME}(?:/{_NAME})+", project):
        yield f"https://gitlab.com/{project}/-/tags?format=atom", "Tags"
        yield f"https://gitlab.com/{project}.atom", "Activity"


def _bluesky(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """Bluesky: an account."""
    if match := re.match(r"/profile/([\w.:-]+)", parts.path):
        yield f"https://bsky.app/profile/{match[1]}/rss", match[1]


def _medium(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """Medium: a person, or a publication."""
    if (match := re.match(rf"/(@?{_NAME})", parts.path)) and match[1] not in ("feed", "tag", "m"):
        yield f"https://medium.com/feed/{match[1]}", match[1]


def _fediverse(parts: SplitResult, _page: bytes) -> Iterator[tuple[str, str]]:
    """Mastodon and what is like it, on any host: an account, or a tag."""
    if parts.hostname in _NO_ACCOUNT:
        return
    base = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    if (match := _ACCOUNT.fullmatch(parts.path)) and not match[1].endswith((".rss", ".atom", ".xml", ".json")):
        yield f"{base}/@{match[1]}.rss", f"@{match[1]}"
    elif match := _TAG.fullmatch(parts.path):
        yield f"{base}/tags/{match[1]}.rss", f"#{match[1]}"
