"""How body, panel, search and links follow one another. A part of the reading screen."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.model import Link
from reader.ui.keys import Command
from reader.ui.layout.motions import find_all, heading_starts, previous_in
from reader.ui.screens.correcting import Correcting
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.panel import TabLine
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["Following"]

HINT_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Following(Correcting):
    """Answers movements of body and panel with movements of the other, and runs the search."""

    def __init__(self) -> None:
        super().__init__()
        self._before_search = 0

    def enter_panel(self) -> None:
        """Give the panel the keys."""
        raise NotImplementedError

    def enter_body(self) -> None:
        """Give the body the keys."""
        raise NotImplementedError

    def show_picture_at(self, offset: int) -> bool:
        """Show the picture whose caption stands at an offset; False when none does."""
        raise NotImplementedError

    # the body moved

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        """Let the panel's cursor follow the caret."""
        self._show_place(event)
        if not self.panel_has_keys or self.panel.tab != "notes":
            self._follow_body()

    def _follow_body(self) -> None:
        """Point the open tab at what stands at the caret, or last before it."""
        view, tab = self.view, self.panel.tab
        if tab == "quotes" and view.ranges:
            self.panel.point_at(("quote", max(0, bisect_right(view.ranges, (view.caret, len(view.article.text))) - 1)))
        elif tab == "speakers" and (speaker := view.speaker_here()):
            self.panel.point_at(("speaker", speaker))
        elif tab == "outline":
            heading = previous_in(heading_starts(view.article), view.caret + 1)
            self.panel.point_at(("place", heading or 0))
        elif tab == "notes" and not self._holds_lost_note() and (note := self.note_here()):
            self.panel.point_at(("note", note.id))

    def _holds_lost_note(self) -> bool:
        """Whether a note without a place is picked: it stays so on the way to the place it is to be put on."""
        note = self._picked_note()
        return note is not None and note.anchor is not None and note.anchor.start is None

    def _show_place(self, event: ArticleView.Moved) -> None:
        view = self.view
        share = 100 if view.at_end else round(100 * event.offset / max(1, len(view.article.text) - 1))
        quote = "" if event.quotation is None else f"quotation {event.quotation + 1} of {len(view.quotations)} · "
        self.hint_bar.show_place(f"{quote}{share}%")

    def on_article_view_nowhere(self, event: ArticleView.Nowhere) -> None:
        """Say why a motion stayed."""
        self.say(event.reason)

    def on_article_view_selecting(self, event: ArticleView.Selecting) -> None:
        """Show the keys of the selection."""
        self.keys.reset()
        self.show_hints()
        if event.active:
            self.say("selecting: move, then a H t y Y; o goes to the other end, Esc ends")

    def on_article_view_followed(self, event: ArticleView.Followed) -> None:
        """Open a link of the text."""
        self.reader_app.open_source(event.href, typed=False)

    # the panel moved

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Let the body follow the panel's cursor."""
        if (offset := self._offset_of(event.key)) is not None:
            self.view.go_to(offset, centre=True)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to a row's place, focus its speaker or open its link."""
        kind, value = event.key if isinstance(event.key, tuple) else ("", None)
        if kind == "speaker":
            self._focus_speaker(value)
        elif kind == "link":
            self._open_link(self.view.article.links[value])
        elif (offset := self._offset_of(event.key)) is not None:
            self.view.jump(offset)
            self.enter_body()
        elif kind == "note" and (note := next((note for note in self.notes if note.id == value), None)):
            self.choose_place(note)

    def _offset_of(self, key: object) -> int | None:
        kind, value = key if isinstance(key, tuple) else ("", None)
        if kind == "quote":
            return self.view.quotations[value].start
        if kind == "place":
            return int(value)
        if kind == "note":
            note = next((note for note in self.notes if note.id == value), None)
            if note and note.selector is None:
                return 0
            return note.anchor.start if note and note.anchor else None
        if kind == "silent":
            return max(0, self.view.article.text.find(str(value)))
        return None

    def _focus_speaker(self, speaker: str | None) -> None:
        focus = None if speaker == self.view.focus_speaker else speaker
        self.view.show_focus(focus)
        self.panel.show(focus=focus)
        named = self.view.attribution.speaker(focus)
        if named:
            self.say(f"only {named.name}: w goes to the next of their quotations, Esc shows all again")

    def _open_link(self, link: Link) -> None:
        if link.href:
            self.reader_app.open_source(link.href, typed=False)
        else:
            self.say("the page gives no address for this link")

    def on_tab_line_pressed(self, event: TabLine.Pressed) -> None:
        """Open the tab that was clicked."""
        self.panel.open_tab(event.tab)
        self.enter_panel()

    def _open_tab(self, tab: str) -> None:
        self.panel.open_tab(tab)
        self._follow_body()
        self.enter_panel()

    def do_quotes_tab(self, _command: Command) -> None:
        """The quotations."""
        self._open_tab("quotes")

    def do_speakers_tab(self, _command: Command) -> None:
        """The speakers."""
        self._open_tab("speakers")

    def do_links_tab(self, _command: Command) -> None:
        """The links."""
        self._open_tab("links")

    def do_notes_tab(self, _command: Command) -> None:
        """The notes."""
        self._open_tab("notes")

    def do_outline_tab(self, _command: Command) -> None:
        """The outline."""
        self._open_tab("outline")

    # from the panel, the body's own motions

    def do_next_quotation(self, command: Command) -> None:
        """The next quotation, from the panel as from the body."""
        self.view.do_next_quotation(command)

    def do_previous_quotation(self, command: Command) -> None:
        """The quotation before."""
        self.view.do_previous_quotation(command)

    def do_next_mention(self, command: Command) -> None:
        """The next mention of this speaker."""
        self.view.do_next_mention(command)

    def do_previous_mention(self, command: Command) -> None:
        """The mention before."""
        self.view.do_previous_mention(command)

    # links

    def do_open(self, _command: Command) -> None:
        """Follow the link under the caret, else go to the quotation or note in the panel."""
        if self.view.follow(self.view.caret) or self.show_picture_at(self.view.caret):
            return
        if note := self.note_here():
            self.do_notes_tab(_command)
            self.panel.point_at(("note", note.id))
        elif self.view.here is not None:
            here = self.view.here
            self.do_quotes_tab(_command)
            self.panel.point_at(("quote", here))
        else:
            self.say("nothing to open here: L goes to the next link, w to the next quotation")

    def do_link_hints(self, _command: Command) -> None:
        """Put a letter on each link on the screen; the next key follows it."""
        top, height = self.view.scroll_offset.y, self.view.size.height
        seen = [link for link in self.view.links if top <= self.view.lines.line_of(link.start) < top + height]
        if not seen:
            self.say("no link on this screen: L goes to the next one")
            return
        self.view.show_hints(tuple((link.start, letter) for link, letter in zip(seen, HINT_LETTERS, strict=False)))
        self.say("which link? type its letter; any other key ends this")

    def intercept(self, key: str) -> bool:
        """While links have letters, the next key chooses one."""
        hints = self.view.hints
        if hints:
            self.view.show_hints(())
            for offset, letter in hints:
                if letter == key:
                    self.view.follow(offset)
        return bool(hints)

    def do_browser(self, _command: Command) -> None:
        """Open the link meant, else the article, in the browser."""
        key = self.panel.rows.key if self.panel_has_keys else None
        address = self.view.article.address
        if isinstance(key, tuple) and key[0] == "link":
            address = self.view.article.links[key[1]].href
        elif not self.panel_has_keys:
            under = (link.href for link in self.view.links if link.start <= self.view.caret < link.end)
            address = next(under, address)
        self.reader_app.show_in_browser(address)

    # searching

    def do_search(self, _command: Command) -> None:
        """Ask what to look for: in the article, or among the panel's rows."""
        if self.panel_has_keys:
            self.ask("filter", "/", "", "rows with these words")
        else:
            self._before_search = self.view.caret
            self.ask("search", "/", "", "search in the article; a capital letter makes case count")

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Search or filter while the words are typed."""
        if event.purpose == "filter":
            self.panel.filter(event.value)
        elif event.purpose == "search":
            hits = find_all(self.view.article.text, event.value)
            self.view.show_hits(hits)
            after = next((hit for hit in hits if hit[0] >= self._before_search), hits[0] if hits else None)
            if after:
                self.view.go_to(after[0], centre=True, found=after)
            else:
                self.view.go_to(self._before_search, centre=True)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Stay with what was found, or save what was entered."""
        if event.purpose == "tags":
            self.tags_entered(event.value)
        elif event.purpose == "rename":
            self.name_entered(event.value)
        elif event.purpose == "search":
            self._end_search(event.value)
        elif event.purpose != "filter":
            self.reader_app.prompt_entered(self, event.purpose, event.value)

    def _end_search(self, value: str) -> None:
        hits = self.view.hits
        if not value.strip():
            self.view.show_hits([])
        elif not hits:
            self.say(f"“{value}” is not in this article")
        else:
            here = next((place for place, hit in enumerate(hits) if hit[0] == self.view.caret), 0)
            self.say(f"match {here + 1} of {len(hits)}: n and N go on, Esc ends the search")

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Go back to how it was."""
        if event.purpose == "filter":
            self.panel.filter("")
        elif event.purpose == "search":
            self.view.show_hits([])
            self.view.go_to(self._before_search, centre=True)

    def do_cancel(self, command: Command) -> None:
        """End the innermost of: selection, filter, search, speaker in focus, message, folded panel."""
        view = self.view
        super().do_cancel(command)
        if view.selecting is not None:
            view.place_selection(None)
        elif self.panel.filtered and self.panel_has_keys:
            self.panel.filter("")
        elif view.hits:
            view.show_hits([])
        elif view.focus_speaker is not None:
            self._focus_speaker(view.focus_speaker)
        elif self.panel_has_keys:
            self.enter_body()
