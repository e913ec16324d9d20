"""The JSON that commands print: schemas and their page are made from this list, and tests hold it to be true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct
from outputs_articles import Article, HostLink, QuoteRow, Quotes
from outputs_book import BookQuotation, BookSpeaker, Check, Difference, Hit, Stats, Verified
from outputs_library import Feed, Finding, FollowedFeed, ListedEntry, Notes, Refresh, Server, Sync

__all__ = ["OUTPUTS", "Output"]


@dataclass(frozen=True)
class Output:
    """What some commands print: ``model`` is the shape of the whole, of the list's items, or of each line."""

    name: str
    commands: tuple[str, ...]
    model: type[Struct]
    form: Literal["object", "list", "lines"] = "object"


OUTPUTS = (
    Output("quotes", ("reader quotes URL --format json",), Quotes),
    Output("quote-row", ("reader quotes URL --format ndjson",), QuoteRow, "lines"),
    Output("article", ("reader show URL --format json",), Article),
    Output("links", ("reader links URL --format json",), HostLink, "list"),
    Output("search", ("reader search WORDS --format json", "reader search WORDS --format ndjson"), Hit, "list"),
    Output("speakers", ("reader speakers list --format json",), BookSpeaker, "list"),
    Output(
        "timeline",
        ("reader speakers show NAME --format json", "reader search said:WORDS --format json"),
        BookQuotation,
        "list",
    ),
    Output("check", ("reader check DRAFT --format json",), Check),
    Output("stats", ("reader stats URL --format json",), Stats),
    Output("diff", ("reader diff URL --format json",), Difference, "list"),
    Output("verify", ("reader verify QUOTE --format json",), Verified),
    Output("notes", ("reader export notes --format json", "reader notes list --format json"), Notes),
    Output("feed", ("reader feed URL --format json",), Feed),
    Output("feeds", ("reader feeds --json",), FollowedFeed, "list"),
    Output("entries", ("reader entries --json",), ListedEntry, "list"),
    Output("refresh", ("reader refresh --json",), Refresh),
    Output("sync", ("reader sync --json", "reader sync now --json"), Sync),
    Output("servers", ("reader sync list --json",), Server, "list"),
    Output("doctor", ("reader doctor --json",), Finding, "list"),
)
