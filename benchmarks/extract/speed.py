"""CPU to read a page, beside readability-lxml alone on the same pages at the same time.

The pages are those of the tests (``tests/extract/traps`` and ``idioms``): about a screenful of words each, so that what
a page costs whatever its size shows. Prints both medians, over the pages, of each page's best run, and their ratio.

    python benchmarks/extract/speed.py [-n RUNS]
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from readability import Document

from reader.extract import extract_html

PAGES = Path(__file__).parents[2] / "tests" / "extract"


def main() -> None:
    """Measure in turn, print the medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", type=int, default=5, help="runs over all pages (5)")
    runs = parser.parse_args().n
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    pages = [path.read_bytes() for folder in ("traps", "idioms") for path in sorted((PAGES / folder).glob("*.html"))]
    readers: dict[str, Callable[[bytes], object]] = {
        "reader": extract_html,
        "readability-lxml": lambda page: Document(page.decode("utf-8", "replace")).summary(),
    }
    best = {name: [float("inf")] * len(pages) for name in readers}
    for _run in range(runs):
        for place, page in enumerate(pages):
            for name, read in readers.items():
                best[name][place] = min(best[name][place], _cost(read, page))
    ours, theirs = (median(best[name]) for name in readers)
    for name, costs in best.items():
        print(f"{name:18}{median(costs):7.1f} ms a page (median of {len(pages)}), {max(costs):.1f} at most")
    print(f"ratio {ours / theirs:.1f}")


def _cost(read: Callable[[bytes], object], page: bytes) -> float:
    start = time.process_time()
    read(page)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
