"""Short names for the elements of feeds, whatever address their maker gave for the namespace."""

from __future__ import annotations

__all__ = ["short_name"]

# Namespace addresses in lower case, without the slash or hash at their end. RSS of every version, Atom of both and
# RDF's own elements share the empty prefix: their names mean the same, and makers mix them.
_PREFIXES = {
    "http://purl.org/rss/1.0": "",
    "http://purl.org/net/rss1.1": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://cyber.law.harvard.edu/rss": "",
    "http://www.rssboard.org/rss-specification": "",
    "http://purl.org/rss/1.0/modules/rss091": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns": "",
    "http://purl.org/net/atom": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0/modules/syndication": "sy",
    "http://search.yahoo.com/mrss": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://prismstandard.org/namespaces/basic/2.0": "prism",
    "http://prismstandard.org/namespaces/1.2/basic": "prism",
    "http://purl.org/rss/1.0/modules/prism": "prism",
    "http://purl.org/pheedo": "pheedo",
}
# What the usual prefixes mean when nobody declared them.
_USUAL = {
    "atom": "", "a10": "", "rss": "", "rdf": "", "dc": "dc", "dcterms": "dcterms", "content": "content", "sy": "sy",
    "media": "media", "itunes": "itunes", "xhtml": "xhtml", "prism": "prism",
}  # fmt: skip


def short_name(tag: str) -> str:
    """The name of an element as ``title``, ``dc:date`` or ``media:group``; ``""`` when it is nothing of a feed's.

    ``tag`` is the name in lxml's form, ``{namespace}local``.

    >>> short_name("{http://purl.org/dc/elements/1.1/}Date"), short_name("pubDate")
    ('dc:date', 'pubdate')
    """
    address, _, local = tag.rpartition("}")
    kind: str | None = ""
    if address:
        kind = _PREFIXES.get(address[1:].strip().lower().replace("https:", "http:", 1).rstrip("/#"))
    elif ":" in local:
        prefix, _, local = local.partition(":")
        kind = _USUAL.get(prefix.lower())
    if kind is None:
        return ""
    return f"{kind}:{local.lower()}" if kind else local.lower()
