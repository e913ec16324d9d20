"""Reads a large page in a process of its own, which can be ended; a page that takes too long gives its bare text.

Small pages are read at once: the bounds of the parser keep those within a second or two, and a process costs a quarter.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import msgspec
from msgspec.structs import replace

from reader.errors import BadInput, FetchFailed, NoArticle
from reader.extract.choose import extract_page
from reader.extract.decode import decode
from reader.extract.sites import SiteRules
from reader.model import Article, Page

__all__ = ["Answer", "extract_within"]

SMALL = 500_000
"""Bytes up to which a page is read in this process."""
FEW_TAGS = 20_000
"""As many tags at most: each costs up to a tenth of a millisecond, and 50,000 of them fit into 200 KB."""
_PATIENCE = 2
"""How many times its seconds of work the process is waited for, on a busy machine."""
_SLICE = 0.1
_SLOW = "this page took too long to read: its bare text is shown, without pictures, links and headings"
_ROOT = Path(__file__).resolve().parents[2]


class Answer(msgspec.Struct):
    """What the process says: an article, or why there is none (``no article`` or ``bad input``) in a line."""

    article: Article | None = None
    failure: str = ""
    line: str = ""


def extract_within(
    page: Page, seconds: float, stop: Callable[[], bool] | None = None, rules: SiteRules | None = None
) -> Article:
    """The article of a page, after ``seconds`` of work its bare text with a word of caution.

    Raises as ``reader.extract.extract`` does, and ``FetchFailed`` once ``stop()`` is true.
    """
    if len(page.data) <= SMALL and page.data.count(b"<") <= FEW_TAGS:
        return extract_page(page, rules)
    said = _asked(page, seconds, stop, rules)
    if said is None:
        from reader.extract.bare import article_of_bare_text

        bare = article_of_bare_text(decode(page.data, page.charset), page.url)
        return replace(bare, word_of_caution=_SLOW)
    if said.article is not None:
        return said.article
    raise (NoArticle if said.failure == "no article" else BadInput)(said.line)


def _asked(page: Page, seconds: float, stop: Callable[[], bool] | None, rules: SiteRules | None) -> Answer | None:
    """The process's answer; None when it did not come in time or the process broke down."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    process = subprocess.Popen(  # noqa: S603 - this program's own module and a number
        [sys.executable, "-m", "reader.extract.worker", str(math.ceil(seconds))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    output: SimpleQueue[bytes] = SimpleQueue()
    question = msgspec.msgpack.encode((page, rules))
    # A thread of its own, as `communicate` cannot be called again after a time-out: it would send no more (3.11).
    asking = Thread(target=lambda: output.put(process.communicate(question)[0]), daemon=True)
    asking.start()
    try:
        said = _waited(output, time.monotonic() + _PATIENCE * seconds, stop, page)
    finally:
        process.kill()
        asking.join()
    try:
        return msgspec.msgpack.decode(said, type=Answer) if said else None
    except msgspec.DecodeError:
        return None


def _waited(output: SimpleQueue[bytes], end: float, stop: Callable[[], bool] | None, page: Page) -> bytes:
    """What the process wrote; nothing when time is up."""
    while (left := end - time.monotonic()) > 0:
        if stop is not None and stop():
            raise FetchFailed(f"{page.requested or page.url}: interrupted")
        try:
            return output.get(timeout=min(left, _SLICE))
        except Empty:
            continue
    return b""
