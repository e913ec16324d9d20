"""The verdicts on a whole draft, and what they add up to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.app.check.verdict import Finding, Verdict

__all__ = ["Report"]


@dataclass(frozen=True)
class Report:
    """A draft's findings in the order of its text.

    ``articles`` and ``quotations`` say how many were searched. ``problems`` are lines about links of the draft that
    could not be read.
    """

    name: str
    findings: tuple[Finding, ...]
    articles: int
    quotations: int
    problems: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many there are of each verdict, in the verdicts' order; those there are none of left out."""
        counted = Counter(finding.verdict for finding in self.findings)
        return {verdict: counted[verdict] for verdict in Verdict if counted[verdict]}

    @property
    def is_wrong(self) -> bool:
        """Whether something is altered or misattributed."""
        return bool({Verdict.ALTERED, Verdict.MISATTRIBUTED} & self.counts.keys())
