"""A theme that is made to be slow is refused in a line."""

import pytest

from reader.errors import BadInput
from reader.themes import load


def test_a_key_of_thirty_thousand_parts_is_refused_by_its_line(tmp_path):
    path = tmp_path / "deep.toml"
    path.write_text('name = "Deep"\n' + ".".join("a" * 30_000) + " = 1\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"deep\.toml.*dots \(at line 2"):
        load(path)
