"""Names that FreshRSS takes otherwise than it says: labels called as a folder or too long, signs in names of feeds."""

from __future__ import annotations

import pytest
from fake_greader import ENDPOINT
from homes import Home

from reader.sync.servers.greader import GReader


@pytest.fixture
def line(greader, lines):
    return lines(GReader, greader.url + ENDPOINT)


@pytest.fixture
def home(tmp_path, line):
    home = Home(tmp_path / "one")
    home.sync(line)
    yield home
    home.close()


@pytest.mark.parametrize("tag", ["Towns", "Uncategorized", "a word of " + "more than sixty-three bytes " * 3 + "end"])
def test_a_tag_that_the_server_does_not_take_stays_here_and_is_told(home, line, account, tag):
    home.tag("Ferry", tag, "sea")
    told = [said for _ in range(3) for said in home.sync(line).failed]
    assert home.sync(line).failed == []
    assert tag in home.rows()["Ferry"].tags
    assert not home.waiting()
    assert len(told) == 1
    assert f"will not have the label {tag} on an entry, which stays so here alone" in told[0]
    assert next(item for item in account.items.values() if item.title == "Ferry").labels >= {"sea"}


@pytest.mark.parametrize("tag", ["News/Coast", "⛴ boats", "Ångström & co", '"so" it <is>'])
def test_tags_with_signs_are_the_same_on_both_sides(home, line, account, tag):
    home.tag("Ferry", tag)
    for _ in range(2):
        assert home.sync(line).failed == []
    assert home.rows()["Ferry"].tags == (tag,)
    assert next(item for item in account.items.values() if item.title == "Ferry").labels == {tag}


@pytest.mark.parametrize("name", ["What now? Ports / piers, and more; <all> of it", "港口，码头？"])
def test_a_feed_keeps_the_name_that_it_was_given_here(home, line, account, name):
    feed = next(feed for feed in home.feeds.all() if feed.name == "Council")
    home.feeds.change(feed.key, {"name": name})
    for _ in range(3):
        home.sync(line)
    assert name in {feed.name for feed in home.feeds.all()}
    assert name in {feed.title for feed in account.feeds.values()}
