"""The pages in a WARC file (ISO 28500)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.addresses import is_web, tidy
from reader.app.ingest.items import Item
from reader.fetch import MAX_BYTES
from reader.text import clean_line

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

__all__ = ["responses"]

_GZIP = b"\x1f\x8b"
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def responses(path: Path) -> Iterator[Item]:
    """Each response with status 200 that is a page; a file that is damaged ends with an item that says so."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Quiet(ArchiveIterator):
        """Says nothing on stderr about a record that is cut short: what can be read of it is read."""

        INC_RECORD = ""

    name = clean_line(str(path))
    try:
        with path.open("rb") as file:
            begins = file.read(5)
            if begins != b"WARC/" and begins[:2] != _GZIP:
                yield Item(name, problem=f"{name}: not a WARC file: nothing of it is read")
                return
            file.seek(0)
            for record in Quiet(file):  # type: ignore[no-untyped-call]
                if item := _item(record, name):
                    yield item
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield Item(name, problem=f"{name}: a damaged WARC file: what comes after the damage is not read ({error})")


def _item(record: ArcWarcRecord, name: str) -> Item | None:
    """The page of a record, None for one that holds none."""
    if record.rec_type not in ("response", "resource"):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = _header(record, "Content-Type").partition(";")[0].strip().lower()
    if not is_web(address) or _status(record) != "200" or (kind and kind not in _PAGE_TYPES):
        return None
    where = f"{name}#{clean_line(address)}"
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Item(where, problem=f"{where}: larger than {MAX_BYTES // 1_000_000} MB, too large for an article")
    if record.raw_stream.limit:
        return Item(where, problem=f"{where}: a damaged WARC file: this page is cut short")
    return Item(where, tidy(address), data=data, content_type=kind, fetched=_moment(record))


def _header(record: ArcWarcRecord, name: str) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header(name) or ""


def _status(record: ArcWarcRecord) -> str:
    return str(record.http_headers.get_statuscode()) if record.http_headers else "200"


def _moment(record: ArcWarcRecord) -> datetime | None:
    written = record.rec_headers.get_header("WARC-Date") or ""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
