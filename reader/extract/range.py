"""From what was chosen to the whole range of the article: its lead, what was dropped from its midst, its end."""

from __future__ import annotations

import re
from collections import Counter

from reader.extract.blocks import TAKEN
from reader.extract.conventions import folded
from reader.extract.dom import BLOCK_TAGS, Element, extent, link_share, own_length, text_of
from reader.extract.figures import is_figure
from reader.extract.headline import headline_of
from reader.extract.links import is_sources_label
from reader.extract.phrase import note_target
from reader.extract.shapes import is_post
from reader.extract.tables import is_data_table
from reader.extract.vocabulary import LEAD, name_parts

__all__ = ["Range"]

_LEAST_LINE = 40
_LONGEST_LEAD = 800
_FEWEST_ALIKE = 3
_LEVELS = 4
_NEAR = 2
_MOST_LINKED = 0.5
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_TEXT_TAGS = frozenset(["p", "li", "blockquote", "pre", "td", "h2", "h3"])
_TAIL_TAGS = frozenset(["blockquote", "ul", "ol", "table", "pre"])
_NOTE_TAGS = frozenset(["li", "p", "div", "dd", "dt", "aside", "section", "td"])
_LEAD_TAGS = frozenset(["p", "div", "span", "li", "strong", "em", "b", "font"])
_LEAD_HEADINGS = frozenset(["h2", "h3", "h4"])

Signature = tuple[tuple[str, str], ...]


class Range:
    """What was chosen, and what was dropped around it: a lead, subheads, lists, tables, posts, captions, the end."""

    def __init__(self, root: Element, chosen: set[Element], description: str = "") -> None:
        self._chosen = chosen
        self._order = {element: number for number, element in enumerate(root.iter())}
        self._description = folded(description)
        texts = [element for element in chosen if _has_prose(element)]
        places = sorted(self._order[element] for element in texts)
        self._first, self._last = (places[0], places[-1]) if places else (0, 0)
        opening = next((element for element in texts if self._order[element] == self._first), root)
        self._article = opening if opening.tag == "article" else next(opening.iterancestors("article"), None)
        self._box = _box_of(texts)
        self._held = {holder for element in texts for holder in (element, *element.iterancestors())}
        headline = headline_of(root, sole=True)
        self._headline = -1 if headline is None or self._order[headline] > self._first else self._order[headline]
        headlines = [self._order[element] for element in root.iter("h1") if self._order[element] < self._first]
        self._start = max(headlines, default=self._first)
        self._alike = self._of_one_form(root, texts)
        alike = [self._order[element] for element in self._alike]
        self._first, self._last = min([self._first, *alike]), max([self._last, *alike])
        self._notes = self._footnotes(root) | self._sources(root)
        self._held |= {holder for note in self._notes for holder in note.iterancestors()}
        self._last = max([self._last, *(self._order[element] for element in self._notes)])

    def keep(self, element: Element) -> bool:
        """Whether the text that stands directly in the element belongs to the article."""
        place = self._order[element]
        if place <= self._headline and element.tag != TAKEN and not is_figure(element):
            return False
        if element in self._chosen or element in self._alike or element in self._notes:
            return True
        if element.tag == "table" and any(cell in self._chosen for cell in element.iter("td", "p")):
            return True
        if element.tag == TAKEN:
            return self._start <= place <= self._last or self._in_article(element) or self._follows(element)
        if is_figure(element):
            return place <= self._last and (place >= self._start or self._in_article(element))
        if place < self._first:  # between headline and body: a lead that went astray, and much that is none
            return self._start < place and self._is_lead(element)
        if place < self._last:
            return self._plausible(element)
        return self._is_tail(element)

    def among(self, element: Element) -> bool:
        """Whether an element stands between the first and the last words of the body."""
        return self._first < self._order[element] < self._last

    def _in_article(self, element: Element) -> bool:
        return self._article is not None and self._article in element.iterancestors()

    def _follows(self, element: Element) -> bool:
        """Whether a box of tags or related links stands under the body, in the part of the page that is about it."""
        if self._order[element] < self._last or self._box is None or element.get("card") is not None:
            return False
        around = [holder for holder in self._box.iterancestors() if holder.tag not in ("body", "html")]
        part = next((holder for holder in around if holder.tag == "main" or holder.get("role") == "main"), None)
        near = around[:_NEAR] if part is None else around[: around.index(part) + 1]
        return any(holder in near for holder in element.iterancestors())

    def _of_one_form(self, root: Element, texts: list[Element]) -> set[Element]:
        """The paragraphs that stand in boxes of the same names as several chosen ones do, and were overlooked."""
        forms = Counter(_signature(element) for element in texts if element.tag == "p")
        known = {form for form, count in forms.items() if count >= _FEWEST_ALIKE and any(name for _tag, name in form)}
        if not known:
            return set()
        return {
            element
            for element in root.iter("p")
            if element not in self._chosen
            and _has_prose(element)
            and self._order[element] > self._start
            and _signature(element) in known
            and self._plausible(element)
        }

    def _footnotes(self, root: Element) -> set[Element]:
        """What the footnotes' marks in the body lead to, with all that is in it."""
        marks = (
            link for link in root.iter("a") if link in self._chosen or self._first <= self._order[link] <= self._last
        )
        targets = {target for link in marks if (target := note_target(link))}
        if not targets:
            return set()
        notes = (element for element in root.iter() if element.get("id") in targets)
        blocks = (
            next(holder for holder in (note, *note.iterancestors()) if holder.tag in BLOCK_TAGS) for note in notes
        )
        return {inner for block in blocks if block.tag in _NOTE_TAGS for inner in block.iter()}

    def _sources(self, root: Element) -> set[Element]:
        """What stands in the lists of sources under the body, which are links and yet no other articles."""
        within = self._box if self._article is None else self._article
        if within is None:
            return set()
        lists = (element for element in root.iter("ul", "ol") if within in element.iterancestors())
        return {
            inner
            for element in lists
            if self._order[element] > self._first
            and (before := element.getprevious()) is not None
            and before.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6")
            and is_sources_label(text_of(before))
            for inner in (before, *element.iter())
        }

    def _is_lead(self, element: Element) -> bool:
        """Whether an element before the body is its lead: by its name, by what it says, or by being a paragraph."""
        heading = element.tag in _LEAD_HEADINGS
        if not (heading or element.tag in _LEAD_TAGS) or link_share(element) >= _MOST_LINKED:
            return False
        around = next(element.iterancestors("article"), None)
        if around not in (None, self._article) or self._in_links(element):
            return False
        text = text_of(element)
        if not heading and not _LEAST_LINE <= extent(text) <= _LONGEST_LEAD:
            return False
        if self._says_description(text) or _is_named_lead(element):
            return True
        if element.tag != "p" or around is not self._article or not _SENTENCE_END.search(text):
            return False
        return next(element.iterancestors("aside", "header", "li"), None) is None

    def _says_description(self, text: str) -> bool:
        said = folded(text)
        if len(self._description) < _LEAST_LINE:
            return False
        return self._description[:120] in said and len(said) < 1.5 * len(self._description) + 40

    def _is_tail(self, element: Element) -> bool:
        """Whether an element after the last paragraph ends the article: a post, a list, a table in the body's box."""
        if self._box is None or not self._plausible(element):
            return False
        inside = False
        for holder in (element, *element.iterancestors()):
            if holder is self._box:
                return inside
            inside = inside or (holder.tag in _TAIL_TAGS and _is_prose(holder))
        return False

    def _plausible(self, element: Element) -> bool:
        """Whether an element in the midst of the body reads like a part of it: not mostly links, no other article."""
        if next(element.iterancestors("article"), None) is not self._article:
            return False
        quotation = next(element.iterancestors("blockquote"), None)
        if quotation is not None and is_post(quotation):
            return True
        return link_share(element if quotation is None else quotation) < _MOST_LINKED and not self._in_links(element)

    def _in_links(self, element: Element) -> bool:
        """Whether an element stands in a box of which nothing was chosen and that is mostly links."""
        box = None
        for holder in element.iterancestors():
            if holder in self._held or holder.tag in ("body", "html"):
                break
            box = holder
        return box is not None and link_share(box) >= _MOST_LINKED


