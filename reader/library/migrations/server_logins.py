"""Version 8: which protocol a server speaks, and where the password for it is (never the password itself)."""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS = (
    "ALTER TABLE servers ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE servers ADD COLUMN login TEXT NOT NULL DEFAULT ''",
)
