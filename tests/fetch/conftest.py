from __future__ import annotations

from collections.abc import Iterator

import pytest
from site_server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def other_site() -> Iterator[Site]:
    with serving() as served:
        yield served
