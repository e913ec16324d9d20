"""Time of attribution: a thousand words, an article growing to 200,000 words, and inputs made to be slow.

    python benchmarks/attribution/speed.py

CPU of this process, without start-up; prints milliseconds a thousand words (it must stay the same as the text grows)
and seconds for each slow input (at most 2 are allowed, else exit code 1).
"""

from __future__ import annotations

import sys
import time

from reader.attribution import attribute

STORY = """
Mayor Ada Brink opened the new bridge at Colm on Tuesday. "It took nine years," Brink said. "It was worth it."

Her predecessor, Otto Rand, who signed the first contract, told the Colm Courier that the cost was "no surprise".
He said that the town had been warned in good time, and that the council had agreed.

According to the auditor, the bridge cost 40 million. "We paid for every bolt," the auditor's report says.

"I drive over it every day," said Mina Oduya, a baker. She added: "My bread is still warm when I arrive."
"""
SLOW = {
    "10,000 quotation marks": '"' * 10_000,
    "10,000 marks among words": 'said "Lee" and ' * 5_000,
    "100,000 words, no paragraph break": (" ".join(STORY.split()) + " ") * 1_040,
    "one word of 1 MB": "a" * 1_000_000,
    "one capitalised word of 1 MB": "A" * 1_000_000,
    "100,000 capitalised words": "Lee " * 100_000,
    "50,000 speech verbs": "said " * 50_000,
    "50,000 x who said": "Lee, who said, " * 50_000,
    "50,000 pronouns": "he said she " * 25_000,
    "50,000 paragraphs that never close": '"Yes\n' * 50_000,
    "100,000 commas": ", " * 100_000,
    "50,000 x of the": "of the " * 50_000,
    "20,000 titles in a row": "“A” and " * 20_000,
    "20,000 names at birth": "Ann Leeab was born Bo Chenx. " * 20_000,
    "20,000 people": " ".join(
        f"Ann {chr(65 + n % 26)}{'abcdefghij'[n % 10] * (n % 7 + 2)} said." for n in range(20_000)
    ),
}


def seconds(text: str) -> float:
    """CPU seconds to attribute a text."""
    begin = time.process_time()
    attribute(text)
    return time.process_time() - begin


def main() -> int:
    """Print the tables; gives the exit code."""
    attribute("Warm up. “Yes,” Ann Lee said.")
    print(f"{'words':>10}{'ms a 1,000 words':>20}")
    for words in (1_000, 10_000, 50_000, 100_000, 200_000):
        text = "\n".join([STORY] * (words // len(STORY.split()) + 1))
        count = len(text.split())
        print(f"{count:10,}{seconds(text) * 1e6 / count:20.1f}")
    worst = 0.0
    print(f"\n{'slow input':>40}{'seconds':>10}")
    for name, text in SLOW.items():
        taken = seconds(text)
        worst = max(worst, taken)
        print(f"{name:>40}{taken:10.2f}")
    return int(worst > 2.0)


if __name__ == "__main__":
    sys.exit(main())
