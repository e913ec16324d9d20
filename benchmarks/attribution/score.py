"""Scores the engine as it ships on gold articles, and prints what it got wrong.

    python benchmarks/attribution/score.py GOLD ... [--errors]

GOLD is a file of JSON lines (``gold.py``) or a text with the speakers written in (``annotated.py``).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from examples import Seen, see
from fit import counted
from gold import read
from scoring import f1

from reader.attribution.weights import load

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args(arguments)
    print(f"{'':34}{'quotes':>8}{'det':>7}{'e2e':>7}{'e2eR':>7}{'sure':>7}{'right':>7}")
    for path in given.gold:
        seen = see(read([path]), load())
        count = counted(seen)
        values = "".join(
            f"{f1(count[key], count['found'], count['gold']):7.1f}" for key in ("both", "pointed", "named")
        )
        sure = [one.named for one in seen if one.found and one.confidence >= 0.9]
        share = f"{100 * sum(sure) / len(sure):7.1f}" if sure else "      –"
        print(f"{path.name:34}{count['gold']:8}{values}{len(sure):7}{share}")
        for one in seen if given.errors else []:
            if one.named if one.said else not one.found:
                continue
            print(_line(one))
    return 0


def _line(one: Seen) -> str:
    wanted = (one.said.speaker or "nobody") if one.said else "no quotation"
    found = (one.name or "nobody") if one.found else "no quotation"
    return f"  {one.article} | {one.text[:60]!r} | {wanted} | {found} | {one.confidence}"


if __name__ == "__main__":
    sys.exit(main())
