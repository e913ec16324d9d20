"""The schemas of the JSON that commands print, and the page that tells of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec
from marked import code, note, table
from outputs import OUTPUTS, Output

__all__ = ["page", "schema", "schemas"]

BEGINNING = """\
# The shape of every JSON output

These fields stay: a later version may add some, and takes none away without a word in the changelog. Every offset
counts code points of the article's `text`, and every end is exclusive. The folder `docs/schemas` has the same as JSON
Schema; tests hold it against what the commands print.
"""
Parts = Mapping[str, Any]
_FORMS = {
    "object": "An object.",
    "list": "A list of objects; with `--format ndjson`, where there is one, an object a line.",
    "lines": "An object a line.",
}


def schemas() -> Mapping[str, Callable[[], str]]:
    """Each schema's file, by its path from ``docs``, with what makes its text."""
    return {f"schemas/{one.name}.json": partial(_text, one) for one in OUTPUTS}


def schema(one: Output) -> dict[str, Any]:
    """The JSON schema of an output; where it is lines, of a line."""
    model: Any = list[one.model] if one.form == "list" else one.model  # type: ignore[name-defined]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "; ".join(one.commands),
        **msgspec.json.schema(model),
    }


def page() -> str:
    """The whole page."""
    return "\n".join([note("docs/make/outputs.py"), BEGINNING, *map(_section, OUTPUTS)])


def _text(one: Output) -> str:
    return json.dumps(schema(one), indent=1, ensure_ascii=False) + "\n"


def _section(one: Output) -> str:
    parts = schema(one)["$defs"]
    own = parts[one.model.__name__]
    commands = ", ".join(map(code, one.commands))
    lines = [f"## {one.name}", f"{commands} ([schema](../schemas/{one.name}.json))"]
    lines += [f"{own['description']} {_FORMS[one.form]}", _fields(own, parts)]
    for name, part in parts.items():
        if part is not own and "properties" in part:
            lines += [f"**{_called(name)}**: {part['description']}", _fields(part, parts)]
    return "\n\n".join(lines) + "\n"


def _fields(part: Parts, parts: Parts) -> str:
    rows = []
    for name, field in part["properties"].items():
        kind = " or ".join(dict.fromkeys(_kinds(field, parts)))
        rows.append((code(name), kind, _said(field).replace("|", "\\|")))
    return table(("field", "holds", "what it is"), rows)


def _said(field: Parts) -> str:
    nested = (_said(one) for one in field.get("anyOf", ()))
    return field.get("description") or next(filter(None, nested), "")


def _kinds(field: Parts, parts: Parts) -> Iterator[str]:
    """What a field may hold, as a person would say it."""
    if "anyOf" in field:
        for one in field["anyOf"]:
            yield from _kinds(one, parts)
    elif "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        yield from _kinds(parts[name], parts) if "enum" in parts[name] else (f"*{_called(name)}*",)
    elif "enum" in field:
        yield from (code(json.dumps(value, ensure_ascii=False)) for value in field["enum"])
    elif "prefixItems" in field:
        yield "two numbers"
    elif field["type"] == "array":
        yield f"list of {' or '.join(_kinds(field['items'], parts))}"
    elif field["type"] == "object":
        yield f"object of {' or '.join(_kinds(field['additionalProperties'], parts))}"
    else:
        yield _TYPES[field["type"]]


def _called(name: str) -> str:
    """A model's name in words: ``BlockChange`` is a block change."""
    return re.sub(r"(?<=.)([A-Z])", r" \1", name).lower()


_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "`null`",
}
