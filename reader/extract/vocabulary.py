"""The words by which pages name their boxes, in classes and ids: what is related, tags, junk, or said again.

Each word is a pattern for a whole part of a name once CamelCase is parted by hyphens: ``share-bar`` in
``article-share-bar`` and ``articleShareBar``.
"""

from __future__ import annotations

import re

__all__ = ["JUNK", "LEAD", "MEDIA", "META", "RELATED", "SLIDES", "TAGS", "WALL", "name_parts"]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST_NAME = 400
_MOST_PARTS = 4


def name_parts(names: str) -> str:
    """The names of an element (its class and id) as the patterns read them, without those made from a headline."""
    if not names or names.isspace():
        return ""
    parted = _CAMEL.sub("-", names[:_LONGEST_NAME]).lower()
    return " ".join(name for name in parted.split() if name.count("-") <= _MOST_PARTS)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s_-])(?:" + "|".join(words.split()) + r")(?=$|[\s_-])")


RELATED = _any_of(r"""
    related related-?(?:articles?|stor(?:y|ies)|content|posts?|links?|news|items?|topics?|reading|box|coverage)
    (?:see|read)-?also read-?(?:more|next) more-?(?:stories|from|news|on|like|links|articles|coverage|reading)
    recommend(?:ed|ations?|er)? recirc(?:ulation)? also-?(?:read|like) you-?may-?(?:also-?)?like suggested
    further-?reading next-?(?:article|story|up) similar up-?next in-?article-?link lees-?ook lire-?aussi
""")

TAGS = _any_of(r"""
    tags? tag-?(?:list|links|cloud) (?:post|article|entry|story|meta)-+tags topics?(?:-?(?:list|links))? keywords?
""")

META = _any_of(r"""
    by-?lines? authors? author-?(?:name|link)s? date-?(?:line|time)? datetime time-?stamp pub-?date updated
    publish(?:ed)?-?(?:date|time|on|at)? (?:post|entry|article|story)-?(?:meta|date|info|byline) meta
    kicker section-?(?:name|label|title) eyebrow
""")

LEAD = _any_of(r"""
    stand-?first lead lede leads? dek deck sub-?(?:title|headline|heading|head|deck)s? excerpt summary
    intro(?:duction)? strap-?line
    abstract vorspann chapeau chapo entradilla bajada ingress(?:en)? sous-?titre subtitulo sommario occhiello catenaccio
    article-?(?:summary|intro|lead|excerpt|description|dek) key-?(?:points|takeaways|facts) highlights bullets?-?points?
    teaser-?text
""")

# Players are boxes of their own unless they hold a post of somebody's, slides unless they hold captions.
MEDIA = _any_of("player video-?(?:player|js|controls|container)")
SLIDES = _any_of("carousel overlay modal lightbox")

# What stands behind a wall is the article; what asks to climb it is not.
WALL = _any_of("paywall regwall meter(?:ed)?-?(?:wall|content)?")

JUNK = _any_of(r"""
    nav navigation navbar menu breadcrumbs? crumbs? pagination pager skip-?(?:link|to-?content) categories cat-?links
    shar(?:e|ing)(?:-?(?:bar|buttons?|tools?|links?|this|icons?|widget|box|list))? social(?:-?\w+)? sharedaddy
    addthis\w* follow-?us follow likes?-?button
    newsletters? subscri(?:be|ption|bers?) sign-?up mailing-?list email-?(?:signup|alerts?|form)
    donat(?:e|ion|ions) contribut(?:e|ion) membership support-?us appeal call-?to-?action cta
    cookies?(?:-?\w+)? consent gdpr onetrust popup toast banner
    comments? comment-?\w+ disqus\w* respond discussion livefyre coral
    ads? advert\w* ad-?(?:container|slot|wrapper|unit|block|break|box|banner|label|text) dfp gpt-?ad sponsor(?:ed)?\w*
    promo\w* outbrain taboola teads affiliate commercial mc-?embed\w*
    side-?bar rail right-?rail trending most-?(?:read|popular|viewed|shared) popular latest(?:-?news)?
    teasers? masthead (?:site|global|page)-?(?:header|footer|nav) footer
    print-?(?:link|button|only) screen-?reader-?(?:text|only) sr-?only visually-?hidden (?<!label-)hidden hide no-?print
    audio-?player jwplayer playlist gallery-?(?:nav|controls)
    tool-?(?:bar|box) tools article-?(?:tools|actions|share|footer|nav) post-?(?:navigation|footer|nav)
    author-?(?:bio|box|card|info|profile|description|follow) about-?(?:the-?)?authors? bio biography post-?author
    read(?:ing)?-?time corrections?-?(?:link|form) copyright disclaimer feedback survey rating login log-?in register
    jump-?link edit-?section edit-?link back-?to-?top toc table-?of-?contents
""")
