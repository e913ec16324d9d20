"""Hypothesis: what its client exports, and what its API answers to a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.hypothesis import said_by
from reader.notes.importers.made import dated, items, made, mapping, text, texts
from reader.notes.importers.rows import Rows
from reader.notes.importers.w3c import address_of, known_kind, place_of, words_of
from reader.text import clean_line

__all__ = ["rows_of"]


def rows_of(document: object) -> Rows[object]:
    """The annotations of the document; replies, which are about no page, are rows that cannot be taken."""
    if not isinstance(document, list):
        whole = mapping(document)
        document = whole.get("annotations", whole.get("rows"))
    if not isinstance(document, list):
        raise BadInput("no annotations in it")
    return Rows(((f"annotation {number}", row) for number, row in enumerate(document, start=1)), _notes)


def _notes(row: object) -> Iterator[Note]:
    annotation = mapping(row)
    if items(annotation, "references"):
        raise BadInput("a reply to another annotation, not a note on a page")
    if not annotation.get("uri"):
        raise BadInput("no uri: nothing says what page it is about")
    own = annotation.get("reader")
    yield _note(annotation, own if isinstance(own, Mapping) else {})


def _note(annotation: Mapping[str, object], own: Mapping[str, object]) -> Note:
    targets = [mapping(target) for target in items(annotation, "target")]
    selectors = [selector for target in targets for selector in items(target, "selector")]
    words = words_of(selectors)
    exact, prefix = text(words, "exact"), text(words, "prefix")
    document = annotation.get("document")
    titles = texts(document, "title") if isinstance(document, Mapping) else []
    speaker = text(own, "speaker")
    extra = {key: text(own, key) for key in ("correction", "correction_from")}
    note = made(
        url=address_of(text(annotation, "uri")),
        title=titles[0] if titles else "",
        quote=exact,
        prefix=prefix,
        suffix=text(words, "suffix"),
        place=_code_points(place_of(selectors), prefix, exact),
        body=text(own, "body") if extra["correction"] else _body(text(annotation, "text"), speaker),
        tags=texts(annotation, "tags"),
        authors=texts(own, "authors"),
        site=text(own, "site"),
        published=text(own, "published"),
        accessed=text(own, "accessed"),
        speaker=speaker,
        color=text(own, "color"),
        created=dated(annotation, "created"),
        modified=dated(annotation, "updated", "created"),
        kind=known_kind(own.get("kind")),
        extra={key: clean_line(value) for key, value in extra.items() if value},
    )
    page = text(own, "url")
    return replace(
        note,
        url=address_of(page) if page else note.url,
        canonical_url=note.url if page else "",
        id=clean_line(text(annotation, "id")) if own else "",
        citekey=clean_line(text(own, "citekey")) or note.citekey,
    )


def _body(given: str, speaker: str) -> str:
    """What was thought, without the line that our export put under it."""
    return given.removesuffix(said_by(speaker)).removesuffix("\n\n") if speaker else given


def _code_points(place: tuple[int, int], prefix: str, exact: str) -> tuple[int, int]:
    """The place as code points where that can be told: what stands before is known, or nothing is beyond U+FFFF."""
    start, end = place
    wide = sum(character > "\uffff" for character in exact)
    before = sum(character > "\uffff" for character in prefix)
    return (start - before, start - before + len(exact)) if end - start == len(exact) + wide else (0, 0)
