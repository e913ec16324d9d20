"""Who is meant by a surname, a description or a pronoun, and what surnames, roles and places are not, one a case."""

from __future__ import annotations

import pytest

from reader.attribution import attribute

CASES = {
    "trade in no lexicon, and the name": (
        "A man flew to Lisbon without shoes. “He asked for a meal,” recalled the gangwayman, Nora Hill of Oxley Air.",
        ["Nora Hill"],
    ),
    "it of the body that speaks": (
        "Oxley Air Ltd was sorry. The union which speaks for the staff, Unison-G, said it had warned of “a door”.",
        ["Unison-G"],
    ),
    "the agent is not a second agent": (
        "Ada Lee called in May. According to Lee, the agent told her to “be careful.” A second agent, who gave his "
        "name as Brandon, was kinder.",
        ["the agent"],
    ),
    "sent with the words": (
        "A neighbour texted him a photo with the words “is this yours.”",
        ["a neighbour"],
    ),
    "body under its French name": (
        "In a letter, the Office ekranois de la langue ekranoise told him that it was “not in conformity” with it. "
        "The Commission scolaire de Montréal called it “sad”.",
        ["the Office ekranois de la langue ekranoise", "the Commission scolaire de Montréal"],
    ),
    "account in a post": (
        "The strike was talked of everywhere. “Walked to work,” wrote user @darren_t.",
        ["@darren_t"],
    ),
    "whose country stands before the name": (
        "Ada Lee wept. “Somebody found an eraser,” said Oxley’s Mia Greene.",
        ["Mia Greene"],
    ),
    "draft that somebody saw": (
        "An earlier draft seen by the Oxley Agency had said “phase out fuels”.",
        ["an earlier draft"],
    ),
    "question and answer without names": (
        "“It is a fire waiting for a spark,” said Ada Lee, for the city. Bo Lund is the judge.\n\n"
        "“Where do they go?” Lund asked.\n\n“That is being looked at.”\n\n“By whom?”",
        ["Ada Lee", "Bo Lund", "Ada Lee", "Bo Lund"],
    ),
    "witness and her name": (
        "Bo Lund was said to be in charge, said another witness in the inquiry, former adviser Nora Hill.\n\n"
        "“And I asked who put him there,” she added.",
        ["Nora Hill", "Nora Hill"],
    ),
    "clause after a comma within the marks": (
        "The story portrayed Bo Lund as “a mystery”. It won a prize. “Terrific guy,” his neighbour in both Florida and "
        "New York, Don Trask, said in the story.",
        ["the story", "Don Trask"],
    ),
    "actor by the title of his work": (
        "Tom Beek was back. “Hearing it was hard,” the “Pose” actor said on Monday. “I wept.”",
        ["Tom Beek", "Tom Beek"],
    ),
    "reports that are no verb": (
        "The Oxley Office released two highly critical reports that depicted “delays”. Ada Lee called it “old news”.",
        ["the Oxley Office", "Ada Lee"],
    ),
    "unknown trade between said and the name": (
        "The Tide had lost again. “We got cute,” said centre Ty Briand, who had a goal.",
        ["Ty Briand"],
    ),
    "town and trade between said and the name": (
        "It burned all night. “It made its own wind,” said Red Hill fire Chief Jay Brodie.",
        ["Jay Brodie"],
    ),
    "where somebody is from": (
        "Villem Nyborg had three goals. “They are pros too,” the Swede said.",
        ["Villem Nyborg"],
    ),
    "country that is a given name": (
        "Israel Cass, the minister, was away. On Monday Israel said that it had “no choice.”",
        ["Israel"],
    ),
    "people of a country are many": (
        "Bo Lund spoke first. Some Canadians left. “I will stay,” he said.",
        ["Bo Lund"],
    ),
    "place that he cannot be": (
        "That is little comfort to Eugene Petit. The couple, both 78, live on Isle Marie. “It is far,” he said.",
        ["Eugene Petit"],
    ),
    "accused of doing": (
        "A man accused of killing his partner told a friend that he was “going for a swim.”\n\n"
        "Bo Lund, 47, has pleaded not guilty.",
        ["Bo Lund"],
    ),
    "body named after its noun": (
        "Oxley football club Harrow Albion lost. “We are sorry,” the club said.",
        ["Harrow Albion"],
    ),
    "press conference is no press": (
        "“It is pretty,” Ada Lee said at a press conference.\n\nIn an e-mail, the airline said that it was “sorry”.",
        ["Ada Lee", "the airline"],
    ),
    "name with a preposition in it": (
        "“Drop all cases”, read a statement from Reporters Across Borders.",
        ["Reporters Across Borders"],
    ),
    "body of two fields": (
        "The Oxley Food and Drink Agency called it “a start.”",
        ["the Oxley Food and Drink Agency"],
    ),
    "who gave her name": (
        "A witness who gave her name as Tammy told the paper it was “late for something”.",
        ["Tammy"],
    ),
    "one post is no verb": (
        "Bo Lund sells tea. In one post he likened the law to “a sentence for children”.",
        ["Bo Lund"],
    ),
    "in which somebody writes": (
        "An email in which Ada Lee scolded her board was found. It was sent in May. “They complain,” it reads.",
        ["Ada Lee"],
    ),
    "named where the last paragraph ends": (
        "Bo Lund spoke first. Officials have defended it.\n\n“New laws help nobody.\n\n"
        "“We want peace,” Ada Lee concluded.",
        ["Ada Lee", "Ada Lee"],
    ),
    "who says it after a clause with a verb of saying": (
        "That Bo Lund announced the new and costly targets himself signals “a commitment,” says Ada Lee, a scholar.",
        ["Ada Lee"],
    ),
    "the month before a noun": (
        "Bo Lund was at his desk early. “Good,” he said. The May figures are “a surprise,” he said.",
        ["Bo Lund", "Bo Lund"],
    ),
    "continued to do it": (
        "The Ekranian delegation said Oxley continued to act with “impunity” in the strait.",
        ["the Ekranian delegation"],
    ),
    "surname that is a month": (
        "Dana March, a plan manager, came in March. “No plan survives,” March said. The plan was dropped. "
        "“We are sorry,” said March.",
        ["Dana March", "Dana March"],
    ),
    "surname that is a common word": (
        "Chris Early runs it. Bo Lund watched. “They help,” says Lund. “It is binary,” says Early.",
        ["Bo Lund", "Chris Early"],
    ),
    "possessive within a name": ("The People’s Daily warned that there is “no room”.", ["the People’s Daily"]),
    "country between office and name": (
        "The former envoy to Ukraine Kurt Oram said no. “We saw it,” Oram said.",
        ["Kurt Oram"],
    ),
    "said so-and-so closes the sentence": (
        "Two aides said no. “She wants the option of the little deal” announced in May, said Ada Lee, a scholar.",
        ["Ada Lee"],
    ),
    "party and state in brackets": (
        "Rep. Bo Lund (R-TX), ranking member of the panel, spoke. “I share it,” he continued.",
        ["Bo Lund"],
    ),
    "one user, as an agency tells": (
        "According to the Oxley Agency, one user on Weibo, which is a site, posted: “I want to know”.",
        ["one user on Weibo"],
    ),
    "his of who answers": (
        "Ada Lee led the party. “No,” said Bo Lund. The clerk, Tom Whitlock, was away.\n\n"
        "Asked about a call in which he warned of a “collision course,” Whitlock said he would answer “in due course.”",
        ["Bo Lund", "Tom Whitlock", "Tom Whitlock"],
    ),
    "native of a place": (
        "Forward Ty Briand was away. “I missed it,” said the Red Hill, Alta., native.",
        ["Ty Briand"],
    ),
    "the same words, the same person": (
        "Jim Beek and his wife, Kim Beek, wept. “You never know,” said the actor. It came when Kim was "
        "ill. The actor shared a clip. “Hearing it,” the actor said.",
        ["Jim Beek", "Jim Beek"],
    ),
    "paper called a star": (
        "“It won,” said Bo Lund. The Oxley Star called it “a bonfire.”",
        ["Bo Lund", "the Oxley Star"],
    ),
    "who wins over where it is from": (
        "Speaker Nora Pell, a Democrat, told her caucus that he had “no clue,” according to two aides in the room.",
        ["Nora Pell"],
    ),
    "the person the text turns to": (
        "The lawyer, Rosa Felice, spoke. “Nine seconds,” she said.\n\n"
        "Abena Boadu stood beside her. “I called,” she said.",
        ["Rosa Felice", "Abena Boadu"],
    ),
    "the court whose ruling it is": (
        "The Supreme Court of Ekran ruled on it. The ruling read: “It is void.”",
        ["the Supreme Court of Ekran"],
    ),
    "his wife, named before": (
        "“It was a stroke,” Ray Tull’s wife, Ann Tull, said on the phone. Ray is off to the shop. "
        "His wife wants “a rest.”",
        ["Ann Tull", "Ann Tull"],
    ),
    "full name between commas": (
        "“Terrific,” Lee’s neighbour in both Ohio and New York, Bo Chen, said on Monday.",
        ["Bo Chen"],
    ),
    "possessive with an opening mark": (
        "Ada Lee‘s son was there. Speaking to Oxley Radio, Bo Chen‘s mother said, “I was there.”",
        ["Bo Chen‘s mother"],
    ),
    "participle before a name": ("Celebrating Clara Swift was fun. “No,” Swift said.", ["Clara Swift"]),
    "epithet of the tabloids": (
        "Abby Dunn runs a shop. Abby said: “I would do it.” The Oxley fan added: “Try it.” "
        "The mum-of-two explained: “Do it.”",
        ["Abby Dunn", "Abby Dunn", "Abby Dunn"],
    ),
    "headline with who said it": ("The numbers came.\n\n“Ends the debate”: Ada Lee\n\nIt was a good day.", ["Ada Lee"]),
    "what somebody responds to": (
        "Colonel Bo Glenn said the drills help its allies respond to “any crisis.”",
        ["Bo Glenn"],
    ),
    "what somebody described": (
        "Ada Lee said that what the nurse described was “not an exception.”",
        ["Ada Lee"],
    ),
    "conclusion that is told": (
        "In a letter, director Bo Chen said that the company had concluded there was “no path forward.”",
        ["Bo Chen"],
    ),
    "pull quote": (
        "It rained.\n\n“I just started to cry”\n\n“I just started to cry, and he left,” Ada Lee said.",
        ["Ada Lee", "Ada Lee"],
    ),
    "the late": (
        "A former mayor, the late Tom Tait, called the law “a speed limit with no police.”",
        ["Tom Tait"],
    ),
    "writer of the article": ("My daughter asked why. “No,” I told her.", [None]),
    "name at birth": (
        "Joop Werf died. Born Johan Willem Werf in 1935, he played. “It was loud,” he recalled.",
        ["Joop Werf"],
    ),
    "one of a group": (
        "Rescuers came. A film shows one of the divers asking, “How many are you?”",
        ["one of the divers"],
    ),
    "ministry of another country": (
        "The UN met. The Ekranian foreign ministry said it was following it “with respect”.",
        ["the Ekranian foreign ministry"],
    ),
    "group with a name": (
        "A group calling itself Grey Harvest was behind it. In a message it wrote: “Shame on you.”",
        ["Grey Harvest"],
    ),
    "acronym that is a small word": (
        "The World Health Organization (WHO) met. “It is time,” WHO director-general Ted Mekon said.",
        ["Ted Mekon"],
    ),
    "she who was asked": (
        "Ada Lee ran. Asked about a seat that Bo Lund has held for years, she laughed. “I am fine,” she said.",
        ["Ada Lee"],
    ),
    "elect": (
        "Wilson Ruto struck a milder tone. “There is no looking back,” the president-elect told a crowd.",
        ["Wilson Ruto"],
    ),
    "summary of a ruling": (
        "The Supreme Court of Ekran met. The summary of the decision read in part: “It is void.”",
        ["the Supreme Court of Ekran"],
    ),
    "former": (
        "Ada Lee, 71, got a letter. “It is only my hip,” the former dinner lady fumed.",
        ["Ada Lee"],
    ),
    "given name of either gender": (
        "Luger Alex Gough-Dale had been promised a medal. “I cleared a space,” she said from Pyeong.",
        ["Alex Gough-Dale"],
    ),
    "who somebody is": (
        "Doris Ache rents. Her landlord is Stavros Kiri, whose mother built it.\n\n"
        "Reached by phone, he sounded tired. “You think I want this?” he said.",
        ["Stavros Kiri"],
    ),
    "who answers": (
        "“You would expel people,” said Phil Coul.\n\n“That is false,” Frank Legros replied.\n\n"
        "“Then what happens?” Coul pressed.\n\n“We help them.”",
        ["Phil Coul", "Frank Legros", "Phil Coul", "Frank Legros"],
    ),
    "who tells what another said": (
        "Gladys Rade described it and said the officer at the desk had called her niece “a runaway.”\n\n"
        "“She has a cat. He wrote down the name of the cat.”",
        ["the officer at the desk", "Gladys Rade"],
    ),
    "the accused": (
        "Travis Boyk, 29, has pleaded not guilty. “I think you do,” Det. Paula Ricci told him.\n\n"
        "After a silence, the accused said: “She would not stop.”",
        ["Paula Ricci", "Travis Boyk"],
    ),
    "named in the second paragraph": (
        "The director of the Garrick Row theatre has left, saying she had been “made to feel like a lodger”.\n\n"
        "Phoebe Tranter, 38, was the first woman there.",
        ["Phoebe Tranter"],
    ),
    "spokesman named soon after": (
        "The bridge is “safe,” a police spokesman said on Monday.\n\nIt opened at noon, spokesman Odd Halle added.",
        ["Odd Halle"],
    ),
    "note that somebody left": (
        "His roommate, Theo Galan, said Jonah Feld left a note on the fridge: “Back for dinner.”",
        ["Jonah Feld"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_meant(name):
    text, wanted = CASES[name]
    result = attribute(text)
    assert [found.name if (found := result.speaker(q.speaker)) else None for q in result.quotations] == wanted
