"""Lines that pages set among their paragraphs and that no article says: adverts, share and sign-up lines, prompts."""

from __future__ import annotations

import re

__all__ = ["is_noise"]

_LONGEST = 200
_MARKS = "\"“”„«»'‘’ "
_WHOLE = re.compile(
    r"""\W*(?:
    advert(?:isement|isment|orial)?s?|sponsored(?:\ (?:content|by.*))?|anzeige|werbung|publicidad|publicit[éà]|
    pubblicit[àa]|publicidade|advertentie|annons|reklama?|annonse|реклама|広告|
    (?:article|story|content|text)?\ ?continues?\ (?:reading\ )?(?:below|after)(?:\ (?:the\ )?(?:advert\w*|ad|video))?|
    scroll(?:\ down)?\ (?:to|for).{0,40}|skip\ (?:past|to|advert).{0,40}|artikel\ wird\ nach.{0,40}|
    share(?:\ (?:this|on|via|with|by|article|story|link)\b.{0,60})?|
    tweet|pin\ it|whatsapp|e-?mail|print|close|copy\ link|save|
    teilen|partager|compartir|condividi|compartilh(?:e|ar)|
    (?:\d+\ )?(?:comments?|kommentare?|commentaires?|comentarios?)|
    (?:leave|post|add|write)\ a\ (?:comment|reply).{0,20}|
    join\ the\ (?:conversation|discussion).{0,20}|view\ (?:all\ )?(?:comments?|gallery|image|images|photos).{0,20}|
    (?:this\ slideshow\ requires|please\ enable|you\ need\ to\ enable)\ javascript.{0,60}|loading|buffering|
    (?:jetzt\ |hier\ )?abonnieren|subscribe(?:\ now|\ here|\ today)?|sign\ up(?:\ now|\ here|\ today)?|s['’]abonner|
    suscr[ií]b(?:ir|e)(?:se|te)|\d+(?:[.,]\d+)?\ ?[km]|\d+\ ?min(?:ute)?s?(?:\ read(?:ing\ time)?)?|
    (?:read|see|show|load|view)\ more|ver\ más|weiterlesen|mehr\ anzeigen|\d+\ of\ \d+|back\ to\ top|
    placeholder\ image.{0,6}|image\ \d+\ of\ \d+|play\ video|play|pause|watch\ (?:now|live)|
    listen\ to\ (?:this\ )?(?:article|story).{0,30}|
    chat\ with\ us\b.{0,120}|
    \[(?:caption|button|gallery|embed|video|audio|playlist|adrotate|contact-form|newsletter)\b[^\]]*\].*
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKS = re.compile(
    r"""\A\W*(?:
    (?:click|tap)\ here\ (?:to\ (?:get|download|sign|subscribe|join|read\ more)|for\ more)|
    (?:sign|signing)\ up\ (?:for|to|here)\b.{0,80}(?:newsletter|e-?mail|inbox|alerts?)|
    subscribe\ (?:to|now|here|today)|(?:get|receive|want).{0,80}(?:newsletter|in\ your\ inbox|to\ your\ inbox)|
    follow\ .{0,60}\bon\ (?:twitter|facebook|instagram|x\b|linkedin|youtube|telegram|threads|bluesky)|
    (?:like|enjoy(?:ed)?|love)\ this\ (?:story|article|post)\?|download\ (?:the|our)\ .{0,40}\bapp\b|
    (?:join|follow)\ (?:us|our)\b.{0,60}(?:channel|facebook|twitter|telegram|whatsapp|instagram|newsletter)|
    support\ (?:our|independent)\ journalism|become\ a\ (?:member|subscriber|patron)|
    already\ a\ (?:subscriber|member)\?|
    (?:e-?mail|contact|reach)\ .{0,60}\b(?:at|on)\b.{0,60}(?:@|https?:|twitter)|
    see\ more\ of\ our|check\ out\ (?:more\ of\ )?(?:our|the)\b.{0,80}(?:newsletter|stories)|
    (?:this\ (?:article|post|page)\ )?(?:contains|may\ contain)\ affiliate\ links|
    if\ you\ (?:buy|purchase)\ something\b.{0,60}links|
    (?:abonnieren|bestellen)\ sie\b.{0,80}newsletter|suscríbete|
    inscrivez-vous|iscriviti|hier\ geht\ es\ zu[rm]?\b.{0,60}(?:app|newsletter)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


_OFFERS = re.compile(
    r"\bsign\ up\b.{0,80}\bnewsletter|\b(?:delivered|straight)\ to\ your\ inbox|\bclick\ here\ "
    r"(?:for\ more\ information|to\ (?:subscribe|sign\ up|register|donate))\W*$",
    re.IGNORECASE | re.VERBOSE,
)


def is_noise(line: str) -> bool:
    """Whether a short line says nothing but that something is advertised, shared, opened, subscribed or commented."""
    if line and not line.strip(_MARKS):
        return True
    if len(line) > _LONGEST or line[:1] in '"“„«‘':
        return False
    return bool(_WHOLE.fullmatch(line) or _ASKS.match(line) or _OFFERS.search(line))
