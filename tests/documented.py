"""The schemas of the documentation, to hold what commands print against."""

import json
from pathlib import Path

import jsonschema

__all__ = ["SCHEMAS", "documented"]

FOLDER = Path(__file__).parents[1] / "docs" / "schemas"
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}


def documented(name, value):
    """The value, if the schema of this name holds for it."""
    jsonschema.Draft202012Validator(SCHEMAS[name]).validate(value)
    return value
