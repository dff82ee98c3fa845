"""The patterns by which quantities are worded: comparators, fractions, ages, ranges, measures."""

import re

from incident_graph.values.number import DASH, GAP, HYPHEN, NUMBER, SPACE, VAGUE
from incident_graph.values.unit_wording import MONEY_BEFORE

AFTER = re.compile(
    rf"(?:{GAP}(?P<least>or{GAP}more|or{GAP}above|and{GAP}counting|at{GAP}least|plus\b|or{GAP}over)"
    rf"|{GAP}(?P<most>or{GAP}(?:fewer|less|under)|at{GAP}(?:the{GAP})?most)|{GAP}(?P<about>or{GAP}so)|(?P<plus>\+))(?!\w)"
    rf"|(?P<odd>[{HYPHEN}]odd\b)",
    re.IGNORECASE,
)
NUMBER_RE = re.compile(NUMBER, re.IGNORECASE)
VAGUE_RE = re.compile(VAGUE, re.IGNORECASE)
MONEY_BEFORE_RE = re.compile(MONEY_BEFORE)
RANGE = re.compile(rf"{SPACE}[{DASH}]{SPACE}|{GAP}(?:to|or){GAP}|(?P<and>{GAP}and{GAP})", re.IGNORECASE)
TO_UNIT = re.compile(rf"[{HYPHEN}]|{SPACE}")
SCALE_TAIL = re.compile(r"([a-z]+)$", re.IGNORECASE)
FRACTION = re.compile(
    rf"(?:(?P<n>an?|one|two|three|four|five|six|seven|nine)(?:{GAP}|[{HYPHEN}])(?P<d>third|quarter|fifth|sixth|seventh|"
    rf"eighth|ninth|tenth|twentieth|hundredth)s?|(?P<half>half))\b",
    re.IGNORECASE,
)
DENOMINATORS = dict(
    zip("half third quarter fifth sixth seventh eighth ninth tenth".split(), range(2, 11), strict=True)
) | {"twentieth": 20, "hundredth": 100}
NUMERATORS = {w: n for n, w in enumerate("one two three four five six seven eight nine".split(), 1)} | {
    "a": 1,
    "an": 1,
}
ONE_IN = re.compile(
    rf"(?P<n>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine){GAP}(?:in(?:{GAP}every)?|out{GAP}of(?:{GAP}every)?){GAP}"
    rf"(?P<d>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|a{GAP}hundred|a{GAP}thousand|a{GAP}million)\b"
    r"(?!\s+(?:19|20)\d\d)(?!,?\d)",
    re.IGNORECASE,
)
TWICE = re.compile(rf"(?P<word>twice|thrice)\b|(?P<n>[a-z]+|\d+(?:\.\d+)?)[{HYPHEN}]?fold\b", re.IGNORECASE)
AGE = re.compile(
    rf"(?P<n>[a-z\d]+(?:[{HYPHEN}](?:one|two|three|four|five|six|seven|eight|nine))?)(?:[{HYPHEN}]|{GAP})"
    rf"(?P<unit>year|month|week|day)s?(?:[{HYPHEN}]|{GAP})old(?P<s>s)?\b",
    re.IGNORECASE,
)
DECADE_OF_LIFE = re.compile(
    rf"(?P<part>(?:early|mid|late)(?:[{HYPHEN}]|{GAP}(?:to{GAP}late{GAP})?))?(?P<n>teens|twenties|thirties|forties|fifties|sixties|seventies|"
    r"eighties|nineties|[2-9]0s)\b",
    re.IGNORECASE,
)
POSSESSED = re.compile(rf"\b(?:his|her|their|its|my|our){GAP}$", re.IGNORECASE)
ONE_UNIT = re.compile(
    rf"(?:(?P<part>half|(?:an?{GAP})?quarter{GAP}of|three[{HYPHEN}\s]quarters{GAP}of){GAP})?an?{GAP}"
    r"(?P<unit>second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|tonne|ton)\b"
    rf"(?P<half2>{GAP}and{GAP}a{GAP}half\b)?",
    re.IGNORECASE,
)
AND_PART = re.compile(rf"(?:,?{GAP}(?:and{GAP})?|{SPACE})(?=[\w])", re.IGNORECASE)
METRES = re.compile(
    rf"m(?:{GAP}|[{HYPHEN}])(?:long|deep|high|tall|wide|away|from|below|above|off|down|under|sprint|underwater|thick|north|south|"
    r"east|west|apart|behind|ahead)\b",
    re.IGNORECASE,
)
#: What is measured in metres, before a number with an "m": "from a height of 45m".
LENGTH_BEFORE = re.compile(
    rf"\b(?:height|depth|width|length|distance|radius|altitude|measuring|fell|plunged|spanning)"
    rf"(?:{GAP}(?:of|to|about|around|some|nearly|almost|over|up|at|least|more|than|a|the)){{0,4}}{GAP}$",
    re.IGNORECASE,
)
CELSIUS = re.compile(r"C(?!\w)")
HEAT = re.compile(r"temperature|\bheat|\bhot|\bcold|\bwarm|thermometer|\bfroze|\bfreez", re.IGNORECASE)
MAGNITUDE = re.compile(rf"[{HYPHEN}\s]magnitude\b", re.IGNORECASE)
RICHTER = re.compile(
    rf"{GAP}on{GAP}the{GAP}(?:open[{HYPHEN}]ended{GAP})?(?:richter|moment{GAP}magnitude|magnitude)\b", re.IGNORECASE
)
MAGNITUDE_BEFORE = re.compile(rf"\bmagnitude(?:{GAP}of)?{GAP}(?:an?{GAP})?$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:r[oi]se|risen|rising|rises|f[ae]ll|fallen|falling|falls|gr[eo]w|grown|climbed|jumped|dropped|increas\w+|revis\w+|"
    r"went|gone|up|down|cut|lower\w+|rais\w+|reduc\w+|updat\w+|chang\w+|mov\w+|soared|surged|doubled|slipped|slid|sank|"
    r"widened|declined|decreas\w+|shr\w+|swell\w*|swollen|upgraded|downgraded|corrected)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
