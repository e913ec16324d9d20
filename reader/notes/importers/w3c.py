"""Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/): a collection, a page, a list, or one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote
from uuid import UUID

from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Note, NoteKind
from reader.notes.importers.made import dated, items, made, mapping, text, texts
from reader.notes.importers.rows import Rows
from reader.text import clean_line

__all__ = ["address_of", "known_kind", "place_of", "rows_of", "words_of"]

_OWN = "urn:x-reader:"


def rows_of(document: object) -> Rows[object]:
    """The annotations of the document. BadInput for a collection whose pages are elsewhere."""
    found = enumerate(_annotations(document), start=1)
    return Rows(((f"annotation {number}", row) for number, row in found), _notes)


def known_kind(value: object) -> NoteKind | None:
    """The kind that one of our own exports names."""
    return NoteKind(value) if isinstance(value, str) and value in set(NoteKind) else None


def words_of(selectors: Iterable[object]) -> Mapping[str, object]:
    """The TextQuoteSelector among selectors, refined ones included; empty when there is none."""
    return _selector(selectors, "TextQuoteSelector")


def place_of(selectors: Iterable[object]) -> tuple[int, int]:
    """Start and end of the TextPositionSelector among selectors; two noughts when there is none."""
    found = _selector(selectors, "TextPositionSelector")
    start, end = found.get("start"), found.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else (0, 0)


def _selector(selectors: Iterable[object], kind: str) -> Mapping[str, object]:
    for one in selectors:
        at: object = one
        for _depth in range(5):
            if not isinstance(at, Mapping):
                break
            if kind in items(at, "type"):
                return at
            at = at.get("refinedBy")
    return {}


def _annotations(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    whole = mapping(document)
    for key in ("items", "@graph"):
        if isinstance(whole.get(key), list):
            return items(whole, key)
    if "first" in whole:
        page = whole["first"]
        if not isinstance(page, Mapping):
            raise BadInput("its annotations are in a page elsewhere: save that page and import it")
        return _annotations(page)
    return [whole]


def _notes(row: object) -> Iterator[Note]:
    annotation = mapping(row)
    if "Annotation" not in items(annotation, "type"):
        raise BadInput("not an annotation: its type is missing")
    targets = items(annotation, "target")
    if not targets:
        raise BadInput("no target: nothing says what it is about")
    note_id = _own_id(text(annotation, "id"))
    for number, target in enumerate(targets):
        note = _note(annotation, target)
        yield replace(note, id=note_id) if number == 0 else note


def _note(annotation: Mapping[str, object], target: object) -> Note:
    kind = known_kind(annotation.get("reader:kind"))
    about = target if isinstance(target, Mapping) else {"id": target}
    given = about.get("source", about.get("id"))
    source = given if isinstance(given, Mapping) else about if given == about.get("id") else {"id": given}
    selectors = items(about, "selector")
    words = words_of(selectors)
    bodies, tags, speaker = _bodies(annotation, kind)
    extra = {key: text(annotation, f"reader:{key}") for key in ("correction", "correction_from")}
    note = made(
        url=address_of(text(source, "id")),
        title=text(source, "dcterms:title", "title"),
        quote=text(words, "exact"),
        prefix=text(words, "prefix"),
        suffix=text(words, "suffix"),
        place=place_of(selectors),
        body="\n\n".join(bodies),
        tags=tags,
        authors=texts(source, "dcterms:creator", "name"),
        site=text(source, "dcterms:publisher"),
        published=text(source, "dcterms:issued"),
        accessed=text(annotation, "reader:accessed"),
        speaker=speaker,
        color=text(annotation, "reader:color"),
        created=dated(annotation, "created"),
        modified=dated(annotation, "modified", "created"),
        kind=kind,
        extra={key: clean_line(value) for key, value in extra.items() if value},
    )
    page = text(source, "reader:url")
    return replace(
        note,
        url=address_of(page) if page else note.url,
        canonical_url=note.url if page else "",
        citekey=clean_line(text(annotation, "reader:citekey")) or note.citekey,
        text_sha256=clean_line(text(annotation, "reader:text_sha256")),
        page_sha256=clean_line(text(annotation, "reader:page_sha256")),
    )


def _bodies(annotation: Mapping[str, object], kind: NoteKind | None) -> tuple[list[str], list[str], str]:
    """What was thought, tags, and who said it: bodies by their purpose."""
    bodies = [text(annotation, "bodyValue")] if annotation.get("bodyValue") else []
    tags, speaker = [], ""
    for body in items(annotation, "body"):
        if isinstance(body, str):
            bodies.append(body)
            continue
        one = mapping(body)
        value, purpose = text(one, "value", "id"), items(one, "purpose") or items(annotation, "motivation")
        if "tagging" in purpose:
            tags.append(value)
        elif kind and "identifying" in items(one, "purpose"):
            speaker = value
        elif value and not (kind is NoteKind.CORRECTION and "editing" in purpose):
            bodies.append(value)
    return bodies, tags, speaker


def _own_id(name: str) -> str:
    """The id that a note of ours had, ``""`` for anybody else's."""
    if name.startswith(f"{_OWN}note:"):
        return clean_line(unquote(name.removeprefix(f"{_OWN}note:")))
    try:
        return str(UUID(name.removeprefix("urn:uuid:"))) if name.startswith("urn:uuid:") else ""
    except ValueError:
        return ""


def address_of(source: str) -> str:
    """The article's address; a name that stands for none (``urn:``) is none."""
    if source.startswith(f"{_OWN}address:"):
        return unquote(source.removeprefix(f"{_OWN}address:"))
    return "" if source.startswith("urn:") else source
