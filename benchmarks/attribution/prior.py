"""The weights as a person set them, which the fit starts from and is held to: what each sign of speech is worth."""

from __future__ import annotations

__all__ = ["SPEAKER", "SPEECH", "SURE"]

# Who said it: the option with the highest sum.
SPEAKER: dict[str, float] = {
    # a verb of speech before the stretch, in its sentence
    "before:say": 6.0,
    "before:call": 6.0,
    "before:weak": 3.2,
    "before:touching": 2.0,
    "before:gap": -0.12,
    "before:crossed": -1.6,
    "before:embedded": -2.0,
    "relayed": -4.0,
    "before:according": 5.6,
    "before:comma_expects_after": -3.0,
    # a verb of speech after it
    "after:touching": 8.0,
    "after:touching_but_led": -3.5,
    "after:far": 3.2,
    "after:closing": 3.0,
    "after:according": 5.4,
    "after:according_but_led": -1.5,
    "after:gap": -0.1,
    "after:crossed": -2.0,
    "weak": -1.5,
    "passive": 0.3,
    "elided": -0.2,
    # nothing but presence in the sentence
    "same:subject": 3.6,
    "same:other": 1.4,
    "same:after": 0.8,
    "same:beside": 3.5,
    "same:signed": 4.0,
    "same:colon": 2.5,
    "same:document": 5.5,
    "same:gap": -0.05,
    # another sentence
    "earlier:say": 4.2,
    "earlier:colon": 4.0,
    "earlier:subject": 2.6,
    "earlier:other": 0.8,
    "earlier:scene": 1.5,
    "earlier:distance": -0.9,
    "earlier:paragraph": -1.2,
    "earlier:within": -1.5,
    "later:say": 2.2,
    "later:subject": 0.6,
    "later:paragraph": 0.5,
    "alone_opens_paragraph": 1.2,
    # the speaker of the stretch before
    "carry": 3.0,
    "carry:alone": 3.4,
    "carry:answer": 6.0,
    "carry:same_sentence": 1.5,
    "carry:new_voice": -3.0,
    "carry:within": -2.5,
    "carry:new_scene": -2.5,
    "carry:paragraph": -1.4,
    "carry:far": -0.8,
    "carry:distance": -0.5,
    # what the candidate is
    "kind:pronoun": 0.2,
    "kind:place": -1.2,
    "kind:document": -0.5,
    "kind:governed": -1.5,
    "kind:unknown": -0.4,
    # the text names nobody who said it
    "nobody": 1.2,
}

# Whether it is speech at all: a sum above 0.
SPEECH: dict[str, float] = {
    "speech": 4.0,
    "speech:governed": 0.0,
    "speech:long": 2.0,
    "not:defined": -8.0,
    "not:headed": -8.0,
    "not:dubbed": -8.0,
    "not:hearsay": -8.0,
    "not:named": -8.0,
    "not:nickname": -20.0,
    "not:term": -8.0,
    "looks:determined": 0.0,
    "looks:few": 0.0,
    "looks:lower": 0.0,
    "looks:modifies": 0.0,
    "looks:one": 0.0,
    "looks:several": 0.0,
    "looks:single": 0.0,
    "looks:stopped": 0.0,
    "looks:title": 0.0,
}

# How likely the answer is right: the log odds.
SURE: dict[str, float] = {
    "bias": 0.0,
    "certain": 3.0,  # no feature: the log odds that count as a confidence of 0.9
    "share": 1.0,
    "speech": 0.3,
    "nobody": -2.0,
    "pronoun": -0.3,
    "nominal": -0.3,
    "document": -1.0,
    "unnamed": -0.3,
    "one word": -0.3,
    "carried": 0.0,
    "carried on": 0.0,
    "stranger": 0.0,
    "acronym": -0.3,
    "body": 0.0,
    "few words": 0.0,
    "elsewhere": 0.0,
    "no verb": 0.0,
}
