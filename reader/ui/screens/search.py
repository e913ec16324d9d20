"""Searching everything that is kept, with an answer to every letter."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
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
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["SearchScreen"]

MOST = 200
"""So many hits are listed at most; a search that finds more is asked for more narrowly."""
SITE = 32
"""Cells of the name of a site at most: the passage is what one looks for."""
_SHOWN = 40
"""Hits whose passages are looked up while typing."""
EMPTY = 'Type what to look for: words, "phrases", title:x said:x speaker:"A Name" tag:x is:unread after:2w -not OR'
NOTHING = "Nothing found: fewer words find more, wor* finds all that begin so, OR between words takes either."


@dataclass(frozen=True)
class _Answer:
    findings: Sequence[Finding] = ()
    snippets: Sequence[Snippet] = ()
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
        self.call_after_refresh(self.do_search)

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
        if not words.strip():
            self._show(_Answer())
        else:
            self._latest.ask(partial(self._find, words, self._order, typing), self._show)

    def _find(self, words: str, order: Order, typing: bool) -> _Answer:
        desk = self.desk.search
        if desk.asks_for_quotations(desk.parse(words, typing=typing)):
            return _Answer(quotations=desk.quotations(words, MOST))
        findings = desk.find(words, order=order, limit=MOST, typing=typing)
        return _Answer(findings, [desk.snippet(one, words, typing=typing) for one in findings[:_SHOWN]])

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        if answer.quotations:
            rows = quotation_rows(answer.quotations, False, "")
            figures = counted(len(answer.quotations), "quotation")
        else:
            padding = [Snippet("")] * (len(answer.findings) - len(answer.snippets))
            rows = [_row(one, said) for one, said in zip(answer.findings, [*answer.snippets, *padding], strict=True)]
            more = "the first " if len(rows) == MOST else ""
            figures = f"{more}{counted(len(rows), 'hit')} · {self._order} first" if rows else ""
        self.rows.show(rows, empty=NOTHING if self._words.strip() else EMPTY)
        self.top_bar.show(f"reader · search {self._words}".rstrip(), figures)

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
        (("● " if unread else "  ", "mark"), (one.title or one.source, "bold")), right=one.day.isoformat()
    )
    parts: list[tuple[str, str]] = [(f"{elide(one.site, SITE)}  " if one.site else "", "accent")]
    position = 0
    for start, end in snippet.hits:
        parts += [(snippet.text[position:start], "muted"), (snippet.text[start:end], "bold")]
        position = end
    parts.append((snippet.text[position:], "muted"))
    return Row(one.id, (title, Paragraph(tuple(parts), limit=2, indent=2)))
