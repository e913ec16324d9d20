"""Notes as hostile as people and pages can make them, for every test of what leaves and comes in."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, example, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.model import Note, NoteKind, Selector
from reader.text import clean_block, clean_line

DAY = datetime(2026, 5, 1, 12, 30, 5, tzinfo=UTC)
TEXT = "🚢 Harbour news. “We sail at noon,” Ida Marsh said. “Bring a coat.” 🚢 We sail at noon, all of us."
WORDS = "We sail at noon"
AT = TEXT.index(WORDS)
FERRY = Note(
    id="0197b5c0-0000-7000-8000-00000000a001",
    kind=NoteKind.QUOTATION,
    url="https://gazette.example/ferry?a=1&b=2",
    title="Ferry {runs} again & again: 100%",
    authors=("Anna van der Berg", "Harbour Gazette Staff", "Reuters"),
    site="Harbour Gazette",
    published="2026-04-30",
    accessed="2026-05-01T08:00:00Z",
    citekey="berg2026ferry",
    selector=Selector(WORDS, TEXT[:AT], TEXT[AT + len(WORDS) : AT + len(WORDS) + 40], AT, AT + len(WORDS)),
    speaker="Ida Marsh",
    body="When *exactly*?\n\nAsk.",
    tags=("boats", "2026"),
    created=DAY,
    modified=DAY,
)
RENAMED = replace(FERRY, id="c1", kind=NoteKind.CORRECTION, selector=None, speaker="Ida Marsh", body="", tags=(),
                  extra={"correction": "rename", "correction_from": "Marsh"})  # fmt: skip
GIVEN = replace(RENAMED, id="c2", selector=FERRY.selector, extra={"correction": "speaker"})

BITS = [
    "\n", "\n\n", "\r\n", '"', "'", "{", "}", "{{", "}}", "\\", "---", "\n---\n", "]]>", "-->",
    "</p>", "<script>", "=1+1", "\n=1+1", "\t@x", "emoji 🚒", "👩\u200d🚒", "مرحبا بالعالم",
    "\u202eabc", "ER  - ", "\nER  - \n", "\nTY  - NEWS", "@article{x,",
    "\n@misc{a,\n b = {c}\n}\n", "# h", "\n* heading", "\n#+end_src\n", "\n#+end_example\n",
    "==========", "\n==========\n", "%", "&amp;", "$x$", "_", "^", "~", "#tag", "key: value",
    "- item", "\x00", "\x1b[31m", "\ud800", "\uffff", "[[x]]", ":END:", " and ", ", ", "words ",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(BITS) | st.text(max_size=3), max_size=5).map("".join)
NOTES = st.builds(
    Note,
    id=HOSTILE,
    kind=st.sampled_from(NoteKind),
    url=HOSTILE | st.sampled_from(["https://a.example/x", "https://b.example/[y]?q={z}"]),
    canonical_url=st.just(""),
    title=HOSTILE,
    authors=st.lists(HOSTILE | st.just("Ida Marsh"), max_size=2).map(tuple),
    site=HOSTILE,
    published=HOSTILE | st.just("2026-04-30T10:00:00+02:00") | st.just("0999-01-01"),
    accessed=HOSTILE,
    citekey=HOSTILE | st.just("marsh2026ferry"),
    selector=st.none() | st.builds(Selector, HOSTILE, HOSTILE, HOSTILE, st.integers(0, 5), st.integers(0, 99)),
    speaker=HOSTILE,
    body=HOSTILE,
    tags=st.lists(HOSTILE, max_size=2).map(tuple),
    color=HOSTILE,
    created=st.just(DAY),
    modified=st.just(DAY),
    extra=st.sampled_from([{}, {"correction": "rename", "correction_from": "\x1b[1mX\n# y"}, {"correction": 3}]),
)
LISTS = st.lists(NOTES, max_size=3)
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
LONG = replace(FERRY, id="long", body="".join(f"{bit}word {{one}} # * " for bit in BITS) * 100)
ALL = "".join(BITS)
WORST = replace(FERRY, id=ALL, url="https://x.example/worst", title=ALL, authors=(ALL, "Ida Marsh"), site=ALL,
                published=ALL, accessed=ALL, citekey=ALL, speaker=ALL, tags=(ALL,), color=ALL,
                selector=Selector(ALL, ALL, ALL, 3, 9))  # fmt: skip
PLAIN = example([FERRY, RENAMED, GIVEN, LONG, WORST])


def articles(notes):
    return len({note.address or f"title:{note.title}" for note in notes})


def flat(text):
    return clean_line(clean_block(text))
