"""The page of all settings and their JSON schema, from the model of ``config.toml``."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from marked import code, note, table
from msgspec import inspect

from reader.config import Config
from reader.hooks_table import HookSettings
from reader.rules_table import RuleSetting

__all__ = ["page", "schema"]

BEGINNING = """\
# All settings

What `config.toml` may hold; leave out what you do not change. `reader config path` prints where the file belongs, and
`reader config check` finds mistakes in it. [Settings](../settings.md) is the page to begin with. An editor that knows
JSON Schema can check the file against [config.json](../schemas/config.json).
"""


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            note("reader/config.py"),
            BEGINNING,
            _fields(Config),
            "\n## A rule\n\nEach begins with `[[rules]]`; it is asked of every new entry, once.\n",
            _fields(RuleSetting),
            "\n## Hooks\n\nBelow `[hooks]`. Each is a command as a list of its words, run without a shell.\n",
            _fields(HookSettings),
            "",
        ]
    )


def schema() -> str:
    """The JSON schema of the file."""
    made: dict[str, Any] = msgspec.json.schema(Config)
    for part in made["$defs"].values():
        part.pop("description", None)  # a docstring, for programmers
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "config.toml of reader", **made}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _fields(model: type[msgspec.Struct]) -> str:
    rows = []
    for field in msgspec.structs.fields(model):
        kind = inspect.type_info(field.type)
        said = ""
        if isinstance(kind, inspect.Metadata):
            said, kind = (kind.extra_json_schema or {}).get("description", ""), kind.type
        if not said:
            raise SystemExit(f"{model.__name__}.{field.name}: say what it is for, in Meta(description=…)")
        default = "–" if field.required else _toml(field.default)
        rows.append((code(field.name), _kind(kind), default, said.replace("|", "\\|")))
    return table(("name", "what it holds", "default", "what it is for"), rows)


def _toml(value: object) -> str:
    """A default as the file would have it; nothing for a table or a list that is empty."""
    if isinstance(value, msgspec.Struct) or value is msgspec.NODEFAULT or value in ((), [], {}):
        return "none"
    return code(json.dumps(value))


PLAIN = {
    inspect.BoolType: "`true` or `false`",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.StrType: "text",
}
TABLES = {RuleSetting: "[rules](#a-rule)", HookSettings: "[hooks](#hooks)"}


def _kind(kind: inspect.Type) -> str:
    """A type as a person would say it."""
    match kind:
        case inspect.IntType() | inspect.FloatType():
            return PLAIN[type(kind)] + _bounds(kind)
        case inspect.LiteralType():
            return ", ".join(code(json.dumps(value)) for value in kind.values)
        case inspect.UnionType():
            return " or ".join(map(_kind, kind.types))
        case inspect.ListType() | inspect.VarTupleType():
            return f"a list of {_kind(kind.item_type)}"
        case inspect.DictType():
            return f"a table; each value is {_kind(kind.value_type)}"
        case inspect.StructType():
            return TABLES[kind.cls]
    return PLAIN[type(kind)]


def _bounds(kind: inspect.IntType | inspect.FloatType) -> str:
    low, high = kind.ge, kind.le
    if low is None or high is None:
        return ""
    return f" from {low:g}" if high >= 1_000_000 else f" from {low:g} to {high:g}"
