"""What changed in an article, in each of the formats of ``reader diff``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from reader.app.diff.blocks import BlockChange, What
from reader.app.diff.difference import Difference
from reader.app.diff.quotations import QuotationChange, Turn
from reader.app.diff.touched import TouchedNote
from reader.app.diff.words import Change, marked
from reader.app.render.markdown import escape
from reader.app.versions import Looked
from reader.text import counted

__all__ = ["FORMATS", "diff_json", "diff_markdown", "diff_table", "summary"]

_SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.CHANGED: "~", What.MOVED: ">"}


def summary(found: Difference) -> str:
    """One line: how much changed."""
    if not found:
        return "nothing changed"
    parts = ["another title"] * bool(found.title)
    parts += [counted(len(found.blocks), "block")] * bool(found.blocks)
    parts += [counted(len(found.quotations), "quotation")] * bool(found.quotations)
    parts += [f"{counted(len(found.notes), 'note')} of yours"] * bool(found.notes)
    return "changed: " + ", ".join(parts)


def diff_table(looked: Iterable[Looked]) -> str:
    """For reading: what changed, block by block and word by word, then quotations, then notes."""
    return "\n\n".join(map(_told, looked)) + "\n"


def diff_json(looked: Iterable[Looked]) -> str:
    """A list of records, an article (or a step from one version to the next) each."""
    return json.dumps([_record(one) for one in looked], ensure_ascii=False, indent=2) + "\n"


def diff_markdown(looked: Iterable[Looked]) -> str:
    """A report to keep: a heading an article."""
    parts = []
    for one in looked:
        head = f"## {escape(one.title or one.address)}"
        lines = _lines(one)
        parts += [head, escape(lines[0]), *(f"- {escape(line.strip())}" for line in lines[1:])]
    return "\n\n".join(parts) + "\n"


def _told(one: Looked) -> str:
    return "\n".join([f"{one.title or one.address}", *(f"  {line}" for line in _lines(one))])


def _lines(one: Looked) -> list[str]:
    if one.difference is None:
        return [one.problem]
    found = one.difference
    lines = [f"{summary(found)} ({_moment(found.before.fetched)} to {_moment(found.after.fetched)})"]
    lines += [f"title: {marked(found.title)}"] * bool(found.title)
    lines += [_block(change) for change in found.blocks]
    lines += [_quotation(change) for change in found.quotations]
    lines += [_note(touched) for touched in found.notes]
    return lines


def _block(change: BlockChange) -> str:
    place = change.now if change.now is not None else change.was
    where = f"\u00b6{place + 1}" if place is not None else ""
    return f"{_SIGNS[change.what]} {where:<5}{change.what:<8} {marked(change.words)}"


def _quotation(change: QuotationChange) -> str:
    who = f"{change.before or 'nobody named'} to {change.now or 'nobody named'}" if change.before != change.now else ""
    if change.turn is Turn.ADDED:
        who = change.now or "nobody named"
    elif change.turn is Turn.REMOVED:
        who = change.before or "nobody named"
    return f"\u201c quotation {change.turn}: {marked(change.words)}" + (f" ({who})" if who else "")


def _note(touched: TouchedNote) -> str:
    told = f": {' '.join(touched.note.body.split())}" if touched.note.body else ""
    return f"! your {touched.note.kind} {touched.note.id[:8]}{told}: {marked(touched.words)}"


def _record(one: Looked) -> dict[str, object]:
    record: dict[str, object] = {"url": one.address, "title": one.title, "problem": one.problem or None}
    found = one.difference
    if found is None:
        return record
    return record | {
        "changed": bool(found),
        "before": {"fetched": found.before.fetched.isoformat(), "page_sha256": found.before.page_sha256},
        "after": {"fetched": found.after.fetched.isoformat(), "page_sha256": found.after.page_sha256},
        "title_changes": _words(found.title),
        "blocks": [
            {"what": str(change.what), "was": change.was, "now": change.now, "words": _words(change.words)}
            for change in found.blocks
        ],
        "quotations": [
            {"what": str(change.turn), "before": change.before or None, "now": change.now or None,
             "words": _words(change.words)}
            for change in found.quotations
        ],
        "notes": [
            {"id": touched.note.id, "status": str(touched.anchor.status), "words": _words(touched.words)}
            for touched in found.notes
        ],
    }  # fmt: skip


def _words(changes: Sequence[Change]) -> list[dict[str, str]]:
    return [{"was": change.was, "now": change.now} for change in changes]


def _moment(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


FORMATS: Mapping[str, Callable[[Iterable[Looked]], str]] = {
    "table": diff_table,
    "json": diff_json,
    "markdown": diff_markdown,
}
