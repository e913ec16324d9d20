"""From an address to a feed: what is asked in which order, what a page names, what services and systems have."""

import pytest

from reader.errors import BadInput, FetchFailed
from reader.feeds.discovery import Answer, discover
from reader.feeds.discovery.page import feeds_of_page
from reader.feeds.discovery.services import feeds_of_service
from reader.feeds.discovery.usual import usual_places

FEED = b"<rss version='2.0'><channel><title>Tide</title><item><title>Ferry runs again</title></item></channel></rss>"
SITE = "https://tide.example"
CHANNEL = "UC" + "a1-_" * 5 + "bc"


class Web:
    """Addresses and what they give; remembers what was asked."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    def __call__(self, url):
        self.asked.append(url)
        given = self.pages.get(url)
        if given is None:
            return Answer(url, failure=f"{url}: 404: there is no such page")
        return given if isinstance(given, Answer) else Answer(url, given)


def page(head="", body="<p>Words</p>"):
    return f"<!DOCTYPE html><html><head><title>t</title>{head}</head><body>{body}</body></html>".encode()


def link(href, title="", kind="application/rss+xml", rel="alternate"):
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


def named(data):
    return [(one.url.removeprefix(SITE), one.title) for one in feeds_of_page(data, f"{SITE}/a/")]


# -- the order


def test_the_address_itself_is_a_feed():
    web = Web({f"{SITE}/x": FEED})
    found = discover(f"{SITE}/x", web)
    assert (found.url, found.feed.title, found.feed.entries[0].title) == (f"{SITE}/x", "Tide", "Ferry runs again")
    assert web.asked == [f"{SITE}/x"]


def test_a_permanent_move_is_taken_up():
    web = Web({f"{SITE}/old": Answer(f"{SITE}/new", FEED, moved_to=f"{SITE}/new")})
    assert discover(f"{SITE}/old", web).url == f"{SITE}/new"
    web = Web({f"{SITE}/old": Answer(f"{SITE}/today", FEED)})
    assert discover(f"{SITE}/old", web).url == f"{SITE}/old"


def test_what_the_page_names_is_asked_until_one_can_be_read():
    head = link("/gone") + link("/html") + link("/good", "All") + link("/more")
    web = Web({SITE: page(head), f"{SITE}/html": page(), f"{SITE}/good": FEED, f"{SITE}/more": FEED})
    found = discover(SITE, web)
    assert found.url == f"{SITE}/good"
    assert [one.url.removeprefix(SITE) for one in found.candidates] == ["/good", "/gone", "/html", "/more"]
    assert web.asked == [SITE, f"{SITE}/gone", f"{SITE}/html", f"{SITE}/good"]


def test_the_usual_places_come_last():
    web = Web({f"{SITE}/news/today": page(), f"{SITE}/rss.xml": FEED})
    found = discover(f"{SITE}/news/today", web)
    assert (found.url, found.candidates[0].where) == (f"{SITE}/rss.xml", "a usual place")
    assert web.asked[1] == f"{SITE}/news/today/feed"


def test_what_a_service_has_is_asked_first():
    web = Web({"https://github.com/ida/ferry/releases.atom": FEED})
    found = discover("https://github.com/ida/ferry", web)
    assert len(web.asked) == 1
    assert [one.title for one in found.candidates] == ["Tide", "Tags", "Commits"]


def test_a_channel_behind_a_name_is_found_in_its_page():
    feed = f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"
    data = page(body=f'<script>{{"externalId":"{CHANNEL}"}}</script>')
    assert (
        discover("https://www.youtube.com/@ferry", Web({"https://www.youtube.com/@ferry": data, feed: FEED})).url
        == feed
    )


def test_a_page_that_gives_nothing_says_why():
    with pytest.raises(FetchFailed, match="404"):
        discover(SITE, Web({}))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (page(), "a web page, not a feed"),
        (b"%PDF-1.7", "a PDF document"),
        (b'{"a": 1}', "no JSON Feed"),
        (b"words", "nothing in it could be read"),
    ],
)
def test_no_feed_is_said_in_a_line(data, said):
    web = Web({f"{SITE}/": data})
    with pytest.raises(BadInput) as raised:
        discover(f"{SITE}/", web)
    assert str(raised.value).startswith(f"{SITE}/: no feed: ")
    assert said in str(raised.value)
    assert len(web.asked) < 20


def test_a_feed_that_is_named_and_not_there_is_told():
    with pytest.raises(BadInput, match=r"the page names https://tide\.example/gone as its feed"):
        discover(SITE, Web({SITE: page(link("/gone"))}))


def test_a_page_that_names_very_many_is_not_asked_for_all():
    web = Web({SITE: page("".join(link(f"/{number}") for number in range(1000)))})
    with pytest.raises(BadInput):
        discover(SITE, web)
    assert len(web.asked) < 20


# -- what a page names


def test_alternates_of_a_feeds_type_are_named():
    data = page(
        link("feed", "All")
        + link("/atom", "Atom", "application/atom+xml; charset=utf-8")
        + link("https://f.example/j", "", "application/feed+json")
        + link("/css", kind="application/rss+xml", rel="alternate stylesheet")
        + link("/fr", kind="text/html")
        + link("/oembed?x", kind="application/json")
        + link("/y", "Y", "text/xml", "ALTERNATE")
        + '<link rel="feed" href="/z">'
    )
    assert named(data) == [
        ("/a/feed", "All"),
        ("/atom", "Atom"),
        ("https://f.example/j", ""),
        ("/y", "Y"),
        ("/z", ""),
    ]


def test_the_base_of_the_page_counts():
    assert named(page('<base href="https://tide.example/b/">' + link("feed"))) == [("/b/feed", "")]


def test_comments_come_last():
    head = link("/comments/feed", "Tide » Comments Feed") + link("/feed", "Tide » Feed")
    assert named(page(head)) == [("/feed", "Tide » Feed"), ("/comments/feed", "Tide » Comments Feed")]


def test_links_that_look_like_feeds_are_named_those_of_the_site_first():
    body = (
        '<a href="https://other.example/feed">Other</a><a href="/rss/news.xml">News</a><a href="/b/index.xml">All</a>'
        '<a href="/?format=rss">Query</a><a href="/feedback">No</a><a href="/story">No</a><a href="/atomic">No</a>'
        '<a href="https://feedly.com/i/subscription/feed">No</a>'
    )
    assert named(page(body=body)) == [
        ("/rss/news.xml", "News"),
        ("/b/index.xml", "All"),
        ("/?format=rss", "Query"),
        ("https://other.example/feed", "Other"),
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/hostname", "feed", "//", "http://[", "\x1b]52;c;x\x07"]
)
def test_only_web_addresses_are_named(href):
    found = feeds_of_page(page(link(href)), "")
    assert found == []


def test_titles_are_safe_lines():
    assert named(page(link("/f", "Ti&#27;]52;c;x&#7;de\n\u202enews"))) == [("/f", "Ti]52;c;xde news")]


# -- services and usual places


@pytest.mark.parametrize(
    ("url", "feed"),
    [
        (
            f"https://www.youtube.com/channel/{CHANNEL}/videos",
            f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        ),
        ("https://m.youtube.com/playlist?list=PLx_1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLx_1"),
        ("https://youtube.com/user/ferry", "https://www.youtube.com/feeds/videos.xml?user=ferry"),
        ("https://www.reddit.com/r/ferries/", "https://www.reddit.com/r/ferries/.rss"),
        ("https://old.reddit.com/r/ferries/top?t=week", "https://www.reddit.com/r/ferries/top/.rss?t=week"),
        ("https://www.reddit.com/user/ida", "https://www.reddit.com/user/ida/.rss"),
        ("https://github.com/ida", "https://github.com/ida.atom"),
        ("https://github.com/ida/ferry.git", "https://github.com/ida/ferry/releases.atom"),
        ("https://github.com/ida/ferry/commits/dev/x", "https://github.com/ida/ferry/commits/dev/x.atom"),
        ("https://github.com/ida/ferry/tags", "https://github.com/ida/ferry/tags.atom"),
        ("https://gitlab.com/ida/boats/ferry/-/issues", "https://gitlab.com/ida/boats/ferry/-/tags?format=atom"),
        ("https://bsky.app/profile/ida.example", "https://bsky.app/profile/ida.example/rss"),
        ("https://medium.com/@ida/a-story", "https://medium.com/feed/@ida"),
        ("https://social.example/@ida", "https://social.example/@ida.rss"),
        ("https://social.example:8443/users/ida/", "https://social.example:8443/@ida.rss"),
        ("https://social.example/tags/ferry", "https://social.example/tags/ferry.rss"),
    ],
)
def test_a_services_page_leads_to_its_feed(url, feed):
    assert feeds_of_service(url)[0].url == feed


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@ferry",
        "https://www.youtube.com/feeds/videos.xml?channel_id=x",
        "https://www.reddit.com/r/ferries/.rss",
        "https://github.com/",
        "https://github.com/ida/ferry/releases.atom",
        "https://tide.example/about",
        "https://social.example/@ida.rss",
        "https://social.example/@ida/1",
        "http://[",
    ],
)
def test_other_addresses_are_left_alone(url):
    assert feeds_of_service(url) == []


def test_usual_places_are_below_the_page_and_at_the_root():
    places = [one.url for one in usual_places("https://ida:x@tide.example:81/blog/post.html?x#y")]
    assert places[0] == "https://tide.example:81/blog/feed"
    assert "https://tide.example:81/index.xml" in places
    assert len(places) == len(set(places)) <= 12
    assert all("x@" not in place for place in places)
