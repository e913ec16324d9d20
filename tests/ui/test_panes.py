"""The three panes: feeds, entries, preview; what is done to entries, and that it can be undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from site_server import serving
from sitting import NARROW, WIDE, sit_down

from reader.app.desk import Desk
from reader.model import Entry, Feed
from reader.paths import find_paths
from reader.ui.screens import home as home_screen

NOW = datetime.now(UTC)
SUMMARY = "<p>The gate is still shut.</p><p>“We asked for a key,” said Piers Oduya, the chairman of the club.</p>"
FEEDS = (
    ("Fennick Crier", "News", ("Gate shut again", "Bread is dearer", "Choir sings on")),
    ("Harbour Notes", "News/Sea", ("Ferry late", "Tide tables out")),
    ("The Slate", "", ("Map redrawn",)),
)


def entry(feed, place, title):
    return Entry(
        id=f"{feed}-{place}",
        title=title,
        link=f"https://{feed}.invalid/{place}",
        author="Ida Marsh",
        published=NOW - timedelta(hours=1 + place * 30 + feed),
        summary=SUMMARY,
    )


@pytest.fixture
def followed(home):
    """Three feeds in folders with six unread entries, none of which can be fetched."""
    desk = Desk(find_paths())
    for number, (name, folder, titles) in enumerate(FEEDS):
        row = desk.feeds.subscribe(f"https://{number}.invalid/feed", title=name, folder=folder)
        entries = tuple(entry(number, place, title) for place, title in enumerate(titles))
        desk.feeds.take(row.key, Feed(url=row.url, title=name, entries=entries))
    desk.close()
    return home


def unread(reader, kind="unread"):
    return next(one for one in reader.desk.feeds.sources() if one.kind == kind).unread


async def test_the_panes_show_feeds_entries_and_a_preview(followed):
    async with sit_down(followed) as reader:
        assert reader.screen == "HomeScreen"
        feeds = reader.flat("#feeds-rows")
        assert [name for name in ("Today", "Unread", "Starred", "Saved", "Noted", "All") if name not in feeds] == []
        assert feeds.index("News") < feeds.index("Fennick Crier") < feeds.index("Harbour Notes")
        assert "The gate is still shut." in reader.flat("#preview")
        await reader.press("h")
        await reader.point_at("The Slate", "#feeds-rows")
        assert "Map redrawn" in reader.text("#entries-rows")
        assert "Ferry late" not in reader.text("#entries-rows")


async def test_an_entry_is_opened_read_and_led_on_from(followed):
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("Unread", "#feeds-rows")
        await reader.press("l", "gg")
        assert unread(reader) == 6
        await reader.press("enter")
        assert reader.screen == "EntryScreen"
        assert "summary" in reader.flat()  # it cannot be fetched, and that is said
        assert "We asked for a key" in reader.flat("#body")
        assert unread(reader) == 5
        title = reader.text("TopBar")
        await reader.press("n")
        assert reader.text("TopBar") != title
        assert unread(reader) == 4
        await reader.press("s", "N", "q")
        assert reader.screen == "HomeScreen"
        assert unread(reader) == 5
        assert "★" in reader.picked("#entries-rows")


async def test_what_is_done_to_entries_is_undone(followed):
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("Unread", "#feeds-rows")
        await reader.press("l", "A")
        assert (unread(reader), "6 entries of Unread read" in reader.message) == (0, True)
        await reader.press("u")
        assert unread(reader) == 6
        await reader.press("gg", "x", "x", "N")
        assert unread(reader) == 4
        await reader.press("u", "escape", "gg", "D")
        assert "hidden" in reader.message
        assert unread(reader) == 5
        await reader.press("u", "gg", "t")
        await reader.fill("boats")
        assert "#boats" in reader.text("#entries-rows")
        assert "boats" in reader.text("#feeds-rows")
        await reader.press("u")
        assert "#boats" not in reader.text("#entries-rows")


async def test_what_a_timer_fetches_comes_by_itself_and_the_list_keeps_its_place(followed, monkeypatch):
    monkeypatch.setattr(home_screen, "WATCH_EVERY", 0.02)
    async with sit_down(followed) as reader:
        await reader.press("j")
        here = reader.picked("#entries-rows")
        elsewhere = Desk(find_paths())
        feed = elsewhere.feeds.feeds()[0]
        come = Feed(url=feed.url, title=feed.name, entries=(replace(entry(0, 9, "Gate opens at last"), published=NOW),))
        elsewhere.feeds.take(feed.key, come)
        elsewhere.close()
        for _ in range(400):
            if reader.shows("Gate opens at last", "#entries-rows"):
                break
            await reader.pilot.pause(0.01)
            await reader.settle()
        assert reader.shows("Gate opens at last", "#entries-rows")
        assert reader.picked("#entries-rows") == here


async def test_a_story_of_two_feeds_counts_once_when_all_is_marked_read(followed):
    desk = Desk(find_paths())
    feed = desk.feeds.feeds()[0]
    desk.feeds.take(feed.key, Feed(url=feed.url, title=feed.name, entries=(entry(1, 0, "Ferry late"),)))
    desk.close()
    async with sit_down(followed) as reader:
        await reader.press("C")
        assert "6 entries of All read" in reader.message
        assert unread(reader) == 0


async def test_marking_read_where_nothing_is_unread_is_no_change_to_undo(followed):
    async with sit_down(followed) as reader:
        await reader.press("C")
        assert "6 entries of All read" in reader.message
        await reader.press("C", "A")
        assert "nothing is unread in" in reader.message
        await reader.press("u")
        assert unread(reader) == 6


async def test_the_list_is_filtered_ordered_and_hides_what_is_read(followed):
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("All", "#feeds-rows")
        await reader.press("l", "F")
        await reader.paste("tide")
        assert "Tide tables out" in reader.text("#entries-rows")
        assert "Ferry late" not in reader.text("#entries-rows")
        assert "“tide” · 1 entry · newest first" in reader.text("TopBar")  # its list's unread are more
        await reader.press("escape")
        assert "Ferry late" in reader.text("#entries-rows")
        await reader.press("z", "z")
        rows = reader.flat("#entries-rows")
        assert "by title" in reader.text("TopBar")
        assert rows.index("Bread is dearer") < rows.index("Choir sings on") < rows.index("Ferry late")
        await reader.press("gg", "N", ".")
        assert "Bread is dearer" not in reader.text("#entries-rows")
        await reader.press(".")
        assert "Bread is dearer" in reader.text("#entries-rows")


async def test_folders_fold_and_feeds_are_edited_left_and_brought_back(followed):
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("News", "#feeds-rows")
        await reader.press("-")
        assert "Fennick Crier" not in reader.text("#feeds-rows")
        await reader.press("-")
        await reader.point_at("Fennick Crier", "#feeds-rows")
        await reader.press("e")
        await reader.fill("The Crier")
        assert "The Crier" in reader.text("#feeds-rows")
        await reader.press("u")
        assert "Fennick Crier" in reader.text("#feeds-rows")
        await reader.point_at("Fennick Crier", "#feeds-rows")
        await reader.press("D")
        assert "Fennick Crier" not in reader.text("#feeds-rows")
        await reader.press("u")
        assert "Fennick Crier" in reader.text("#feeds-rows")


async def test_at_few_columns_there_is_one_pane_at_a_time(followed):
    async with sit_down(followed, size=NARROW) as reader:
        await reader.press("h")
        await reader.point_at("All", "#feeds-rows")
        await reader.press("l")
        assert "Ferry late" in reader.text()
        assert "Harbour Notes  " not in reader.text()
        await reader.press("h")
        assert "▾ News" in reader.text()
        assert "Ferry late" not in reader.text()
        await reader.press("l")
        assert "Ferry late" in reader.text()
        await reader.resize(*WIDE)
        assert "▾ News" in reader.text()
        assert "The gate is still shut." in reader.flat("#preview")


@pytest.mark.parametrize("keys", ["n", "p", "J", "K", "F"])
async def test_with_one_pane_what_acts_on_entries_shows_them(followed, keys):
    async with sit_down(followed, size=NARROW) as reader:
        await reader.press("h")
        await reader.point_at("All", "#feeds-rows")
        assert "▾ News" in reader.text()
        await reader.press(keys)
        assert "▾ News" not in reader.text()
        assert "●" in reader.text()


def give(site, *titles, status=200):
    """Have the site's feed hold entries of these titles, or fail; its address."""
    items = "".join(f"<item><title>{one}</title><guid>{one}</guid></item>" for one in titles)
    feed = f"<rss version='2.0'><channel><title>Tide Watch</title>{items}</channel></rss>"
    return site.page("/feed", feed.encode(), status=status, content_type="application/rss+xml")


