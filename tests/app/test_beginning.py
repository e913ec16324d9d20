"""Feeds to begin with: the lists that ship, and those that a person brings along."""

from __future__ import annotations

import pytest

from reader.app.desk import Desk
from reader.app.feeds.beginning import bring, follow_starter, starters
from reader.errors import BadInput
from reader.paths import find_paths


@pytest.fixture
def desk(home):
    desk = Desk(find_paths())
    yield desk
    desk.close()


def test_three_lists_ship_each_of_one_topic_with_public_feeds(desk):
    found = starters()
    assert len(found) == 3
    for starter in found:
        assert 5 <= len(starter.feeds) <= 8
        assert len(set(starter.feeds)) == len(starter.feeds)
        taken = follow_starter(desk.feeds, starter)
        assert [feed.name for feed in taken.added] == list(starter.feeds)
        assert {feed.folder for feed in taken.added} == {starter.topic}
        assert not taken.left
        assert all(feed.url.startswith("https://") for feed in taken.added)
    followed = desk.feeds.feeds()
    assert len(followed) == sum(len(starter.feeds) for starter in found)  # none is in two lists
    assert not any(feed.typed for feed in followed)
    assert len(follow_starter(desk.feeds, found[0]).known) == len(found[0].feeds)


def test_an_opml_file_newsboats_file_or_its_folder_is_brought(desk, tmp_path):
    (tmp_path / "mine.opml").write_text(
        '<opml version="2.0"><body><outline text="Crier" xmlUrl="https://crier.invalid/feed"/></body></opml>'
    )
    assert [feed.name for feed in bring(desk.feeds, desk.paths, str(tmp_path / "mine.opml")).added] == ["Crier"]
    folder = tmp_path / "boat"
    folder.mkdir()
    (folder / "urls").write_text('https://slate.invalid/feed weekly\n"query:Ferries:title =~ \\"ferry\\""\n')
    taken = bring(desk.feeds, desk.paths, f" {folder / 'urls'} ")
    assert [feed.tags for feed in taken.added] == [("weekly",)]
    assert taken.searches == ("Ferries",)
    assert bring(desk.feeds, desk.paths, str(folder)).known == ("https://slate.invalid/feed",)


def test_newsboats_own_place_is_looked_at_when_nothing_is_named(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    with pytest.raises(BadInput, match="name the folder"):
        bring(desk.feeds, desk.paths, "")
    (tmp_path / ".newsboat").mkdir()
    (tmp_path / ".newsboat" / "urls").write_text("https://slate.invalid/feed\n")
    assert len(bring(desk.feeds, desk.paths, "").added) == 1


@pytest.mark.parametrize("content", [b"", b"<html><p>No list.</p></html>", b"\0\xff\n\x1b[2J", b"<opml><body/></opml>"])
def test_what_has_no_feed_in_it_is_told_in_a_line(desk, tmp_path, content):
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        bring(desk.feeds, desk.paths, str(path))
    assert "\n" not in str(caught.value)
    assert "list" in str(caught.value)
    assert not desk.feeds.feeds()


def test_a_file_that_is_not_there_is_told_in_a_line(desk, tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        bring(desk.feeds, desk.paths, str(tmp_path / "none.opml"))
