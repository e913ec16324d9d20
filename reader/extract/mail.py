"""E-mail as a text: its fields are the article's metadata, its text part the body, a digest's messages its sections.

RFC 5322 (fields), RFC 2045 and 2046 (parts), RFC 1153 (digests in plain text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from msgspec.structs import replace

from reader.extract.conventions import names_in
from reader.extract.dates import parse_date
from reader.extract.decode import decode
from reader.extract.draft import Meta
from reader.text import clean_line

__all__ = ["fields_of", "is_mail", "is_mail_furniture", "read_mail"]

_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*(?P<value>.*)")
_HEAD = re.compile(r"\A(?:From \S.*\n)?(?P<lines>(?:[A-Za-z][A-Za-z0-9-]{1,40}:.*\n(?:[ \t]+\S.*\n)*+){2,200})\s*\n")
_SAYS = frozenset(["from", "subject", "date"])
_KNOWN = _SAYS | {"to", "cc", "reply-to", "sender", "message-id", "message", "list-id", "organization", "newsgroups"}
_LARGEST = 1_000_000
_MOST_PARTS = 500
_ENCODED = ("quoted-printable", "base64", "x-uuencode", "uuencode")
_FURNITURE = re.compile(
    r"unsubscrib|you(?:[’']re| are) receiving this|"
    r"(?:view|read) (?:this|it)(?: e-?mail| message| newsletter)? (?:in|on)|"
    r"view (?:this )?in (?:your )?browser|(?:manage|update|change) your (?:e-?mail )?(?:preferences|subscription)|"
    r"add us to your address book|our mailing address|forward(?:ed)? this (?:e-?mail|message)|end of .{0,60}\bdigest\b|"
    r"abbestell|abmelden|désabonner|désinscri|darse de baja|cancelar (?:la|a) (?:suscripción|assinatura)|afmelden",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 400


def is_mail(text: str) -> bool:
    """Whether a text begins with the fields of a message, two of those that say who, what and when among them."""
    head = _HEAD.match(text[:20_000].lstrip("\ufeff\n"))
    if head is None:
        return False
    found = {match["name"].lower() for line in head["lines"].split("\n") if (match := _FIELD.match(line))}
    return len(found & _SAYS) >= 2


def is_mail_furniture(line: str) -> bool:
    """Whether a line of a message is about how to receive it, and not what it says."""
    return len(line) <= _LONGEST_FURNITURE and bool(_FURNITURE.search(line))


def fields_of(lines: list[str]) -> Mapping[str, str]:
    """The fields of a message in the midst of a digest, by name; empty when the lines are anything else."""
    found = [_FIELD.fullmatch(line.strip()) for line in lines]
    fields = {match["name"].lower(): match["value"].strip() for match in found if match}
    whole = len(fields) == len(lines) and set(fields) <= _KNOWN
    return fields if whole and len(fields) >= 2 and fields.get("subject") else {}


def read_mail(text: str) -> tuple[Meta, str]:
    """What a message's fields say, and its text; messages within it begin with their own fields."""
    text = text[:_LARGEST].lstrip("\ufeff\n")
    try:
        message = BytesParser().parsebytes(text.encode("utf-8", "replace"))
    except RecursionError:  # parts in parts without end
        return Meta(), text
    name, _address = parseaddr(_field(message, "from"))
    meta = Meta(title=_field(message, "subject"), byline=names_in(name) if name else ())
    if date := parse_date(_field(message, "date")):
        meta = replace(meta, published=date.when, published_precision=date.precision)
    return meta, "\n\n".join(_texts(message))


def _field(message: Message, name: str) -> str:
    value = str(message.get(name, ""))
    with suppress(LookupError, ValueError):  # an encoded word that is none: it is shown as it stands
        value = str(make_header(decode_header(value)))
    return clean_line(value)[:1000]


def _texts(message: Message) -> Iterator[str]:
    """The texts of a message: of alternatives the plain one, of messages within it each with its fields."""
    parts = list(message.walk())[:_MOST_PARTS]
    plain = any(part.get_content_type() == "text/plain" for part in parts)
    for part in parts:
        kind = part.get_content_type()
        if part is not message and part.get("subject") is not None:
            yield "\n".join(f"{name}: {_field(part, name.lower())}" for name in ("From", "Date", "Subject"))
        if kind == "text/plain" and part.get_content_disposition() != "attachment":
            yield _decoded(part)
        elif kind == "text/html" and not plain:
            yield _without_markup(_decoded(part))


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    encoded = str(part.get("content-transfer-encoding", "")).strip().lower() in _ENCODED
    return decode(data, part.get_content_charset() if encoded else "utf-8", markup=False)


def _without_markup(markup: str) -> str:
    from reader.errors import NoArticle
    from reader.extract.fragment import article_of_fragment

    try:
        return article_of_fragment(markup, "").text
    except NoArticle:
        return ""
