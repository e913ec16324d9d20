"""A picture as pixels: from the cache or the network, decoded by a process that is bounded in time and memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from importlib.util import find_spec
from pathlib import Path

from reader.app.articles import Articles
from reader.app.pictures.cache import PictureCache
from reader.app.pictures.found import Picture, Pixels
from reader.commands import run
from reader.config import Config
from reader.errors import BadInput
from reader.paths import Paths
from reader.text import clean_line, elide

__all__ = ["Pictures"]

SECONDS = 5.0
"""How long decoding may take."""

_DECODER = Path(__file__).with_name("decoder.py")

MISSING = "pictures need Pillow, which is not installed: pip install 'reader-tui[pictures]'"


class Pictures:
    """Gets pictures when a person asks to see them, and never else."""

    def __init__(self, paths: Paths, config: Config, articles: Articles, allow: Collection[str]) -> None:
        self._cache = PictureCache(paths.cache / "pictures")
        self._config, self._articles, self._allow = config, articles, allow

    def get(
        self,
        picture: Picture,
        width: int,
        height: int,
        ground: str = "#000000",
        stop: Callable[[], bool] = lambda: False,
    ) -> Pixels:
        """The picture within so many pixels, the first frame of a moving one; what is transparent shows ``ground``.

        FetchFailed when it cannot be had, BadInput when it cannot be shown: without Pillow, before anything is fetched.
        """
        if find_spec("PIL") is None:
            raise BadInput(MISSING)
        data = self._cache.get(picture.address)
        if data is None:
            from reader.fetch import fetch_picture

            fetched = fetch_picture(picture.address, deadline=self._config.deadline, allow=self._allow, stop=stop)
            data = fetched
            self._articles.try_(lambda: self._cache.put(picture.address, fetched))
        return _decoded(data, picture.address, width, height, ground, stop)


def _decoded(data: bytes, address: str, width: int, height: int, ground: str, stop: Callable[[], bool]) -> Pixels:
    """The pixels; BadInput says why there are none."""
    name = elide(clean_line(address), 120)
    # by its file, and with -P: nothing but the standard library and Pillow is loaded, and no folder that happens to be
    # the present one is searched for them
    words = [sys.executable, "-P", str(_DECODER), str(width), str(height), ground]
    try:
        made = run(words, data, seconds=SECONDS, stop=stop)
    except BadInput as error:
        why = "was stopped" if stop() else f"cannot be shown within {SECONDS:g} s and 300 MB of memory"
        raise BadInput(f"{name}: {why}: open it in a browser") from error
    head, _, pixels = made.partition(b"\n")
    if head.startswith(b"!"):
        raise BadInput(f"{name}: {clean_line(head[1:].decode('utf-8', 'replace'))}")
    across, down = (int(number) for number in head.split())
    return Pixels(across, down, pixels)
