"""The regular expressions of dates and times, with the names of months, weekdays and time zones."""

import re

from incident_graph.values.calendar_words import MONTHS, WEEKDAYS
from incident_graph.values.number import DASH, GAP, HYPHEN

ZONES = {
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "WET": 0,
    "BST": 60,
    # Clocks named by their country: standard time; in summer they run an hour ahead, which a bare time does not tell.
    "UK time": 0,
    "British time": 0,
    "Irish time": 0,
    "Moscow time": 180,
    "Japan time": 540,
    "Beijing time": 480,
    "India time": 330,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
}

MONTH = (
    "(?:" + "|".join(f"{m[:3].capitalize()}(?:{m[3:]}|t?\\.?)" if m != "may" else "May" for m in MONTHS) + r")(?!\w)"
)
MONTH_UPPER = "(?:" + "|".join(m.upper() for m in MONTHS) + r")(?!\w)"
M = f"(?:{MONTH}|{MONTH_UPPER})"
WEEKDAY = "(?:" + "|".join(d.capitalize() for d in WEEKDAYS) + "|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun" + r")(?!\w)"
FULL_WEEKDAY = "(?:" + "|".join(d.capitalize() for d in WEEKDAYS) + ")"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d\w]|[.,]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w])"
PART = (
    f"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:the{GAP})?(?:[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd){GAP}of)"
    f"(?:{GAP}|[{HYPHEN}])(?:in{GAP})?"
)
Y = rf"(?:,?{GAP}(?:of{GAP})?(?P<y>{YEAR}))?"

ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
NUMERIC = re.compile(
    r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>[/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)(?P<y>(?:19|20)\d\d)(?![\w/.]\d)"
)
DAY_MONTH = re.compile(
    rf"(?P<d>{DAY})(?:{GAP}?(?:[{DASH}]|{GAP}(?:to|and){GAP}){GAP}?(?P<d2>{DAY}))?{GAP}(?:of{GAP})?(?P<m>{M}){Y}"
)
MONTH_DAY = re.compile(rf"(?P<m>{M}){GAP}(?P<d>{DAY})(?!\s?[:%]|,\d|\.\d)(?:{GAP}?[{DASH}]{GAP}?(?P<d2>{DAY}))?{Y}")
TWO_DATES = re.compile(
    rf"(?P<d>{DAY}){GAP}(?P<m>{M}){Y}(?P<joint>{GAP}(?:to|and){GAP}|{GAP}?[{DASH}]{GAP}?)(?P<d2>{DAY}){GAP}(?P<m2>{M})(?:,?{GAP}(?P<y2>{YEAR}))?"
)
PART_MONTH = re.compile(rf"{PART}(?P<m>{M}){Y}")
PART_YEAR = re.compile(rf"{PART}(?P<y>{YEAR})")
MONTH_YEAR = re.compile(
    rf"(?P<m>{M}){Y}(?:{GAP}?[{DASH}]{GAP}?|{GAP}(?:to|and){GAP})(?P<m2>{M})(?:,?{GAP}(?P<y2>{YEAR}))?|(?P<m3>{M}),?{GAP}(?:of{GAP})?(?P<y3>{YEAR})"
)
MONTH_ALONE = re.compile(rf"(?P<m>{M})(?!{GAP}?[\d])")
SEASON = re.compile(rf"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){GAP}(?:of{GAP})?(?P<y>{YEAR})")
DECADE = re.compile(rf"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)?(?:{GAP}|[{HYPHEN}])?(?P<y>(?:1[5-9]|20)\d)0[’']?s(?!\w)")
YEARS = re.compile(rf"(?P<y>(?:19|20)\d\d)[{DASH}/](?P<y2>(?:19|20)\d\d|\d\d)(?![\w{DASH}/]|[.,]\d)")
YEAR_TO = re.compile(rf"(?P<y>{YEAR}){GAP}(?:and|to){GAP}(?P<y2>{YEAR})")
YEAR_ALONE = re.compile(rf"(?P<y>{YEAR})")
WEEKDAY_RE = re.compile(
    rf"(?P<w>{WEEKDAY})(?:[’']s)?(?:,?{GAP}(?P<part>(?:early|late{GAP})?(?:morning|afternoon|evening|night|lunchtime))\b)?"
)
AMPM = r"(?P<ap>[ap]\.{GAP0}?m\.?|[AP]\.M\.?|[AP]M|[ap]m)(?!\w)".replace("{GAP0}", r"\s")
CLOCK = re.compile(
    rf"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))?{GAP}?{AMPM}"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    rf"|(?P<h4>[01]\d|2[0-3])(?P<min4>[0-5]\d)(?=\s?(?:{'|'.join(ZONES)}|hours|hrs|local)\b)"
    rf"|(?P<hd>[01]?\d|2[0-3])\.(?P<mind>[0-5]\d)(?={GAP}(?:(?:on|every|each|last|this|that){GAP}(?:{FULL_WEEKDAY}|day|morning|"
    rf"evening|afternoon|night|weekday)|in{GAP}the{GAP}(?:morning|afternoon|evening)|yesterday|today|GMT|UTC|BST|CET|local{GAP}time|"
    r"(?:train|ferry|service|flight|bus|tram|sailing|departure|crossing|news)\b))"
    rf"|(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?:{GAP}o[’']clock\b"
    rf"|(?={GAP}(?:on{GAP})?(?:{FULL_WEEKDAY}|that){GAP}(?:morning|afternoon|evening|night)\b)"
    rf"|(?={GAP}in{GAP}the{GAP}(?:early{GAP})?(?:morning|afternoon|evening)\b(?!{GAP}(?:shift|session|class|rush|hours)\b)))"
    rf"|(?P<name>[Nn]oon|[Mm]idday|[Mm]idnight|NOON|MIDNIGHT)\b"
    rf"|(?P<past>[Hh]alf{GAP}past|[Qq]uarter{GAP}past|[Qq]uarter{GAP}to){GAP}(?P<pastword>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
#: "7 to 8 a.m.": one stretch; "from 7am to 11pm" is two times, each whole in itself.
HOUR_RANGE = re.compile(
    rf"(?P<h1>1[0-2]|0?[1-9])(?:[:.](?P<m1>[0-5]\d))?(?:{GAP}(?:and|to){GAP}|{GAP}?[{DASH}]{GAP}?)"
    rf"(?P<h2>1[0-2]|0?[1-9])(?:[:.](?P<m2>[0-5]\d))?{GAP}?{AMPM}"
)
AND = re.compile(rf"{GAP}and{GAP}")
#: What opens the conversion of a time to another zone.
OPENED = re.compile(rf"{GAP}?\(")
ZONE = re.compile(
    rf"{GAP}?\(?(?P<z>{'|'.join(sorted(ZONES, key=len, reverse=True))})(?P<off>[+-]\d{{1,2}}(?::?\d\d)?)?\)?(?!\w)"
)
LOCAL = re.compile(
    rf"{GAP}(?:local{GAP}time|hours|hrs|(?:US{GAP})?[Ee]astern(?:{GAP}[Tt]ime)?|(?:US{GAP})?[Pp]acific{GAP}[Tt]ime|E?ET|CT|MT|PT|IST)\b"
)
HALF_DAY = re.compile(
    rf"{GAP}(?:in{GAP}the{GAP}(?:early{GAP})?(?:hours{GAP}of{GAP}the{GAP})?(?P<p>morning|afternoon|evening)|at{GAP}(?P<n>night))\b"
)
RELATIVE = re.compile(
    rf"(?P<day>[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast{GAP}night|[Tt]his{GAP}(?:morning|afternoon|evening)|[Ee]arlier{GAP}today)\b"
    rf"|(?:(?P<edge>(?:by{GAP}|at{GAP})?the{GAP}(?:end|start|beginning|middle){GAP}of){GAP})?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he{GAP}(?:past|previous|following)|[Pp]revious|[Ff]ollowing|(?P<the>the))"
    rf"{GAP}(?P<unit>week|weekend|month|year|{FULL_WEEKDAY}|{MONTH})(?![\w{HYPHEN}])(?P<poss>[’']s)?"
)
CHAIN = re.compile(
    rf",?{GAP}(?:(?:on|in|of|at|during|local{GAP}time{GAP}on){GAP})?(?:(?:a|an|the){GAP})?|,{GAP}|{GAP}?\((?=\w+\))"
)
BEFORE = re.compile(
    rf"(?<![\w{HYPHEN}])(?:(?P<near>[Ss]hortly|[Jj]ust|[Mm]inutes|[Mm]oments|[Ss]oon|[Ss]econds){GAP})?"
    rf"(?P<word>[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill|[Pp]rior{GAP}to|[Aa]fter|[Ss]ince|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Aa]lmost|[Nn]early|[Cc]irca|~)"
    rf"{GAP}(?:(?:at|about|around|early{GAP}on|late{GAP}on|the|a){GAP})?$"
)
IN = re.compile(
    rf"\b(?:in|since|by|until|till|from|during|before|after|through|throughout|last|next|this|of|late|early|mid|between|to|dated|on|for|and|back{GAP}to)"
    rf"(?:{GAP}(?:the|about|around|early|late|mid))?(?:{GAP}|[{HYPHEN}])$",
    re.IGNORECASE,
)
YEAR_LEAD = re.compile(
    rf"(?:\b(?:in|since|until|till|from|during|before|after|of|by|to|through|and|between|circa|year|early|late|mid|spring|summer|"
    rf"autumn|winter|back{GAP}to|around|than|for|fiscal|FY)(?:{GAP}about)?(?:{GAP}|[{HYPHEN}])|[(,]\s?)$",
    re.IGNORECASE,
)
THE_LEAD = re.compile(rf"(?:\b(?:the|a|an|its|his|her|their|our|this|that|another)|[’']s){GAP}$", re.IGNORECASE)
NOT_A_DAY = re.compile(r"\b(?:Black|Good|Ash|Easter|Super|Bloody|Palm|Maundy|Cyber|Holy|Shrove|Mad|Rex)\s+$")
FUTURE = re.compile(
    r"\b(?:will|shall|due|expected|to be|scheduled|plan\w*|next|set to|would|going to|upcoming|by|until|"
    r"deadline)\b[^.;]*$"
)
WORD_HOURS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
