"""Constructions of English news, one a case: who is found to have said each quotation, in order."""

from __future__ import annotations

import pytest

from reader.attribution import attribute

CASES = {
    "surname to full name": (
        "Gina Frost, the head of Acme Corp., spoke. “It is not for sale,” Ms. Frost said.",
        ["Gina Frost"],
    ),
    "full name only later": ("“It is late,” Mr. Ode said.\n\nBen Ode, 41, is a baker.", ["Ben Ode"]),
    "shared surname, titles": (
        "Anna Bell and her brother Tom Bell run the farm. “We rise at four,” Ms. Bell said. "
        "“I hate it,” Mr. Bell said.",
        ["Anna Bell", "Tom Bell"],
    ),
    "role alone": (
        "The mayor of Oxley, Petra Nowak, opened the bridge. “It is long,” the mayor said.",
        ["Petra Nowak"],
    ),
    "role told apart": (
        "Health Minister Ilse Brandt spoke first. The French foreign minister, Luc Moreau, followed. "
        "“We are ready,” the health minister said. “So are we,” said the French minister.",
        ["Ilse Brandt", "Luc Moreau"],
    ),
    "he and she": (
        "Maria Holt met John Pike. “I liked him,” she said. “She was kind,” he said.",
        ["Maria Holt", "John Pike"],
    ),
    "pronoun before the name": ("“No,” she said. Maria Holt was firm.", ["Maria Holt"]),
    "carried to the next sentence": (
        "“I was there,” recalled Otto Weiss, who was six at the time. “I remember the smoke.”",
        ["Otto Weiss", "Otto Weiss"],
    ),
    "carried across a narrator's sentence": (
        "“They left us nothing,” says 24-year-old Amir Haddad. He lost his shop. “Everything is gone.”",
        ["Amir Haddad", "Amir Haddad"],
    ),
    "split by its verb": ("“If they come,” said Omar Sy, “we will be here.”", ["Omar Sy", "Omar Sy"]),
    "lawyer of somebody": (
        "Otto Weiss is 90. Weiss’s lawyer, Mina Kerr, said her client was “a gentle man”.",
        ["Mina Kerr"],
    ),
    "two in one sentence": (
        "Justice Mary Olin wrote that the law was “clear.” Justice Tom Reed dissented, writing that it was “not.”",
        ["Mary Olin", "Tom Reed"],
    ),
    "according to": (
        "According to Ms. Hale, who runs the café, the street is “dead after six.”",
        ["Hale"],
    ),
    "passive": ("The plan was described by Luc Moreau as “a mistake”.", ["Luc Moreau"]),
    "verb of an earlier subject": (
        "“I don’t know,” Ada Lee told the paper, adding that she was “tired”.",
        ["Ada Lee", "Ada Lee"],
    ),
    "participle first": ("Calling the vote “a farce,” Ella Ruff walked out.", ["Ella Ruff"]),
    "clause at the end": ("The bill would “gut” the law, Sen. Ella Ruff said Thursday.", ["Ella Ruff"]),
    "age before the name": ("“Let’s go,” said the driver, 52-year-old Pat Moran.", ["Pat Moran"]),
    "name in an aside": (
        "“It was like a bomb,” one resident, who gave her name only as Halima, said.",
        ["Halima"],
    ),
    "signed": ("“We did what we could.” — Sam Ito, fire chief", ["Sam Ito"]),
    "nickname": ("Ed “Tiny” Marlow said he felt “fine”.", ["Ed Marlow"]),
    "junior": ("John F. Hart Jr. won. “I am glad,” Hart said.", ["John F. Hart Jr."]),
    "particles": ("Vincent van Dael was “over the moon”, Van Dael said.", ["Vincent van Dael"]),
    "acronym in brackets": (
        "The Harbour Workers Union (HWU) met on Monday. “We will strike,” the HWU said.",
        ["the Harbour Workers Union"],
    ),
    "acronym by its initials": (
        "The Harbour Workers Union met on Monday. “We will strike,” the HWU said.",
        ["the Harbour Workers Union"],
    ),
    "document with an owner": (
        "The Institute of Tides was blunt. The institute’s report called the plan “reckless”.",
        ["the Institute of Tides"],
    ),
    "relayed is not said": (
        "Lena Tan said a sale was “unlikely”, as the Genport Courier had reported, but spoke of “an offer”.",
        ["Lena Tan", "Lena Tan"],
    ),
    "surname like a body's": (
        "“Today it worked,” said Benita Cross. She lost a son. “Not often enough,” Cross added.",
        ["Benita Cross", "Benita Cross"],
    ),
    "called by somebody": ("It was a verdict his family called “a beginning.”", ["his family"]),
    "report of a body": (
        "A 2021 report by consulting firm Hale & Bright warned of “imminent” failure. “It will fall,” the report says.",
        ["Hale & Bright", "Hale & Bright"],
    ),
    "report spoken of before": (
        "A report by consulting firm Hale & Bright came out. Ada Lee called it “old.” “It will fall,” the report says.",
        ["Ada Lee", "Hale & Bright"],
    ),
    "surname that is a trade": ("“Yes,” said Hugh Baker. “No,” Baker added later.", ["Hugh Baker", "Hugh Baker"]),
    "trade surname after another": (
        "Hugh Baker met Ada Lee. “Yes,” said Lee. “No,” Baker said.",
        ["Ada Lee", "Hugh Baker"],
    ),
    "counter-title": (
        "Fenella Moore, the transport secretary, smiled. Tom Bright said control was “lost”.\n\n"
        "“It is a shambles,” the shadow transport secretary told reporters.",
        ["Tom Bright", "Tom Bright"],
    ),
    "dateline": ("GENPORT, Texas (AP) — Leaving early, Ada Lee waved. “No,” she said.", ["Ada Lee"]),
    "another person in between": (
        "“We won,” said Tom Reed. His rival, Ann Lee, was more reserved. “We will see.”",
        ["Tom Reed", "Ann Lee"],
    ),
    "surname misspelt": (
        "Yahya Sorrel met the press. “These are our rights,” Sorrell said. “We will be back.”",
        ["Yahya Sorrel", "Yahya Sorrel"],
    ),
    "heading in capitals": (
        "ADA LEE QUITS\n\nAda Lee left on Monday. “Enough,” Lee said.",
        ["Ada Lee"],
    ),
    "another language": ("„Das ist gut“, sagte Anna Weber. „Sehr gut.“", ["Anna Weber", "Anna Weber"]),
    "verb in no lexicon": ("“You fool,” thundered Ada Lee.", ["Ada Lee"]),
    "surname lent by a spouse": (
        "Rita and Odd Halle ran. “He went back,” said Rita. Her husband shrugged. “For the keys,” he said.",
        ["Rita Halle", "Odd Halle"],
    ),
    "wife with her given name alone": (
        "Mr. Tveit left.\n\nMr. Tveit’s wife, Gro, stayed. “I like it,” she said.\n\n“It is home,” Ms. Tveit said.",
        ["Gro Tveit", "Gro Tveit"],
    ),
    "mother of a son named before": (
        "Hege Lunde waits. Lunde’s son, Per, is at sea. His mother is calm. “He will call,” she says.",
        ["Hege Lunde"],
    ),
    "a man is not told by himself": (
        "Odd Halle went to the bank. The manager told him to wait, he said. “She gave me a pen,” he said.",
        ["Odd Halle"],
    ),
    "trade that is nobody new": (
        "Siri Moe’s parents wanted her to be a pharmacist. “I lasted one term,” says the 33-year-old.",
        ["Siri Moe"],
    ),
    "pronouns learnt": (
        "Ymke Roorda met Odd Halle. “He came late,” Roorda said. “I sat,” she said.\n\n"
        "“I ran,” said Halle.\n\nRoorda nods. “He did run,” she says.\n\n“I was late,” he says.",
        ["Ymke Roorda", "Ymke Roorda", "Odd Halle", "Ymke Roorda", "Odd Halle"],
    ),
    "place after in": (
        "Pers Moe fled Oxley. In the Hollow, snow broke the window of Nora Hicke’s house. “A racket,” said Hicke.",
        ["Nora Hicke"],
    ),
    "seat for a place": ("“He was right,” said Ada Lee. “No,” said the MLA for Port Moody.", ["Ada Lee", "Ada Lee"]),
    "no comment is no word": (
        "A Quill River spokesperson said the company does not comment on cases “for privacy reasons.”",
        ["a Quill River spokesperson"],
    ),
    "in somebody's words": ("Ada Lee went home, for the town was, in her words, “done with.”", ["Ada Lee"]),
    "what somebody is calling": (
        "A firm copied faces in what commissioner Ada Lee is calling “theft.”",
        ["Ada Lee"],
    ),
    "initials of a given name": (
        "OXLEY, Ont. — R.J. Moe is tired. “Ask me later,” the 17-year-old says.",
        ["R.J. Moe"],
    ),
    "surname that is an office": (
        "Elsie Cardinal slept outside. “You learn,” Cardinal told the council. “He had a name,” she said.",
        ["Elsie Cardinal", "Elsie Cardinal"],
    ),
    "line breaks lost": (
        "Ada Lee left.“I am tired,” she said.Bo Lund stayed.“I am not,” he said.",
        ["Ada Lee", "Bo Lund"],
    ),
    "plural that speaks in a relative clause": (
        "He is the heir to a fortune critics describe as “silly.”",
        ["critics"],
    ),
    "one word that a court found": (
        "Justice Ada Lee found that the board had “unjustifiably” left it out.",
        ["Ada Lee"],
    ),
    "quoted as saying": (
        "The Genport Courier quoted Lena Tan, a former adviser, as saying “it is over”.",
        ["Lena Tan"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_construction(name):
    text, wanted = CASES[name]
    result = attribute(text)
    assert [found.name if (found := result.speaker(q.speaker)) else None for q in result.quotations] == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police said the man was “armed”.", "organisation"),
        ("A spokesman for Acme Corp. said the firm was “ready.”", "unnamed"),
        ("Two sources familiar with the talks said the offer was “insulting.”", "unnamed"),
        ("In a statement, the company said it was “deeply sorry.”", "organisation"),
        ("“Yes,” said Ada Lee.", "person"),
    ],
)
def test_kind_of_speaker(text, kind):
    (speaker,) = attribute(text).speakers
    assert speaker.kind == kind


def test_unnamed_speaker_keeps_the_words_of_the_article():
    (speaker,) = attribute("Two sources familiar with the talks said the offer was “insulting.”").speakers
    assert (speaker.name, speaker.role) == ("two sources familiar with the talks", "")


def test_cue_and_mention_are_ranges_of_the_text():
    text = "“Yes,” said fire chief Ada Lee on Monday."
    (quotation,) = attribute(text).quotations
    assert text[slice(*quotation.cue)] == "said"
    assert text[slice(*quotation.mention)] == "fire chief Ada Lee"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“Yes,” Ada Lee told Radio Five.", "Radio Five"),
        ("“Yes,” Ada Lee told the Genport Courier on Monday.", "Genport Courier"),
        ("The Genport Courier quoted Lena Tan as saying “it is over”.", "Genport Courier"),
        ("“Yes,” Ada Lee told reporters.", None),
        ("“Yes,” Ada Lee told Maria Holt.", None),
        ("“Yes,” said Ada Lee.", None),
    ],
)
def test_who_relayed_it(text, via):
    assert attribute(text).quotations[0].via == via


def test_mentions_are_names_descriptions_and_pronouns_of_speakers_alone():
    text = "Fire chief Ada Lee met Bo Lund. She was calm. “Yes,” Lee said. The fire chief left."
    result = attribute(text)
    assert [text[m.start : m.end] for m in result.mentions] == ["Fire chief Ada Lee", "She", "Lee", "The fire chief"]


def test_mentions_never_overlap():
    text = "Ada Lee said it was “over”. Lee’s lawyer, Bo Lund, said it was “not”."
    result = attribute(text)
    assert [text[m.start : m.end] for m in result.mentions] == ["Ada Lee", "Lee’s lawyer, Bo Lund"]


def test_aliases_are_the_other_names():
    (speaker,) = attribute("The Harbour Workers Union (HWU) met. “No,” the HWU said.").speakers
    assert "HWU" in speaker.aliases


def test_confidence_is_higher_right_beside_the_verb():
    near = attribute("“Yes,” said Ada Lee.").quotations[0].confidence
    far = attribute("Ada Lee was there. “It rained all day and all night.”").quotations[0].confidence
    assert 0 <= far < near <= 1
