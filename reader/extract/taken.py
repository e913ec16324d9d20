"""Links taken out of the page with the box they stood in: related articles, tags, cards; an element marks the place."""

from __future__ import annotations

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, is_within, names, new_element, own_length, text_of
from reader.extract.links import related_kind, without_label
from reader.model import LinkKind

__all__ = ["take_announced", "take_card", "take_links"]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LABELS = names("p div span strong b h2 h3 h4 h5 h6")
_LONGEST_LABEL = 60
_LARGEST = 1500


def take_announced(element: Element) -> bool:
    """Take the links of a small box that says what they are: by a label over them, or as ``rel=tag``."""
    if (label := _label_within(element)) is not None:
        take_links(element, LinkKind.RELATED, after=label)
        return True
    tags = [link for link in element.iter("a") if "tag" in (link.get("rel") or "").lower().split()]
    if tags:
        _put_links(element, LinkKind.TAG, [(text_of(link), link) for link in tags])
    return bool(tags)


def _label_within(element: Element) -> Element | None:
    """The words in a small box that say that what follows is related (``Related articles``), if there are any."""
    if not is_within(element, 1, _LARGEST) or element.find(".//a") is None:
        return None
    for inner in element.iterdescendants(*_LABELS):
        if len(text_of(inner)) < _LONGEST_LABEL and related_kind(words := text_of(inner)) is LinkKind.RELATED:
            return inner if without_label(words) == words and next(inner.iterancestors("a"), None) is None else None
    return None


def take_card(element: Element) -> None:
    """Put in the place of a card the link that it is, labelled with the card's first line."""
    link = next(element.iter("a"))
    lines = (clean for inner in link.iter() if own_length(inner) and (clean := text_of(inner)))
    heading = next((text_of(inner) for inner in link.iter(*_HEADINGS) if text_of(inner)), "")
    more = any(related_kind(text_of(inner)) is LinkKind.READ_MORE for inner in element.iter(*_LABELS))
    _put_links(element, LinkKind.READ_MORE if more else LinkKind.RELATED, [(heading or next(lines), link)], card=True)


def take_links(element: Element, kind: LinkKind, after: Element | None = None) -> None:
    """Put the box's links, and nothing else of it, in its place; of a box with a label those ``after`` it."""
    inner = list(element.iter())
    start = 0 if after is None else inner.index(after)
    found = [(without_label(text_of(link)), link) for link in inner[start:] if link.tag == "a"]
    _put_links(element, kind, [(label, link) for label, link in found if label and related_kind(label) is None])


def _put_links(element: Element, kind: LinkKind, links: list[tuple[str, Element]], *, card: bool = False) -> None:
    taken = new_element(TAKEN)
    taken.set("kind", kind.value)
    if card:
        taken.set("card", "")
    for label, link in links:
        copy = new_element("a")
        copy.set("href", link.get("href") or "")
        copy.text = label
        taken.append(copy)
    taken.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, taken)
