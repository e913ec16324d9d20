"""The next version: until when a server asks to be left alone, and which address the validators came from."""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS = (
    "ALTER TABLE feeds ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE feeds ADD COLUMN validated_url TEXT NOT NULL DEFAULT ''",
)
