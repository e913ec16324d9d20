"""Rules for single sites: a small TOML file a host in the config folder, CSS selectors of what to do with its pages.

``sites/courier.example.toml`` holds for that host and those below it, and every key may be left out::

    keep = [".story-text"]
    drop = [".story-text .promo", "#survey"]
    next_page = ["a.next"]
    print_page = ["a.print"]
    amp_page = ["link[rel=amphtml]"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import msgspec

from reader import bounded_toml
from reader.config import line_of
from reader.errors import BadInput
from reader.extract.dom import Element
from reader.extract.links import host_of
from reader.text import clean_line, elide

__all__ = ["SiteRules", "apply_rules", "read_rules", "rules_for"]

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LARGEST = 64 * 1024
_MOST = 100
_WANTED = 'is to be a list of CSS selectors in quotation marks, as in ["div.story", "#text"]'


class SiteRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """CSS selectors for the pages of ``host`` and the hosts below it.

    ``keep`` are the elements that hold the article (none: the usual choice), ``drop`` those to leave out;
    ``next_page`` the links to the article's next page, ``print_page`` and ``amp_page`` those to a page that has it
    better, which is then read in place of this one: the first of them that can be.
    """

    host: str = ""
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    next_page: tuple[str, ...] = ()
    print_page: tuple[str, ...] = ()
    amp_page: tuple[str, ...] = ()

    def covers(self, url: str) -> bool:
        """Whether an address is on the site."""
        host = host_of(url)
        return bool(host) and (host == self.host or host.endswith(f".{self.host}"))

    @property
    def lead_on(self) -> bool:
        """Whether the rules may lead from one page to another."""
        return bool(self.next_page or self.print_page or self.amp_page)


_KEYS = tuple(name for name in SiteRules.__struct_fields__ if name != "host")


def rules_for(folder: Path, url: str) -> SiteRules | None:
    """The rules for the site of an address, its own or those of a domain above it; None when there are none.

    Raises ``BadInput`` naming the file, the line and the key when they cannot be used.
    """
    host = host_of(url)
    while _HOST.fullmatch(host):
        path = folder / f"{host}.toml"
        if path.is_file():
            return read_rules(path)
        host = host.partition(".")[2]
    return None


def read_rules(path: Path) -> SiteRules:
    """The rules in a file, whose name says for which site. Raises ``BadInput`` as ``rules_for`` does."""
    host = path.stem.lower().removeprefix("www.")
    if not _HOST.fullmatch(host):
        raise BadInput(f"{path}: is to be named for its site, as courier.example.toml")
    text = _text_of(path)
    try:
        table = bounded_toml.loads(text)
    except (ValueError, RecursionError) as error:
        said = elide(clean_line(str(error)), 120)
        raise BadInput(f"{path}: is not valid TOML: {said}: correct it or take the file away") from error
    for key, value in table.items():
        if wrong := _wrong(key, value):
            name = elide(clean_line(key), 40) or "empty"
            raise BadInput(f"{path}:{line_of(text, key)}: {name}: {wrong}: correct it or take the file away")
    return msgspec.convert({**table, "host": host}, SiteRules)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise BadInput(f"{path}: is over {_LARGEST // 1024} KB, too large for the rules of one site")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: is not UTF-8 text: save it as UTF-8") from error


def _wrong(key: str, value: object) -> str:
    """What is wrong with a rule, ``""`` for nothing."""
    from cssselect import HTMLTranslator, SelectorError

    if key not in _KEYS:
        near = get_close_matches(key[:80], _KEYS, 1)
        return f'no such rule: did you mean "{near[0]}"?' if near else f"no such rule: they are {', '.join(_KEYS)}"
    try:
        selectors = msgspec.convert(value, tuple[str, ...])
    except msgspec.ValidationError:
        return _WANTED
    if len(selectors) > _MOST:
        return f"more than {_MOST} selectors"
    for selector in selectors:
        try:
            HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            return f"{elide(clean_line(selector), 40)!r} is no CSS selector: {elide(clean_line(str(error)), 80)}"
    return ""


def apply_rules(root: Element, rules: SiteRules) -> set[Element]:
    """Drop what the rules drop, and give what they keep with all that is in it."""
    for element in _found(root, rules.drop):
        if element.getparent() is not None:
            element.drop_tree()
    return {inner for element in _found(root, rules.keep) for inner in element.iter()}


def _found(root: Element, selectors: tuple[str, ...]) -> Iterator[Element]:
    for selector in selectors:
        yield from root.cssselect(selector)
