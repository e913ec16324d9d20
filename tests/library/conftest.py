import pytest
from shelf import Shelf

from reader.library import Library


@pytest.fixture
def shelf(tmp_path):
    library = Library(tmp_path / "home" / "library.sqlite3")
    yield Shelf(library)
    library.close()
