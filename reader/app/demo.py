"""The article that ships with the program: it works offline and shows every feature.

``demo.json`` is what extraction makes of ``demo.md``, kept beside it so that a newcomer's first frame needs no Markdown
parser (35 ms of CPU). A test holds the two together; ``python -m reader.app.demo`` makes it anew.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec

from reader.app.addresses import DEMO
from reader.model import Article, Page

__all__ = ["demo_article", "demo_page"]

FOLDER = Path(__file__).resolve().parent.parent


@cache
def demo_page() -> Page:
    """The shipped article as a page of Markdown."""
    data = (FOLDER / "demo.md").read_bytes()
    return Page(
        url=DEMO, data=data, requested=DEMO, charset="utf-8", content_type="text/markdown", fetched=datetime.now(UTC)
    )


@cache
def demo_article() -> Article:
    """The shipped article as it was extracted from its page."""
    return msgspec.json.decode((FOLDER / "demo.json").read_bytes(), type=Article)


def write_demo() -> None:
    """Extract the page anew and keep the article."""
    from reader.extract import extract_markdown

    article = extract_markdown(demo_page().data.decode())
    (FOLDER / "demo.json").write_bytes(msgspec.json.format(msgspec.json.encode(article), indent=1) + b"\n")


if __name__ == "__main__":
    write_demo()
