"""Whether the speaker of the stretch before goes on: what speaks for it, and for a new voice."""

from __future__ import annotations

from collections.abc import Callable

from reader.attribution.cues import CALL, SAY, WEAK
from reader.attribution.options import Option
from reader.attribution.setting import Setting
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate, Link

__all__ = ["Carrying", "is_person", "leads_up"]


class Carrying:
    """Gives the option that the speaker of the stretch before goes on."""

    def __init__(
        self, tokens: list[Token], subject: Callable[[int], Candidate | None], links: dict[int, list[Link]]
    ) -> None:
        """``subject`` gives a sentence's likeliest subject, ``links`` holds the verbs by sentence."""
        self._tokens = tokens
        self._subject = subject
        self._links = links

    def option(self, here: Setting, last: Option, last_setting: Setting) -> Option:
        """The option that the last speaker goes on."""
        option = Option(last.person, last.candidate, last.link, carried=True)
        option.add("carry")
        if here.alone:
            option.add("carry:alone")
        if here.sentence == last_setting.sentence:
            option.add("carry:same_sentence")
        crossed = here.paragraph - last_setting.paragraph
        option.add("carry:paragraph", min(crossed, 3))
        if crossed > 1:
            option.add("carry:far", min(crossed - 1, 4))
        between = range(last_setting.sentence + 1, here.sentence)
        option.add("carry:distance", min(len(between), 6))
        if here.alone and self._told_by_another(last, last_setting):
            option.add("carry:within")
        if any(self._voice(sentence, last.person) for sentence in list(between)[-4:]):
            option.add("carry:new_voice")
        elif len(between) and here.alone and self._other_in_scene(here, last.person):
            option.add("carry:new_scene")
        return option

    def _told_by_another(self, last: Option, last_setting: Setting) -> bool:
        """Whether the last words were told by another: "Lee said Bo called it “a mess.”", "Lee recalled her saying"."""
        links = self._links.get(last_setting.sentence, [])
        outer = links[0] if links else None
        if outer is None or last.link is None or outer.subject is None:
            return False
        if outer is last.link:
            return any(one.how == "relayed" and one.start == outer.start for one in links[1:2])
        return (
            not last_setting.opens
            and outer.end <= last.link.start
            and outer.kind != WEAK
            and outer.subject.person not in (last.person, -1)
        )

    def _other_in_scene(self, here: Setting, person: int) -> bool:
        """Whether the sentence right before is about another person: "Ann Lee was blunter. “…”"."""
        subject = self._subject(here.sentence - 1)
        if subject is None or subject.person in (person, -1):
            return False
        return is_person(subject) and leads_up(self._tokens, here, subject)

    def _voice(self, sentence: int, person: int) -> bool:
        """Whether somebody else speaks in a sentence."""
        return any(
            link.subject is not None and link.subject.person not in (person, -1) and link.kind in (SAY, CALL)
            for link in self._links.get(sentence, [])
        )


def leads_up(tokens: list[Token], here: Setting, subject: Candidate) -> bool:
    """Whether what is said of somebody leads up to the stretch: the same paragraph, or the end of the last one."""
    crossed = here.paragraph - tokens[subject.start].paragraph
    return crossed == 0 or (crossed == 1 and here.leads_paragraph and subject.kind == NAME)


def is_person(candidate: Candidate) -> bool:
    """Whether a candidate is one person, by its name or as "he" or "she"."""
    if candidate.kind == PRONOUN:
        return candidate.head in ("he", "she")
    if candidate.kind == NOMINAL:
        return candidate.determiner == "another" and not candidate.plural  # "Another traveller was less forgiving."
    return candidate.kind == NAME and not candidate.organisation and not candidate.place
