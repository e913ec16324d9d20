from __future__ import annotations

from pathlib import Path

import pytest

NEWS_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour bridge reopens after two years - The Ostmark Courier</title>
<link rel="canonical" href="https://courier.example/2024/03/08/harbour-bridge-a17">
<meta property="og:site_name" content="The Ostmark Courier">
<meta property="og:title" content="Harbour bridge reopens after two years">
<meta property="og:image" content="/img/bridge.jpg">
<meta name="description" content="Lorries cross again.">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Courier"},
 {"@type": ["NewsArticle"], "headline": "Harbour bridge reopens after two years",
  "datePublished": "2024-03-08T09:30:00+01:00", "dateModified": "2024-03-08T11:00:00Z",
  "author": [{"@type": "Person", "name": "Mira Tolland"}, {"@id": "#second"}]},
 {"@id": "#second", "@type": "Person", "name": "Jonas Veld"}]}</script>
<style>p { color: red }</style></head>
<body class="story">
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-notice"><p>We value your privacy and use cookies, as everybody does. Accept them all.</p></div>
<main><article class="story">
<header><h1>Harbour bridge reopens after two years</h1>
<div class="byline">By <a rel="author" href="/mt">Mira Tolland</a> and Jonas Veld</div>
<time datetime="2024-03-08T09:30:00+01:00">8 March 2024</time>
<div class="share-bar"><a href="https://social.example/share">Share this story</a></div>
<figure class="lead"><img src="/img/bridge.jpg" alt="A bridge"><figcaption>Lorries queue at the northern ramp.
 <span class="credit">Pia Sund / Courier</span></figcaption></figure></header>
<div class="story-body">
<p>The harbour bridge of Ostmark opened to traffic on Friday, <strong>two years</strong> after a barge struck its
 central pillar, and lorries were queueing at both ramps before dawn.</p>
<p>“It is a good day for the port,” harbour master Edda Quill <a href="#">told</a> reporters, adding that
 <a href="/2022/barge-report?utm_source=story&amp;page=2">a report</a> on the accident would follow, in due course.</p>
<aside class="related-stories"><h3>Related stories</h3><ul>
 <li><a href="/2022/barge">Barge strikes bridge</a></li><li><a href="#">Who pays for the bridge?</a></li></ul></aside>
<h2>A long wait</h2>
<p>Repairs took longer than planned, the council said, because steel was scarce, and winters were hard on the work.</p>
<div class="newsletter-signup"><h4>Get our newsletter</h4><p>The day in five minutes, every morning, in
 your inbox.</p></div>
<ul><li>Length: 840 metres</li><li>Lanes: four<ul><li>two for lorries</li></ul></li></ul>
<ol start="3"><li>Third</li><li>Fourth</li></ol>
<blockquote><p>Whoever crosses it first shall pay for it, the old saying goes,
 and the town has always laughed at that.</p></blockquote>
<p><b>Read more:</b> <a href="/2024/ferries">What becomes of the ferries</a></p>
<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2021</td><td>9,000</td></tr><tr><td>2024</td><td>11,500</td></tr></table>
<figure><img src="b.jpg"><figcaption>The repaired pillar, seen from the water. Photo: Ole Brand</figcaption></figure>
<pre><code class="language-python">def toll(axles):
    return 2 * axles</code></pre>
<p>The toll stays at two crowns an axle, <em>for now</em>, said the council, which meets again in April to decide.</p>
<p><em>Lena Ort contributed reporting.</em></p>
</div>
<div class="article-tags">Topics: <a href="/tag/harbour">Harbour</a> <a href="/tag/traffic">Traffic</a></div>
<div class="comments"><h3>Comments</h3><p>First! I have waited for this bridge for such a long
 time, and here it is.</p></div>
</article></main>
<section class="more-stories"><article><a href="/x"><h4>Mayor resigns over parking</h4></a>
<p>The teaser of a neighbouring story, which is no part of this one, and should not be shown.</p></article></section>
<footer><p>© The Ostmark Courier, all rights reserved, no part may be copied without leave.</p></footer>
<script>var x = "<p>not text</p>";</script></body></html>
"""

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed"


@pytest.fixture
def news_page() -> str:
    return NEWS_PAGE


@pytest.fixture
def seed() -> Path:
    if not SEED.is_dir():
        pytest.skip("the founding article is not here (no ../shared/seed)")
    return SEED
