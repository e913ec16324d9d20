"""The picture of the README, made by the program itself: ``python docs/picture.py`` writes ``docs/demo.svg``.

The shipped article in a home of its own, with a highlight and a note, so that the picture never ages.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from reader.app.addresses import DEMO
from reader.app.desk import Desk
from reader.paths import find_paths
from reader.ui.app import ReaderApp

SIZE = (136, 38)
NOTE = "Who holds the rights?"


async def picture(home: Path) -> str:
    """The screen as an SVG after some reading."""
    app = ReaderApp(Desk(find_paths(home)), DEMO)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *"wH", *"wwwa", *NOTE, "ctrl+s", *"W")
        return app.export_screenshot(title="reader demo")


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press each key and wait until what it set off is done."""
    for key in keys:
        await settle(pilot)
        await pilot.press({" ": "space", "?": "question_mark", ".": "full_stop"}.get(key, key))
    await settle(pilot)


async def settle(pilot: Pilot[object]) -> None:
    """Wait for messages and workers."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()


def main() -> None:
    """Write the picture without the fonts that Textual's would fetch from elsewhere."""
    with tempfile.TemporaryDirectory() as home:
        svg = asyncio.run(picture(Path(home)))
    target = Path(__file__).with_name("demo.svg")
    target.write_text(re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