def _is_prose(element: Element) -> bool:
    """Whether there is much in it that is no link; of a list, in each item. Data are no links either."""
    if element.tag == "table" and is_data_table(element):
        return link_share(element) < 0.3
    items = sum(1 for _ in element.iter("li")) or 1
    return link_share(element) < 0.3 and extent(text_of(element)) > _LEAST_LINE * items


def _is_named_lead(element: Element) -> bool:
    holders = [element, *element.iterancestors()][:3]
    return any(LEAD.search(name_parts(f"{holder.get('class') or ''} {holder.get('id') or ''}")) for holder in holders)


def _signature(element: Element) -> Signature:
    """The tags and class names of an element and the boxes around it."""
    holders = [element, *element.iterancestors()][:_LEVELS]
    return tuple((str(holder.tag), " ".join((holder.get("class") or "").split())) for holder in holders)


def _box_of(texts: list[Element]) -> Element | None:
    """The element that most of the chosen paragraphs stand in directly."""
    paragraphs = [element for element in texts if element.tag == "p"]
    holders = Counter(element.getparent() for element in paragraphs or texts)
    return holders.most_common(1)[0][0] if holders else None


def _has_prose(element: Element) -> bool:
    """Whether an element is a paragraph or the like, or holds as much text directly."""
    if element.tag in _TEXT_TAGS:
        return extent(text_of(element)) > _LEAST_LINE
    return own_length(element) > _LEAST_LINE
