"""Notes through a template of the user's own: Jinja2 in its sandbox, which is an optional part (``templates``).

A template gets ``notes`` and ``articles``. An article has ``title, authors, site, published, accessed, url, citekey``
and its ``notes``; a note has ``quote, speaker, body, correction, tags, color, kind, created, modified, link, id`` and
its ``article``. Filters ``md`` (outside words as Markdown that shows exactly them) and ``day`` (``14 March 2025``) come
with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import BadInput
from reader.model import Note
from reader.notes.deeplink import deep_link
from reader.notes.export.citation import by_article, day_text
from reader.notes.export.options import Options
from reader.notes.export.said import correction, passage
from reader.notes.files import why
from reader.notes.record import instant_text
from reader.text import clean_block, clean_line

if TYPE_CHECKING:
    import jinja2

__all__ = ["template_chunks"]

_LARGEST = 1024 * 1024


def template_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """The template's text, filled in. BadInput, one line, when there is no Jinja2 or the template is wrong."""
    path = options.template
    if path is None:
        raise BadInput("--template: name the file")
    try:
        import jinja2
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError:
        raise BadInput("--template: needs Jinja2: install it with `pip install 'reader-tui[templates]'`") from None
    from reader.notes.export.markdown import escaped

    environment = ImmutableSandboxedEnvironment(autoescape=False, undefined=jinja2.StrictUndefined)
    environment.filters |= {"md": lambda text: escaped(str(text)), "day": lambda text: day_text(str(text))}
    articles = [_article(group, options) for group in by_article(notes)]
    values = {"articles": articles, "notes": [note for article in articles for note in article["notes"]]}
    text = _filled(environment, _read(path), values, path)
    yield clean_block(text) + "\n"


def _filled(environment: jinja2.Environment, source: str, values: dict[str, Any], path: Path) -> str:
    import jinja2

    try:
        return environment.from_string(source).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise BadInput(f"{path}: line {error.lineno}: {error.message}") from None
    except (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise BadInput(f"{path}: cannot be filled in: {error}: see `reader export notes --help`") from None


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{path}: not read: {why(error)}") from None
    if len(data) > _LARGEST:
        raise BadInput(f"{path}: is over {_LARGEST >> 20} MB: hardly a template")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{path}: is not UTF-8 text: save it as UTF-8") from None


def _article(group: Sequence[Note], options: Options) -> dict[str, Any]:
    first = group[0]
    article: dict[str, Any] = {
        "title": clean_line(first.title),
        "authors": [clean_line(name) for name in first.authors],
        "site": clean_line(first.site),
        "published": clean_line(first.published),
        "accessed": clean_line(first.accessed),
        "url": clean_line(first.address),
        "citekey": clean_line(first.citekey),
    }
    article["notes"] = [_note(note, options, article) for note in group]
    return article


def _note(note: Note, options: Options, article: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": article,
        "id": clean_line(note.id),
        "kind": str(note.kind),
        "quote": passage(note),
        "speaker": clean_line(note.speaker),
        "body": clean_block(note.body),
        "correction": correction(note),
        "tags": [clean_line(tag) for tag in note.tags],
        "color": clean_line(note.color),
        "created": instant_text(note.created),
        "modified": instant_text(note.modified),
        "link": deep_link(note, options.text_of(note)),
    }
