"""Notes as one web page that stands alone: dark or light as the reader's system is, without scripts or outside parts.

It is well-formed XML as well as HTML. Outside words are escaped; bodies are rendered as Markdown without raw HTML or
pictures, and only http, https and mailto links lead anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from reader.model import Note
from reader.notes.deeplink import deep_link, web_address
from reader.notes.export.citation import authors_text, by_article, day_text
from reader.notes.export.options import Options, grouped
from reader.notes.export.said import correction, passage
from reader.notes.record import instant_text
from reader.text import clean_block, clean_line

__all__ = ["html_chunks"]

_NOT_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "]"
)
_LEADS_ON = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

_HEAD = """\
<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<meta name="color-scheme" content="light dark" />
<title>Notes</title>
<style>
:root { --ink: #1f2328; --paper: #fffdf8; --quiet: #5b6169; --line: #d8d4ca; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e2dc; --paper: #16181d; --quiet: #a0a4ab; --line: #3a3e46; --link: #8ab8f0; }
}
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.6 Georgia, serif; overflow-wrap: anywhere; }
a { color: var(--link); }
article { margin: 1.5rem 0 2rem; }
blockquote { margin: 0 0 .75rem; padding-left: 1rem; border-left: .25rem solid var(--line); }
blockquote p { white-space: pre-wrap; margin: .25rem 0; }
pre { overflow-x: auto; }
.quiet { color: var(--quiet); font-size: .9rem; }
</style>
</head>
<body>
<h1>Notes</h1>
"""


def html_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """The page: notes by article, under the headings of their groups when they are grouped by something else."""
    render = _markdown()
    yield _HEAD
    for label, group in grouped(notes, options.group):
        if label:
            yield f"<h2>{_safe(label)}</h2>\n"
        for of_article in by_article(group):
            first, level = of_article[0], "h3" if label else "h2"
            yield f"<section>\n<{level}>{_safe(first.title) or 'Untitled'}</{level}>\n{_citation(first)}"
            for note in of_article:
                yield _note(note, deep_link(note, options.text_of(note)), render)
            yield "</section>\n"
    if not notes:
        yield "<p>No notes.</p>\n"
    yield "</body>\n</html>\n"


def _safe(line: str) -> str:
    return escape(_characters(clean_line(line)))


def _characters(text: str) -> str:
    """The text without code points that are no characters, which neither HTML nor XML may hold."""
    return _NOT_CHARACTERS.sub("\ufffd", text)


def _citation(note: Note) -> str:
    web = web_address(note.address)
    address = f'<a href="{escape(web)}" rel="noreferrer">{_safe(note.address)}</a>' if web else _safe(note.address)
    site = f"<cite>{_safe(note.site)}</cite>" if clean_line(note.site) else ""
    accessed = f"accessed {_safe(day_text(note.accessed))}" if note.accessed else ""
    key = f"@{_safe(note.citekey)}" if note.citekey else ""
    parts = [_safe(authors_text(note.authors)), site, _safe(day_text(note.published)), address, accessed, key]
    return f'<p class="quiet">{" · ".join(filter(None, parts))}</p>\n'


def _note(note: Note, link: str, render: Callable[[str], str]) -> str:
    parts = [f'<article id="note-{_name(note.id)}">\n', _quotation(note)]
    if said := correction(note):
        parts.append(f"<p>{_safe(said)}</p>\n")
    if body := clean_block(note.body):
        parts.append(f'<div dir="auto">\n{render(_characters(body))}</div>\n')
    words = [
        f"Tags: {_safe(', '.join(note.tags))}" if note.tags else "",
        f"Noted {day_text(instant_text(note.created))}",
        f'<a href="{escape(link)}" rel="noreferrer">In the article</a>' if link else "",
    ]
    parts.append(f'<p class="quiet">{" · ".join(filter(None, words))}</p>\n</article>\n')
    return "".join(parts)


def _quotation(note: Note) -> str:
    words = passage(note)
    if not words:
        return ""
    said = f"<footer>— {_safe(note.speaker)}</footer>\n" if clean_line(note.speaker) else ""
    return f'<blockquote dir="auto">\n<p>{escape(_characters(words))}</p>\n{said}</blockquote>\n'


def _name(identity: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", identity) or "0"


def _markdown() -> Callable[[str], str]:
    """What renders a body."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).disable(["image", "entity"])
    parser.validateLink = lambda url: bool(_LEADS_ON.match(url))  # type: ignore[method-assign]  # markdown-it's own way
    return lambda body: str(parser.render(body))
