"""Models of what is printed of the quote book, of searches, drafts, changes and evidence."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from outputs_common import Confidence, Day, End, Moment, Offset, Part, Range, Said, Start, Title, Url

from reader.app.check.compare import Edit
from reader.app.check.verdict import Verdict
from reader.app.diff.blocks import What
from reader.app.diff.quotations import Turn
from reader.app.evidence.verify import Standing
from reader.model import AnchorStatus, QuotationKind, SpeakerKind

__all__ = [
    "BlockChange",
    "BookQuotation",
    "BookSpeaker",
    "Check",
    "Checked",
    "Difference",
    "Hit",
    "NamedShare",
    "SaidChange",
    "Searched",
    "Share",
    "Silent",
    "Source",
    "Stats",
    "Touched",
    "Verified",
    "Version",
    "WordEdit",
    "Words",
]


class BookSpeaker(Struct, forbid_unknown_fields=True):
    """Somebody who is quoted in what you read."""

    id: str
    name: str
    role: str
    kind: SpeakerKind
    wikidata: str | None
    quotations: int
    articles: int
    sites: int
    first: Day | None
    last: Day | None
    months: Annotated[dict[str, int], Meta(description="How many quotations in each month, as `2026-03`.")]


class BookQuotation(Struct, forbid_unknown_fields=True):
    """A quotation of the book."""

    speaker: str | None
    role: str
    called: Annotated[str | None, Meta(description="What its article calls the speaker.")]
    kind: QuotationKind
    quotation: Said
    via: Annotated[str | None, Meta(description="Who relayed it.")]
    confidence: Confidence
    start: Start
    end: End
    date: Day
    site: str
    title: Title
    url: Url


class Hit(Struct, forbid_unknown_fields=True):
    """An entry or an article that a search found."""

    date: Day
    site: str
    title: str
    author: str
    url: Annotated[str, Meta(description="What opens it.")]
    unread: bool
    snippet: Annotated[str, Meta(description="The passage that has the words.")]
    hits: Annotated[list[Range], Meta(description="Where the words stand in the snippet.")]


class Source(Struct, forbid_unknown_fields=True):
    """Where a draft's words are printed."""

    title: str
    url: Url
    site: str
    date: Day
    speaker: str | None
    spans: Annotated[list[Range], Meta(description="Where they stand in that article's text.")]


class WordEdit(Struct, forbid_unknown_fields=True):
    """What the draft did to some words."""

    edit: Annotated[Edit, Meta(description="`kept` words are there for the context.")]
    was: str
    now: str


class Checked(Struct, forbid_unknown_fields=True):
    """A quotation of the draft."""

    verdict: Verdict
    start: Annotated[int, Meta(description="Where it begins in the draft's text.", ge=0)]
    end: Offset
    paragraph: int
    text: Said
    speaker: Annotated[str | None, Meta(description="Who says it in the draft.")]
    source: Source | None
    edits: list[WordEdit]
    sentence: Annotated[str | None, Meta(description="The whole sentence, when the draft cuts it out of one.")]


class Searched(Struct, forbid_unknown_fields=True):
    """How much the draft was held against."""

    articles: int
    quotations: int


class Check(Struct, forbid_unknown_fields=True):
    """A draft's verdicts."""

    draft: Annotated[str, Meta(description="Its file's name.")]
    searched: Searched
    counts: Annotated[dict[str, int], Meta(description="How many have each verdict.")]
    problems: Annotated[list[str], Meta(description="What could not be read, a line each.")]
    quotations: list[Checked]


class Share(Struct, forbid_unknown_fields=True):
    """A part of what is quoted."""

    quotations: int
    words: int
    share: Annotated[Part, Meta(description="Of all quoted words.")]


class NamedShare(Share, forbid_unknown_fields=True, kw_only=True):
    """What one speaker has of it."""

    name: str


class Silent(Struct, forbid_unknown_fields=True):
    """Somebody who is named often, and never quoted."""

    name: str
    named: Annotated[int, Meta(description="How often.")]


class Stats(Struct, forbid_unknown_fields=True):
    """Whose words they are."""

    articles: int
    total: Share
    sources: Annotated[dict[str, Share], Meta(description="`named`, `organisation`, `unnamed`, `nobody`.")]
    relayed: Annotated[Share, Meta(description="What somebody else passed on.")]
    speakers: Annotated[list[NamedShare], Meta(description="The most quoted words first.")]
    never_quoted: list[Silent]


class Version(Struct, forbid_unknown_fields=True):
    """A version of an article."""

    fetched: Moment
    page_sha256: str


class Words(Struct, forbid_unknown_fields=True):
    """Words that changed."""

    was: str
    now: str


class BlockChange(Struct, forbid_unknown_fields=True):
    """What became of a block."""

    what: What
    was: Annotated[int | None, Meta(description="Its number before, from 0.")]
    now: Annotated[int | None, Meta(description="Its number now, from 0.")]
    words: list[Words]


class SaidChange(Struct, forbid_unknown_fields=True):
    """What became of a quotation."""

    what: Turn
    before: Annotated[str | None, Meta(description="Its speaker before.")]
    now: Annotated[str | None, Meta(description="Its speaker now.")]
    words: list[Words]


class Touched(Struct, forbid_unknown_fields=True):
    """A note of yours that the change touches."""

    id: str
    status: AnchorStatus
    words: list[Words]


class Difference(Struct, forbid_unknown_fields=True):
    """What changed in an article; only the first three when it could not be fetched."""

    url: str
    title: str
    problem: Annotated[str | None, Meta(description="Why it could not be compared.")]
    changed: bool | UnsetType = UNSET
    before: Version | UnsetType = UNSET
    after: Version | UnsetType = UNSET
    title_changes: list[Words] | UnsetType = UNSET
    blocks: list[BlockChange] | UnsetType = UNSET
    quotations: list[SaidChange] | UnsetType = UNSET
    notes: list[Touched] | UnsetType = UNSET


class Verified(Struct, forbid_unknown_fields=True):
    """Whether the stored page has the passage."""

    what: Literal["note", "quotation"]
    id: str
    standing: Standing
    why: Annotated[str | None, Meta(description="What is wrong, if anything.")]
    passage: str
    before: Annotated[str, Meta(description="The text before it.")]
    after: Annotated[str, Meta(description="The text after it.")]
    speaker: str | None
    title: Title
    url: str
    fetched: Moment | None
    sha256: Annotated[str | None, Meta(description="Of the page's bytes.")]
    bytes: int | None
