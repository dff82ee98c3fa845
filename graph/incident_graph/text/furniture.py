"""Page furniture: the lines of an account that are not its prose (cookie notices, share bars, by-lines, credits).

Everything here looks at one line by itself; `blocks` adds what its neighbours say.
"""

import re

from incident_graph.accounts.furniture import FIELD_MARK, IN_FIELDS
from incident_graph.text.triggers import Triggers

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:{WEEKDAYS}),?\s+)?(?:{_DAY}\s+(?:of\s+)?{MONTHS}|{MONTHS}\s+{_DAY})(?:,?\s+(?:19|20)\d\d)?"
    rf"|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d|{MONTHS}\s+(?:19|20)\d\d"
)
_CLOCK = r"(?:(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?|\d{1,2}\s*[ap]\.?m\.?)"
_DATE_TAIL = rf"(?:[\s,|·•@–—-]*(?:{_CLOCK}))?"

_SERVICE = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|reddit|telegram|e-?mail|print|pinterest|tumblr|copy(?: link)?|threads"
    r"|bluesky|mastodon|messenger|save|share|tweet|pin|like|comment|bookmark|more|flipboard|pocket|sms|link)"
)
_COUNT = r"[\d.,]+\s*[km]?\s*(?:views?|shares?|likes?|comments?|reads?|mins?|minutes?|reactions?|retweets?|votes?)"

_OPENS = re.compile(
    "|".join(
        (
            # consent and legal
            r"(?:©|\(c\)|copyright\b)",
            r"(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|about us|contact us)\b",
            # share bars and counters
            rf"{_SERVICE}(?:[\s|·•,/]+{_SERVICE})*$",
            r"(?:click to |please )?share (?:this|on|via|the (?:article|story))\b",
            r"(?:follow|like|find|join) us\b",
            rf"(?:{_COUNT}[\s|·•,/]*)+(?:read)?$",
            r"[\d.,]+[\s-]*(?:min|mins|minutes?)[\s-]*(?:read|reading)(?:\s+time)?$",
            r"(?:estimated )?reading time\b",
            r"read(?:ing)? time\b",
            r"time to read\b",
            r"views?\s*:\s*[\d.,]+k?$",
            # newsletters, paywalls, apps
            r"(?:sign up|subscribe|log in|sign in)\b",
            # adverts and affiliate lines
            r"(?:advertisements?|advert|ad|sponsored(?: content| post)?|promoted|paid (?:content"
            r"|partnership))\b[:.]?$",
            r"story continues below\b",
            r"article continues (?:below|after)\b",
            r"(?:shop|buy|order) now\b",
            # comments
            r"leave (?:a|your) (?:reply|comment)\b",
            r"(?:post|add|write) (?:a|your) comment\b",
            r"cancel reply\b",
            r"(?:view |show |see )?(?:all )?(?:\d+ |no )?(?:comments?|responses?)(?: \(\d+\))?$",
            r"comments are closed\b",
            r"notify me of (?:new|follow)",
            r"(?:name|e-?mail|website|comment) ?\*$",
            # pictures
            r"(?:photo|image|picture|photograph|illustration|video|graphic|file photo|stock (?:photo"
            r"|image))s?(?: (?:credits?|by|courtesy|via|source))*\s*[:/©]",
            r"(?:photo|image|picture|photograph)s? (?:by|courtesy|via)\b",
            r"(?:credit|caption)\s*:",
            # pointers elsewhere
            r"(?:read (?:more|also|next|the full)|see also|also read|more (?:on this|from|stories|news|like"
            r" this)|continue reading|related(?: (?:stories|articles|posts|news|topics|content|coverage"
            r"|reading))?|you (?:may|might) (?:also )?like|most (?:read|popular|viewed)|trending(?: now)?"
            r"|recommended(?: for you)?|don[’']?t miss|top stories|latest news|what to read next|up next"
            r"|watch(?: now)?|listen(?: now)?|in case you missed it|editor[’']s picks?|popular (?:posts"
            r"|stories)|(?:previous|next) (?:post|article|story))(?:\s*[:»>|–—-].*|\s*[.…]*)$",
            # navigation
            r"(?:skip to (?:main )?content|back to top|toggle navigation|main menu|menu|search|home|close|load"
            r" more|show more)$",
            r"click here\b",
            r"tap here\b",
            r"(?:#\w+[\s,]*)+$",
            r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies))\s*[:|]",
        )
    ),
    re.IGNORECASE,
)
_HOLDS = re.compile(
    "|".join(
        (
            # consent and legal
            r"\b(?:we|this (?:web)?site|our (?:web)?site) uses? (?:\w+ ){0,3}cookies\b",
            r"\b(?:accept|reject|manage|allow) (?:all |your )?cookies\b",
            r"\bcookie (?:policy|settings|preferences|notice)\b",
            r"\bby continuing to (?:use|browse)\b",
            r"\ball rights reserved\b",
            # newsletters, paywalls, apps
            r"\bnewsletters?\b.{0,60}\b(?:sign|subscri|inbox|deliver|register)",
            r"\b(?:sign up|signup|subscribe)\b.{0,80}\b(?:newsletter|inbox|updates|alerts|e-?mail|free|access"
            r"|today|now)\b",
            r"\b(?:delivered|straight|direct(?:ly)?) to your inbox\b",
            r"\bdownload (?:our|the) app\b",
            r"\balready (?:a|an) (?:subscriber|member)\b",
            r"\bto continue reading\b",
            r"\bsupport our journalism\b",
            r"\b(?:join|follow) our (?:whatsapp|telegram|facebook|youtube) (?:channel|group|page|community)\b",
            # adverts and affiliate lines
            r"\baffiliate (?:links?|partners?|commission|disclosure)\b",
            r"\bearn (?:a|an) (?:\w+ ){0,2}commission\b",
            r"\buse (?:the )?(?:promo |discount |coupon )?code [A-Z0-9]{4,}\b",
            r"\b\d+% off\b.{0,40}\b(?:code|deal|today|now)\b",
            # comments
            r"\brequired fields are marked\b",
            r"\bemail address will not be published\b",
            r"\bsave my name,? e-?mail\b",
            r"\blog(?:ged)? in to (?:post|leave|comment)",
            # pictures
            r"\b(?:getty images|ap photo|shutterstock|alamy|istock|afp via getty|epa-efe)\b\s*[)\].]?$",
        )
    ),
    re.IGNORECASE,
)
#: A word that it cannot match without.
TRIGGERS = Triggers(
    holds="""cookies cookie continuing reserved newsletter newsletters sign signup subscribe inbox download already
    continue journalism whatsapp telegram facebook youtube affiliate commission code off marked address save log logged
    getty photo shutterstock alamy istock afp epa"""
)
PATTERNS = {"holds": _HOLDS}
_LIST_OPENER = re.compile(
    r"^(?:related|read (?:more|also|next)|see also|also read|more (?:on|from|stories|news)|you (?:may"
    r"|might)|most (?:read|popular"
    r"|viewed)|trending|recommended|top stories|latest news|don[’']?t miss|what to read|popular"
    r"|editor[’']s picks?)\b[^.:]*[:.…]?$",
    re.IGNORECASE,
)
_COMMENT_FORM = re.compile(
    r"^(?:leave (?:a|your) (?:reply|comment)|(?:post|add|write) (?:a|your) comment|join the"
    r" (?:conversation|discussion))\b",
    re.IGNORECASE,
)

