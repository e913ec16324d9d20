"""The lexicon of speech: verbs and phrases that say somebody's words are coming or were just given."""

from __future__ import annotations

from functools import cache

from reader.attribution.lexicon import words

__all__ = ["CALL", "NEGATING_NOUNS", "SAY", "WEAK", "first_words", "forms", "lemmas", "with_particle"]

SAY, CALL, WEAK = "say", "call", "weak"

# "Name said": may carry a whole utterance.
_SAY = """
say tell add ask reply respond answer note explain insist argue claim warn announce declare state assert comment
remark observe stress emphasize emphasise acknowledge admit concede confirm deny suggest contend maintain recall
joke quip write tweet post shout chant yell cry whisper exclaim promise pledge vow predict continue
reiterate repeat report reveal testify complain boast lament apologize apologise caution advise mention indicate
speculate wonder plead allege swear scream mutter interject elaborate summarize summarise protest reckon reason
recount disclose proclaim opine assure inform counter retort tease muse enthuse affirm reaffirm enquire inquire
laugh suppose propose attest profess exhort intone snap deadpan gush fume sigh chuckle shrug scoff grumble gripe
    groan moan wail sob roar implore beg venture marvel rave confide clarify stipulate theorize theorise hypothesize
    hypothesise bemoan remind reassure instruct plead posit surmise bellow holler retell relate concur surmise
    underscore underline jest bark thunder bluster sneer snarl hiss growl croak stammer stutter blurt chortle giggle
    cackle crow gloat exult grouse fret rejoin riposte aver avow hint imply narrate recite"""
# "Name called it": carries some words.
_CALL = """
describe justify remember
call label brand dub term characterize characterise hail praise condemn denounce criticize criticise
accuse welcome dismiss reject blast slam mock tout decry deplore blame portray refer cite urge demand express
outline defend question invoke salute applaud attack lambast lambaste commend deem thank liken veto
deride ridicule pan scorn laud extol vilify castigate rebuke chide scold berate lampoon disparage pillory malign"""
# Verbs that carry words only when nothing better is there.
_WEAK = """
agree conclude find rule believe think feel hope fear want offer order hold request recommend propose consider estimate
expect know learn read discuss decide give speak address echo quote acknowledge appear seem use issue release
joke talk sing determine show pray plan argue seek vote aim justify threaten support mean see hear intend
encourage oppose ban stipulate require define allow charge detail point go begin start close finish open react
highlight voice intervene"""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "hold": "holds held holding",
    "know": "knows knew known knowing",
    "read": "reads read reading",
    "give": "gives gave given giving",
    "speak": "speaks spoke spoken speaking",
    "sing": "sings sang sung singing",
    "show": "shows showed shown showing",
    "seek": "seeks sought seeking",
    "mean": "means meant meaning",
    "see": "sees saw seen seeing",
    "hear": "hears heard hearing",
    "cry": "cries cried crying",
    "go": "goes went going",
    "begin": "begins began beginning",
    "plead": "pleads pleaded pled pleading",
    "deem": "deems deemed deeming",
}
_DOUBLED = words("admit refer quip ban plan concur snap beg sob shrug drop aver pan")

# What is not a quotation though marks stand around it: a name for a thing, a title of a work, a word as a word.
NEGATING_NOUNS = words("""
    word words term terms phrase phrases expression title titled entitled named nickname nicknamed known dubbed
    called termed labelled labeled billed album albums song songs single film films movie movies book books novel
    novels poem poems play series show episode track anthem hit documentary article essay painting exhibition slogan
    operation codenamed code-named hashtag so-called aka alias meaning surname section category band game programme
    program report's headline case headlined spelled translated translates tagged acronym hymn ballad memoir podcast
    magazine thriller drama comedy sitcom musical opera ballet reel tune tunes ep lp mixtape trilogy sequel anthology
    bestseller novella op-ed exhibit mural sculpture portrait soundtrack lyric podcasts miniseries seminar webinar
    workshop category file folder setting option button tab label sticker badge app handle username
    campaign motto tagline festival theme tracks singles hits episodes dramas comedies paintings exhibitions
    documentaries operas musicals headlines""")


# Verbs that are of speech only with the word after them.
_WITH_PARTICLE = {
    "back": words("shot shoots fired fires hit hits struck strikes clapped wrote shouted texted"),
    "in": words("chimed chimes weighed weighs"),
    "it": words("put puts"),
    "on": words("went goes carried"),
    "out": words("pointed points pointing blurted blurts burst lashed lashes called"),
    "up": words("piped pipes summed sums"),
}


def with_particle(verb: str, after: str) -> bool:
    """Whether two words together are a verb of speech: "shot back", "pointed out"."""
    return verb in _WITH_PARTICLE.get(after, ())


@cache
def forms() -> dict[str, str]:
    """Every inflected form of a speech verb, and its class: ``SAY``, ``CALL`` or ``WEAK``."""
    found: dict[str, str] = {}
    for kind, lemmas in ((WEAK, _WEAK), (CALL, _CALL), (SAY, _SAY)):
        for lemma in lemmas.split():
            for form in _inflect(lemma):
                found[form] = kind
    found.update(dict.fromkeys(("retold", "begged"), SAY))
    found["pressed"] = WEAK
    found.pop("state", None)  # far oftener a noun
    found.update(
        dict.fromkeys(["texted", "messaged", "emailed", "e-mailed", "blogged", "opining", "tweeting", "posting"], SAY)
    )
    return found


@cache
def first_words() -> frozenset[str]:
    """Every word that is a speech verb, or with a particle after it one."""
    return frozenset(forms()).union(*_WITH_PARTICLE.values())


@cache
def lemmas() -> frozenset[str]:
    """The speech verbs as a dictionary has them, but for those whose past is spelled alike."""
    return words(f"{_WEAK} {_CALL} {_SAY}") - _ALIKE


_ALIKE = words("read put")


def _inflect(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [lemma, third, stem + "ed", stem + "ing"]
