"""From bytes to the elements of a feed: strictly where that works, else mended, else as much as can be read.

No DTD reaches the parser: documents with one are read without it, so that nothing is declared, resolved or fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from reader.feeds.balance import balanced
from reader.feeds.decode import declared_charset, feed_text, http_charset
from reader.feeds.repair import MOST_MENDED, begins_feed, mended, without_prologue

__all__ = ["Element", "Tree", "read_tree"]

_etree: Any = etree
Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

_UTF8 = ("", "utf-8", "utf8")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Tree:
    """The root of a document, None when there is no element in it.

    ``damaged`` says that some of it may be missing, ``declares`` that it had a DTD with entities (which is not read).
    """

    root: Element | None
    text: str = ""
    damaged: bool = False
    declares: bool = False


def read_tree(data: bytes, content_type: str | None = None) -> Tree:
    """The elements of the document; never fails."""
    charset = http_charset(content_type)
    if charset in _UTF8 and b"<!DOCTYPE" not in data and declared_charset(data) in _UTF8:
        root = _strict(data.removeprefix(_BOM))
        if root is not None:
            return Tree(root)
    whole = feed_text(data, charset)
    text, declares = without_prologue(whole), "<!ENTITY" in whole
    root = _strict(_encoded(text)) if "<!DOCTYPE" not in text else None
    if root is not None:
        return Tree(root, text, declares=declares)
    if not begins_feed(text):
        return Tree(None, text, declares=declares)
    cut = len(text) > MOST_MENDED
    text = mended(text)
    root, damaged = _recovered(_encoded(text))
    if damaged:
        root, _ = _recovered(_encoded(balanced(text)))
    return Tree(root, text, damaged or cut, declares)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _parser(recover: bool) -> Any:  # noqa: ANN401 - lxml's own
    return _etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _strict(data: bytes) -> Element | None:
    try:
        return _etree.fromstring(data, _parser(recover=False))
    except _etree.XMLSyntaxError:
        return None


_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "NS_ERR_XML_NAMESPACE", "WAR_NS_URI", "WAR_NS_URI_RELATIVE"})


def _recovered(data: bytes) -> tuple[Element | None, bool]:
    parser = _parser(recover=True)
    try:
        root = _etree.fromstring(data, parser)
    except _etree.XMLSyntaxError:
        return None, True
    return root, any(error.type_name not in _HARMLESS for error in parser.error_log)