@pytest.fixture
def site():
    """A site on loopback with a feed, and a page that names it."""
    with serving() as served:
        give(served, "First")
        page = b"<html><head><link rel=alternate type='application/rss+xml' href=/feed title=All></head></html>"
        served.page("/page", page)
        yield served


async def test_a_newcomer_subscribes_refreshes_and_is_told_what_failed(home, site):
    async with sit_down(home) as reader:
        assert reader.screen == "LibraryScreen"
        assert "Subscribe to a feed" in reader.text()
        await reader.press("+")
        await reader.fill(site.url("/feed"))
        assert reader.screen == "Choosing"
        shown = reader.text()
        assert [words for words in ("Follow this feed?", "Tide Watch", "1 entry", "First") if words not in shown] == []
        assert reader.desk.feeds.feeds() == []
        await reader.press("enter")
        await reader.settle()
        assert reader.screen == "HomeScreen"
        assert "Tide Watch" in reader.text("#feeds-rows")
        assert "First" in reader.text("#entries-rows")
        give(site, "First", "Second")
        await reader.press("R")
        assert "1 new entry" in reader.message
        assert "Second" in reader.text("#entries-rows")
        give(site, status=500)
        await reader.press("R")
        assert "1 feed failed" in reader.message
        await reader.press("ge")
        assert reader.screen == "SubscriptionsScreen"
        assert "500" in reader.text("#feeds-list")
        assert "1 of 1 feed" in reader.text("TopBar")
        assert reader.text("#feeds-list").count("http://") == 1  # not in the failure, and below it again


