"""The main screens, in a dark and a light theme and at two sizes, are drawn as they were when somebody last looked.

After a change that is meant to show: READER_RENEW=1 pytest tests/snapshots, then look at the diff.
"""

from __future__ import annotations

import difflib
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from picture import picture
from sitting import NARROW, WIDE, sit_down

from reader.app import Desk
from reader.model import Entry, Feed
from reader.paths import find_paths

KEPT = Path(__file__).parent / "kept"
LOOKS = {"night-wide": ("night", WIDE), "paper-narrow": ("paper", NARROW)}
ENTRIES = (
    ("Gate shut again", "Ida Marsh", "<p>“We asked for a key,” said Piers Oduya, the chairman of the club.</p>"),
    ("Bread is dearer, and nobody on the quay can say why it is so only on Thursdays", "", "<p>A penny.</p>"),
    ("Choir sings on", "Tam Orrin", "<p>In the rain.</p>"),
)


@pytest.fixture(autouse=True)
def one_place(monkeypatch):
    """The same time zone everywhere, and colours whatever the terminal of the tests says."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=LOOKS)
def look(request, home):
    """A home with a theme, where the tour was taken, and the size to sit down at."""
    theme, size = LOOKS[request.param]
    (home / "state").mkdir(parents=True)
    (home / "state" / "tour-taken").touch()
    (home / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    return request.param, size


@pytest.fixture
def followed(home):
    """Two feeds, one in a folder, with entries of long ago; what is told of days long ago stays true."""
    desk = Desk(find_paths(home))
    for number, (name, folder) in enumerate((("Fennick Crier", "News"), ("Harbour Notes", ""))):
        row = desk.feeds.subscribe(f"https://{number}.invalid/feed", title=name, folder=folder)
        entries = tuple(
            Entry(
                id=f"{number}-{place}",
                title=title,
                link=f"https://{number}.invalid/{place}",
                author=author,
                published=datetime(2019, 3, 9 - place - 3 * number, 12, tzinfo=UTC),
                summary=summary,
            )
            for place, (title, author, summary) in enumerate(ENTRIES)
        )
        desk.feeds.take(row.key, Feed(url=row.url, title=name, entries=entries))
    desk.close()


def same(reader, name):
    """Compare the screen with the one that is kept, or keep it when that is asked for."""
    shown, path = picture(reader.strips()), KEPT / f"{name}.txt"
    if os.environ.get("READER_RENEW"):
        KEPT.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = list(difflib.unified_diff(kept.splitlines(), shown.splitlines(), "kept", "shown", n=1, lineterm=""))
    told = "\n".join(changed[:60])
    assert not changed, f"{name} is drawn otherwise; if it is meant: READER_RENEW=1 pytest tests/snapshots\n{told}"


async def test_the_first_minute(home, look):
    async with sit_down(home, None, look[1]) as reader:
        same(reader, f"first-minute-{look[0]}")


async def test_an_article_with_its_quotations(home, look):
    async with sit_down(home, "reader:demo", look[1]) as reader:
        await reader.press("2w")
        same(reader, f"article-{look[0]}")


async def test_the_speakers_one_of_them_in_focus(home, look):
    async with sit_down(home, "reader:demo", look[1]) as reader:
        await reader.press("gs")
        await reader.point_at("Dorothea")
        await reader.press("enter")
        same(reader, f"speakers-{look[0]}")


async def test_a_search_in_the_article(home, look):
    async with sit_down(home, "reader:demo", look[1]) as reader:
        await reader.press("/")
        await reader.fill("slip")
        same(reader, f"search-{look[0]}")


async def test_notes_in_the_text_and_in_the_panel(home, look):
    async with sit_down(home, "reader:demo", look[1]) as reader:
        await reader.press("w", "H", "w", "2H", "w", "a")
        await reader.paste("Overdue, but returned.")
        await reader.press("ctrl+s", "escape")
        same(reader, f"noted-{look[0]}")
        await reader.press("gn")
        same(reader, f"notes-{look[0]}")


async def test_the_panes(home, look, followed):
    async with sit_down(home, None, look[1]) as reader:
        await reader.press("j")
        same(reader, f"panes-{look[0]}")
