"""Cards: another article shown in the midst of one, as a box that is all one link (a bookmark, a rich link)."""

from __future__ import annotations

from itertools import islice

from reader.extract.dom import BLOCK_TAGS, Element, is_within, own_length, text_of
from reader.extract.figures import is_lone_caption
from reader.extract.links import related_kind

__all__ = ["is_card"]

_LEAST, _MOST = 10, 500
_FEWEST_LINES = 2
_MOST_ELEMENTS = 40


def is_card(element: Element) -> bool:
    """Whether a box is nothing but one link around several lines (a headline, a teaser, a site), or a figure of one.

    A picture that leads somewhere and its caption are none.
    """
    if element.tag not in ("div", "figure", "section") or not 0 < len(element) <= 3:
        return False
    inner = list(islice(element.iterdescendants(), _MOST_ELEMENTS + 1))
    links = [one for one in inner if one.tag == "a"]
    if len(inner) > _MOST_ELEMENTS or len(links) != 1 or not is_within(element, _LEAST, _MOST):
        return False
    link = links[0]
    if (link.get("href") or "#").startswith("#"):
        return False
    if any(one.tag in ("figcaption", "blockquote", "p", "li") and one not in link.iter() for one in inner):
        return False
    if any(is_lone_caption(one) for one in inner):
        return False
    return _lines(link) >= (1 if element.tag == "figure" else _FEWEST_LINES) and _is_all(element, link)


def _lines(link: Element) -> int:
    return sum(1 for one in link.iter() if (one is link or one.tag in BLOCK_TAGS) and own_length(one))


def _is_all(element: Element, link: Element) -> bool:
    """Whether there are no words around the link, or only such as ``Read more``."""
    whole, linked = text_of(element), text_of(link)
    rest = whole.replace(linked, "", 1).strip()
    return not rest or (len(rest) < _LEAST * 3 and related_kind(rest) is not None)
