"""Writing a note: its passage, a Markdown text, tags and a colour. What is typed is never lost."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static, TextArea

from reader.actions import ACTIONS, Place
from reader.errors import ReaderError
from reader.model import Note
from reader.text import clean_line, clean_typed, elide
from reader.themes import HIGHLIGHTS
from reader.ui.palette import Palette
from reader.ui.screens.dialogue import Dialogue
from reader.ui.widgets.bars import MessageBar
from reader.ui.widgets.tag_suggester import TagSuggester

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.ui.app import ReaderApp

__all__ = ["Answer", "NoteEditor"]

DRAFT_EVERY = 1.0
"""Seconds between savings of what is being typed."""


@dataclass(frozen=True)
class Answer:
    """What was written."""

    body: str
    tags: tuple[str, ...]
    color: str


class NoteEditor(Dialogue[Answer], inherit_bindings=False):
    """Asks for a note; answers None when it was left without saving, the text then being kept as a draft."""

    DEFAULT_CSS = """
    NoteEditor { align: center middle; background: $background 60%; }
    NoteEditor > Vertical { width: 84; max-width: 96%; height: 22; max-height: 96%;
        border: round $primary; background: $background; padding: 0 1; }
    NoteEditor #passage { height: auto; max-height: 4; color: $muted; text-style: italic; margin: 0 0 1 0; }
    NoteEditor TextArea { height: 1fr; border: none; padding: 0; background: $surface; }
    NoteEditor TextArea:focus { border: none; }
    NoteEditor #preview { height: 1fr; background: $background; display: none; }
    NoteEditor.-preview #preview { display: block; }
    NoteEditor.-preview TextArea { display: none; }
    NoteEditor Input { height: 1; border: none; padding: 0; background: $surface; margin: 1 0 0 0; }
    NoteEditor Input:focus { border: none; }
    NoteEditor #foot { height: auto; max-height: 2; margin: 1 0 0 0; color: $muted; }
    NoteEditor MessageBar { padding: 0; margin: 1 0 0 0; }
    """

    def __init__(
        self,
        desk: Desk,
        passage: str,
        note: Note | None,
        draft_key: str,
        palette: Palette,
        *,
        again: Answer | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__()
        self._again, self._trouble = again, trouble
        self.left_draft = False
        self._desk, self._note, self._draft_key, self._palette = desk, note, draft_key, palette
        self._passage = clean_line(passage)
        self._color = note.color if note else ""
        self._kept = clean_typed(note.body) if note else ""
        self._text = TextArea(self._kept, soft_wrap=True, show_line_numbers=False, id="body", compact=True)
        self._tags = Input(
            clean_typed(" ".join(note.tags)) if note else "", placeholder="tags, parted by spaces", compact=True
        )
        self._foot = Static(markup=False, id="foot")
        self._message = MessageBar()

    def compose(self) -> ComposeResult:
        """The passage, the text, the tags and the keys."""
        box = Vertical()
        box.border_title = "Change the note" if self._note else "New note"
        with box:
            shown = f"“{elide(self._passage, 300)}”" if self._passage else "On the whole article"
            yield Static(Content(shown), id="passage", markup=False)
            yield self._text
            yield VerticalScroll(id="preview")
            yield self._tags
            yield self._message
            yield self._foot

    def on_mount(self) -> None:
        """Offer what was left unfinished, and keep what is typed from now on."""
        draft = None if self._again else self._stored_draft()
        if self._again is not None:  # what could not be saved a moment ago
            self._text.load_text(self._again.body)
            self._tags.value, self._color = " ".join(self._again.tags), self._again.color
            self._message.say(self._trouble, error=True)
        elif draft is not None and draft != self._kept:
            self._text.load_text(clean_typed(draft))
            self._message.say("this is the draft you left here; ctrl+z takes back changes")
            self._kept = draft
        self._text.move_cursor(self._text.document.end)
        self.set_focus(self._text)
        self.set_interval(DRAFT_EVERY, self.keep_draft)
        self.run_worker(self._suggest_tags, thread=True, group="tags")
        self._draw_foot()

    def _stored_draft(self) -> str | None:
        """What was left unfinished here; nothing when the drafts cannot be read, which keeps nobody from writing."""
        try:
            return self._desk.draft(self._draft_key)
        except ReaderError as error:
            self._message.say(str(error), error=True)
            return None

    def _suggest_tags(self) -> None:
        """Complete tags from those in use; without them when the notes cannot be read: saving will say so."""
        with suppress(ReaderError):
            tags = self._desk.tags()
            self.app.call_from_thread(setattr, self._tags, "suggester", TagSuggester(tags))

    def keep_draft(self) -> None:
        """Save what was typed since the last time; a disk that will not have it is told of, and typing goes on."""
        text = self._text.text
        if text == self._kept:
            return
        try:
            self._desk.save_draft(self._draft_key, text)
        except ReaderError as error:
            if not self._trouble:  # told once, and not over why the note itself was not saved
                self._trouble = str(error)
                self._message.say(self._trouble, error=True)
        else:
            self._kept = text

    def on_resize(self) -> None:
        """Break the foot for the new width."""
        self.call_after_refresh(self._draw_foot)

    def _draw_foot(self) -> None:
        ground = self._palette.theme.highlights.get(self._color)
        parts = [Content.styled(f" {self._color} ", f"on {ground}") if ground else Content("no colour")]
        parts += [
            Content.assemble((key, "bold $accent"), f" {action.hint}")
            for action in ACTIONS
            if Place.EDITOR in action.where and (key := self._app.keymap.key_of(action.name))
        ]
        self._foot.update(_in_lines(parts, self._foot.size.width))

    @property
    def _app(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    async def on_key(self, event: Key) -> None:
        """Answer the keys of the editor; all others are typed."""
        action = self._app.keymap.places[Place.EDITOR].get((event.key,))
        if action is not None:
            event.stop()
            event.prevent_default()
            done = getattr(self, f"do_{action.name}")()
            if isawaitable(done):
                await done
        elif self.focused is self._text and (event.is_printable or event.key == "enter"):
            event.stop()  # it was typed before the field was up
            self._text.insert(event.character if event.is_printable and event.character else "\n")

    def do_other_field(self) -> None:
        """From the text to the tags, or back."""
        self.set_focus(self._tags if self.focused is self._text else self._text)

    def do_save_note(self) -> None:
        """Save and close."""
        tags = tuple(self._tags.value.replace("#", " ").replace(",", " ").split())
        if self._note is None and not (self._text.text.strip() or tags or self._color):
            self._message.say("nothing is written yet")
            return
        self.answer(Answer(self._text.text, tags, self._color))

    def do_leave_note(self) -> None:
        """Close; what was typed stays as a draft."""
        self.keep_draft()
        before = clean_typed(self._note.body) if self._note else ""
        self.left_draft = self._text.text not in ("", before)
        self.answer(None)

    async def do_preview(self) -> None:
        """Show the Markdown as it will read, or the text again."""
        from textual.widgets import Markdown

        shown = self.query_one("#preview", VerticalScroll)
        await shown.remove_children()
        self.toggle_class("-preview")
        if self.has_class("-preview"):
            await shown.mount(Markdown(self._text.text or "*nothing is written yet*", open_links=False))
            self.set_focus(shown)
        else:
            self.set_focus(self._text)

    def do_note_colour(self) -> None:
        """Take the next highlight colour, and none after the last."""
        colours = ("", *HIGHLIGHTS)
        place = colours.index(self._color) if self._color in colours else 0
        self._color = colours[(place + 1) % len(colours)]
        self._draw_foot()

    def do_external_editor(self) -> None:
        """Let the user's own editor have the text."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not editor:
            self._message.say("set $VISUAL or $EDITOR to write in your own editor", error=True)
            return
        if self.app.is_web:
            self._message.say(f"{editor} needs a terminal: this is a browser", error=True)
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "note.md"
            path.write_text(self._text.text, encoding="utf-8")
            try:
                with self.app.suspend():
                    status = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode  # noqa: S603
                written = path.read_text(encoding="utf-8", errors="replace")
            except (OSError, ValueError) as error:
                self._message.say(f"{editor}: cannot be used: {error}", error=True)
                return
        if status:
            self._message.say(f"{editor} ended with status {status}: the text is as before", error=True)
        else:
            self._text.load_text(clean_typed(written.rstrip("\n")))


def _in_lines(parts: Sequence[Content], width: int) -> Content:
    """The parts two cells apart, none of them broken where a line ends."""
    lines, used = [parts[0]], parts[0].cell_length
    for part in parts[1:]:
        used += 2 + part.cell_length
        if used <= width:
            lines[-1] = Content.assemble(lines[-1], "  ", part)
        else:
            lines.append(part)
            used = part.cell_length
    return Content("\n").join(lines)
