"""Takes out of a page what is no part of the article: navigation, boxes, tags, comments, players."""

from __future__ import annotations

import re

import lxml.html

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, text_of
from reader.extract.links import related_kind, without_label
from reader.model import LinkKind

__all__ = ["strip_boilerplate"]

_GONE = frozenset(
    "iframe object embed video audio canvas map button input select textarea optgroup nav dialog menu link base "
    "math applet frame frameset noframes".split()
)
_SUSPECT = frozenset(["aside", "form", "footer", "fieldset"])
_ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist complementary button".split()
)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_B, _E = r"(?:^|[\s_-])(?:", r")(?=$|[\s_-])"


def _names(*words: str) -> re.Pattern[str]:
    return re.compile(_B + "|".join(words) + _E)


# Words that a class or id is made of, once CamelCase is parted by hyphens.
_RELATED = _names(
    "related", "related-?(?:articles?|stor(?:y|ies)|content|posts?|links?|news|items?|topics?|reading|box|coverage)",
    "see-?also", "read-?also", "read-?more", "read-?next", "more-?(?:stories|from|news|on|like|links|articles|coverage|reading)",
    "recommend(?:ed|ations?|er)?", "recirc(?:ulation)?", "also-?(?:read|like)", "you-?may-?(?:also-?)?like", "suggested",
    "further-?reading", "next-?(?:article|story|up)", "similar", "up-?next", "in-?article-?link", "lees-?ook", "lire-?aussi",
)  # fmt: skip
_JUNK = _names(
    "nav", "navigation", "navbar", "menu", "breadcrumbs?", "crumbs?", "pagination", "pager", "skip-?(?:link|to-?content)",
    "shar(?:e|ing)(?:-?(?:bar|buttons?|tools?|links?|this|icons?|widget|box|list))?", "social(?:-?\\w+)?", "sharedaddy",
    "addthis\\w*", "follow-?us", "follow", "likes?-?button",
    "newsletters?", "subscri(?:be|ption|bers?)", "sign-?up", "signup", "mailing-?list", "email-?(?:signup|alerts?|form)",
    "paywall", "regwall", "donat(?:e|ion|ions)", "contribut(?:e|ion)", "membership", "support-?us", "appeal", "call-?to-?action", "cta",
    "cookies?(?:-?\\w+)?", "consent", "gdpr", "onetrust", "overlay", "modal", "popup", "lightbox", "toast", "banner",
    "comments?", "comment-?\\w+", "disqus\\w*", "respond", "discussion", "livefyre", "coral",
    "categories", "cat-?links",
    "ads?", "advert\\w*", "ad-?(?:container|slot|wrapper|unit|block|break|box|banner|label|text)", "dfp", "gpt-?ad", "sponsor(?:ed)?\\w*", "promo\\w*",
    "outbrain", "taboola", "teads", "affiliate", "commercial",
    "sidebar", "side-?bar", "rail", "right-?rail", "widget", "widgets", "trending", "most-?(?:read|popular|viewed|shared)", "popular", "latest(?:-?news)?",
    "teasers?", "carousel", "masthead", "site-?header", "site-?footer", "global-?(?:header|footer|nav)", "page-?footer", "footer",
    "print-?(?:link|button|only)", "screen-?reader-?(?:text|only)", "sr-?only", "visually-?hidden", "visuallyhidden", "hidden", "hide",
    "player", "video-?(?:player|js|controls|container)", "audio-?player", "jwplayer", "playlist", "transcript-?toggle", "gallery-?(?:nav|controls)",
    "toolbar", "tool-?box", "tools", "toolbox", "article-?(?:tools|actions|share|footer|nav)", "post-?(?:navigation|footer|nav)", "author-?(?:bio|box|card|info|profile|description|follow)",
    "about-?(?:the-?)?authors?", "bio", "biography", "post-?author", "read-?time", "reading-?time", "corrections?-?(?:link|form)",
    "copyright", "disclaimer", "feedback", "survey", "rating", "login", "log-?in", "register", "jump-?link", "back-?to-?top", "toc", "table-?of-?contents",
    "mc-?embed\\w*", "noprint", "no-?print",
)  # fmt: skip
_TAGS = _names(
    "tags?", "tag-?(?:list|links|cloud)", "(?:post|article|entry|story|meta)-+tags", "topics?(?:-?(?:list|links))?", "keywords?",
)  # fmt: skip
_META = _names(
    "by-?lines?", "authors?", "author-?(?:name|link)s?", "date-?(?:line|time)?", "datetime", "time-?stamp", "timestamp", "pub-?date", "publish(?:ed)?-?(?:date|time|on|at)?",
    "(?:post|entry|article|story)-?(?:meta|date|info|byline)", "meta", "updated", "dateline-?date", "kicker", "section-?(?:name|label|title)", "eyebrow",
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MAIN_SHARE = 0.3
_META_LENGTH = 250


def strip_boilerplate(root: Element) -> None:
    """Remove boilerplate from the tree in place; related links stay as an element that the walk understands.

    Nothing goes that holds a good part of the page's text in paragraphs, whatever it calls itself.
    """
    weights = _weights(root)
    whole = weights.get(root, 0) or 1
    for element in list(root.iter()):
        if element is root or element.tag in ("html", "head", "body", TAKEN) or not isinstance(element.tag, str):
            continue
        if not _attached(element, root):
            continue
        if weights.get(element, 0) > _MAIN_SHARE * whole:
            continue
        _judge(element)


def _attached(element: Element, root: Element) -> bool:
    """Whether an element is still in the tree and not in a box that was taken out."""
    top = element
    for ancestor in element.iterancestors():
        if ancestor.tag == TAKEN:
            return False
        top = ancestor
    return top is root


def _judge(element: Element) -> None:
    name = _name_of(element)
    if element.tag in ("div", "section", "aside", "ul", "ol", "li", "nav", "footer", "p") and _TAGS.search(name):
        _take_links(element, LinkKind.TAG)
    elif element.tag not in ("p", "figure", "figcaption", "h1", "article") and _RELATED.search(name):
        _take_links(element, related_kind(text_of(element)) or LinkKind.RELATED)
    elif _is_junk(element, name):
        element.drop_tree()


def _is_junk(element: Element, name: str) -> bool:
    tag = element.tag
    if tag in _GONE or element.get("role", "").lower() in _ROLES or element.get("hidden") is not None:
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if tag in _SUSPECT:
        return element.getparent() is None or element.getparent().tag not in ("blockquote", "figure")
    if tag in ("p", "h1", "figcaption", "img", "picture", "figure", "a", "em", "strong", "b", "i", "pre", "code", "blockquote"):
        return False
    if _within_figure(element):
        return False
    if _JUNK.search(name):
        return True
    return bool(_META.search(name)) and len(text_of(element)) < _META_LENGTH and element.find(".//p") is None


def _within_figure(element: Element) -> bool:
    return any(ancestor.tag in ("figure", "figcaption") for ancestor in element.iterancestors())


def _name_of(element: Element) -> str:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return _CAMEL.sub("-", name).lower()


def _take_links(element: Element, kind: LinkKind) -> None:
    """Put the box's links, and nothing else of it, in its place."""
    taken = lxml.html.Element(TAKEN)
    taken.set("kind", kind.value)
    for link in element.iter("a"):
        label = without_label(text_of(link))
        if label and related_kind(label) is None:
            copy = lxml.html.Element("a")
            copy.set("href", link.get("href") or "")
            copy.text = label
            taken.append(copy)
    taken.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, taken)


def _weights(root: Element) -> dict[Element, int]:
    """How much text in paragraphs each element holds."""
    weights: dict[Element, int] = {}
    for paragraph in root.iter("p"):
        length = len(text_of(paragraph))
        weights[paragraph] = weights.get(paragraph, 0) + length
        for ancestor in paragraph.iterancestors():
            weights[ancestor] = weights.get(ancestor, 0) + length
    return weights
