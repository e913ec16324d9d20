"""What a page says of its article outside the body: JSON-LD first, then meta tags, then what the reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from msgspec.structs import replace

from reader.extract.conventions import names_in
from reader.extract.dates import Date, find_date, parse_date
from reader.extract.dom import Element, is_within, text_of
from reader.extract.draft import Meta
from reader.extract.jsonld import meta_of_jsonld
from reader.extract.links import absolute, host_of
from reader.extract.titles import is_site, title_of
from reader.text import clean_line

__all__ = ["base_of", "meta_of_page"]

_TITLE = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
_AUTHOR = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "authors",
    "article:author_name", "dcterms.creator", "cxenseparse:author", "author_name", "byline",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publication_date", "publishdate", "dc.date.issued", "dcterms.created", "dc.date",
    "dcterms.date", "article.published", "cxenseparse:recs:publishtime", "date", "ptime", "og:published_time",
    "dc.date.created", "created",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description")
_IMAGE = ("og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|auteur|autor|writer|contributor)(?:s|-?names?)?(?=$|[\s_-])", re.IGNORECASE
)
_DATED = re.compile(r"dat(?:e|um|o)|time|publish|posted|meta|fecha|zeit|erschienen", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|$)")


def base_of(root: Element, url: str) -> str:
    """The address that the page's relative links lean on; for a saved page without one, its canonical address."""
    declared = root.find(".//base")
    base = absolute(declared.get("href"), url) if declared is not None else ""
    if base or host_of(url):
        return base or url
    canonical = (link.get("href") for link in root.iter("link") if _rel(link) == "canonical")
    return absolute(next(canonical, ""))


def meta_of_page(root: Element, url: str) -> Meta:
    """Everything that the page says of itself; call it before boilerplate is stripped."""
    base = base_of(root, url)
    said = _Said(root)
    tagged = Meta(
        byline=_tagged_names(said.all(_AUTHOR)),
        site=said.first(_SITE[:1]),
        language=(root.get("lang") or root.get("xml:lang") or "").strip(),
        canonical_url=_canonical(root, said, base, url),
        description=said.first(_DESCRIPTION),
        lead_image=absolute(said.first(_IMAGE), base),
    )
    tagged = _with_dates(tagged, said.date(_PUBLISHED), said.date(_UPDATED))
    linked = meta_of_jsonld(root, base)
    meta = replace(linked, language="", site="").filled_from(tagged)
    meta = meta.filled_from(
        Meta(language=tagged.language or linked.language or said.first(("og:locale", "content-language")))
    )
    meta = meta.filled_from(Meta(site=tagged.site or linked.site))
    if not meta.byline or _names_site(meta.byline, meta.site, base):
        least = 2 if meta.byline else 1  # what takes the place of the paper's name is a person's, of two words
        meta = replace(meta, byline=_seen_names(root, least) or meta.byline)
    if not meta.published:
        meta = _with_dates(meta, _seen_date(root) or _dated_by(url), None)
    title = title_of(root, linked.title, said.first(_TITLE), meta.site or host_of(url))
    site = meta.site or said.first(_SITE[1:]) or host_of(meta.canonical_url or url)
    return replace(meta, title=title, site=clean_line(site), language=_language(meta.language))


def _with_dates(meta: Meta, published: Date | None, updated: Date | None) -> Meta:
    if published:
        meta = replace(meta, published=published.when, published_precision=published.precision)
    if updated:
        meta = replace(meta, updated=updated.when, updated_precision=updated.precision)
    return meta


