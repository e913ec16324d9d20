"""From bytes to an Article: HTML, Markdown and plain text.

The door: ``extract`` (a fetched Page, whatever it holds), and ``extract_html``, ``extract_fragment``,
``extract_markdown`` and ``extract_text`` for those who know what they have. lxml, readability and markdown-it load
at the first call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.extract.sites import SiteRules
    from reader.model import Article, Page

__all__ = [
    "SECONDS",
    "extract",
    "extract_fragment",
    "extract_html",
    "extract_markdown",
    "extract_text",
    "extract_whole",
    "extract_within",
    "site_rules",
]

SECONDS = 2.5
"""How much work, in seconds of one processor, the reading of one page may take.

What comes before and after (starting, the bare text of a page that took too long, printing) is to end within five.
"""


def extract(page: Page) -> Article:
    """The article of a page, read as what its bytes, declared type and name say it is.

    Raises ``BadInput`` when the bytes are something else (a PDF, an image, a feed, ...) and ``NoArticle`` when
    there is no text in them to read.
    """
    from reader.extract.choose import extract_page

    return extract_page(page)


def extract_within(
    page: Page,
    seconds: float = SECONDS,
    stop: Callable[[], bool] | None = None,
    rules: SiteRules | None = None,
) -> Article:
    """As ``extract``; a large page is read in a process of its own that is ended after ``seconds`` of work.

    Then the article is the bare text of the page, with a word of caution. ``stop`` is asked ten times a second
    whether to give up; raises ``FetchFailed`` once it says so. ``rules`` are those of the page's site.
    """
    from reader.extract.bounded import extract_within as within

    return within(page, seconds, stop, rules)


def site_rules(folder: Path, url: str) -> SiteRules | None:
    """The user's rules for the site of an address, from their folder; None when there are none.

    Raises ``BadInput``, in one line that names the file, when they cannot be used.
    """
    if not folder.is_dir():
        return None
    from reader.extract.sites import rules_for

    return rules_for(folder, url)


def extract_whole(page: Page, stop: Callable[[], bool] | None = None) -> Article:
    """All of a page's text, nothing taken for furniture, as of a draft that a person wrote.

    Raises as ``extract_within`` does.
    """
    from reader.extract.whole import whole_of_page

    return whole_of_page(page, stop)


def extract_html(data: bytes, url: str = "", charset: str | None = None) -> Article:
    """The article of an HTML page; ``charset`` is the one that HTTP declared, ``url`` makes links absolute.

    Raises ``BadInput`` or ``NoArticle`` as ``extract`` does.
    """
    from reader.extract.html import article_of_html

    return article_of_html(data, url, charset)


def extract_fragment(markup: str, url: str = "") -> Article:
    """The article of a passage of HTML that is all text, such as the content of a feed's entry; ``url`` is its base.

    Raises ``NoArticle`` when there is no text.
    """
    from reader.extract.fragment import article_of_fragment

    return article_of_fragment(markup, url)


def extract_markdown(text: str, url: str = "") -> Article:
    """The article of a Markdown document (CommonMark with tables and front matter).

    Raises ``NoArticle`` when there is no text.
    """
    from reader.extract.markdown import article_of_markdown

    return article_of_markdown(text, url)


def extract_text(text: str, url: str = "") -> Article:
    """The article of a plain text or an e-mail, its hard-wrapped lines rejoined to paragraphs.

    Raises ``NoArticle`` when there is no text.
    """
    from reader.extract.plain import article_of_text

    return article_of_text(text, url)
