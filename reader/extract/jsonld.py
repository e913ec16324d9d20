"""What a page says of its article in JSON-LD (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from reader.extract.conventions import names_in
from reader.extract.dates import parse_date
from reader.extract.dom import Element
from reader.extract.draft import Meta
from reader.extract.links import absolute
from reader.model import Link, LinkKind
from reader.text import clean_line

__all__ = ["is_walled", "meta_of_jsonld"]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|CreativeWork)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage)$")
_TIER = "article:content_tier"
_MOST = 1_000_000
_MOST_WORKS = 50
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)[\s;*/]*\Z"
)

Node = dict[str, Any]


def meta_of_jsonld(root: Element, base: str) -> Meta:
    """The article's metadata; empty when the page has none or it cannot be read."""
    nodes = [node for script in root.iter("script") for node in _nodes(_loaded(script.text or ""))]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    article = next((node for node in articles if node.get("headline") or node.get("author")), None)
    meta = _meta(article, known, base) if article else Meta()
    page = next((node for node in nodes if _is(node, _PAGE)), None)
    if page:
        meta = meta.filled_from(Meta(language=_text(page.get("inLanguage"))))
    return meta


def is_walled(root: Element) -> bool:
    """Whether the page says that its article, or a part of it, is for subscribers (``isAccessibleForFree``)."""
    nodes = [node for script in root.iter("script") for node in _nodes(_loaded(script.text or ""))]
    said = [node["isAccessibleForFree"] for node in nodes if "isAccessibleForFree" in node]
    tiers = [(tag.get("content") or "").lower() for tag in root.iter("meta") if tag.get("property") == _TIER]
    return any(value is False or str(value).lower() == "false" for value in said) or "locked" in tiers


def _loaded(text: str) -> Any:  # noqa: ANN401 - JSON may be anything
    if len(text) > _MOST or "{" not in text:
        return None
    text = _WRAPPING.sub("", text).strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None  # broken JSON-LD is common: the page's other metadata stands in


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:  # noqa: ANN401
    """All objects of the document that may be an article or what it refers to."""
    if isinstance(value, list):
        for item in value[:200]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict) and depth < 8:
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"):
            if isinstance(value.get(name), (dict, list)):
                yield from _nodes(value[name], depth + 1)


def _is(node: Node, pattern: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind) for kind in (types if isinstance(types, list) else [types])
    )


def _meta(article: Node, known: dict[str, Node], base: str) -> Meta:
    published = parse_date(_text(article.get("datePublished") or article.get("dateCreated")))
    updated = parse_date(_text(article.get("dateModified")))
    meta = Meta(
        title=_text(article.get("headline")) or _text(article.get("name")),
        byline=_authors(article.get("author") or article.get("creator"), known),
        site=_text(_resolved(article.get("publisher"), known)) or _text(article.get("isPartOf")),
        language=_text(article.get("inLanguage")),
        description=_text(article.get("description")),
        lead_image=absolute(_address(_resolved(article.get("image"), known)), base),
        named=(
            *_works(article.get("isBasedOn") or article.get("isBasedOnUrl"), LinkKind.ORIGINAL, known, base),
            *_works(article.get("citation"), LinkKind.SOURCE, known, base),
        ),
    )
    dates: dict[str, Any] = {}
    if published:
        dates |= {"published": published.when, "published_precision": published.precision}
    if updated:
        dates |= {"updated": updated.when, "updated_precision": updated.precision}
    return replace(meta, **dates)


def _resolved(value: Any, known: dict[str, Node]) -> Any:  # noqa: ANN401
    """The first of a list, and for a bare reference the object it refers to."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


def _authors(value: Any, known: dict[str, Node]) -> tuple[str, ...]:  # noqa: ANN401
    names: list[str] = []
    for item in value[:20] if isinstance(value, list) else [value]:
        author = _resolved(item, known)
        name = author.get("name") if isinstance(author, dict) else author
        for one in name[:20] if isinstance(name, list) else [name]:
            text = _text(one)
            # A name of its own is one author, whatever is in it; a string may list several.
            names += names_in(text) if isinstance(author, str) or " and " in text or ", " in text else [text]
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name and len(name) < 100))


def _works(value: Any, kind: LinkKind, known: dict[str, Node], base: str) -> Iterator[Link]:  # noqa: ANN401
    """Links to other works that are given as addresses or as objects; one without an address leads nowhere."""
    for item in value[:_MOST_WORKS] if isinstance(value, list) else [value]:
        work = _resolved(item, known)
        if isinstance(work, str) and not work.startswith(("http://", "https://")):
            continue  # a citation in words: no address stands in it
        named = work.get("url") or work.get("@id") if isinstance(work, dict) else work
        if href := absolute(_address(named), base):
            yield Link(kind, (_text(work) if isinstance(work, dict) else "") or href, href)


def _text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    if isinstance(value, list):
        value = value[0] if value else ""
    return clean_line(re.sub(r"<[^<>]{1,100}>", "", html.unescape(value)))[:2000] if isinstance(value, str) else ""


def _address(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or ""
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""
