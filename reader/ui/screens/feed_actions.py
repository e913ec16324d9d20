"""What a person does with feeds from the panes: fold, fetch, edit, leave, find. A part of the home screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library.feed_records import EntryRow, Source, SourceKind
from reader.ui.feed_tree import identity
from reader.ui.keys import Command
from reader.ui.screens.stepping import Stepping

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["FeedActions"]


class FeedActions(Stepping):
    """Answers the actions on feeds, and those on an entry that leave the list as it is."""

    def source_here(self) -> Source | None:
        """The source under the cursor."""
        return self.feed_tree.source(self.feeds_pane.key)

    # folders

    def fold(self, source: Source, *, folded: bool) -> None:
        """Hide a folder's feeds, or show them."""
        if isinstance(source.key, str):
            (self._folded.add if folded else self._folded.discard)(source.key)
        self.draw_sources(key=identity(source))

    def do_fold(self, _command: Command) -> None:
        """Fold the folder here, or the one that the feed here is in; or unfold it."""
        source = self.source_here()
        folder = source if source is None or source.kind is SourceKind.FOLDER else self.feed_tree.parent(source)
        if folder is None:
            self.say("no folder here")
        else:
            self.fold(folder, folded=folder.key not in self._folded)

    def do_fold_all(self, _command: Command) -> None:
        """Fold all folders; when all are, unfold them."""
        paths = {str(one.key) for one in self.feed_tree.sources if one.kind is SourceKind.FOLDER}
        source = self.source_here()
        self._folded = set() if paths <= self._folded else paths
        outermost = source
        while outermost is not None and (parent := self.feed_tree.parent(outermost)):
            outermost = parent
        self.draw_sources(key=identity(outermost) if outermost and self._folded else None)

    # fetching

    def do_refetch(self, _command: Command) -> None:
        """Fetch the feed or folder that is listed; from a list of all feeds, the feed of the entry here."""
        source, row = self.source, self.entry_here()
        if source is None:
            return
        if source.kind is SourceKind.FEED or (row is None and source.kind is not SourceKind.FOLDER):
            keys = [source.key] if isinstance(source.key, int) else []
        elif source.kind is SourceKind.FOLDER:
            keys = self._feeds_in(source)
        else:
            keys = [row.feed] if row else []
        if keys:
            self.reader_app.refresh_feeds(keys)
        else:
            self.say(f"no feed here; {self.reader_app.keymap.key_of('refresh_all')} refreshes all")

    def _feeds_in(self, folder: Source) -> list[int]:
        after = [identity(one) for one in self.feed_tree.sources].index(identity(folder)) + 1
        keys: list[int] = []
        for source in self.feed_tree.sources[after:]:
            if source.depth <= folder.depth or source.kind not in (SourceKind.FEED, SourceKind.FOLDER):
                break
            if source.kind is SourceKind.FEED and isinstance(source.key, int):
                keys.append(source.key)
        return keys

    def refreshed(self) -> None:
        """Show what a refresh brought; the list keeps its place."""
        self.patches.append(None)
        self.reload()

    # one feed

    def _feed_here(self) -> Source | None:
        """The feed under the cursor; said when there is none."""
        source = self.source_here()
        if source is not None and source.kind is SourceKind.FEED:
            return source
        self.say("no feed here")
        return None

    def do_why(self, _command: Command) -> None:
        """Say why the feed here failed."""
        row = self.entry_here()
        source = self.source_here()
        if not self.feeds_pane.has_focus and row is not None:
            source = self.feed_tree.source((SourceKind.FEED, row.feed))
        if source is None or source.kind is not SourceKind.FEED:
            self.say("no feed here")
        elif source.error:
            self.warn(f"{source.name}: {source.error}")
        else:
            self.say(f"{source.name}: fetched without trouble")

    def do_edit(self, _command: Command) -> None:
        """Edit the feed here."""
        if (source := self._feed_here()) and isinstance(source.key, int):
            self.edit_feed(source.key)

    def do_delete(self, command: Command) -> None:
        """Hide the entry here, follow the feed here no more, or drop the saved search here."""
        source = self.source_here()
        if not self.feeds_pane.has_focus:
            super().do_delete(command)
        elif source is not None and source.kind is SourceKind.SEARCH and isinstance(source.key, int):
            self.drop_search(source.key, source.name)
        elif source := self._feed_here():
            self.unsubscribe(source.name, source.key)

    # finding

    def do_saved_searches(self, _command: Command) -> None:
        """Choose a saved search."""
        self._choose(SourceKind.SEARCH, "Saved searches", "no search is saved yet")

    def do_by_tag(self, _command: Command) -> None:
        """Choose a tag."""
        self._choose(
            SourceKind.TAG, "Tags", self.with_keys("no feed or entry has a tag yet: {tag} tags an entry, {edit} a feed")
        )

    def do_go_to_feed(self, _command: Command) -> None:
        """Choose a feed."""
        self._choose(SourceKind.FEED, "Feeds", "no feed is followed yet")

    def sources_of(self, kind: SourceKind) -> list[Source]:
        """The sources of a kind, in their order."""
        return [one for one in self.feed_tree.sources if one.kind is kind]

    def _choose(self, kind: SourceKind, title: str, none: str) -> None:
        from reader.ui.screens.choosing import Choosing

        sources = self.sources_of(kind)
        if not sources:
            self.say(none)
            return
        if (named := self.take_words()) is not None:
            if source := next((one for one in sources if one.name.casefold() == named.casefold()), None):
                self.go_to_source(source)
            else:
                self.warn(f"{named}: not among {title.lower()}")
            return

        def chosen(place: int | None) -> None:
            if place is not None:
                self.go_to_source(sources[place])

        choices = [(one.name, f"{one.unread:,}" if one.unread else "") for one in sources]
        self.app.push_screen(Choosing(title, choices, self.reader_app.palette), chosen)

    def go_to_source(self, source: Source) -> None:
        """List a source, with the cursor of the feeds on it."""
        self.list_source(source)
        self.draw_sources(key=identity(source))

    def do_filter(self, _command: Command) -> None:
        """Show only the entries with some words."""
        self.bring_entries()
        self.ask("filter", "filter:", self.asked.words if self.asked else "", "words of title, author or feed")

    def do_search(self, command: Command) -> None:
        """Search everything."""
        self.reader_app.do_find(command)

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Filter while the words are typed."""
        if event.purpose == "filter":
            self.filter(event.value)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Go on in the list, or do what was asked for."""
        if event.purpose == "tags":
            self.tags_entered(event.value)
        elif event.purpose != "filter":
            self.reader_app.prompt_entered(self, event.purpose, event.value)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Show all again."""
        if event.purpose == "filter":
            self.filter("")

    # an entry, and elsewhere

    def _address_here(self) -> str:
        """The address of the entry or feed here."""
        row, source = self.entry_here(), self.source_here()
        if self.feeds_pane.has_focus:
            return source.feed_url if source else ""
        return row.link if row else ""

    def do_browser(self, _command: Command) -> None:
        """Open the entry in the browser."""
        self.reader_app.show_in_browser(self._address_here())

    def do_browser_read(self, command: Command) -> None:
        """Open the entries in the browser and mark them read."""
        rows: Sequence[EntryRow] = self.meant(command)
        for row in rows:
            self.reader_app.show_in_browser(row.link)
        if unread := [row for row in rows if not row.read]:
            self.toggle(unread, "read")

    def do_copy(self, _command: Command) -> None:
        """Copy the address of the entry or feed."""
        if address := self._address_here():
            self.reader_app.copy(address)
        else:
            self.say("no address here")

    def do_copy_cited(self, command: Command) -> None:
        """Copy the entry's author, title, feed and address."""
        row = self.entry_here()
        if self.feeds_pane.has_focus or row is None:
            self.do_copy(command)
        else:
            parts = (row.author, row.title, row.feed_name or row.site, row.link)
            self.reader_app.copy(", ".join(part for part in parts if part))
