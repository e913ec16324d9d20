"""One entry of an RSS, RDF, Atom or CDF feed."""

from __future__ import annotations

from datetime import datetime

from reader.feeds.constructs import body_of, line_of, raw_text, title_of
from reader.feeds.dates import feed_date
from reader.feeds.media import enclosures_of, image_of
from reader.feeds.people import people_of
from reader.feeds.places import Place, address
from reader.feeds.strings import heading_of, line, plain_of_html
from reader.feeds.tree import Element
from reader.feeds.vocabulary import Parts, Vocabulary, first
from reader.model import Entry

__all__ = ["date_of", "entry_of", "page_link"]

_ENTRY = Vocabulary(
    {
        "id": "id guid",
        "title": "title dc:title media:title itunes:title",
        "link": "link",
        "author": "author dc:creator dc:author itunes:author managingeditor",
        "published": "published pubdate issued dcterms:issued dc:date dcterms:created created date"
        " prism:publicationdate lastmod",
        "updated": "updated modified dcterms:modified lastbuilddate",
        "summary": "description summary dc:description abstract media:description itunes:summary itunes:subtitle"
        " tagline",
        "content": "content:encoded content xhtml:body body fullitem",
        "tags": "category dc:subject media:category itunes:category",
        "enclosure": "enclosure",
        "media": "media:content media:group",
        "player": "media:player",
        "duration": "itunes:duration",
        "image": "itunes:image media:thumbnail image",
        "comments": "comments",
        "language": "dc:language language",
    }
)
_MOST_TAGS = 50
_LONGEST_TAG = 100
_LONGEST_ID = 2000
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def entry_of(element: Element, place: Place, author: str) -> Entry:
    """The entry that an ``item`` or ``entry`` holds; ``author`` wrote it if it names nobody."""
    parts = _ENTRY.parts(element)
    base = place.of(element)
    summary, content = _body(parts, "summary", place), _body(parts, "content", place)
    link = page_link(parts, place) or _other_link(element, parts, base)
    return Entry(
        first(parts, "id", _identity) or line(element.get(_ABOUT), _LONGEST_ID),
        first(parts, "title", title_of) or heading_of(summary or content) or link,
        link,
        (people_of(parts["author"]) if "author" in parts else "") or author,
        date_of(parts, "published"),
        date_of(parts, "updated"),
        summary,
        content,
        _tags(parts["tags"]) if "tags" in parts else (),
        enclosures_of(parts, base),
        _comments(parts, base),
        image_of(parts, base) if "image" in parts or "media" in parts else "",
        line(element.get(_LANGUAGE), 40) or first(parts, "language", line_of),
    )


def date_of(parts: Parts, role: str) -> datetime | None:
    """The first date of a role that can be read."""
    for element in parts.get(role, ()):
        if when := feed_date(raw_text(element)):
            return when
    return None


def page_link(parts: Parts, place: Place) -> str:
    """The web page that the links name: RSS's own, or Atom's ``alternate``, HTML before other types."""
    found = ""
    for element in parts.get("link", ()):
        get = element.get
        href, relation = get("href"), get("rel")
        if href is None and not relation:
            url = address(element.text, place.of(element))
        elif href and (not relation or relation.lower().endswith("alternate")):
            url = address(href, place.of(element))
        else:
            continue
        if url and "html" in (get("type") or "html"):
            return url
        found = found or url
    return found


def _other_link(element: Element, parts: Parts, base: str) -> str:
    """A permanent link that an identity is, a player's page, RDF's name for the entry, or CDF's attribute."""
    for identity in parts.get("id", ()):
        text = (identity.text or "").strip()
        permanent = (identity.get("isPermaLink") or "true").lower() != "false"
        if permanent and text[:8].lower().startswith(("http://", "https://")):
            return address(text, base)
    for player in parts.get("player", ()):
        if url := address(player.get("url"), base):
            return url
    return address(element.get(_ABOUT) or element.get("HREF") or element.get("href"), base)


def _identity(element: Element) -> str:
    return line(raw_text(element), _LONGEST_ID)


def _body(parts: Parts, role: str, place: Place) -> str:
    for element in parts.get(role, ()):
        if html := body_of(element, place.of(element) if place.has_bases else ""):
            return html
    return ""


def _tags(elements: list[Element]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for element in elements[:_MOST_TAGS]:
        get = element.get
        name = get("label") or get("term") or get("text")
        tag = line(name, _LONGEST_TAG) if name else plain_of_html(element.text)[:_LONGEST_TAG]
        if tag:
            found[tag] = None
    return tuple(found)


def _comments(parts: Parts, base: str) -> str:
    """Where people talk about it."""
    for element in parts.get("comments", ()):
        if url := address(element.text, base):
            return url
    links = parts.get("link", ())
    if len(links) > 1:
        for element in links:
            if element.get("rel") == "replies" and "html" in (element.get("type") or ""):
                return address(element.get("href"), base)
    return ""
