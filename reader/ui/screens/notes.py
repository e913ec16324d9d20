"""All notes, newest first: filter, open at their place, tag, change, delete, export."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.events import Mount

from reader.actions import Place
from reader.model import Note, NoteKind
from reader.text import clean_line
from reader.ui.keys import Command
from reader.ui.layout.head import ago
from reader.ui.panel_rows import correction_text
from reader.ui.screens.base import KeyedScreen
from reader.ui.undo import Step, UndoStack
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["NotesScreen"]


class NotesScreen(KeyedScreen):
    """Lists every note with its article."""

    PLACE = Place.NOTES

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[Note] = []
        self._filter = ""
        self._undo = UndoStack()

    def compose(self) -> ComposeResult:
        """Top line, rows, hints and messages."""
        self.top_bar = TopBar()
        self.rows = RowList(self.reader_app.palette, empty="Reading your notes …", id="notes-rows")
        yield self.top_bar
        yield self.rows
        yield self.foot

    def on_mount(self, _event: Mount) -> None:
        """Take the keys."""
        self.top_bar.show("reader · all notes")
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Read the notes anew whenever one comes back to them."""
        self.reload()

    def reload(self) -> None:
        """Read the notes."""
        self.work(self.desk.all_notes, self._show, group="notes")

    def use_palette(self) -> None:
        """Draw in another theme."""
        self.rows.use(self.reader_app.palette)

    def notes_to_export(self) -> list[Note] | None:
        """The notes that are listed."""
        return self._listed()

    def _listed(self) -> list[Note]:
        wanted = self._filter.casefold().split()
        return [note for note in reversed(self._notes) if _holds(note, wanted)]

    def _show(self, notes: list[Note]) -> None:
        self._notes = notes
        self._draw()

    def _draw(self) -> None:
        listed = self._listed()
        empty = "No note has these words." if self._filter else "No notes yet: open an article and press a."
        self.rows.show([_row(note) for note in listed], empty=empty)
        self.top_bar.show("reader · all notes", f"{len(listed)} of {len(self._notes)}" if self._notes else "")

    def _chosen(self) -> Note | None:
        return next((note for note in self._notes if note.id == self.rows.key), None)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Open the note's article at its place."""
        if note := self._chosen():
            selector = note.anchor if note.anchor and note.anchor.start is not None else note.selector
            offset = selector.start if selector else 0
            self.reader_app.open_source(note.url or note.canonical_url, offset=offset or 0)

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
        """Delete the note; it can be undone."""
        note = self._chosen()
        if note is None:
            self.say("no note here")
            return

        def remove() -> None:
            self.desk.remove_note(note)

        def restore() -> None:
            self.desk.restore_note(note)

        self._do(Step("delete the note", restore, remove), "note deleted: u brings it back")

    def do_edit(self, _command: Command) -> None:
        """Change the note."""
        from reader.ui.screens.note_editor import Answer, NoteEditor

        note = self._chosen()
        if note is None:
            self.say("no note here")
            return
        key = f"{note.url}#note-{note.id}"

        def save(answer: Answer | None) -> None:
            if answer is None:
                self.say("not saved; the text is kept and offered when you change this note again")
                return
            self._update(note, "text", key, body=answer.body, tags=answer.tags, color=answer.color or note.color)

        passage = note.selector.exact if note.selector else ""
        self.app.push_screen(NoteEditor(self.desk, passage, note, key, self.reader_app.palette), save)

    def do_tag(self, _command: Command) -> None:
        """Ask for the note's tags."""
        note = self._chosen()
        if note is None:
            self.say("no note here")
        else:
            self.ask("tags", "tags:", " ".join(note.tags), "words parted by spaces")

    def _update(self, note: Note, what: str, draft: str, **changes: Any) -> None:  # noqa: ANN401 - fields of Note
        before = {name: getattr(note, name) for name in changes}

        def change() -> None:
            if draft:
                self.desk.save_draft(draft, str(changes["body"]))
            self.desk.update_note(note, **changes)
            if draft:
                self.desk.drop_draft(draft)

        def back() -> None:
            self.desk.update_note(note, **before)

        self._do(Step(f"change the note's {what}", back, change), "saved")

    def _do(self, step: Step, words: str) -> None:
        self._undo.push(step)
        self._change(step.redo, words)

    def _change(self, job: Callable[[], None], words: str) -> None:
        def done(_nothing: None) -> None:
            self.reload()
            self.say(words)

        self.work(job, done, group="note-change")

    def do_undo(self, _command: Command) -> None:
        """Undo the last change made here."""
        step = self._undo.undo()
        if step:
            self._change(step.undo, f"undone: {step.words}")
        else:
            self.say("nothing to undo")

    def do_redo(self, _command: Command) -> None:
        """Redo what was undone."""
        step = self._undo.redo()
        if step:
            self._change(step.redo, f"done again: {step.words}")
        else:
            self.say("nothing to redo")

    # filtering

    def do_search(self, _command: Command) -> None:
        """Show only the notes with some words."""
        self.ask("filter", "/", self._filter, "text, #tag, speaker, title or site")

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Filter while the words are typed."""
        if event.purpose == "filter":
            self._filter = event.value
            self._draw()

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Go on in the list, or save what was entered."""
        note = self._chosen()
        if event.purpose == "tags" and note:
            tags = tuple(event.value.replace("#", " ").replace(",", " ").split())
            self._update(note, "tags", "", tags=tags)
        elif event.purpose != "filter":
            self.reader_app.prompt_entered(self, event.purpose, event.value)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Show all again."""
        if event.purpose == "filter":
            self._filter = ""
            self._draw()

    def do_cancel(self, command: Command) -> None:
        """End the filter."""
        super().do_cancel(command)
        if self._filter:
            self._filter = ""
            self._draw()


def _row(note: Note) -> Row:
    passage = " ".join(note.selector.exact.split()) if note.selector else "on the whole article"
    look = f"note:{note.color}" if note.color else "italic"
    first = Paragraph(((clean_line(passage), look if note.selector else "muted"),), indent=1, right=ago(note.modified))
    paragraphs = [first]
    if note.kind is NoteKind.CORRECTION:
        paragraphs.append(Paragraph(((correction_text(note), "accent"),), indent=1))
    if note.body:
        paragraphs.append(Paragraph((("✎ ", "mark"), (clean_line(note.body), "")), indent=1))
    tags = " ".join(f"#{clean_line(tag)}" for tag in note.tags)
    source = " · ".join(clean_line(part) for part in (note.speaker, note.title, note.site) if part)
    paragraphs.append(Paragraph(((f"{tags}  " if tags else "", "accent"), (source, "muted")), indent=1))
    return Row(note.id, tuple(paragraphs))


def _holds(note: Note, wanted: list[str]) -> bool:
    parts = (note.selector.exact if note.selector else "", note.body, note.speaker, note.title, note.site)
    text = " ".join((*parts, *(f"#{tag}" for tag in note.tags))).casefold()
    return all(word in text for word in wanted)
