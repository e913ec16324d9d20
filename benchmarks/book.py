"""The quote book at size: what an article costs, and what the speakers, a timeline, a search and a check cost then.

    python benchmarks/book.py [--articles 20000] [--quotations 15]

Prints CPU milliseconds, the resident memory that the open book adds, and the book's share of the file.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from reader.app.check.checking import check_draft
from reader.app.check.report import Report
from reader.extract import extract_markdown
from reader.library import Library
from reader.library.book.lookup import Lookup, Wanted
from reader.library.book.people import Rulings
from reader.library.book.shelf import Shelf
from reader.library.search.index import Index
from reader.model import Article, Attribution, Block, BlockKind, Quotation, Speaker
from reader.query import Term

ROLES = ["mayor", "finance minister", "union leader", "spokesman for the port", "professor of history", "coach", ""]


def vocabulary(dice: random.Random) -> list[str]:
    """Twenty thousand made-up words, a few of them as common as in a language."""
    consonants, vowels = "bdfgklmnprstvz", "aeiou"
    return [
        "".join(dice.choice(consonants) + dice.choice(vowels) for _ in range(dice.randint(1, 4))) for _ in range(20_000)
    ]


def sentence(dice: random.Random, words: list[str], length: int) -> str:
    """So many words, the common ones often (a Zipf-like draw)."""
    return " ".join(words[int(len(words) * dice.random() ** 3)] for _ in range(length))


def article(
    dice: random.Random, words: list[str], people: list[tuple[str, str]], repeated: list[str], count: int
) -> tuple[Article, Attribution]:
    """An article of ``count`` quotations by a few people, every tenth of which others have as well."""
    speakers = [Speaker(f"s{n}", *people[int(len(people) * dice.random() ** 3)]) for n in range(4)]
    blocks, quotations, position = [], [], 0
    for _ in range(count):
        said = dice.choice(repeated) if dice.random() < 0.1 else sentence(dice, words, dice.randint(6, 35))
        speaker = dice.choice(speakers)
        text = f"{sentence(dice, words, 35)}. “{said},” {speaker.name} said."
        start = position + text.index("“") + 1
        quotations.append(Quotation(start, start + len(said), speaker=speaker.id, confidence=0.9))
        blocks.append(Block(BlockKind.PARAGRAPH, text))
        position += len(text) + 2
    return Article(
        sentence(dice, words, 8), tuple(blocks), site=dice.choice(["Wire", "Courier", "Post", "Daily"])
    ), Attribution(tuple(speakers), tuple(quotations))


def cpu(step: Callable[[], object]) -> float:
    """Milliseconds of this process's CPU that a step takes."""
    start = time.process_time()
    step()
    return (time.process_time() - start) * 1000


