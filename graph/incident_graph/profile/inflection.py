"""The inflected forms of an English word, for cues: enough for matching, not for writing."""

import re

_IRREGULAR = {
    "be": "is are was were been being",
    "have": "has had having",
    "do": "does did done doing",
    "go": "goes went gone going",
    "say": "says said saying",
    "tell": "tells told telling",
    "find": "finds found finding",
    "sell": "sells sold selling",
    "buy": "buys bought buying",
    "steal": "steals stole stolen stealing",
    "break": "breaks broke broken breaking",
    "know": "knows knew known knowing",
    "learn": "learns learned learnt learning",
    "hold": "holds held holding",
    "give": "gives gave given giving",
    "take": "takes took taken taking",
    "get": "gets got gotten getting",
    "put": "puts putting",
    "hit": "hits hitting",
    "strike": "strikes struck stricken striking",
    "run": "runs ran running",
    "begin": "begins began begun beginning",
    "lose": "loses lost losing",
    "leave": "leaves left leaving",
    "come": "comes came coming",
    "become": "becomes became becoming",
    "make": "makes made making",
    "blow": "blows blew blown blowing",
    "catch": "catches caught catching",
    "seek": "seeks sought seeking",
    "think": "thinks thought thinking",
    "see": "sees saw seen seeing",
    "pay": "pays paid paying",
    "fall": "falls fell fallen falling",
    "rise": "rises rose risen rising",
    "shoot": "shoots shot shooting",
    "sink": "sinks sank sunk sinking",
    "drown": "drowns drowned drowning",
    "spread": "spreads spreading",
    "burst": "bursts bursting",
    "die": "dies died dying",
    "lie": "lies lay lain lying lied",
    "send": "sends sent sending",
    "spend": "spends spent spending",
    "lead": "leads led leading",
    "write": "writes wrote written writing",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "understand": "understands understood understanding",
    "person": "people persons",
    "man": "men",
    "woman": "women",
    "child": "children",
    "body": "bodies",
}


#: They end as "policeman" does, and are no man of any sort.
_NO_MEN = frozenset("german human roman ottoman shaman talisman".split())


def forms(word: str) -> tuple[str, ...]:
    """All forms of ``word``, itself first: plural, third person, past, participles, ``-ing``.

    >>> forms("expose")
    ('expose', 'exposes', 'exposed', 'exposing')
    >>> forms("identify")
    ('identify', 'identifies', 'identified', 'identifying')
    >>> forms("leak")[:4]
    ('leak', 'leaks', 'leaked', 'leaking')
    >>> forms("policeman"), forms("human")[1]
    (('policeman', 'policemen'), 'humans')
    >>> forms("sell")
    ('sell', 'sells', 'sold', 'selling')
    """
    if word in _IRREGULAR:
        return (word, *_IRREGULAR[word].split())
    if word.endswith("man") and word not in _NO_MEN:
        return (word, word[:-3] + "men")
    if word.endswith("e"):
        stem = word[:-1]
        return (word, word + "s", word + "d", stem + "ing")
    if re.search(r"[^aeiou]y$", word):
        return (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    if re.search(r"(s|x|z|ch|sh)$", word):
        return (word, word + "es", word + "ed", word + "ing")
    doubled = word + word[-1] if re.search(r"^[^aeiou]*[aeiou][bdgklmnprt]$", word) else ""
    extra = (doubled + "ed", doubled + "ing") if doubled else ()
    return (word, word + "s", word + "ed", word + "ing", *extra)
