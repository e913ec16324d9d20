"""Takes out of a page what is no part of the article: navigation, boxes, tags, comments, players."""

from __future__ import annotations

import re
from collections import Counter

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, names, new_element, own_length, text_of
from reader.extract.links import related_kind, without_label
from reader.extract.vocabulary import JUNK, META, RELATED, TAGS, name_parts
from reader.model import LinkKind

__all__ = ["strip_boilerplate"]

_GONE = names(
    "iframe object embed video audio canvas map button input select textarea optgroup nav dialog menu link base "
    "math applet frame frameset noframes"
)
_NEVER_BY_NAME = names("p h1 figure figcaption img picture a em strong b i pre code blockquote")
_BOXES = names("div section aside ul ol li nav footer p")
_SUSPECT = frozenset(["aside", "form", "footer", "fieldset"])
_ROLES = names(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist complementary button"
)
_WORDLESS = names("a script style noscript template head title option select textarea button")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_MAIN_SHARE = 0.3
_META_LENGTH = 250


def strip_boilerplate(root: Element) -> None:
    """Remove boilerplate from the tree in place; related links stay as an element that the walk understands.

    Nothing goes that holds a good part of the page's text outside links, whatever it calls itself.
    """
    indispensable = _indispensable(root)
    for element in list(root.iter()):
        if element is root or element.tag in ("html", "head", "body", TAKEN) or not isinstance(element.tag, str):
            continue
        if not _attached(element, root):
            continue
        if element not in indispensable:
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
    name = name_parts(f"{element.get('class') or ''} {element.get('id') or ''}")
    if element.tag in _BOXES and TAGS.search(name):
        _take_links(element, LinkKind.TAG)
    elif element.tag not in ("p", "figure", "figcaption", "h1", "article") and RELATED.search(name):
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
    if tag in (
        "p",
        "h1",
        "figcaption",
        "img",
        "picture",
        "figure",
        "a",
        "em",
        "strong",
        "b",
        "i",
        "pre",
        "code",
        "blockquote",
    ):
        return False
    if _within_figure(element):
        return False
    if JUNK.search(name):
        return True
    return bool(META.search(name)) and len(text_of(element)) < _META_LENGTH and element.find(".//p") is None


def _within_figure(element: Element) -> bool:
    return any(ancestor.tag in ("figure", "figcaption") for ancestor in element.iterancestors())


def _take_links(element: Element, kind: LinkKind) -> None:
    """Put the box's links, and nothing else of it, in its place."""
    taken = new_element(TAKEN)
    taken.set("kind", kind.value)
    for link in element.iter("a"):
        label = without_label(text_of(link))
        if label and related_kind(label) is None:
            copy = new_element("a")
            copy.set("href", link.get("href") or "")
            copy.text = label
            taken.append(copy)
    taken.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, taken)


def _indispensable(root: Element) -> set[Element]:
    """The elements that hold a good part of the page's paragraphs, or of all its text outside links."""
    words: Counter[Element] = Counter()
    paragraphs: Counter[Element] = Counter()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _WORDLESS:
            continue
        length = own_length(element)
        prose = len(text_of(element)) if element.tag == "p" else 0
        if length or prose:
            for holder in (element, *element.iterancestors()):
                words[holder] += length
                paragraphs[holder] += prose
    return {
        element
        for weights in (words, paragraphs)
        for element, weight in weights.items()
        if weight > _MAIN_SHARE * max(weights[root], 1)
    }
