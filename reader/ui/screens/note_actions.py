"""Making, changing and undoing notes on the open article. A part of the reading screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reader.actions import Group
from reader.app.notes import REATTACHED
from reader.errors import ReaderError
from reader.model import Note, NoteKind, Range
from reader.themes import HIGHLIGHTS
from reader.ui.keys import Command
from reader.ui.saving import kept_until_saved
from reader.ui.screens.passages import Passages
from reader.ui.undo import Step

if TYPE_CHECKING:
    from reader.ui.screens.note_editor import Answer

__all__ = ["NoteActions"]

Job = Callable[[], None]
Failed = Callable[[ReaderError], None]


class Draft(Struct, frozen=True):
    """What the editor starts with, and what its answer is for."""

    note: Note | None
    span: Range | None
    kind: NoteKind


class NoteActions(Passages):
    """Answers the actions of the group Notes on one article; each change can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self._tagged: Note | None = None
        self._changing = False
        self._waiting: list[Command] = []

    def perform(self, command: Command) -> None:
        """Do an action; one on notes waits until the change before it is saved and drawn."""
        if self._changing and command.action.group is Group.NOTES:
            self._waiting.append(command)
        else:
            super().perform(command)

    sought = ""
    """The id of the note that this screen was opened for; it is gone to as soon as it was found in the text."""

    def on_screen_resume(self) -> None:
        """What was changed on another screen shows when one comes back."""
        self.refresh_notes()

    def refresh_notes(self) -> None:
        """Read this article's notes anew; they are anchored and drawn when they come, after a change in any case."""
        if (reading := self.reading) is not None and not self._changing:
            self.work(lambda: self.desk.notes_of(reading), self._show_notes, group="notes")

    def _show_notes(self, notes: list[Note]) -> None:
        self.notes = notes
        self.view.show_notes(notes)
        self.panel.show(notes=notes)
        self.show_figures()
        self._go_to_sought()
        self.notes_shown()

    def _go_to_sought(self) -> None:
        note = next((note for note in self.notes if note.id == self.sought), None)
        if note and note.anchor and note.anchor.start is not None:
            self.view.go_to(note.anchor.start, centre=True)
        self.sought = ""

    def notes_shown(self) -> None:
        """The notes are drawn: what waited for them can go on."""

    def notes_to_export(self) -> list[Note] | None:
        """This article's notes."""
        return self.notes

    def show_figures(self) -> None:
        """Count anew what the top bar tells."""
        raise NotImplementedError

    # making

    def do_note(self, _command: Command) -> None:
        """Write a note on what is meant."""
        target = self.target()
        if target is None or self.reading is None:
            self.say("nothing to note here")
            return
        self._edit(Draft(None, *target))

    def do_page_note(self, _command: Command) -> None:
        """Write a note on the whole article."""
        if self.reading is not None:
            self._edit(Draft(None, None, NoteKind.PAGE))

    def do_edit(self, _command: Command) -> None:
        """Change the note here."""
        note = self.note_here()
        if note is None:
            self.say("no note here: a makes one, gn lists all of this article")
            return
        span = (note.selector.start, note.selector.end) if note.selector else None
        self._edit(Draft(note, span, note.kind))

    def do_highlight(self, command: Command) -> None:
        """Highlight what is meant; a highlight that is there takes another colour."""
        note, target = self.note_here(), self.target()
        chosen = HIGHLIGHTS[(command.count - 1) % len(HIGHLIGHTS)] if command.count else ""
        if note is not None and self.view.selection is None and note.selector:
            place = HIGHLIGHTS.index(note.color) if note.color in HIGHLIGHTS else -1
            self._change(note, "colour", color=chosen or HIGHLIGHTS[(place + 1) % len(HIGHLIGHTS)])
        elif target is not None:
            self._add(target[0], NoteKind.HIGHLIGHT, color=chosen or HIGHLIGHTS[0])

    def do_tag(self, _command: Command) -> None:
        """Ask for the tags of the note here, or of a new highlight."""
        note = self.note_here()
        if note is None and self.target() is None:
            self.say("nothing to tag here")
            return
        self._tagged = note
        self.ask("tags", "tags:", " ".join(note.tags) if note else "", "words parted by spaces")
        self.suggest_tags()

    def tags_entered(self, value: str) -> None:
        """Save the tags that were entered."""
        tags = tuple(value.replace("#", " ").replace(",", " ").split())
        target = self.target()
        if self._tagged is not None:
            self._change(self._tagged, "tags", tags=tags)
        elif target is not None and tags:
            self._add(target[0], NoteKind.HIGHLIGHT, tags=tags, color=HIGHLIGHTS[0])

    def do_move_note(self, _command: Command) -> None:
        """Put the note picked in the panel on what is meant now; in the panel, choose from places like its own."""
        note = self._picked_note()
        if note is None or note.selector is None:
            self.say("pick a note in the panel first (gn), then select its new passage and press this again")
        elif self.panel_has_keys:
            self.choose_place(note)
        elif target := self.target():
            self._reattach(note, target[0])

    def _picked_note(self) -> Note | None:
        key = self.panel.rows.key
        picked = key[1] if self.panel.tab == "notes" and isinstance(key, tuple) and key[0] == "note" else None
        return next((note for note in self.notes if note.id == picked), None)

    def choose_place(self, note: Note) -> None:
        """Offer the places in the article that are like what the note was made on."""
        reading = self.reading
        if reading is not None:
            self.work(lambda: self.desk.near(reading, note), lambda places: self._offer(note, places), group="near")

    def _offer(self, note: Note, places: list[Range]) -> None:
        from reader.ui.screens.near_picker import NearPicker

        def put(place: Range | None) -> None:
            if place is None:
                self.say("left where it was; or select its passage in the text and press M")
            else:
                self._reattach(note, place)

        passage = note.selector.exact if note.selector else ""
        self.app.push_screen(NearPicker(passage, self.view.article.text, places), put)

    def _reattach(self, note: Note, span: Range) -> None:
        reading = self.reading
        if reading is None:
            return

        def put() -> None:
            self.desk.reattach(reading, note, span)

        def back() -> None:
            self.desk.update_note(note, extra={REATTACHED: None, **note.extra})  # a field left out would stay

        self.run_change("put the note elsewhere", put, back)
        self.view.place_selection(None)

    def do_delete(self, _command: Command) -> None:
        """Delete the note here; it can be undone."""
        note = self.note_here()
        if note is None:
            self.say("no note here to delete")
            return
        self.run_change("delete the note", lambda: self._remove(note), lambda: self._restore(note))
        self.say("note deleted: u brings it back")

    def take_up(self, mark: str) -> None:
        """Go on with an unfinished note: its mark is the last part of the key that its draft is kept under."""
        note = next((note for note in self.notes if mark == f"note-{note.id}"), None)
        places = mark.split("-")
        if note is not None:
            self._edit(Draft(note, None, note.kind))
        elif len(places) == 2 and all(place.isdecimal() for place in places):
            span = (int(places[0]), int(places[1]))
            self._edit(Draft(None, span, NoteKind.QUOTATION if span in self.view.ranges else NoteKind.NOTE))
        else:
            self._edit(Draft(None, None, NoteKind.PAGE))

    def _edit(self, draft: Draft, again: Answer | None = None, trouble: str = "") -> None:
        from reader.ui.screens.note_editor import NoteEditor

        reading = self.reading
        if reading is None:
            return
        passage = reading.article.text[slice(*draft.span)] if draft.span and draft.note is None else ""
        if draft.note and draft.note.selector:
            passage = draft.note.selector.exact
        key = f"{reading.address}#{_mark(draft)}"
        editor = NoteEditor(self.desk, passage, draft.note, key, self.view.palette, again=again, trouble=trouble)

        def save(answer: Answer | None) -> None:
            if answer is None:
                if editor.left_draft:
                    self.say("not saved; the text is kept and offered when you write on this passage again")
                return

            def back(error: ReaderError) -> None:
                self._edit(draft, answer, f"not saved: {error}")

            if draft.note is not None:
                fields = {"body": answer.body, "tags": answer.tags, "color": answer.color or draft.note.color}
                self._change(draft.note, "text", draft=key, failed=back, **fields)
            else:
                self._add(draft.span, draft.kind, answer.body, answer.tags, answer.color, draft=key, failed=back)

        self.app.push_screen(editor, save)

    # doing and undoing

    def _add(
        self,
        span: Range | None,
        kind: NoteKind,
        body: str = "",
        tags: tuple[str, ...] = (),
        color: str = "",
        draft: str = "",
        failed: Failed | None = None,
    ) -> None:
        reading = self.reading
        if reading is None:
            return
        made: list[Note] = []

        def add() -> None:
            if made:
                self.desk.restore_note(made[0])
            else:
                made.append(self.desk.add_note(reading, span, kind, body=body, tags=tags, color=color))

        words = "add the highlight" if kind is NoteKind.HIGHLIGHT else "add the note"
        self.run_change(words, kept_until_saved(self.desk, add, draft, body), lambda: self._remove(made[0]), failed)
        self.view.place_selection(None)

    def _change(
        self,
        note: Note,
        what: str,
        draft: str = "",
        failed: Failed | None = None,
        **changes: Any,  # noqa: ANN401 - fields of Note
    ) -> None:
        before = {name: getattr(note, name) for name in changes}

        def change() -> None:
            self.desk.update_note(note, **changes)

        def back() -> None:
            self.desk.update_note(note, **before)

        job = kept_until_saved(self.desk, change, draft, str(changes.get("body", "")))
        self.run_change(f"change the note's {what}", job, back, failed)

    def _remove(self, note: Note) -> None:
        self.desk.remove_note(note)

    def _restore(self, note: Note) -> None:
        self.desk.restore_note(note)

    def run_change(self, words: str, do: Job, undo: Job, failed: Failed | None = None) -> None:
        """Change the notes; the change can be undone and is called by these words. ``failed`` is told why not."""
        self._off_thread(do, lambda: self.undo_stack.push(Step(words, undo, do)), failed)

    def _off_thread(self, job: Job, after: Job, failed: Failed | None = None) -> None:
        """Change the notes in a thread and draw them as they are then, whether it went well or not."""
        self._changing = True

        def done(_nothing: None) -> None:
            after()
            self._changed()

        def wrong(error: ReaderError) -> None:
            (failed or self.warn)(error)
            self._waiting.clear()
            self._changed()

        self.work(job, done, group="note-change", failed=wrong)

    def _changed(self) -> None:
        if (reading := self.reading) is None:
            return

        def drawn(notes: list[Note]) -> None:
            self._show_notes(notes)
            self._go_on()

        def failed(error: ReaderError) -> None:
            self.warn(error)
            self._go_on()

        self.work(lambda: self.desk.notes_of(reading), drawn, group="notes", failed=failed)

    def _go_on(self) -> None:
        self._changing = False
        if self._waiting:
            self.perform(self._waiting.pop(0))

    def do_undo(self, _command: Command) -> None:
        """Undo the last change of notes."""
        step = self.undo_stack.undo()
        if step is None:
            self.say("nothing to undo")
            return
        self._off_thread(step.undo, lambda: self.say(f"undone: {step.words}"))

    def do_redo(self, _command: Command) -> None:
        """Redo what was undone."""
        step = self.undo_stack.redo()
        if step is None:
            self.say("nothing to redo")
            return
        self._off_thread(step.redo, lambda: self.say(f"done again: {step.words}"))


def _mark(draft: Draft) -> str:
    """What tells one draft from the others of its article."""
    if draft.note:
        return f"note-{draft.note.id}"
    return f"{draft.span[0]}-{draft.span[1]}" if draft.span else "page"