#: A name as by-lines and datelines write it: capitalised words, particles and initials.
_NAME_WORDS = r"[^\W\d_][\w.’'‑-]*(?:\s+[^\W\d_][\w.’'‑-]*){0,4}"
BY_LINE = re.compile(
    rf"^(?:(?:words|story|text|report(?:ed|ing)?|written|posted|published|edited|compiled"
    rf"|(?:[^\W\d_]+\s){{0,2}}(?:column|columnist|analysis|comment|opinion|blog)),?\s+)?"
    rf"by:?\s+(?P<who>{_NAME_WORDS}"
    rf"(?:\s*(?:,|&|\band\b)\s*{_NAME_WORDS}){{0,4}})(?P<rest>[\s|·•,–—-].{{0,80}})?$",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    rf"^(?:(?:first |last )?(?:published|updated|posted|modified|created|date)(?:\s+on)?\s*[:|–—-]?\s*)?"
    rf"(?P<place>[A-Z][^.!?;:]{{0,60}}?[\s]*[,|·•–—-]\s*)?(?P<date>{DATE}){_DATE_TAIL}"
    rf"(?:\s*[|·•,–—-]\s*(?:updated|last updated|published|posted)?.{{0,60}})?\s*$",
    re.IGNORECASE,
)
#: A date or time of day in such a line, with the time zone.
WHEN = re.compile(rf"\b(?:{DATE}){_DATE_TAIL}\b|\b{_CLOCK}", re.IGNORECASE)
CREDIT = re.compile(
    r"^\W?(?:(?:sources?|via|credits?|from)\b|original(?:ly)? (?:published|appeared)(?: (?:by|in|on|at))?"
    r"|first published (?:by|in|on|at)"
    r"|this (?:article|story|report|piece) (?:was |has been )?(?:first |originally )?(?:published"
    r"|appeared|reported)(?: (?:by|in|on|at))?"
    r"|with (?:additional )?(?:reporting|files|inputs?) (?:by|from)|(?:additional )?reporting by"
    r"|agencies$)\s*[:–—-]?\s*(?P<who>.*)$",
    re.IGNORECASE,
)
_CREDIT_STRICT = re.compile(
    r"^\W?(?:sources?|via|credits?|from)\s*(?:[:–—]|-\s)|^\W?(?!sources?\b|via\b|credits?\b|from\b)", re.IGNORECASE
)
SECTION = re.compile(
    r"^(?:in\s+)?(?:[A-Z][\w&-]*\s+){0,3}(?:News|NEWS|Politics|Business|World|Opinion|Analysis"
    r"|Technology|Tech|Health|Sport|Culture"
    r"|Science|Exclusive|Explainer|Features?|Editorial|Breaking News|Latest|Blog|Press Release)$"
    r"|^[\w &-]{2,30}(?:\s*[»›>]\s*[\w &-]{2,40}){1,5}$"
)

