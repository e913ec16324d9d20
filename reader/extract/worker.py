"""The process that reads one large page: a Page comes on standard input, an Answer goes out on standard output."""

from __future__ import annotations

import resource
import sys

import msgspec

from reader.errors import NoArticle, ReaderError
from reader.extract.bounded import Answer
from reader.extract.choose import extract_page
from reader.extract.sites import SiteRules
from reader.model import Page

__all__ = ["main"]


def main() -> None:
    """Read, extract, answer; the system ends it after the seconds of work that its argument names."""
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    page, rules = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=tuple[Page, SiteRules | None])
    try:
        said = Answer(article=extract_page(page, rules))
    except NoArticle as error:
        said = Answer(failure="no article", line=str(error))
    except ReaderError as error:
        said = Answer(failure="bad input", line=str(error))
    sys.stdout.buffer.write(msgspec.msgpack.encode(said))


if __name__ == "__main__":
    main()
