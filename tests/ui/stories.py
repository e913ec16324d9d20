"""Articles of our own for the screen: everybody and everything in them is invented."""

from __future__ import annotations

SAID = (
    "The gate was never locked",
    "We asked for a key in March",
    "Nobody lost a single sheep",
    "The river took the lower path",
    "It will be mended by the spring",
    "My dog knows the way",
)
"""What is said in the story, in its order."""

SPEAKERS = ("Marta Kell", "Piers Oduya", "Marta Kell", "Piers Oduya", "Ines Varga", "Marta Kell")
"""Who says it."""

STORY = f"""# The gate at Fennick Moor stays shut

By Hale Orrin

March 3, 2024

Walkers in Fennick have waited two winters for the path over the moor. The old gate is still shut, and the \
[parish minutes](https://example.org/fennick/minutes) do not say why.

“{SAID[0]},” said Marta Kell, who keeps sheep above the village. She pointed at the hinge. Rust had eaten it.

“{SAID[1]},” said Piers Oduya, the chairman of the walkers' club. The letter is in the club's own book.

**Related article:** [The bridge that nobody ordered](https://example.org/fennick/bridge)

## What the farmers say

“{SAID[2]},” Marta Kell said. “People shut what they open.” It was a quiet year on the moor.

- Two lambs were found by the stream.
- A third came home alone.

> Notice of 1911: this gate is to be shut by whoever opens it.

“{SAID[3]},” said Piers Oduya. His club has drawn a [map of the detour](https://example.org/fennick/map).

| Winter | Walkers | Sheep |
|---|---:|---:|
| 2022 | 410 | 96 |
| 2023 | 385 | 97 |

## What comes next

“{SAID[4]},” said Ines Varga, the county engineer. The county has ordered a new hinge and a new post.

```
hinge 2
post  1
```

“{SAID[5]},” said Marta Kell, and she whistled. The gate stayed where it was.

Nothing else stirred on the moor that day, and the light went early over the wall.
"""

PAGE = f"""<!doctype html><html lang="en"><head><title>The gate | The Fennick Crier</title>
<meta property="og:title" content="The gate at Fennick Moor stays shut">
<meta property="og:site_name" content="The Fennick Crier"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>The gate at Fennick Moor stays shut</h1><p class="byline">By Hale Orrin</p>
<p>Walkers in Fennick have waited two winters for the path over the moor, and the old gate is still shut. The parish
minutes do not say why, and the parish clerk has been away since the harvest festival in the autumn.</p>
<p>“{SAID[0]},” said Marta Kell, who keeps sheep above the village. She pointed at the hinge, which rust had eaten
through, and at the post beside it, which leans a little further every winter.</p>
<p>“{SAID[1]},” said Piers Oduya, the chairman of the walkers' club. The letter is in the club's own book, he says,
with the date on it and the name of the clerk who took it in at the counter.</p></article>
<footer>All rights reserved by nobody at all</footer></body></html>
"""


def long_story(paragraphs: int) -> str:
    """A story of numbered paragraphs, for places far down."""
    body = "\n\n".join(
        f"Paragraph {number} tells what befell the mill on day {number}." for number in range(paragraphs)
    )
    return f"# The mill, day by day\n\n{body}\n"
