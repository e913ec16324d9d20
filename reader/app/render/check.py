"""The verdicts on a draft, in each of the formats of ``reader check``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from reader.app.check.compare import Edit
from reader.app.check.report import Report
from reader.app.check.verdict import Finding, Verdict
from reader.app.diff.words import Change, marked
from reader.app.render.markdown import escape, target
from reader.text import counted

__all__ = ["FORMATS", "check_json", "check_markdown", "check_table", "summary", "with_edits"]

_INDENT = " " * 21


def check_table(report: Report) -> str:
    """A paragraph a quotation: its verdict, its words with what was changed, and what it rests on."""
    parts = [summary(report), *(_told(finding, report) for finding in report.findings)]
    return "\n\n".join(parts) + "\n"


def check_json(report: Report) -> str:
    """The documented JSON: what was searched, the counts, and a record a quotation."""
    record = {
        "draft": report.name,
        "searched": {"articles": report.articles, "quotations": report.quotations},
        "counts": {str(verdict): number for verdict, number in report.counts.items()},
        "problems": list(report.problems),
        "quotations": [_record(finding) for finding in report.findings],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def check_markdown(report: Report) -> str:
    """A report to keep or to send: a heading a verdict, the worst first."""
    parts = [f"# {escape(summary(report))}"]
    for verdict in (
        Verdict.MISATTRIBUTED,
        Verdict.ALTERED,
        Verdict.CONTEXT,
        Verdict.UNSURE,
        Verdict.UNKNOWN,
        Verdict.EXACT,
    ):
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if found:
            parts.append(f"## {str(verdict).capitalize()}")
            parts += [_markdown(finding, report) for finding in found]
    return "\n\n".join(parts) + "\n"


def summary(report: Report) -> str:
    """One line: how many quotations, and how many of each verdict."""
    counts = ", ".join(f"{number} {verdict}" for verdict, number in report.counts.items())
    return f"{report.name}: {counted(len(report.findings), 'quotation')}" + (f": {counts}" if counts else "")


def with_edits(finding: Finding) -> str:
    """The quotation's words; changed ones as ``[-the article's-]`` and ``{+the draft's+}``."""
    if not finding.edits:
        return " ".join(finding.quotation.words.split())
    changes = [Change(edit.now if edit.edit is Edit.KEPT else edit.was, edit.now) for edit in finding.edits]
    return marked(changes, None)


def _told(finding: Finding, report: Report) -> str:
    place = f"¶{finding.quotation.paragraph}"
    lines = [f"{place:<5}{finding.verdict!s:<16}“{with_edits(finding)}”"]
    return f"\n{_INDENT}".join([*lines, *(line for line in _reasons(finding, report) if line)])


def _reasons(finding: Finding, report: Report) -> list[str]:
    """What the verdict rests on, a line each."""
    quotation, source = finding.quotation, finding.source
    if source is None:
        searched = f"{counted(report.articles, 'article')} searched, {counted(report.quotations, 'quotation')}"
        return [f"in none of what you read ({searched})"]
    names = [f"said by {finding.speaker or 'nobody named'}"]
    if finding.verdict in (Verdict.MISATTRIBUTED, Verdict.UNSURE):
        names.append(f"the draft says {quotation.speaker}")
    return [
        ", ".join(names),
        f"cut from: {' '.join(finding.sentence.split())}" if finding.sentence else "",
        " · ".join(filter(None, (source.title, source.site, source.day.isoformat()))),
        source.address,
    ]


def _markdown(finding: Finding, report: Report) -> str:
    lines = [f"> {escape(with_edits(finding))}"]
    reasons = [escape(line) for line in _reasons(finding, report) if line]
    if finding.source is not None and finding.source.address.startswith(("http://", "https://")):
        reasons[-1] = f"<{target(finding.source.address)}>"
    return "\n\n".join([*lines, f"Paragraph {finding.quotation.paragraph}: " + "; ".join(reasons)])


def _record(finding: Finding) -> dict[str, object]:
    quotation, source = finding.quotation, finding.source
    return {
        "verdict": str(finding.verdict),
        "start": quotation.start,
        "end": quotation.end,
        "paragraph": quotation.paragraph,
        "text": quotation.words,
        "speaker": quotation.speaker or None,
        "source": None
        if source is None
        else {
            "title": source.title,
            "url": source.address,
            "site": source.site,
            "date": source.day.isoformat(),
            "speaker": finding.speaker or None,
            "spans": [list(span) for span in finding.spans],
        },
        "edits": [{"edit": str(edit.edit.value), "was": edit.was, "now": edit.now} for edit in finding.edits],
        "sentence": finding.sentence or None,
    }


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "table": check_table,
    "json": check_json,
    "markdown": check_markdown,
}