async def test_what_rules_tell_and_what_failed_besides_feeds_is_told_and_listed(home, site):
    rule = (
        '[[rules]]\nquery = "title:first"\nnotify = true\n[[rules]]\nquery = "title:first"\nhook = ["/no/such-hook"]\n'
    )
    home.mkdir()
    (home / "config.toml").write_text(rule)
    desk = Desk(find_paths())
    desk.feeds.subscribe(site.url("/feed"), name="Tide Watch")
    async with sit_down(desk) as reader:
        await reader.press("gR")
        assert "no refresh yet in this sitting: R begins one" in reader.message
        await reader.press("R")
        assert "1 new entry · Tide Watch: First" in reader.message
        assert "hook /no/such-hook: cannot be run" in reader.message
        await reader.press("gR")
        assert reader.screen == "ReportScreen"
        shown = reader.text()
        assert [
            words for words in ("1 new entry, 1 feed asked", "Tide Watch: First", "hook /no/") if words not in shown
        ] == []
        await reader.press("q", "R", "gR")
        assert "no rule has anything to tell" in reader.text()


async def test_a_page_leads_to_a_choice_of_its_feeds(home, site):
    page = site.url("/page")
    async with sit_down(home) as reader:
        await reader.press("+")
        await reader.fill(page)
        assert reader.screen == "Choosing"
        assert "Tide Watch" in reader.text()
        assert "1 entry" in reader.text()
        await reader.press("escape")
        assert "nothing is followed" in reader.message
        assert reader.desk.feeds.feeds() == []
        await reader.press("+")
        await reader.fill(page)
        await reader.press("enter")
        assert reader.screen == "HomeScreen"
        assert "First" in reader.text("#entries-rows")
        await reader.press("+")
        await reader.fill(page)
        assert "is followed already" in reader.message


async def test_the_panes_take_the_place_of_the_beginnings_once_a_refresh_brought_something(home, site):
    async with sit_down(home) as reader:
        assert reader.screen == "LibraryScreen"
        reader.desk.feeds.subscribe(site.url("/feed"))  # as another window does, or a server
        await reader.press("R")
        assert reader.screen == "HomeScreen"
        assert "First" in reader.text("#entries-rows")


async def test_a_saved_search_is_dropped_and_comes_back(followed):
    desk = Desk(find_paths())
    desk.feeds.save_search("About gates", "gate")
    desk.close()
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("About gates", "#feeds-rows")
        await reader.press("D")
        assert "search dropped" in reader.message
        assert "About gates" not in reader.text("#feeds-rows")
        assert not reader.desk.feeds.saved_searches()
        await reader.press("u")
        assert "About gates" in reader.text("#feeds-rows")
        await reader.press("ctrl+r")
        assert "About gates" not in reader.text("#feeds-rows")
        await reader.press("u")
        assert [search.query for search in reader.desk.feeds.saved_searches()] == ["gate"]


async def test_an_empty_list_names_the_keys_as_they_are_mapped(followed):
    find_paths().config_file.write_text('[keymap]\nstar = ["f9"]\n')
    async with sit_down(followed) as reader:
        await reader.press("h")
        await reader.point_at("Starred", "#feeds-rows")
        assert "f9 on an entry" in reader.text("#entries-rows")


async def test_the_footer_of_an_empty_list_has_no_keys_for_a_row(followed):
    async with sit_down(followed) as reader:
        assert "enter open" in reader.text("HintBar")
        assert "s star" in reader.text("HintBar")
        await reader.press("F")
        await reader.fill("zeppelin")
        assert "No entry has these words" in reader.text("#entries-rows")
        hints = reader.text("HintBar")
        assert [
            key for key in ("enter open", "s star", "N read", "x pick", "z sort", "A all read") if key in hints
        ] == []
        assert "R refresh" in hints
        await reader.press("escape")
        assert "s star" in reader.text("HintBar")


async def test_a_feed_that_is_opened_offers_to_follow_it(home, site):
    async with sit_down(home, site.url("/feed")) as reader:
        assert reader.screen == "ReadingScreen"
        assert "this is a feed" in reader.message
        await reader.press("+", "enter", "enter")
        await reader.settle()
        assert [feed.url for feed in reader.desk.feeds.feeds()] == [site.url("/feed")]


async def test_a_feed_is_gone_to_by_a_name_that_is_typed_at_once(followed):
    async with sit_down(followed) as reader:
        await reader.press_fast("gF", *"crier", "enter")
        assert reader.screen == "HomeScreen"
        assert "Fennick Crier" in reader.picked("#feeds-rows")
        await reader.press_fast("gF", *"NAs", "escape")
        assert unread(reader) == 6
