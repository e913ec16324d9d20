"""Raw pages: stored once by hash, kept when something rests on them, never handed out damaged."""

import hashlib
import stat

import pytest

from reader.errors import StoreFailed
from reader.library import PageStore
from reader.model import Page

PAGE = Page(url="https://tide.example/ferry", data=b"<p>The ferry sails at noon.</p>")
SHA = hashlib.sha256(PAGE.data).hexdigest()


@pytest.fixture
def pages(tmp_path):
    return PageStore(tmp_path / "kept", tmp_path / "cached")


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_page_comes_back_by_its_hash(pages):
    assert pages.put(PAGE) == SHA
    assert pages.put(PAGE) == SHA
    assert pages.get(SHA) == PAGE.data
    assert len(files(pages.cached)) == 1
    assert files(pages.kept) == []
    assert stat.S_IMODE(files(pages.cached)[0].stat().st_mode) == 0o600


def test_a_kept_page_outlives_the_cache(pages):
    pages.put(PAGE)
    assert pages.keep(SHA)
    files(pages.cached)[0].unlink()
    assert pages.get(SHA) == PAGE.data
    assert pages.keep(SHA)


def test_what_is_not_there_is_not_kept(pages):
    assert not pages.keep(SHA)
    assert pages.get(SHA) is None


def test_damaged_bytes_are_not_handed_out_and_are_mended(pages):
    pages.put(PAGE)
    files(pages.cached)[0].write_bytes(b"something else")
    assert pages.get(SHA) is None
    pages.put(PAGE)
    assert pages.get(SHA) == PAGE.data


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "cached").write_text("")
    with pytest.raises(StoreFailed, match=r"the page could not be stored|look at its permissions"):
        PageStore(tmp_path / "kept", tmp_path / "cached").put(PAGE)
