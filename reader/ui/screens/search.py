"""Searching everything that is kept, with an answer while the words are typed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.events import Mount

from reader.actions import Place
from reader.app.search.search import Finding, Order, Snippet
from reader.errors import BadInput
from reader.library.book.records import BookQuotation
from reader.text import counted, elide
from reader.ui.book_rows import quotation_rows
from reader.ui.keys import Command
from reader.ui.latest import Latest
from reader.ui.screens.one_list import OneList
from reader.ui.signs import NO_SIGN, UNREAD
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["SearchScreen"]

MOST = 200
"""So many hits are listed at most; a search that finds more is asked for more narrowly."""
_TYPED = 40
"""So many while the words are typed: more than a screen has room for."""
_MORE = 40
"""Hits whose passages are looked up at a time, once the cursor comes near them."""
SITE = 32
"""Cells of the name of a site at most: the passage is what one looks for."""
EMPTY = 'Type what to look for: words, "phrases", title:x said:x speaker:"A Name" tag:x is:unread after:2w -not OR'
NOTHING = "Nothing found: fewer words find more, wor* finds all that begin so, OR between words takes either."


@dataclass(frozen=True)
class _Answer:
    findings: Sequence[Finding] = ()
    snippets: Sequence[Snippet] = ()
    more: bool = False
    quotations: Sequence[BookQuotation] = ()


class SearchScreen(OneList):
    """Lists what a query finds, newest first or best first; quotations, when it asks what somebody said."""

    PLACE = Place.FOUND
    ROWS = "search-rows"
    WAITING = EMPTY

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._order = Order.NEWEST
        self._answer = _Answer()
        self._latest = Latest(self, "search")
        self._stop = threading.Event()

    def on_mount(self, _event: Mount) -> None:
        """Ask what to look for, and take into the index what came since."""
        self.top_bar.show("reader · search")
        self.rows.focus()
        self.rows.show([], empty=EMPTY)
        self.work(self._take_in, self._taken_in, group="index")
        self.do_search()

    def on_unmount(self) -> None:
        """Index no further."""
        self._stop.set()

    def _take_in(self) -> int:
        waiting = self.desk.search.waiting()

        def told(done: int) -> None:
            self.post_message(self.Finished(lambda: self.say(f"indexing {done:,} of {waiting:,} …")))

        return self.desk.search.bring_up_to_date(told, self._stop.is_set)

    def _taken_in(self, done: int) -> None:
        if done:
            self.say(f"{counted(done, 'more text', 'more texts')} can be found now")
            self._seek(self._words)

    # asking

    def do_search(self, _command: Command | None = None) -> None:
        """Ask what to look for."""
        self.ask("find", "/", self._words, "words, title:x said:x speaker:x is:unread after:2w -not OR")

    def _seek(self, words: str, *, typing: bool = False) -> None:
        self._words = words
        find = partial(self._find, words, self._order, self._in_sight, typing)
        self._latest.ask(find, self._show, once_still=typing)

    @property
    def _in_sight(self) -> int:
        """How many hits the screen has room for: a title and a line of its passage each, or more."""
        return self.rows.size.height // 2 + 1

    def _find(self, words: str, order: Order, in_sight: int, typing: bool) -> _Answer:
        if not words.strip():
            return _Answer()
        desk = self.desk.search
        if desk.asks_for_quotations(desk.parse(words, typing=typing)):
            return _Answer(quotations=desk.quotations(words, MOST))
        limit = max(_TYPED, in_sight) if typing else MOST
        findings = desk.find(words, order=order, limit=limit, typing=typing)
        snippets = [desk.snippet(one, words, typing=typing) for one in findings[:in_sight]]
        return _Answer(findings, snippets, more=len(findings) == limit)

    def _show(self, answer: _Answer) -> None:
        if answer != self._answer or not self.rows.places:  # what was typed is often what is entered
            self._answer = answer
            self.rows.show(self._rows(), empty=NOTHING if self._words.strip() else EMPTY)
        self.top_bar.show(f"reader · search {self._words}".rstrip(), self._figures())

    def _rows(self) -> list[Row]:
        answer = self._answer
        if answer.quotations:
            return quotation_rows(answer.quotations, False, "")
        padding = [Snippet("")] * (len(answer.findings) - len(answer.snippets))
        return [_row(one, said) for one, said in zip(answer.findings, [*answer.snippets, *padding], strict=True)]

    def _figures(self) -> str:
        if self._answer.quotations:
            return counted(len(self._answer.quotations), "quotation")
        found = self._answer.findings
        more = "the first " if self._answer.more else ""
        return f"{more}{counted(len(found), 'hit')} · {self._order} first" if found else ""

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Answer while the words are typed; half a day or field is no mistake yet."""
        if event.purpose == "find":
            with suppress(BadInput):
                self.desk.search.parse(event.value, typing=True)
                self._seek(event.value, typing=True)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Go on in the list, or keep the search."""
        if event.purpose == "find":
            try:
                self.desk.search.parse(event.value)
            except BadInput as error:
                self.warn(error)
            else:
                self._seek(event.value)
        elif event.purpose == "save" and event.value.strip():
            self._save(event.value.strip())
        else:
            self.reader_app.prompt_entered(self, event.purpose, event.value)

    # what was found

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Look up more passages before the cursor comes to hits without."""
        answer, words, known = self._answer, self._words, len(self._answer.snippets)
        place = next((place for place, one in enumerate(answer.findings) if one.id == event.key), 0)
        if known == len(answer.findings) or place + self._in_sight < known:
            return
        following = answer.findings[known : max(place, known) + _MORE]

        def look_up() -> list[Snippet]:
            return [self.desk.search.snippet(one, words) for one in following]

        def show(snippets: list[Snippet]) -> None:
            if self._answer is answer:
                self._answer = replace(answer, snippets=[*answer.snippets, *snippets])
                self.rows.show(self._rows(), steady=True)

        self.work(look_up, show, group="passages")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the article, at the quotation if it is one."""
        for one in self._answer.quotations:
            if one.key == event.key:
                self.reader_app.open_source(one.source, offset=one.start)
                return
        if (found := self._finding(event.key)) is not None:
            if found.source:
                self.reader_app.open_source(found.source, typed=found.entry is None)
            else:
                self.say("its feed gives no address for it")

    def _finding(self, key: object) -> Finding | None:
        return next((one for one in self._answer.findings if one.id == key), None)

    def do_browser(self, _command: Command) -> None:
        """Open it in the browser."""
        if (found := self._finding(self.rows.key)) is not None:
            self.reader_app.show_in_browser(found.source)

    def do_sort(self, _command: Command) -> None:
        """Newest first, or best first."""
        self._order = Order.BEST if self._order is Order.NEWEST else Order.NEWEST
        self._seek(self._words)
        self.say(f"{self._order} first")

    def do_save_search(self, _command: Command) -> None:
        """Ask under which name to keep the search."""
        if self._words.strip():
            self.ask("save", "keep it as:", "", "a name; it stands among the feeds then")
        else:
            self.say("nothing to keep yet: / asks what to look for")

    def _save(self, name: str) -> None:
        words = self._words
        self.work(
            lambda: self.desk.feeds.save_search(name, words),
            lambda saved: self.say(f"{saved.name}: kept among the feeds"),
            group="save",
        )


def _row(one: Finding, snippet: Snippet) -> Row:
    unread = one.entry is not None and not one.entry.read
    title = Paragraph(
        ((UNREAD if unread else NO_SIGN, "mark"), (one.title or one.source, "bold")), right=one.day.isoformat()
    )
    parts: list[tuple[str, str]] = [(f"{elide(one.site, SITE)}  " if one.site else "", "accent")]
    position = 0
    for start, end in snippet.hits:
        parts += [(snippet.text[position:start], "muted"), (snippet.text[start:end], "bold")]
        position = end
    parts.append((snippet.text[position:], "muted"))
    return Row(one.id, (title, Paragraph(tuple(parts), limit=2, indent=2)))
