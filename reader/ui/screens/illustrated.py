"""What an article has beside its words: its pictures, and its code in colours. A part of the reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Article
from reader.ui.keys import Command
from reader.ui.layout.motions import block_at
from reader.ui.screens.touring import Touring

if TYPE_CHECKING:
    from reader.app.pictures import Picture

__all__ = ["Illustrated"]


class Illustrated(Touring):
    """Knows the pictures of the article, none of which is fetched before it is asked for, and its code."""

    _pictured: tuple[Article, tuple[Picture, ...]] | None = None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the article."""
        from reader.app.pictures.found import pictures_of

        article = self.view.article
        if self._pictured is None or self._pictured[0] is not article:
            self._pictured = article, pictures_of(article)
        return self._pictured[1]

    def do_picture(self, _command: Command) -> None:
        """Show the picture here, else the last before here, else the first."""
        pictures = self.pictures
        if not pictures:
            self.say("this article has no pictures that its page names")
            return
        before = [place for place, picture in enumerate(pictures) if picture.place <= self.view.caret]
        self._show(before[-1] if before else 0)

    def show_picture_at(self, offset: int) -> bool:
        """Show the picture whose caption stands at an offset; False when none does."""
        article = self.view.article
        start = article.starts[block_at(article, offset)] if article.blocks else 0
        for place, picture in enumerate(self.pictures):
            if picture.caption and picture.place == start:
                self._show(place)
                return True
        return False

    def look_at_code(self) -> None:
        """Tell the words of code apart, where the page says what language it is in."""
        article = self.view.article
        if not any(block.language for block in article.blocks):
            return
        from reader.ui.layout.code import code_spans

        self.work(lambda: code_spans(article), lambda spans: self._show_code(article, spans), group="code")

    def _show_code(self, article: Article, spans: list[tuple[int, int, str]]) -> None:
        if article is self.view.article:
            self.view.show_code(spans)

    def _show(self, place: int) -> None:
        from reader.ui.screens.pictures import PictureScreen

        self.app.push_screen(PictureScreen(self.view.article.title, self.pictures, place))
