"""What the caret stands on: passages to note, copy and explain. A part of the reading screen."""

from __future__ import annotations

from reader.app.reading import Reading
from reader.model import AnchorStatus, BlockKind, Note, NoteKind, Quotation, Range
from reader.text import clean_line
from reader.ui.keys import Command
from reader.ui.layout.head import when
from reader.ui.layout.motions import block_at
from reader.ui.screens.base import KeyedScreen
from reader.ui.widgets.article_motions import ReadingView
from reader.ui.widgets.panel import SidePanel

__all__ = ["Passages"]


class Passages(KeyedScreen):
    """Finds the passage, quotation, link or note that an action means."""

    reading: Reading | None
    view: ReadingView
    panel: SidePanel
    notes: list[Note]

    def target(self) -> tuple[Range, NoteKind] | None:
        """What a note would be on: the selection, else the quotation, else the paragraph under the caret."""
        view = self.view
        if view.selection:
            return view.selection, NoteKind.NOTE
        if view.here is not None:
            quotation = view.quotations[view.here]
            return (quotation.start, quotation.end), NoteKind.QUOTATION
        if not view.article.blocks:
            return None
        index = block_at(view.article, view.caret)
        start, block = view.article.starts[index], view.article.blocks[index]
        if block.kind is BlockKind.RULE or not block.text:
            return None
        return (start, start + len(block.text)), NoteKind.NOTE

    def note_here(self) -> Note | None:
        """The note meant: the one under the panel's cursor, else the smallest around the caret (no correction)."""
        key = self.panel.rows.key
        if self.panel_has_keys and isinstance(key, tuple) and key[0] == "note":
            return next((note for note in self.notes if note.id == key[1]), None)
        around = [
            (note.anchor.end - note.anchor.start, note)
            for note in self.notes
            if note.anchor
            and note.kind is not NoteKind.CORRECTION
            and note.anchor.status is not AnchorStatus.ORPHAN
            and note.anchor.start is not None
            and note.anchor.end is not None
            and note.anchor.start <= self.view.caret < note.anchor.end
        ]
        return min(around, key=lambda pair: pair[0])[1] if around else None

    @property
    def panel_has_keys(self) -> bool:
        """Whether the side panel's rows have the keys."""
        return self.panel.rows.has_focus

    # copying

    def do_copy(self, _command: Command) -> None:
        """Copy what is meant."""
        self._copy(self._meant())

    def do_copy_cited(self, _command: Command) -> None:
        """Copy what is meant, with where it is from."""
        words = self._meant()
        if words and self.reading:
            self._copy(f"{words}\n{self._citation()}")

    def _meant(self) -> str:
        key = self.panel.rows.key if self.panel_has_keys else None
        if isinstance(key, tuple) and key[0] == "link":
            return self.view.article.links[key[1]].href
        if isinstance(key, tuple) and key[0] == "note":
            note = self.note_here()
            return note.body or (note.selector.exact if note.selector else "") if note else ""
        target = self.target()
        return self.view.article.text[target[0][0] : target[0][1]] if target else ""

    def _citation(self) -> str:
        article = self.view.article
        quotation = self.view.quotations[self.view.here] if self.view.here is not None else None
        speaker = self.view.attribution.speaker(quotation.speaker) if quotation else None
        date = when(article.published, article.published_precision)
        source = [", ".join(article.byline), article.title, article.site, date, article.address]
        cited = ", ".join(part for part in source if part)
        return f"— {speaker.name}, in: {cited}" if speaker else f"— {cited}"

    def _copy(self, words: str) -> None:
        if words:
            self.reader_app.copy(words)
            self.view.place_selection(None)
        else:
            self.say("nothing to copy here")

    # why this speaker

    def do_why(self, _command: Command) -> None:
        """Say what the engine went by: the mention, the cue, who relayed it, how sure it is."""
        here = self.view.here
        if here is None:
            self.say("no quotation here: w goes to the next one")
            return
        self.say(self._reason(self.view.quotations[here]))

    def _reason(self, quotation: Quotation) -> str:
        text = self.view.article.text
        speaker = self.view.attribution.speaker(quotation.speaker)
        if speaker is None:
            return "nobody is named as the speaker of these words"
        role = f", {speaker.role}" if speaker.role else ""
        parts = [f"{speaker.name}{role}"]
        if quotation.mention:
            parts.append(f"named here as “{clean_line(text[slice(*quotation.mention)])}”")
        if quotation.cue:
            parts.append(f"cue “{clean_line(text[slice(*quotation.cue)])}”")
        if quotation.via:
            parts.append(f"through {quotation.via}")
        parts.append(f"{quotation.kind} quotation, {quotation.confidence:.0%} sure")
        return " · ".join(parts)
