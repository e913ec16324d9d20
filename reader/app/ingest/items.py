"""What there is to take in: pages in files, addresses to fetch, records of WARC files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from reader.app.addresses import file_address, is_web, stdin_address, tidy
from reader.errors import BadInput
from reader.fetch import read_file
from reader.text import clean_line

__all__ = ["Facts", "Item", "items_of", "read_meta"]

PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".txt", ".text"})


@dataclass(frozen=True)
class Facts:
    """What a person says of a page: its address on the web, title and day; empty where nothing is said."""

    url: str = ""
    title: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Item:
    """One page to take in: ``name`` as failures tell it, and where its bytes are.

    They are ``data`` itself, else the file at ``path``, else they are fetched from ``address``, which is also what the
    library will know the article by. ``typed`` says that a person named that address: it alone may be a local one.
    ``problem`` says why there is nothing to take.
    """

    name: str
    address: str = ""
    path: str = ""
    data: bytes = b""
    content_type: str = ""
    typed: bool = False
    fetched: datetime | None = None
    facts: Facts = Facts()
    problem: str = ""


def items_of(sources: Sequence[str], stdin: bytes, url: str, meta: Mapping[str, Facts]) -> Iterator[Item]:
    """Everything that the sources name, in order; ``stdin`` is what ``-`` stands for, ``url`` where that page is from.

    A folder gives all its pages, a ``.warc`` file its responses, a text file of nothing but addresses what they lead
    to. BadInput when a source is not there.
    """
    for source in sources:
        if source == "-":
            yield from _of_stdin(stdin, url)
        elif is_web(source):
            yield replace(_of_address(source), typed=True)
        else:
            yield from (_told(item, meta) for item in _of_path(Path(source).expanduser()))


def read_meta(text: str, name: str, folder: Path) -> dict[str, Facts]:
    """The rows of a CSV with the columns file, url, title and date, by the file's absolute path; BadInput for others.

    A file is looked for beside the table (in ``folder``). A day is written as 2025-03-14.
    """
    rows = csv.DictReader(text.removeprefix("\ufeff").splitlines(), strict=True)
    try:
        if "file" not in (rows.fieldnames or ()):
            raise BadInput(f"{name}: no column file in its first line: its columns are file,url,title,date")
        return {str((folder / row["file"]).absolute()): _facts(row, f"{name}, line {rows.line_num}") for row in rows}
    except csv.Error as error:
        raise BadInput(f"{name}, line {rows.line_num}: not CSV ({error})") from error


def _facts(row: Mapping[str, str | None], where: str) -> Facts:
    url, written = (row.get("url") or "").strip(), (row.get("date") or "").strip()
    if url and not is_web(url):
        raise BadInput(f"{where}: url {clean_line(url)}: not an http or https address")
    try:
        day = date.fromisoformat(written[:10]) if written else None
    except ValueError as error:
        raise BadInput(f"{where}: date {clean_line(written)}: write it as 2025-03-14") from error
    return Facts(url, clean_line(row.get("title") or ""), day)


def _told(item: Item, meta: Mapping[str, Facts]) -> Item:
    facts = meta.get(item.path)
    if facts is None:
        return item
    return replace(item, facts=facts, address=tidy(facts.url) if facts.url else item.address)


def _of_stdin(data: bytes, url: str) -> Iterator[Item]:
    if not url and (addresses := _addresses(data)):
        yield from map(_of_address, addresses)
        return
    from hashlib import sha256

    address = tidy(url) if url else stdin_address(sha256(data).hexdigest())
    yield Item("-", address, data=data, facts=Facts(url), problem="" if data.strip() else "standard input: it is empty")


def _of_address(address: str) -> Item:
    if not is_web(address):
        return Item(clean_line(address), problem="no http or https address")
    return Item(address, tidy(address))


def _of_path(path: Path) -> Iterator[Item]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and (inner.suffix.lower() in PAGES or _is_warc(inner)):
                yield from _of_file(inner)
    elif path.is_file():
        yield from _of_file(path)
    else:
        raise BadInput(f"{clean_line(str(path))}: there is no such file or folder: check the name")


def _of_file(path: Path) -> Iterator[Item]:
    name = clean_line(str(path))
    if _is_warc(path):
        from reader.app.ingest.warc import responses

        yield from responses(path)
        return
    if path.suffix.lower() in (".txt", ".text", ""):
        try:
            listed = _addresses(read_file(path).data)
        except BadInput as error:
            yield Item(name, problem=str(error))
            return
        if listed:
            yield from map(_of_address, listed)
            return
    fetched = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    yield Item(name, file_address(str(path.absolute())), path=str(path.absolute()), fetched=fetched)


def _is_warc(path: Path) -> bool:
    return path.name.lower().endswith((".warc", ".warc.gz"))


def _addresses(data: bytes) -> list[str]:
    """The lines of a list of addresses, one a line, ``#`` before a remark; empty of what is no such list.

    It begins with an address and no line of it has a space; lines that are no addresses are told as what failed.
    """
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if lines and is_web(lines[0]) and not any(" " in line for line in lines) else []
