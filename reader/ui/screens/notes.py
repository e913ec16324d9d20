"""All notes: search, order, pick several, open at their place, tag, change, delete, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.events import Mount

from reader.actions import Action, Place
from reader.app.note_list import ORDERS, found, notes_query, ordered
from reader.model import Note, NoteKind
from reader.query import Query
from reader.text import clean_line
from reader.ui.keys import Command
from reader.ui.layout.head import ago
from reader.ui.panel_rows import correction_text
from reader.ui.saving import kept_until_saved
from reader.ui.screens.one_list import FilteredList
from reader.ui.signs import NOTE, PICKED
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    pass

__all__ = ["NotesScreen"]

WATCH_EVERY = 2.0
"""Seconds between looks at whether another window made notes."""


class NotesScreen(FilteredList):
    """Lists every note with its article."""

    PLACE = Place.NOTES
    ROWS = "notes-rows"
    WAITING = "Reading your notes …"
    FILTER = "words, tag:x colour:yellow speaker:x site:x after:2026-01-31 -not"

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[Note] = []
        self._query = Query()
        self._order = next(iter(ORDERS))
        self._picked: set[str] = set()

    def on_mount(self, _event: Mount) -> None:
        """Take the keys, and look now and then for what was noted in another window."""
        self.top_bar.show("reader · all notes")
        self.rows.focus()
        self.set_interval(WATCH_EVERY, self._look_for_notes)

    def _look_for_notes(self) -> None:
        if self.is_active:
            self.work(self.desk.notes_changed, lambda changed: self.reload() if changed else None, group="watch")

    def on_screen_resume(self) -> None:
        """Read the notes anew whenever one comes back to them."""
        self.reload()

    def hint_of(self, action: Action) -> str:
        """The notes are here already."""
        return "" if action.name == "all_notes" else super().hint_of(action)

    def reload(self) -> None:
        """Read the notes."""
        self.read_anew(self.desk.all_notes, self._show, group="notes")

    def notes_to_export(self) -> list[Note] | None:
        """The notes that are picked, else all that are listed."""
        return self._picked_here() or self._listed()

    def _listed(self) -> list[Note]:
        return ordered(found(self._notes, self._query), self._order)

    def _meant(self) -> list[Note]:
        """The notes that are picked, else the one under the cursor."""
        chosen = self._chosen()
        return self._picked_here() or ([chosen] if chosen else [])

    def _picked_here(self) -> list[Note]:
        """The picked notes that are listed: nothing happens to what a search hides."""
        return [note for note in self._listed() if note.id in self._picked]

    def _show(self, notes: list[Note]) -> None:
        self._notes = notes
        self._picked &= {note.id for note in notes}
        self._draw()

    def _draw(self) -> None:
        listed = self._listed()
        empty = (
            "No note is like this." if self._query else self.with_keys("No notes yet: open an article, press {note}.")
        )
        self.rows.show([_row(note, note.id in self._picked) for note in listed], empty=empty)
        picked = self._picked_here()
        figures = [f"{len(picked)} picked"] if picked else []
        if self._notes:
            figures += [f"{len(listed)} of {len(self._notes)}", self._order]
        self.top_bar.show("reader · all notes", " · ".join(figures))

    def _chosen(self) -> Note | None:
        return next((note for note in self._notes if note.id == self.rows.key), None)

    def do_select_row(self, _command: Command) -> None:
        """Pick this note for what comes next, or unpick it, and go to the next."""
        if note := self._chosen():
            self._picked ^= {note.id}
            self._draw()
            self.rows.move(1)

    def do_sort(self, _command: Command) -> None:
        """Take the next order."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._draw()
        self.say(self._order)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Open the note's article at its place."""
        from reader.ui.screens.reading import ReadingScreen

        if note := self._chosen():
            offset = note.selector.start if note.selector else 0
            article = ReadingScreen(note.url or note.canonical_url, offset=offset)
            article.sought = note.id
            self.app.push_screen(article)

    def do_browser(self, _command: Command) -> None:
        """Open the note's article in the browser."""
        if note := self._chosen():
            self.reader_app.show_in_browser(note.address)

    def do_copy(self, _command: Command) -> None:
        """Copy the note."""
        if note := self._chosen():
            self.reader_app.copy(note.body or (note.selector.exact if note.selector else note.address))

    def do_copy_cited(self, _command: Command) -> None:
        """Copy the passage and the note with where they are from."""
        if note := self._chosen():
            passage = f"“{note.selector.exact}”" if note.selector else ""
            source = (note.speaker, ", ".join(note.authors), note.title, note.site, note.published, note.address)
            cited = "— " + ", ".join(part for part in source if part)
            self.reader_app.copy("\n".join(part for part in (passage, note.body, cited) if part))

    # changing

    def do_delete(self, _command: Command) -> None:
        """Delete the note, or all that are picked; it can be undone."""
        notes = self._meant()
        if not notes:
            self.say("no note here")
            return

        def remove() -> None:
            for note in notes:
                self.desk.remove_note(note)

        def restore() -> None:
            for note in notes:
                self.desk.restore_note(note)

        words = "note" if len(notes) == 1 else f"{len(notes)} notes"
        self.change(f"delete {words}", remove, restore, f"{words} deleted: u brings back what is gone")

    def do_edit(self, _command: Command) -> None:
        """Change the note."""
        from reader.ui.screens.note_editor import Answer, NoteEditor

        note = self._chosen()
        if note is None:
            self.say("no note here")
            return
        key = f"{note.url}#note-{note.id}"

        passage = note.selector.exact if note.selector else ""
        editor = NoteEditor(self.desk, passage, note, key, self.reader_app.palette)

        def save(answer: Answer | None) -> None:
            if answer is not None:
                self._update(note, "text", key, body=answer.body, tags=answer.tags, color=answer.color or note.color)
            elif editor.left_draft:
                self.say("not saved; the text is kept and offered when you change this note again")

        self.app.push_screen(editor, save)

    def do_tag(self, _command: Command) -> None:
        """Ask for the note's tags; for several picked ones, for tags to add, or with a minus to take away."""
        notes = self._meant()
        if not notes:
            self.say("no note here")
        elif len(notes) > 1:
            self.ask("tags", f"tag {len(notes)} notes:", "", "tags to add, -tag to take one away")
            self.suggest_tags()
        else:
            self.ask("tags", "tags:", " ".join(notes[0].tags), "words parted by spaces")
            self.suggest_tags()

    def _tag(self, words: list[str]) -> None:
        notes = self._meant()
        if len(notes) == 1:
            self._update(notes[0], "tags", "", tags=tuple(words))
            return
        added = [word for word in words if not word.startswith("-")]
        gone = {word[1:].casefold() for word in words if word.startswith("-")}

        def change() -> None:
            for note in notes:
                kept = [tag for tag in note.tags if tag.casefold() not in gone]
                self.desk.update_note(note, tags=tuple(dict.fromkeys([*kept, *added])))

        def back() -> None:
            for note in notes:
                self.desk.update_note(note, tags=note.tags)

        if words:
            self.change(f"tag {len(notes)} notes", change, back, f"{len(notes)} notes tagged")

    def _update(self, note: Note, what: str, draft: str, **changes: Any) -> None:  # noqa: ANN401 - fields of Note
        before = {name: getattr(note, name) for name in changes}

        def change() -> None:
            self.desk.update_note(note, **changes)

        def back() -> None:
            self.desk.update_note(note, **before)

        save = kept_until_saved(self.desk, change, draft, str(changes.get("body", "")))
        self.change(f"change the note's {what}", save, back, "saved")

    # filtering

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only some notes."""
        self._query = notes_query(words, typing=typing)
        self._draw()

    def entered(self, purpose: str, value: str) -> None:
        """Take the tags that were asked for."""
        if purpose == "tags":
            self._tag(value.replace("#", " ").replace(",", " ").split())
        else:
            super().entered(purpose, value)

    def unpick(self) -> bool:
        """Unpick all."""
        picked = bool(self._picked_here())
        if picked:
            self._picked.clear()
            self._draw()
        return picked


def _row(note: Note, picked: bool) -> Row:
    passage = " ".join(note.selector.exact.split()) if note.selector else "on the whole article"
    look = f"note:{note.color}" if note.color else "italic"
    mark = ((PICKED, "mark"),) if picked else ()
    shown = (clean_line(passage), look if note.selector else "muted")
    paragraphs = [Paragraph((*mark, shown), indent=1, right=ago(note.modified))]
    if note.kind is NoteKind.CORRECTION:
        paragraphs.append(Paragraph(((correction_text(note), "accent"),), indent=1))
    if note.body:
        paragraphs.append(Paragraph(((NOTE, "mark"), (clean_line(note.body), "")), indent=1))
    tags = " ".join(f"#{clean_line(tag)}" for tag in note.tags)
    source = " · ".join(clean_line(part) for part in (note.color, note.speaker, note.title, note.site) if part)
    paragraphs.append(Paragraph(((f"{tags}  " if tags else "", "accent"), (source, "muted")), indent=1))
    return Row(note.id, tuple(paragraphs))
