"""Notes as a W3C Web Annotation collection in JSON-LD (https://www.w3.org/TR/annotation-model/).

Positions count code points, as there and here alike.
What was thought is a ``commenting`` body in Markdown, tags are ``tagging`` bodies, and who said the passage is an
``identifying`` body. The article's metadata are Dublin Core terms of the target's source; ``reader:`` holds the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlsplit
from uuid import UUID

from reader.model import Note, NoteKind, Selector
from reader.notes.deeplink import encoded
from reader.notes.export.json_text import json_text
from reader.notes.export.options import Options
from reader.notes.export.said import correction
from reader.notes.record import Record, instant_text

__all__ = ["CONTEXT", "ids_of", "source_of", "w3c_chunks"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_OWN = "urn:x-reader:"
_MOTIVATIONS = {
    NoteKind.HIGHLIGHT: "highlighting",
    NoteKind.NOTE: "commenting",
    NoteKind.QUOTATION: "commenting",
    NoteKind.PAGE: "bookmarking",
    NoteKind.CORRECTION: "identifying",
}


def w3c_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """One AnnotationCollection with all the notes in its first page, in the order given."""
    name = f"{_OWN}notes"
    head = {"@context": [CONTEXT, {"reader": _OWN}], "id": name, "type": "AnnotationCollection", "label": "Notes"}
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    total = json_text({**head, "total": len(notes)})[:-1]
    yield f'{total}, "first": {json_text(page)[:-1]}, "items": ['
    before = "\n"
    for note, name in zip(notes, ids_of(notes), strict=True):
        yield before + json_text(_annotation(note, name))
        before = ",\n"
    yield "\n]}}\n"


def ids_of(notes: Sequence[Note]) -> Iterator[str]:
    """A URN for each note, no two the same."""
    taken: set[str] = set()
    for note in notes:
        name = _urn(note.id)
        number = 2
        while name in taken:
            name, number = f"{_urn(note.id)}:{number}", number + 1
        taken.add(name)
        yield name


def source_of(note: Note) -> str:
    """An IRI for the article: its address, a URN of ours when it has none."""
    address = encoded(note.address)
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https", "file") and address.isprintable() and len(address) > len(parts.scheme) + 3:
        return address.replace("[", "%5B").replace("]", "%5D")
    kind, name = ("address", note.address) if note.address else ("article", note.citekey or note.title or "unknown")
    return f"{_OWN}{kind}:{quote(name, safe='', errors='replace')}"


def _urn(identity: str) -> str:
    try:
        return f"urn:uuid:{UUID(identity)}"
    except ValueError:
        return f"{_OWN}note:{quote(identity, safe='', errors='replace') or '-'}"


def _annotation(note: Note, name: str) -> Record:
    record: Record = {"id": name, "type": "Annotation", "motivation": _MOTIVATIONS[note.kind]}
    record["created"] = instant_text(note.created)
    record["modified"] = instant_text(note.modified)
    if bodies := _bodies(note):
        record["body"] = bodies
    record["target"] = _target(note)
    record["reader:kind"] = note.kind.value
    record |= {f"reader:{key}": value for key, value in _own(note).items() if value}
    return record


def _own(note: Note) -> Record:
    """What Web Annotation has no word for."""
    corrected = {key: note.extra.get(key) for key in ("correction", "correction_from")}
    return {
        "citekey": note.citekey,
        "color": note.color,
        "accessed": note.accessed,
        "text_sha256": note.text_sha256,
        "page_sha256": note.page_sha256,
        **{key: value for key, value in corrected.items() if isinstance(value, str)},
    }


def _bodies(note: Note) -> list[Record]:
    bodies = [_textual(note.body, "commenting", "text/markdown")] if note.body else []
    if said := correction(note):
        bodies.append(_textual(said, "editing", "text/plain"))
    if note.speaker:
        bodies.append(_textual(note.speaker, "identifying", "text/plain"))
    return bodies + [_textual(tag, "tagging", "text/plain") for tag in note.tags]


def _textual(value: str, purpose: str, form: str) -> Record:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": form}


def _target(note: Note) -> Record | str:
    source: Record = {"id": source_of(note), "type": "Text", "format": "text/html"}
    known = {
        "dcterms:title": note.title,
        "dcterms:creator": list(note.authors),
        "dcterms:publisher": note.site,
        "dcterms:issued": note.published,
        "reader:url": note.url if note.canonical_url else "",
    }
    source |= {key: value for key, value in known.items() if value}
    if note.selector is None:
        return source
    return {"type": "SpecificResource", "source": source, "selector": _selectors(note.selector)}


def _selectors(selector: Selector) -> list[Record]:
    """The passage by its words, and by its place where that is known."""
    words: Record = {"type": "TextQuoteSelector", "exact": selector.exact}
    words |= {key: value for key in ("prefix", "suffix") if (value := getattr(selector, key))}
    if selector.end <= selector.start:
        return [words]
    return [words, {"type": "TextPositionSelector", "start": selector.start, "end": selector.end}]
