"""The reading view: one widget on the line API that shows an article of any length.

It holds what is shown (article, attribution, notes, search hits, caret, selection) and paints the lines that are on
the screen; motions are in ``article_motions``. Lines are laid out once per width, strips are kept until something
they show changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.events import Blur, Focus, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from reader.model import Article, Attribution, Note, Quotation, Range, SpanKind
from reader.text import graphemes
from reader.ui.layout.head import head_of
from reader.ui.layout.layers import (
    Layer,
    inline_layer,
    mention_layer,
    note_layer,
    quotation_layer,
    search_layer,
)
from reader.ui.layout.lines import Layout, lay_out
from reader.ui.layout.motions import range_at
from reader.ui.layout.tags import colour_slots, initials
from reader.ui.paint import Marks, Painter, beside
from reader.ui.palette import Palette
from reader.ui.widgets.line_widget import LineWidget

__all__ = ["ArticleView", "InTextLink"]


class InTextLink(Struct, frozen=True):
    """A live link in the body."""

    start: int
    end: int
    href: str


class ArticleView(LineWidget, can_focus=True, inherit_bindings=False):
    """Shows one article; the caret is an offset into its text."""

    DEFAULT_CSS = """
    ArticleView { width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """
    SCROLL_OFF = 2

    class Moved(Message):
        """The caret went to another place: its offset, and the index of the quotation there."""

        def __init__(self, offset: int, quotation: int | None) -> None:
            super().__init__()
            self.offset = offset
            self.quotation = quotation

    class Followed(Message):
        """A link in the text was followed."""

        def __init__(self, href: str) -> None:
            super().__init__()
            self.href = href

    class Nowhere(Message):
        """A motion had nowhere to go, or has a word to say."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    class Selecting(Message):
        """A selection was begun or ended."""

        def __init__(self, active: bool) -> None:
            super().__init__()
            self.active = active

    def __init__(self, palette: Palette, measure: int = 72, *, id: str | None = None) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette
        self.measure = measure
        self.article = Article("", ())
        self.attribution = Attribution()
        self.quotations: tuple[Quotation, ...] = ()
        self.ranges: list[Range] = []
        self._starts: list[int] = []
        self.links: list[InTextLink] = []
        self.notes: Sequence[Note] = ()
        self.hits: list[Range] = []
        self.slots: dict[str, int] = {}
        self.tags: dict[str, str] = {}
        self.caret = 0
        self.selecting: int | None = None
        self.focus_speaker: str | None = None
        self.here: int | None = None
        self.hints: tuple[tuple[int, str], ...] = ()
        self._wish = 0
        self._height = 0
        self._resized = False
        self._pushed: tuple[int, int, int, int] | None = None
        self._found: Range | None = None
        self._layers: dict[str, Layer] = {}
        self._layout = Layout("", measure, ())
        self._painter: Painter | None = None
        self._strips: dict[int, Strip] = {}
        self._drawn: tuple[Range, Range, Range, Range] = ((0, 0),) * 4

    # what is shown

    def show(self, article: Article, place: int = 0) -> None:
        """Show another article, or a fresh text of the same one, with the caret at ``place``."""
        self.article = article
        self.notes, self.hits, self.selecting, self.focus_speaker, self.hints = (), [], None, None, ()
        self._found = None
        blocks = zip(article.blocks, article.starts, strict=True)
        self.links = [
            InTextLink(start + span.start, start + span.end, span.href)
            for block, start in blocks
            for span in block.spans
            if span.kind is SpanKind.LINK and span.href
        ]
        self._layers = {"inline": inline_layer(article)}
        self.caret = min(max(place, 0), max(len(article.text) - 1, 0))
        self.show_attribution(Attribution())
        if not self._resized:
            return
        self._lay_out()
        if place:
            self.go_to(self.caret, centre=True)
        else:
            self.scroll_to(y=0, animate=False, immediate=True)

    def show_attribution(self, attribution: Attribution) -> None:
        """Colour the speakers and what they say."""
        self.attribution = attribution
        self.quotations = attribution.quotations
        self.ranges = [(quotation.start, quotation.end) for quotation in self.quotations]
        self._starts = [start for start, _ in self.ranges]
        self.slots = colour_slots(attribution)
        self.tags = initials(attribution.speakers)
        self._layers["mentions"] = mention_layer(attribution, self.slots, self.focus_speaker)
        self._layers["quotations"] = quotation_layer(attribution, self.slots, self.focus_speaker)
        self.here = range_at(self.ranges, self.caret)
        self.repaint()

    def show_code(self, spans: Sequence[tuple[int, int, str]]) -> None:
        """Tell the words of code apart."""
        self._layers["code"] = Layer(spans)
        self.repaint()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Draw the user's marks."""
        self.notes = notes
        self._layers["notes"] = note_layer(notes)
        self.repaint()

    def show_hits(self, hits: list[Range]) -> None:
        """Draw search hits; an empty list ends the search."""
        self.hits = hits
        self._found = None
        self._layers["search"] = search_layer(hits)
        self.repaint()

    def show_focus(self, speaker: str | None) -> None:
        """Fade all quotations but this speaker's; None shows all again."""
        self.focus_speaker = speaker
        self._layers["mentions"] = mention_layer(self.attribution, self.slots, speaker)
        self._layers["quotations"] = quotation_layer(self.attribution, self.slots, speaker)
        self.repaint()

    def show_hints(self, hints: tuple[tuple[int, str], ...]) -> None:
        """Lay a letter over each of these offsets."""
        self.hints = hints
        self.repaint()

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self.repaint()

    @property
    def selection(self) -> Range | None:
        """What is selected, whole characters, or None."""
        if self.selecting is None:
            return None
        start, last = sorted((self.selecting, self.caret))
        tail = graphemes(self.article.text[last : last + 64])
        return start, last + (tail[0][1] if tail else 0)

    @property
    def text_left(self) -> int:
        """The column of the view at which the text begins."""
        return self._paint().left

    @property
    def lines(self) -> Layout:
        """The article's lines at the present width."""
        return self._layout

    # painting

    def repaint(self) -> None:
        """Forget what was painted, and paint anew what is on the screen."""
        self._painter = None
        self._strips.clear()
        self._drawn = self._signs()
        self.refresh()

    def _retouch(self) -> None:
        """Paint anew only the lines on which the caret, the selection or the quotation in hand changed."""
        before, self._drawn = self._drawn, self._signs()
        self._painter = None
        for old, new in zip(before, self._drawn, strict=True):
            for start, end in {old, new} if old != new else ():
                first, last = self._layout.line_of(start), self._layout.line_of(max(start, end - 1))
                for number in range(first, last + 1):
                    self._strips.pop(number, None)
                self.refresh_lines(first, last - first + 1)

    def _signs(self) -> tuple[Range, Range, Range, Range]:
        """Where caret, selection, found words and quotation in hand are drawn; (0, 0) for none."""
        here = self.ranges[self.here] if self.here is not None else (0, 0)
        return (self.caret, self.caret + 1), self.selection or (0, 0), self._found or (0, 0), here

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; the first frame comes before the size is told, and shall have the text in it."""
        if not self._resized and not self.caret and self.article.blocks:
            self._begin(self.size.height)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip of a line of the view."""
        number = y + self.scroll_offset.y
        if (strip := self._strips.get(number)) is None:
            if len(self._strips) > 4000:
                self._strips.clear()
            strip = self._strips[number] = self._paint().strip(number)
        return strip

    def _paint(self) -> Painter:
        if self._painter is None:
            text = self.article.text
            tail = graphemes(text[self.caret : self.caret + 64])
            caret = (self.caret, self.caret + (tail[0][1] if tail else 1)) if self.has_focus else None
            marks = Marks(
                self.quotations,
                self._starts,
                self.tags,
                self.slots,
                self._layers.get("notes", Layer()),
                self.focus_speaker,
                self.here,
                caret,
                self.selection,
                self._found,
                self.hints,
            )
            order = ("inline", "code", "mentions", "quotations", "notes", "search")
            layers = [self._layers[name] for name in order if name in self._layers]
            self._painter = Painter(self._layout, layers, marks, self.palette, self.scrollable_content_region.width)
        return self._painter

    def _lay_out(self) -> None:
        """Break the article into lines for the present width, for a narrow one where there is no room at all."""
        width = max(1, self.scrollable_content_region.width)
        measure = max(12, min(self.measure, width - beside(self.palette.plain)))
        self._layout = lay_out(self.article, head_of(self.article), measure, plain=self.palette.plain)
        self.virtual_size = Size(width, len(self._layout.lines))
        self.repaint()

    def _begin(self, height: int) -> None:
        self._resized, self._height = True, height
        self._lay_out()

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new width; what stood at the top, or the caret's line, keeps its place.

        What keys that may follow, or a message, pushed up for a moment comes back down with them: ``_pushed`` has the
        width and top that this led to, and the height and top that there were before.
        """
        if not self._resized:
            self._begin(event.size.height)
            if self.caret:
                self.go_to(self.caret, centre=True)
            return
        width = max(1, self.scrollable_content_region.width)
        if (event.size.height, width) == (self._height, self.virtual_size.width):
            return  # it was laid out for this size, when it was drawn
        before, self._height = self._height, event.size.height
        top = self.scroll_offset.y
        row = self._layout.line_of(self.caret) - top if self._layout.lines else 0
        seen = 0 <= row < max(1, before)
        at_top = self._layout.nearest_text(top, 1) if self._layout.lines else None
        anchor = self.caret if seen or at_top is None else self._layout.lines[at_top].pieces[0].start
        row = row if seen else 0
        self._lay_out()
        width, height = event.size
        if self._pushed is not None and self._pushed[:2] == (width, top) and height >= self._pushed[2]:
            self.scroll_to(y=self._pushed[3], animate=False, immediate=True)
        elif top or row >= height:
            row = min(row, max(0, height - 1 - self.SCROLL_OFF))
            after = self._layout.line_of(anchor) - row
            self._pushed = (width, after, before, top) if height < before and after != top else None
            self.scroll_to(y=after, animate=False, immediate=True)

    def on_focus(self, _event: Focus) -> None:
        """The caret shows while the view has the keys."""
        self._point()  # first: it may paint, and what is painted before the view knows of its keys has no caret
        self._recaret()

    def on_blur(self, _event: Blur) -> None:
        """The caret hides while another has the keys."""
        self._recaret()

    def _recaret(self) -> None:
        self._painter = None
        line = self._layout.line_of(self.caret)
        self._strips.pop(line, None)
        self.refresh_lines(line)

    # going to places

    def go_to(self, offset: int, *, centre: bool = False, found: Range | None = None, wish: bool = True) -> None:
        """Put the caret at an offset and bring its line into view; ``centre`` for a jump from far away."""
        self.caret = min(max(offset, 0), max(len(self.article.text) - 1, 0))
        self.here = range_at(self.ranges, self.caret)
        self._found = found
        if wish:
            self._wish = self._layout.column_of(self.caret)
        self._reveal(self._layout.line_of(self.caret), centre)
        self._retouch()
        self._point()
        self.post_message(self.Moved(self.caret, self.here))

    def _point(self) -> None:
        """Let the terminal's cursor be where the caret is."""
        if self._layout.lines:
            self.put_terminal_cursor(
                self.text_left + self._layout.column_of(self.caret), self._layout.line_of(self.caret)
            )

    def _reveal(self, line: int, centre: bool) -> None:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        margin = min(self.SCROLL_OFF, (height - 1) // 2)
        if top + margin <= line <= top + height - 1 - margin:
            return
        if centre:
            target = line - height // 3
        elif line < top + margin:
            target = line - margin
        else:
            target = line - height + 1 + margin
        if self._layout.nearest_text(0, 1) == line:
            target = 0
        self.scroll_to(y=target, animate=False, immediate=True)

    def line_step(self, steps: int) -> None:
        """Move the caret so many lines with text down, or up when negative, in the column it wishes for."""
        number, direction = self._layout.line_of(self.caret), 1 if steps > 0 else -1
        for _ in range(min(abs(steps), len(self._layout.lines))):
            following = self._layout.nearest_text(number + direction, direction)
            if following is None:
                if direction < 0:
                    self.scroll_to(y=0, animate=False, immediate=True)
                else:
                    self.scroll_end(animate=False, immediate=True)
                break
            number = following
        offset = self._layout.offset_at(number, self._wish)
        if offset is not None:
            self.go_to(offset, wish=False)

    def page_step(self, lines: int) -> None:
        """Scroll so many lines; the caret keeps its row on the screen."""
        top = self.scroll_offset.y
        row = min(max(self._layout.line_of(self.caret) - top, 0), max(self.size.height - 1, 0))
        self.scroll_to(y=top + lines, animate=False, immediate=True)
        moved = self.scroll_offset.y - top
        if moved != lines:
            row += lines - moved
        number = min(max(self.scroll_offset.y + row, 0), len(self._layout.lines) - 1)
        line = self._layout.nearest_text(number, 1 if lines > 0 else -1)
        if line is None:
            line = self._layout.nearest_text(number, -1 if lines > 0 else 1)
        offset = self._layout.offset_at(line, self._wish) if line is not None else None
        if offset is not None:
            self.go_to(offset, wish=False)

    def place_selection(self, anchor: int | None) -> None:
        """Begin a selection at an offset, or end it with None."""
        begun, self.selecting = self.selecting is None, anchor
        self._retouch()
        if begun != (anchor is None):
            self.post_message(self.Selecting(anchor is not None))
