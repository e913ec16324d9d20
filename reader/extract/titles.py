"""The title of an article: the headline that its page declares, as the page shows it, without the site's name."""

from __future__ import annotations

import re
from itertools import islice

from reader.extract.conventions import same_words
from reader.extract.dom import Element, text_of
from reader.extract.headline import key_words
from reader.text import clean_line

__all__ = ["is_site", "title_of"]

_SEPARATOR = re.compile(r"\s+[|\-–—·•»:/\\]+\s+|\s*[|»]\s*|(?<=\w): ")
_SHORTEST = 15
_BOLD_LOOKED_AT = 100


def title_of(root: Element, headline: str, tagged: str, site: str) -> str:
    """The headline that the page declares (JSON-LD, then OpenGraph), written as the page shows it when that agrees.

    ``headline`` is what JSON-LD says, ``tagged`` what the ``meta`` tags do, each ``""`` for nothing. A headline without
    a word in common with what is shown is about something else, such as the kind of page.
    """
    named = root.find(".//head/title")
    full = clean_line(text_of(named)) if named is not None else ""
    tagged = _without_site(tagged, site)
    shown = [heading for element in root.iter("h1") if (heading := clean_line(text_of(element)))]
    headline = _without_site(headline, site)
    if headline and shown and not key_words(headline) & key_words(" ".join([full, *shown])):
        headline = ""
    headline = _without_section(headline, shown)
    for candidate in (headline, tagged, _without_site(full, site)):
        for heading in shown if candidate else ():
            if same_words(heading, candidate):
                return heading
        if candidate == headline and headline:
            return headline
    return tagged or _title_among(root, full, shown, site) or next(iter(shown), "")


def _title_among(root: Element, full: str, shown: list[str], site: str) -> str:
    """The headline in the document's title: what of it the page shows large or bold, else all but the site."""
    bold = islice(root.iter("h2", "b", "strong"), _BOLD_LOOKED_AT)
    words = [*shown, *(clean_line(text_of(element)) for element in bold)]
    parts = [part for part in _SEPARATOR.split(full) if len(part) >= _SHORTEST]
    for part in parts if full not in parts else ():
        if any(same_words(part, one) for one in words):
            return part
    for heading in shown:
        if len(heading) > 10 and same_words(heading, full[: len(heading)]):
            return heading
    return _without_site(full, site)


def _without_section(headline: str, shown: list[str]) -> str:
    """A declared headline without what follows the words that the page shows (``… | Sport``)."""
    first = _SEPARATOR.split(headline)[0]
    return next((heading for heading in shown if same_words(heading, first)), headline)


def _without_site(title: str, site: str) -> str:
    """The title without the name of the site at its end or start."""
    title = clean_line(title)
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    last, first = parts[-1], parts[0]
    tail, start = title[last.end() :], title[: first.start()]
    if is_site(tail, site) or (last.group().strip() in ("|", "»") and len(tail.split()) <= 5 and last.start() > 20):
        return title[: last.start()].strip()
    if is_site(start, site):
        return title[first.end() :].strip()
    return title


def is_site(words: str, site: str) -> bool:
    """Whether words are the name of a site, or a part of it or its host."""
    bare = re.sub(r"^the|(?:com|org|net|co\.?uk|news|online)$", "", re.sub(r"[\W_]", "", words.casefold()))
    name = re.sub(r"[\W_]", "", site.casefold())
    return bool(bare) and len(bare) > 1 and (bare in name or (len(name) > 3 and name in bare))