_JOINING = frozenset(
    "of the and de la le on in for a der die das del dos da do di du des las los les el van den het y e et und".split()
)
_CAMEL = re.compile(r"\b(?:[A-Z]?[a-z]+[A-Z]\w*|\d+[A-Z]\w*|[A-Za-z]+\d\w*)\b")
_PRICE = re.compile(
    r"\((?:from |only )?[£$€¥]\s?\d[^)]{0,40}\)|[£$€]\d[\d.,]*\s*(?:/|a |per )\s*(?:mo|month|year|yr)", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:Premium|Families|Family|Plus|Pro|Complete|Ultimate|Basic|Deluxe|Unlimited|Subscription"
    r"|Protect|Protection|Suite|Edition"
    r"|Antivirus|VPN|Password Manager|Shield|Guard)\b"
)
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_LABEL = re.compile(r"^(?P<label>[^:–—]{3,80}?)\s*(?::|\s[–—-])\s+\S")


def is_boilerplate(line: str) -> bool:
    """Whether a line is page furniture by its own words; long lines are prose unless they ask for consent or money.

    >>> is_boilerplate("7 mins read"), is_boilerplate("Leave a Reply"), is_boilerplate("Seven minutes later it sank.")
    (True, True, False)
    """
    if len(line) > 260:
        return False
    return _OPENS.match(line) is not None or (bool(TRIGGERS.of(line)) and _HOLDS.search(line) is not None)


def opens_link_list(line: str) -> bool:
    """Whether a line stands over a list of other stories ("Related articles")."""
    return len(line) <= 60 and _LIST_OPENER.match(line) is not None


def opens_comment_form(line: str) -> bool:
    """Whether a line stands over the readers' comments."""
    return len(line) <= 60 and _COMMENT_FORM.match(line) is not None


def is_advert(item: str) -> bool:
    """Whether a list item recommends a product: a brand, then a colon or dash and its selling point.

    >>> is_advert("LockBox Premium or SafeKey Plus: One vault for all your logins.")
    True
    >>> is_advert("Supplier checks: Contractors must meet the same standard.")
    False
    """
    found = _LABEL.match(item)
    if not found:
        return False
    label = found["label"]
    score = len(_CAMEL.findall(label)) + len(_PLAN.findall(label)) + 1.5 * bool(_PRICE.search(label))
    score += 0.5 * bool(_ACRONYM.search(label)) + 0.5 * (" or " in label)
    return score >= 2


def metadata_sort(line: str) -> str:
    """``"by-line"``, ``"dateline"``, ``"fields"``, ``"credit"``, ``"section"`` or ``""`` for a line that is none.

    >>> [metadata_sort(s) for s in ("By Ana Diaz in Lisbon", "Porto Gazette, 3 May", "Source: Reuters", "By noon.")]
    ['by-line', 'dateline', 'credit', '']
    """
    if len(line) > 160:
        return ""
    if (found := BY_LINE.match(line)) and found["who"][:1].isupper() and not line.endswith((".", "?", "!", ":")):
        return "by-line"
    if (found := DATE_LINE.match(line)) and all(
        w[0].isupper() or w in _JOINING for w in re.findall(r"[^\W\d_]+", found["place"] or "")
    ):
        return "dateline"
    if WHEN.search(line) and line[-1] not in ".?!:" and _is_fielded(line):
        return "fields"
    if len(line) <= 120 and CREDIT.match(line) and _CREDIT_STRICT.match(line):
        return "credit"
    if len(line) <= 60 and SECTION.match(line):
        return "section"
    return ""


def _is_fielded(line: str) -> bool:
    """Whether a line is parted into short fields of names, dates and who did what to the text."""
    if len(FIELD_MARK.findall(line)) < ("|" not in line) + 1:
        return False
    words = re.findall(r"[^\W\d_][\w.’'‑-]*", line)
    return all(w[0].isupper() or w.lower().strip(".") in IN_FIELDS | _JOINING for w in words)
