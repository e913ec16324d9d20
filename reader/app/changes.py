"""What a newer engine says otherwise than an earlier one: a pure comparison, so that nothing changes silently."""

from __future__ import annotations

from msgspec import Struct

from reader.model import Attribution, Quotation, QuotationKind, Range

__all__ = ["Change", "changes_between"]

NOBODY = "nobody named"


class Change(Struct, frozen=True):
    """One passage about which two attributions differ; a name is ``""`` where it was no quotation."""

    span: Range
    words: str
    before: str
    after: str

    def __str__(self) -> str:
        """The change in one line."""
        if not self.before:
            return f"“{self.words}”: new, {self.after}"
        if not self.after:
            return f"“{self.words}”: no longer a quotation, was {self.before}"
        return f"“{self.words}”: {self.before} → {self.after}"


def changes_between(before: Attribution, after: Attribution, text: str) -> list[Change]:
    """Where two attributions of one text differ in what is quoted or in who said it, in the order of the text.

    Indirect quotations do not count: they are off unless they are asked for.
    """
    old, new = _said(before), _said(after)
    return [
        Change(span, " ".join(text[slice(*span)].split()), old.get(span, ""), new.get(span, ""))
        for span in sorted(old.keys() | new.keys())
        if old.get(span) != new.get(span)
    ]


def _said(attribution: Attribution) -> dict[Range, str]:
    def name(quotation: Quotation) -> str:
        speaker = attribution.speaker(quotation.speaker)
        return speaker.name if speaker else NOBODY

    direct = (one for one in attribution.quotations if one.kind is not QuotationKind.INDIRECT)
    return {(quotation.start, quotation.end): name(quotation) for quotation in direct}
