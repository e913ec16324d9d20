"""Rules for single sites: a small TOML file a host in the config folder, CSS selectors of what to keep and to drop.

``sites/courier.example.toml`` holds for that host and those below it::

    keep = [".story-text"]
    drop = [".story-text .promo", "#survey"]
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from reader import bounded_toml
from reader.errors import BadInput
from reader.extract.dom import Element
from reader.extract.links import host_of

__all__ = ["SiteRules", "apply_rules", "rules_for"]

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LARGEST = 64 * 1024
_MOST = 100


class SiteRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Selectors (CSS) of the elements that hold the article, none for the usual choice, and of those to leave out."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def rules_for(folder: Path, url: str) -> SiteRules | None:
    """The rules for the site of an address, its own or those of a domain above it; None when there are none.

    Raises ``BadInput`` naming the file when they cannot be read.
    """
    host = host_of(url)
    while _HOST.fullmatch(host):
        path = folder / f"{host}.toml"
        if path.is_file():
            return _read(path)
        host = host.partition(".")[2]
    return None


def _read(path: Path) -> SiteRules:
    from cssselect import GenericTranslator, SelectorError

    try:
        with path.open("rb") as file:
            rules = msgspec.convert(bounded_toml.loads(file.read(_LARGEST).decode()), SiteRules)
        for selector in (*rules.keep, *rules.drop)[:_MOST]:
            GenericTranslator().css_to_xpath(selector)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError, SelectorError) as error:  # TOML, UTF-8 and msgspec errors are ValueErrors
        raise BadInput(f"{path}: {error}: correct it or take the file away") from error
    return rules


def apply_rules(root: Element, rules: SiteRules) -> set[Element]:
    """Drop what the rules drop, and give what they keep with all that is in it."""
    for selector in rules.drop[:_MOST]:
        for element in root.cssselect(selector):
            if element.getparent() is not None:
                element.drop_tree()
    kept = [element for selector in rules.keep[:_MOST] for element in root.cssselect(selector)]
    return {inner for element in kept for inner in element.iter()}
