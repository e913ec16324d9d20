"""Correcting who said what: another speaker, nobody, a new name, a rename, a merge. A part of the reading screen."""

from __future__ import annotations

from reader.app.corrections import Correction, corrected
from reader.app.marked import only_marked
from reader.model import Attribution, Note, NoteKind, Quotation, QuotationKind, Range, Speaker
from reader.text import counted
from reader.ui.keys import Command
from reader.ui.screens.note_actions import NoteActions

__all__ = ["Correcting"]


class Correcting(NoteActions):
    """Lays the user's corrections over the engine's answer, and makes them."""

    _whole = Attribution()
    _indirect = False

    def draw_attribution(self) -> None:
        """Show who said what, as the engine found it and the user corrected it."""
        reading = self.reading
        attributed = reading is not None and reading.attribution is not None
        found = (reading.attribution if reading else None) or Attribution()
        self._whole = corrected(found, self.notes)
        self.view.show_attribution(self._whole if self._indirect else only_marked(self._whole))
        self.panel.show(
            attribution=self.view.attribution,
            quotations=self.view.quotations,
            slots=self.view.slots,
            tags=self.view.tags,
            attributed=attributed,
        )
        self.show_figures()

    def _quotation_here(self) -> Quotation | None:
        return self.view.quotations[self.view.here] if self.view.here is not None else None

    def do_indirect(self, _command: Command) -> None:
        """Show indirect quotations too, or only those in quotation marks."""
        found = sum(one.kind is QuotationKind.INDIRECT for one in self._whole.quotations)
        if not found:
            self.say("no indirect quotations found in this article")
            return
        self._indirect = not self._indirect
        self.draw_attribution()
        self.say(f"{counted(found, 'indirect quotation')} {'shown' if self._indirect else 'hidden'}")

    def do_confirm(self, _command: Command) -> None:
        """The speaker of the quotation here, in the text or in the panel, is right."""
        key = self.panel.rows.key if self.panel_has_keys else None
        row = key[1] if isinstance(key, tuple) and key[0] == "quote" else None
        quotation = self.view.quotations[row] if row is not None else self._quotation_here()
        speaker = self.view.attribution.speaker(quotation.speaker) if quotation else None
        if quotation is None:
            self.say("no quotation here to confirm: w goes to the next one")
        elif speaker is None:
            self.say("nobody is named for these words: e names someone")
        else:
            self._correct(_span(quotation), Correction.CONFIRM, speaker.name)
            self.say(f"confirmed: {speaker.name}")

    def do_edit(self, command: Command) -> None:
        """Change the note here; where there is none, the speaker here."""
        key = self.panel.rows.key if self.panel_has_keys else None
        kind, value = key if isinstance(key, tuple) else ("", None)
        note = self.note_here()
        if kind == "speaker":
            self._ask_name(self.view.attribution.speaker(value))
        elif kind == "quote":
            self._ask_speaker(self.view.quotations[value])
        elif note is not None and note.kind is NoteKind.CORRECTION:
            self.say("D takes this correction back; e on the quotation or the speaker makes another")
        elif note is None and (quotation := self._quotation_here()):
            self._ask_speaker(quotation)
        else:
            super().do_edit(command)

    def _ask_speaker(self, quotation: Quotation) -> None:
        from reader.ui.screens.speaker_picker import SpeakerPicker

        attribution = self.view.attribution
        present = attribution.speaker(quotation.speaker)
        name = present.name if present else ""

        def answer(chosen: str | None) -> None:
            if chosen is not None and chosen != name:
                self._correct(_span(quotation), Correction.SPEAKER, chosen)
            elif chosen is not None and name:
                self._correct(_span(quotation), Correction.CONFIRM, name)

        passage = self.view.article.text[quotation.start : quotation.end]
        self.app.push_screen(SpeakerPicker(passage, attribution.speakers, name, self.reader_app.palette), answer)

    def _ask_name(self, speaker: Speaker | None) -> None:
        if speaker is not None:
            self._renamed = speaker.name
            self.ask("rename", f"{speaker.name} is:", speaker.name, "another speaker's name makes the two one")

    _renamed = ""

    def name_entered(self, value: str) -> None:
        """Rename the speaker that was asked for."""
        name = " ".join(value.split())
        if name and name != self._renamed:
            self._correct(None, Correction.RENAME, name, self._renamed)

    def _correct(self, span: Range | None, what: Correction, speaker: str, renamed: str = "") -> None:
        reading = self.reading
        if reading is None:
            return
        made: list[Note] = []

        def make() -> None:
            if made:
                self.desk.restore_note(made[0])
            else:
                made.append(self.desk.correct(reading, span, what, speaker, renamed))

        def unmake() -> None:
            self.desk.remove_note(made[0])

        self.run_change("correct who said it", make, unmake)


def _span(quotation: Quotation) -> Range:
    return quotation.start, quotation.end
