"""The article that ships with the program: it works offline and shows every feature."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reader.app.addresses import DEMO
from reader.model import Page

__all__ = ["demo_page"]


@cache
def demo_page() -> Page:
    """The shipped article as a page of Markdown."""
    data = (Path(__file__).resolve().parent.parent / "demo.md").read_bytes()
    return Page(
        url=DEMO, data=data, requested=DEMO, charset="utf-8", content_type="text/markdown", fetched=datetime.now(UTC)
    )