def resident() -> float:
    """Resident memory in MB, now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def fill(
    library: Library, shelf: Shelf, dice: random.Random, articles: int, quotations: int
) -> tuple[list[float], list[str]]:
    """Store and book the articles; what booking each cost, and some of the sentences."""
    words = vocabulary(dice)
    names = [word.title() for word in words if len(word) > 4]
    people = [(f"{dice.choice(names)} {dice.choice(names[:1500])}", dice.choice(ROLES)) for _ in range(4000)]
    people += [(name, dice.choice(ROLES)) for name in names[:150]]
    dice.shuffle(people)
    repeated = [sentence(dice, words, 15) for _ in range(articles // 4 + 1)]
    day = date(2020, 1, 1)
    costs, some = [], []
    for number in range(articles):
        made, said = article(dice, words, people, repeated, quotations)
        address = f"https://example.org/{number}"
        stored = library.save(
            [address], made, source=address, page_sha256="", text_sha256=str(number), fetched=datetime.now(UTC)
        )
        library.set_attribution(address, str(number), said, "bench")
        when = day + timedelta(days=number // 10)
        costs.append(cpu(partial(shelf.put, stored.key, made, said, when, "bench", Rulings())))
        if number % 50 == 0:
            first = said.quotations[0]
            some.append(made.text[first.start : first.end])
        if number % 2000 == 0:
            print(f"  {number:,} articles, booking one {median(costs[-200:]):.2f} ms", flush=True)
    return costs, some


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--quotations", type=int, default=15)
    asked = parser.parse_args()
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        library = Library(path)
        costs, some = fill(library, Shelf(library.connections), dice, asked.articles, asked.quotations)
        last = costs[-max(1, len(costs) // 10) :]
        print(f"booking an article: median {median(costs):.2f} ms, of the last tenth {median(last):.2f}")
        sizes(library)
        took = cpu(lambda: Index(library.connections).bring_up_to_date())
        print(f"the search taking an article in, which phrases are found by: {took / asked.articles:.2f} ms")
        library.close()
        before = resident()
        library = Library(path)
        book, shelf = Lookup(library.connections), Shelf(library.connections)
        print(f"counting all speakers anew, once: {cpu(lambda: shelf.freshen(Rulings())):.0f} ms")
        print(f"{book.totals()[0]:,} articles, {book.totals()[1]:,} quotations")
        print(f"all speakers, first 500: {cpu(lambda: book.speakers()):.1f} ms")
        top = book.speakers()[0]
        print(
            f"timeline of {top.quotations:,} quotations: {cpu(lambda: book.quotations(Wanted(person=top.key))):.1f} ms"
        )
        print(f"months of 40 speakers: {cpu(lambda: book.months([one.key for one in book.speakers(limit=40)])):.1f} ms")
        searches = [
            cpu(lambda s=s: book.quotations(Wanted(words=" ".join(s.split()[:2])), limit=50)) for s in some[:100]
        ]
        print(f"search of two words, 95th percentile: {quantiles(searches, n=20)[-1]:.1f} ms")
        for length in (2, 3):
            terms = [Term(" ".join(s.split()[2 : 2 + length]), "said") for s in some[:100]]
            phrases = [cpu(lambda t=t: book.asked([t], [], None, 50, 0)) for t in terms]
            print(f"search of a phrase of {length} words, 95th percentile: {quantiles(phrases, n=20)[-1]:.1f} ms")
        candidates = [cpu(lambda s=s: book.with_words(s.split())) for s in some[:100]]
        print(f"articles that may have a quotation, 95th percentile: {quantiles(candidates, n=20)[-1]:.1f} ms")
        print(f"memory that the open book adds: {resident() - before:.1f} MB")
        body = "\n\n".join(f"“{one.capitalize()},” said Anna Brandvold." for one in some[:30])
        draft = extract_markdown(f"# Draft\n\n{body}\n")
        checked: list[Report] = []
        took = cpu(lambda: checked.append(check_draft(draft, "draft", library, book)))
        print(f"a draft of {len(checked[0].findings)} quotations checked: {took:.0f} ms {dict(checked[0].counts)}")


OURS = (
    *("quotation", "people", "appearances", "forms", "booked", "sketches", "unworded", "word_index"),
    *("sqlite_autoindex_forms", "sqlite_autoindex_people"),
)
"""What the names of the book's tables and indexes begin with."""


def sizes(library: Library) -> None:
    """How much of the file is the book's: against the articles' text, and against their rows as they are stored."""
    with library.connections.read() as connection:
        rows = connection.execute("SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name").fetchall()
        text = connection.execute("SELECT sum(length) FROM articles").fetchone()[0]
    size = {row["name"]: row["size"] for row in rows}
    ours = {n: s for n, s in size.items() if n.startswith(OURS)}
    for name, bytes_ in sorted(ours.items(), key=lambda item: -item[1])[:12]:
        print(f"    {name:32}{bytes_ / 1e6:8.1f} MB")
    taken, stored = sum(ours.values()), size["articles"]
    print(f"the book: {taken / 1e6:.1f} MB, {taken / text:.0%} of {text / 1e6:.0f} MB of text")
    print(f"    and {taken / stored:.0%} of the {stored / 1e6:.0f} MB that the articles, packed, take in the file")


if __name__ == "__main__":
    main()
