"""A desk that has read twelve articles of four newspapers on one affair."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.desk import Desk
from reader.paths import find_paths

HERE = Path(__file__).parent
AFFAIR = sorted((HERE / "affair").glob("*.md"))


def read(desk, paths=AFFAIR):
    """Open articles as a reader does."""
    return [desk.corrected(desk.open(str(path))) for path in paths]


@pytest.fixture
def desk(home):
    """The desk, closed afterwards."""
    made = Desk(find_paths())
    yield made
    made.close()


@pytest.fixture
def well_read(desk):
    """The desk once it has read them all."""
    assert len(AFFAIR) == 12
    read(desk)
    return desk
