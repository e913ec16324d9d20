"""Addresses of links: made absolute, freed of trackers; and what the words around a link say it is."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from reader.hosts import slashed, spelled_out
from reader.model import LinkKind

__all__ = ["absolute", "host_of", "is_source", "is_sources_label", "names_tags", "related_kind", "without_label"]

# Parameters that only tell a site where the reader came from.
_TRACKER = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok"
    r"|vero_id|oly_(?:anon|enc)_id|ns_(?:source|mchannel|campaign|linkname|fee)|at_(?:medium|campaign)\w*|ftag|ocid|cmpid|icid|xtor"
    r"|wt\.mc_id|s_cid|spm|smid|taid|mtm_\w+|pk_(?:campaign|kwd|source)|ref_(?:src|url)|__twitter_impression|guce_referrer\w*)",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_MAX_LENGTH = 4000
_LONGEST_LABEL = 80

_RELATED = (
    r"related(?: (?:article|story|stories|coverage|content|news|links?|reading|topics?|video)s?)?|see also|also see|"
    r"recommended|related roundup|"
    r"(?:you )?(?:may|might) (?:also )?like|more on this(?: story| topic)?|verwandte (?:artikel|themen)|siehe auch|"
    r"(?:artículos?|noticias?|temas?) relacionad[oa]s?|articles? liés?|sur le même (?:sujet|thème)|voir aussi|"
    r"(?:artigos|notícias) relacionad[oa]s|veja também|vedi anche|articoli correlati|zie ook|gerelateerd|se också|"
    r"powiązane|zobacz (?:też|także|również)|по теме|смотрите также|関連記事"
)
_READ_MORE = (
    r"(?:read|learn|find out|see|watch|listen)(?: \w+)? (?:more|next|now|also|here)|read also|also read|read|"
    r"more(?: from \w+)?|don[’']t miss|"
    r"lesen sie(?: auch| mehr)?|mehr (?:dazu|zum thema)|auch interessant|"
    r"(?:à )?lire(?: aussi| également)?|à voir(?: aussi)?|"
    r"leia (?:também|mais)|saiba mais|le[ae] (?:también|más)|(?:le|te) puede interesar|más información|leggi anche|"
    r"per approfondire|lees (?:ook|meer)|läs (?:också|mer|även)|les også|læs også|czytaj (?:też|także|więcej)|"
    r"читайте (?:также|ещё)"
)
_LABEL = re.compile(
    rf"\W*(?:(?P<related>{_RELATED})|(?P<more>{_READ_MORE}))\W*?(?:\s*[:|–—►▶→]\s*|\s*$)", re.IGNORECASE
)


_TAG_LABEL = re.compile(
    r"(?:tags?|tagged(?: (?:as|with|in))?|topics?|keywords?|filed under|posted in|categor(?:y|ies)|schlagw[oö]rter|"
    r"schlagworte|stichw[oö]rter|themen|mots[- ]clés|étiquettes|etiquetas|temas|assuntos|trefwoorden|taggar|tagi|"
    r"теги|метки)\s*:?",
    re.IGNORECASE,
)

_SOURCES = re.compile(
    r"(?:(?:references?|sources?|bibliography|citations?|works cited|resources|further reading|notes|links)"
    r"(?:,? (?:and|&) (?:references|sources|notes|links|further reading))?|"
    r"quellen(?:angaben)?|literatur|einzelnachweise|sources? et références|références|bibliographie|fuentes|"
    r"referencias|bibliografía|referências|fontes|fonti|riferimenti|bronnen|źródła|источники|参考文献)\s*:?",
    re.IGNORECASE,
)

_SAYING = (
    r"told|tells|said|says|stated|wrote|writes|reported|reports|announced|confirmed|claimed|argued|posted|tweeted|"
    r"published|revealed|warned|noted|showed|shows|found|testified"
)
_ACCORDING = "according to|selon|d[’']après|laut|según|secondo|segundo|volgens|enligt|według|согласно"
_DOCUMENT = (
    r"statement|press release|news release|interview|report|study|survey|letter|memo|post|tweet|filing|blog|paper"
)
_BEFORE = re.compile(
    rf"(?:\b(?:{_ACCORDING}|citing|cited by|reported by|quoted by|obtained by|seen by|told|telling"
    rf"|(?:{_SAYING})(?: \w+)?,? (?:in|on|to|by|at))(?: (?:the|a|an|his|her|their|its))?)\s*(?:\w+\s)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"^(?:(?:has |have |had |first |also )?(?:{_SAYING})\b|(?:{_ACCORDING})\b)|\b(?:{_SAYING})$|"
    rf"\b(?:in|by) an? (?:\w+ )?(?:{_DOCUMENT})\b",
    re.IGNORECASE,
)
_DOCUMENT_ALONE = re.compile(rf"(?:\w+ ){{0,2}}(?:{_DOCUMENT})", re.IGNORECASE)
_IN_A = re.compile(r"\b(?:in|on) (?:an?|the|his|her|their|its)(?: \w+)?\s*$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^,?\s*(?:(?:has |have |had |first |also |earlier )?(?:{_SAYING})\b|as (?:saying|telling)\b)", re.IGNORECASE
)


def is_source(before: str, label: str, after: str) -> bool:
    """Whether a link leads to where its sentence has something from, by the words before, in and after its label.

    As in ``according to the *Courier*``, ``said in a *statement*`` and ``the *Courier* first reported``.
    """
    if _DOCUMENT_ALONE.fullmatch(label[:120]) and _IN_A.search(before[-60:]):
        return True
    return bool(_BEFORE.search(before[-60:]) or _WITHIN.search(label[:120]) or _AFTER.match(after[:40]))


def absolute(href: str | None, base: str = "") -> str:
    """The absolute http(s) address that a link leads to, trackers cut; ``""`` for a dead link.

    Dead are ``#``, an empty one, anything but http(s), and a relative one without a ``base`` to lean on. A
    fragment of the page itself is dead too: there is nothing of it left to jump to.
    """
    href = _UNSAFE.sub("", (href or "").strip())
    if not href or href.startswith("#") or len(href) > _MAX_LENGTH:
        return ""
    try:
        parts = urlsplit(spelled_out(urljoin(base, slashed(href))))
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    query = "&".join(pair for pair in parts.query.split("&") if not _TRACKER.fullmatch(pair.partition("=")[0]))
    return urlunsplit(parts._replace(query=query))


def host_of(url: str) -> str:
    """The host that a person would call the site, without ``www.``; ``""`` when the address has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def related_kind(words: str) -> LinkKind | None:
    """What a label such as ``Related article:`` or ``Read more`` at the start of the words announces, if anything."""
    match = _LABEL.match(words[:_LONGEST_LABEL])
    if not match:
        return None
    return LinkKind.RELATED if match["related"] else LinkKind.READ_MORE


def names_tags(words: str) -> bool:
    """Whether words such as ``Tags:`` or ``Filed under`` announce what an article is about."""
    return bool(_TAG_LABEL.fullmatch(words.strip()))


def is_sources_label(words: str) -> bool:
    """Whether a line such as ``Sources:`` or ``References`` stands over a list of what an article rests on."""
    return len(words) < _LONGEST_LABEL and bool(_SOURCES.fullmatch(words.strip()))


def without_label(words: str) -> str:
    """The words after such a label; all of them when there is no label, or nothing else."""
    match = _LABEL.match(words[:_LONGEST_LABEL])
    return words[match.end() :].strip() or words if match else words
