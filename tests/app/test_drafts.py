"""Drafts outlive the program, and only what was written under a key comes back for it."""

import stat

import pytest

from reader.app.drafts import Drafts
from reader.errors import StoreFailed


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "state" / "drafts")


def test_a_draft_comes_back_as_typed(drafts):
    drafts.save("https://tide.example/ferry#3-9", "half a thou\u0301ght\n")
    drafts.save("another/key", "else")
    again = Drafts(drafts.folder)
    assert again.get("https://tide.example/ferry#3-9") == "half a thou\u0301ght\n"
    assert again.all() == [("another/key", "else"), ("https://tide.example/ferry#3-9", "half a thou\u0301ght\n")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in drafts.folder.iterdir()} == {0o600}


def test_saved_again_it_is_replaced_and_dropped_it_is_gone(drafts):
    drafts.save("k", "one")
    drafts.save("k", "two")
    assert drafts.all() == [("k", "two")]
    drafts.drop("k")
    drafts.drop("k")
    assert drafts.get("k") is None
    assert drafts.all() == []


def test_a_damaged_draft_is_passed_over(drafts):
    drafts.save("k", "one")
    drafts.save("l", "two")
    (drafts.folder / "x.json").write_text("{")
    next(path for path in drafts.folder.iterdir() if '"k"' in path.read_text()).write_text("[]")
    assert drafts.all() == [("l", "two")]


def test_a_folder_that_cannot_be_used_is_one_line(tmp_path):
    (tmp_path / "state").write_text("")
    with pytest.raises(StoreFailed, match="the draft could not be saved"):
        Drafts(tmp_path / "state" / "drafts").save("k", "one")
