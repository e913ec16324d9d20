"""newsboat's files: the feeds and searches of ``urls``, the rules of ``config``, filters as searches."""

import pytest

from reader.app.command_line import check_macros
from reader.errors import BadInput
from reader.feeds.lists import Listed
from reader.feeds.newsboat.config import read_config
from reader.feeds.newsboat.filters import query_of
from reader.feeds.newsboat.macros import OPERATIONS
from reader.feeds.newsboat.urls import read_urls
from reader.query import parse

URLS = r"""# mine
https://tide.example/feed sea "local news" "~The \"Tide\""
https://moor.example/rss !hidden
"query:Boats:(title =~ \"ferry\" or tags # \"sea\") and unread = \"yes\""
"query:Odd:rssurl =~ \"^(a|b)+$\""
exec:~/bin/made news
filter:~/bin/clean:https://moor.example/x
file:///home/ida/feed.xml

https://tide.example/feed again
"""


def test_feeds_tags_titles_and_searches_are_taken():
    found = read_urls(URLS)
    assert found.feeds == (
        Listed("https://tide.example/feed", 'The "Tide"', tags=("sea", "local news", "again")),
        Listed("https://moor.example/rss"),
    )
    assert found.searches == (("Boats", "(title:ferry* OR tag:sea) is:unread"),)


def test_each_line_that_was_not_taken_as_it_stands_is_told_by_its_number():
    left = read_urls(URLS, "urls").left
    assert [line.split(":")[1] for line in left] == ["3", "5", "6", "7", "8", "10"]
    assert "is hidden in newsboat: taken" in left[0]
    assert "no search can say the expression" in left[1]
    assert "not taken without --trust-exec" in left[2]
    assert "not taken without --trust-exec" in left[3]
    assert "has no http or https address" in left[4]
    assert "listed twice" in left[5]


def test_commands_are_taken_only_when_they_are_trusted():
    found = read_urls(URLS, trust_commands=True)
    assert {feed.url: feed.tags for feed in found.feeds if not feed.url.startswith("http")} == {
        "exec:~/bin/made": ("news",),
        "filter:~/bin/clean:https://moor.example/x": (),
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"exec:a | b"', "needs a shell"),
        ('"exec:a $HOME"', "needs a shell"),
        ("exec:", "a command is needed"),
        ("exec:a\x1b]52;", "signs in it that cannot be shown"),
        ("filter:a", "needs a command and an http"),
        ("filter:a:file:///etc/hostname", "needs a command and an http"),
    ],
)
def test_a_command_that_is_no_words_is_told(line, said):
    found = read_urls(line, trust_commands=True)
    assert found.feeds == ()
    assert said in found.left[0]


@pytest.mark.parametrize(
    ("filter_", "query"),
    [
        ('title =~ "ferry"', "title:ferry*"),
        ('title = "The long way"', 'title:"The long way"'),
        ('title =~ "ferry|boat"', "(title:ferry* OR title:boat*)"),
        ('title =~ "[Ff]erry"', "title:ferry*"),
        ('title !~ "ferry"', "-title:ferry*"),
        ('author = "Marsh" and unread = "no"', "author:Marsh is:read"),
        ('unread != "yes"', "is:read"),
        ("age < 3", "after:2d"),
        ("age <= 3", "after:3d"),
        ("age > 3", "before:3d"),
        ("age >= 3", "before:2d"),
        ("age between 2:7", "before:1d after:7d"),
        ("age between 3:0", "after:3d"),
        ('flags # "s"', "tag:flag-s"),
        ('flags !# "ab"', "-(tag:flag-a tag:flag-b)"),
        ('title = "a" and title = "b" or title = "c"', "(title:a title:b OR title:c)"),
        ('title = "a" and (title = "b" or title = "c")', "title:a (title:b OR title:c)"),
    ],
)
def test_a_filter_becomes_a_search_that_can_be_asked(filter_, query):
    assert query_of(filter_).casefold() == query.casefold()
    assert parse(query_of(filter_))


@pytest.mark.parametrize(
    "filter_",
    [
        "",
        "title",
        'title = "x" and',
        '(title = "x"',
        'title = "x")',
        'colour = "red"',
        'title =~ "(a|b)+c{3}"',
        'title = ""',
        'title < "x"',
        "age < x",
        "age < 0",
        "age >= 0",
        "(" * 1000 + 'title = "x"' + ")" * 1000,
        'title = "' + "x" * 6000 + '"',
    ],
)
def test_a_filter_that_no_search_can_say_is_refused(filter_):
    with pytest.raises(BadInput):
        query_of(filter_)


CONFIG = r"""
# mine
ignore-article "*" "title =~ \"advert\""
ignore-article https://tide.example/feed "title = \"Sponsored\""
ignore-article https://moor.example/x \
    "author = \"Desk\""
ignore-article "regex:.*" "title = \"x\""
macro y set browser "mpv %u" ; open-in-browser
macro ^R reload; next-unread ; open -- "go on"
macro w pipe-to "wc -w"
macro z flush
macro x
color background white black
"""


def test_articles_to_ignore_become_searches_for_rules():
    settings = read_config(CONFIG, {"https://tide.example/feed": 'The "Tide"'}, "config")
    assert settings.hide == ("title:advert*", 'feed:"The Tide" title:Sponsored', "site:moor.example author:Desk")
    assert all(parse(query) for query in settings.hide)


def test_every_other_setting_is_told_by_its_line():
    left = read_config(CONFIG, {}, "config").left
    assert [line.split(":")[1] for line in left] == ["7", "8", "11", "12", "13"]
    assert "by a regular expression" in left[0]
    assert "open_command opens every address" in left[1]
    assert "flush: no action here does that" in left[2]
    assert "needs a key and what it does" in left[3]
    assert "colours come from the theme" in left[4]


def test_macros_become_ours_and_can_be_played():
    macros = read_config(CONFIG, {}, "config").macros
    assert macros == {"ctrl+r": ["refetch", "next_unread", "open"], "w": ["pipe wc -w"]}


def test_every_operation_that_a_macro_may_name_is_an_action_here():
    text = "".join(f"macro {chr(place)} {name}\n" for place, name in enumerate(OPERATIONS, ord("a")))
    assert check_macros(read_config(text, {}).macros) == []