class _Said:
    """The ``meta`` tags of a page by name, property or itemprop, read without case and punctuation."""

    def __init__(self, root: Element) -> None:
        self._values: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            value = clean_line(element.get("content") or "")[:2000]
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                name = _folded(element.get(attribute) or "")
                if name and value:
                    self._values.setdefault(name, []).append(value)

    def all(self, names: Iterable[str]) -> Iterator[list[str]]:
        return (self._values[name] for name in map(_folded, names) if name in self._values)

    def first(self, names: Iterable[str]) -> str:
        return next((values[0] for values in self.all(names)), "")

    def date(self, names: Iterable[str]) -> Date | None:
        return next((date for values in self.all(names) if (date := parse_date(values[0]))), None)


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def _canonical(root: Element, said: _Said, base: str, url: str) -> str:
    """The canonical address; a front page's is no article's."""
    declared = next((link.get("href") for link in root.iter("link") if _rel(link) == "canonical"), None)
    for candidate in (declared, said.first(("og:url",))):
        address = absolute(candidate, base)
        if address and (urlsplit(address).path.strip("/") or not urlsplit(url).path.strip("/")):
            return address
    return ""


def _rel(element: Element) -> str:
    return (element.get("rel") or "").strip().lower()


def _tagged_names(groups: Iterable[list[str]]) -> tuple[str, ...]:
    for values in groups:
        names = tuple(name for value in values if "://" not in value for name in names_in(value))
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _names_site(byline: tuple[str, ...], site: str, base: str) -> bool:
    """Whether a byline names the paper and nobody who wrote for it."""
    return len(byline) == 1 and (is_site(byline[0], site) or is_site(byline[0], host_of(base)))


def _seen_names(root: Element, least: int) -> tuple[str, ...]:
    """The names in the page's own byline: ``rel=author``, ``itemprop=author``, or a class that says so.

    Each has ``least`` words and six at most.
    """
    for wanted in (
        lambda element: _rel(element) == "author" and element.tag == "a",
        lambda element: element.get("itemprop") == "author",
        lambda element: bool(
            _BYLINE.search(_CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}"))
        ),
    ):
        for element in root.iter():
            if (
                not isinstance(element.tag, str)
                or element.tag in ("body", "html", "article", "meta")
                or not wanted(element)
            ):
                continue
            inner = element.find('.//*[@itemprop="name"]')
            names = _names_of(inner if inner is not None else element)
            if names and all(name[:1].isupper() and least <= len(name.split()) <= 6 for name in names):
                return names
    return ()


def _names_of(element: Element) -> tuple[str, ...]:
    """The names in a byline; each element that it is made of holds its own."""
    if not is_within(element, 3, 120):
        return ()
    texts = [clean_line(text) for text in element.itertext() if text.strip()]
    whole = names_in(" ".join(texts))
    parts = tuple(dict.fromkeys(name for text in texts for name in names_in(text)))
    apart = len(parts) > 1 and all(1 < len(name.split()) <= 4 and name[0].isupper() for name in parts)
    return parts if apart else whole


def _seen_date(root: Element) -> Date | None:
    """The date that the page shows: a ``time`` element, or words in a place that is named for a date."""
    times = [element for element in root.iter("time") if not _in_a_list(element)]
    times.sort(key=lambda element: element.get("itemprop") != "datePublished" and element.get("pubdate") is None)
    for element in times:
        if date := parse_date(element.get("datetime") or "") or find_date(text_of(element)):
            return date
    for element in root.iter():
        if element.get("itemprop") == "datePublished" and (date := parse_date(_value_of(element))):
            return date
    for element in root.iter("span", "div", "p", "li", "dd", "small", "abbr"):
        if _DATED.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            text = text_of(element)
            if len(text) < 200 and (date := find_date(text)):
                return date
    return None


def _value_of(element: Element) -> str:
    return element.get("content") or element.get("datetime") or text_of(element)


def _in_a_list(element: Element) -> bool:
    return any(ancestor.tag in ("li", "aside", "nav", "footer") for ancestor in element.iterancestors())


def _dated_by(url: str) -> Date | None:
    match = _URL_DATE.search(url)
    return parse_date("-".join(match.groups())) if match else None


def _language(tag: str) -> str:
    tag = clean_line(tag).replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", tag) else ""
