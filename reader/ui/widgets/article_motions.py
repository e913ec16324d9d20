"""The motions of the reading view: what each action of a person, and the mouse, does to the caret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from textual.events import MouseDown, MouseMove, MouseUp

from reader.model import Article, Range
from reader.ui.keys import Command
from reader.ui.layout import motions
from reader.ui.widgets.article_view import ArticleView

__all__ = ["ReadingView"]


class ReadingView(ArticleView, inherit_bindings=False):
    """An article view that answers the actions of ``Place.READING`` and ``Place.VISUAL``."""

    _pressed: int | None = None
    _jumps: list[int]
    _jump_at: int
    _marks: dict[str, int]

    def show(self, article: Article, place: int = 0) -> None:
        """Show another article; marks and jumps are of one article."""
        self._jumps, self._jump_at, self._marks = [], 0, {}
        for name in ("_paragraphs", "_headings", "_sentences"):
            self.__dict__.pop(name, None)
        super().show(article, place)

    @cached_property
    def _paragraphs(self) -> list[int]:
        return motions.paragraph_starts(self.article)

    @cached_property
    def _headings(self) -> list[int]:
        return motions.heading_starts(self.article)

    @cached_property
    def _sentences(self) -> list[int]:
        return motions.sentence_starts(self.article)

    # lines and pages

    def do_down(self, command: Command) -> None:
        """Down by lines."""
        self.line_step(command.count or 1)

    def do_up(self, command: Command) -> None:
        """Up by lines."""
        self.line_step(-(command.count or 1))

    def do_page_down(self, command: Command) -> None:
        """Down by pages, two lines staying in view."""
        self.page_step((command.count or 1) * max(1, self.size.height - 2))

    def do_page_up(self, command: Command) -> None:
        """Up by pages."""
        self.page_step(-(command.count or 1) * max(1, self.size.height - 2))

    def do_half_page_down(self, command: Command) -> None:
        """Down by half pages."""
        self.page_step((command.count or 1) * max(1, self.size.height // 2))

    def do_half_page_up(self, command: Command) -> None:
        """Up by half pages."""
        self.page_step(-(command.count or 1) * max(1, self.size.height // 2))

    def do_top(self, _command: Command) -> None:
        """To the first line."""
        self.jump(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def do_bottom(self, _command: Command) -> None:
        """To the last paragraph."""
        self.jump(self._paragraphs[-1] if self._paragraphs else 0)
        self.scroll_end(animate=False, immediate=True)

    # by what the article is made of

    def do_next_paragraph(self, command: Command) -> None:
        """To the paragraph after."""
        self._next(self._paragraphs, command)

    def do_previous_paragraph(self, command: Command) -> None:
        """To the paragraph before."""
        self._previous(self._paragraphs, command)

    def do_next_sentence(self, command: Command) -> None:
        """To the sentence after."""
        self._next(self._sentences, command)

    def do_previous_sentence(self, command: Command) -> None:
        """To the sentence before."""
        self._previous(self._sentences, command)

    def do_next_heading(self, command: Command) -> None:
        """To the heading after."""
        self._next(self._headings, command, "no heading further down")

    def do_previous_heading(self, command: Command) -> None:
        """To the heading before."""
        self._previous(self._headings, command, "no heading further up")

    def do_next_link(self, command: Command) -> None:
        """To the link after."""
        self._next([link.start for link in self.links], command, "no link further down")

    def do_previous_link(self, command: Command) -> None:
        """To the link before."""
        self._previous([link.start for link in self.links], command, "no link further up")

    def do_next_quotation(self, command: Command) -> None:
        """To the quotation after; with a speaker in focus, to their next one."""
        self._next(self._quotation_starts(), command, "no quotation further down")

    def do_previous_quotation(self, command: Command) -> None:
        """To the quotation before."""
        self._previous(self._quotation_starts(), command, "no quotation further up")

    def _quotation_starts(self) -> list[int]:
        wanted = self.focus_speaker
        return [quote.start for quote in self.quotations if wanted is None or quote.speaker == wanted]

    def do_next_mention(self, command: Command) -> None:
        """To the next place where this speaker is named."""
        self._next(self._mention_starts(), command, "no further mention of this speaker")

    def do_previous_mention(self, command: Command) -> None:
        """To the place before where this speaker is named."""
        self._previous(self._mention_starts(), command, "no earlier mention of this speaker")

    def _mention_starts(self) -> list[int]:
        speaker = self.speaker_here()
        return [mention.start for mention in self.attribution.mentions if mention.speaker == speaker]

    def speaker_here(self) -> str | None:
        """The speaker at the caret: of the quotation or mention there, else in focus, else of the next mention."""
        if self.here is not None:
            return self.quotations[self.here].speaker
        for mention in self.attribution.mentions:
            if mention.start <= self.caret < mention.end:
                return mention.speaker
        if self.focus_speaker:
            return self.focus_speaker
        later = (mention.speaker for mention in self.attribution.mentions if mention.start > self.caret)
        return next(later, None)

    def _next(self, starts: Sequence[int], command: Command, nothing: str = "this is the end") -> None:
        self._go(motions.next_in(starts, self.caret, command.count or 1), nothing)

    def _previous(self, starts: Sequence[int], command: Command, nothing: str = "this is the beginning") -> None:
        self._go(motions.previous_in(starts, self.caret, command.count or 1), nothing)

    def _go(self, offset: int | None, nothing: str) -> None:
        if offset is None:
            self.post_message(self.Nowhere(nothing))
        else:
            self.go_to(offset, centre=True)

    # marks and jumps

    def jump(self, offset: int, found: Range | None = None) -> None:
        """Go far, remembering where from."""
        self._jumps = [*self._jumps[: self._jump_at], self.caret][-100:]
        self._jump_at = len(self._jumps)
        self.go_to(offset, centre=True, found=found)

    def do_set_mark(self, command: Command) -> None:
        """Remember the caret under a letter."""
        self._marks[command.argument] = self.caret

    def do_go_to_mark(self, command: Command) -> None:
        """Go to a letter's mark; ``'`` goes back to where the last jump began."""
        if command.argument == "'":
            self.do_jump_back(command)
        elif (place := self._marks.get(command.argument)) is not None:
            self.jump(place)
        else:
            self.post_message(self.Nowhere(f"no mark {command.argument}: set one with m{command.argument}"))

    def do_jump_back(self, _command: Command) -> None:
        """Back to where the last jump began."""
        if self._jump_at == 0:
            self.post_message(self.Nowhere("no earlier jump"))
            return
        if self._jump_at == len(self._jumps):
            self._jumps.append(self.caret)
        self._jump_at -= 1
        self.go_to(self._jumps[self._jump_at], centre=True)

    def do_jump_forward(self, _command: Command) -> None:
        """Forward again after going back."""
        if self._jump_at + 1 >= len(self._jumps):
            self.post_message(self.Nowhere("no later jump"))
            return
        self._jump_at += 1
        self.go_to(self._jumps[self._jump_at], centre=True)

    # the search

    def do_next_match(self, command: Command) -> None:
        """To the next match, round past the end."""
        self._match(motions.next_in, command, 0)

    def do_previous_match(self, command: Command) -> None:
        """To the match before, round past the beginning."""
        self._match(motions.previous_in, command, -1)

    def _match(self, step: Callable[[Sequence[int], int, int], int | None], command: Command, wrapped: int) -> None:
        if not self.hits:
            self.post_message(self.Nowhere("no search: type / first"))
            return
        starts = [start for start, _ in self.hits]
        offset = step(starts, self.caret, command.count or 1)
        place = wrapped % len(starts) if offset is None else starts.index(offset)
        self.jump(self.hits[place][0], found=self.hits[place])
        around = " (round again)" if offset is None else ""
        self.post_message(self.Nowhere(f"match {place + 1} of {len(self.hits)}{around}"))

    # the selection

    def do_select(self, _command: Command) -> None:
        """Begin a selection at the caret, or end it."""
        self.place_selection(self.caret if self.selecting is None else None)

    def do_swap_ends(self, _command: Command) -> None:
        """Go on at the selection's other end."""
        if self.selecting is not None:
            other, self.selecting = self.selecting, self.caret
            self.go_to(other)

    def do_char_left(self, command: Command) -> None:
        """Left by characters as a person sees them."""
        self._repeat(command, lambda: motions.step_left(self.article.text, self.caret))

    def do_char_right(self, command: Command) -> None:
        """Right by characters as a person sees them."""
        self._repeat(command, lambda: motions.step_right(self.article.text, self.caret))

    def do_next_word(self, command: Command) -> None:
        """To the next word."""
        self._repeat(command, lambda: motions.next_word(self.article.text, self.caret))

    def do_previous_word(self, command: Command) -> None:
        """To the word before."""
        self._repeat(command, lambda: motions.previous_word(self.article.text, self.caret))

    def do_word_end(self, command: Command) -> None:
        """To the end of the word."""
        self._repeat(command, lambda: motions.word_end(self.article.text, self.caret))

    def do_line_start(self, _command: Command) -> None:
        """To the start of the line on the screen."""
        piece = self.lines.piece_of(self.lines.line_of(self.caret), self.caret)
        if piece:
            self.go_to(piece.start)

    def do_line_end(self, _command: Command) -> None:
        """To the end of the line on the screen."""
        piece = self.lines.piece_of(self.lines.line_of(self.caret), self.caret)
        if piece:
            self.go_to(max(piece.start, piece.end - 1))

    def _repeat(self, command: Command, step: Callable[[], int | None]) -> None:
        for _ in range(min(command.count or 1, 10_000)):
            offset = step()
            if offset is None or offset == self.caret:
                break
            self.go_to(offset)

    # the mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Put the caret under the mouse and make ready to select."""
        offset = self._offset_under(event.x, event.y)
        if event.button != 1 or offset is None:
            return
        self.place_selection(None)
        self.go_to(offset)
        self._pressed = offset
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select what the mouse is drawn over; at the edges the view scrolls along."""
        if self._pressed is None:
            return
        offset = self._offset_under(event.x, event.y)
        if offset is not None and offset != self.caret:
            if self.selecting is None:
                self.place_selection(self._pressed)
            self.go_to(offset)

    def on_mouse_up(self, event: MouseUp) -> None:
        """End the drawing; a click on a link follows it."""
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is None or self.selecting is not None:
            return
        if self._offset_under(event.x, event.y) == pressed:
            self.follow(pressed)

    def follow(self, offset: int) -> bool:
        """Follow the link at an offset; False when there is none."""
        link = next((link for link in self.links if link.start <= offset < link.end), None)
        if link:
            self.post_message(self.Followed(link.href))
        return link is not None

    def _offset_under(self, x: int, y: int) -> int | None:
        number = y + self.scroll_offset.y
        line = self.lines.nearest_text(min(max(number, 0), len(self.lines.lines) - 1), -1)
        if line is None:
            return None
        return self.lines.offset_at(line, x - self.text_left)
