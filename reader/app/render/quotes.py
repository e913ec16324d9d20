"""Who said what in an article, in each of the formats of ``reader quotes``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from reader.app.reading import Reading
from reader.app.render.facts import byline, iso_date
from reader.app.render.markdown import escape, target
from reader.app.render.table import columns
from reader.errors import BadInput
from reader.model import Attribution, Quotation, Speaker

__all__ = ["FORMATS", "attribution_of", "only_speaker", "quotes_json", "quotes_markdown", "quotes_table"]

NOBODY = "(nobody)"


def attribution_of(reading: Reading) -> Attribution:
    """The reading's attribution, empty when it has none yet."""
    return reading.attribution or Attribution()


def only_speaker(reading: Reading, wanted: str) -> Reading:
    """The reading with the quotations of one speaker: the one of that name or alias, else all with those words in it.

    BadInput when nobody is called so; its line names who is quoted.
    """
    attribution = attribution_of(reading)
    words = wanted.casefold().split()
    called = [speaker for speaker in attribution.speakers if wanted.casefold() in _names(speaker)]
    chosen = called or [one for one in attribution.speakers if set(words) <= set(one.name.casefold().split())]
    if not chosen:
        names = ", ".join(speaker.name for speaker in attribution.speakers) or "nobody"
        raise BadInput(f"{wanted}: not quoted here: the speakers are {names}")
    ids = {speaker.id for speaker in chosen}
    kept = Attribution(
        speakers=tuple(chosen),
        quotations=tuple(replace(one, continues=None) for one in attribution.quotations if one.speaker in ids),
        mentions=tuple(mention for mention in attribution.mentions if mention.speaker in ids),
    )
    return replace(reading, attribution=kept)


def quotes_json(reading: Reading) -> str:
    """The documented JSON: article, text, speakers with their counts, quotations with their words."""
    article, attribution = reading.article, attribution_of(reading)
    record = {
        "article": {
            "title": article.title,
            "url": article.address,
            "site": article.site,
            "byline": list(article.byline),
            "published": iso_date(article.published, article.published_precision),
            "language": article.language,
        },
        "text": article.text,
        "speakers": [_speaker_record(speaker, reading) for speaker in attribution.speakers],
        "quotations": [_quotation_record(quotation, reading) for quotation in attribution.quotations],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def quotes_table(reading: Reading) -> str:
    """Columns for reading: speaker, kind, quotation; one line each, whole."""
    rows = [
        (_name(quotation, reading), str(quotation.kind), _words(quotation, reading))
        for quotation in attribution_of(reading).quotations
    ]
    return columns([("SPEAKER", "KIND", "QUOTATION"), *rows], (32, 8))


def quotes_markdown(reading: Reading) -> str:
    """The quotations under their speakers, with the article's citation on top."""
    article, attribution = reading.article, attribution_of(reading)
    title = escape(article.title or article.address)
    web = article.address.startswith(("http://", "https://"))
    parts = [f"# [{title}]({target(article.address)})" if web else f"# {title}"]
    if about := byline(article):
        parts.append(escape(about))
    everyone: Sequence[Speaker | None] = (*attribution.speakers, None)
    for speaker in everyone:
        own = [one for one in attribution.quotations if one.speaker == (speaker.id if speaker else None)]
        if own:
            name = escape(speaker.name) if speaker else "Nobody named"
            parts.append(f"## {name}{f', {escape(speaker.role)}' if speaker and speaker.role else ''}")
            parts += [f"> {escape(_words(quotation, reading))}" for quotation in own]
    return "\n\n".join(parts) + "\n"


def _speaker_record(speaker: Speaker, reading: Reading) -> dict[str, object]:
    own = [one for one in attribution_of(reading).quotations if one.speaker == speaker.id]
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": speaker.role,
        "kind": str(speaker.kind),
        "aliases": list(speaker.aliases),
        "quotations": len(own),
        "words": sum(len(reading.article.text[one.start : one.end].split()) for one in own),
    }


def _quotation_record(quotation: Quotation, reading: Reading) -> dict[str, object]:
    speaker = _speaker(quotation, reading)
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": reading.article.text[quotation.start : quotation.end],
        "kind": str(quotation.kind),
        "speaker": quotation.speaker,
        "name": speaker.name if speaker else None,
        "mention": quotation.mention,
        "cue": quotation.cue,
        "via": quotation.via,
        "confidence": quotation.confidence,
    }


def _speaker(quotation: Quotation, reading: Reading) -> Speaker | None:
    return attribution_of(reading).speaker(quotation.speaker)


def _name(quotation: Quotation, reading: Reading) -> str:
    speaker = _speaker(quotation, reading)
    return speaker.name if speaker else NOBODY


def _names(speaker: Speaker) -> set[str]:
    return {name.casefold() for name in (speaker.id, speaker.name, *speaker.aliases)}


def _words(quotation: Quotation, reading: Reading) -> str:
    return " ".join(reading.article.text[quotation.start : quotation.end].split())


FORMATS: Mapping[str, Callable[[Reading], str]] = {
    "table": quotes_table,
    "json": quotes_json,
    "markdown": quotes_markdown,
}
