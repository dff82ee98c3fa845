"""What an account's furniture says of its own outlet: copyright line, path of sections, “… edition”."""

import re

from incident_graph.extraction.names_gazetteer import fold
from incident_graph.text.document import Document

_NAME = r"(?P<who>[^\W\d_][\w&.’'-]*(?:[ ](?:of|the|and|[A-Z0-9][\w&.’'-]*)){0,5})"
_LINES = (
    re.compile(
        rf"(?:©|\(c\)|copyright)(?:\s*©)?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?)?\s+(?:by\s+)?{_NAME}", re.I
    ),
    re.compile(rf"{_NAME}\s*[»›>]\s*\w"),
    re.compile(rf"{_NAME},\s+(?:[a-z]+\s+)?edition\W*$"),
    re.compile(rf"(?:subscribe to|welcome to|download the|more from|follow)\s+{_NAME}", re.I),
)
#: A line that is nothing but a paper's name, or opens with it: "The Harrow Courier | Friday".
_PAPER = re.compile(
    r"(?P<who>(?:(?!Live\b|Breaking\b)[A-Z][\w’'-]*\s(?:&\s)?|\d+\s){1,4}(?:Weekly|Review|Courier|Monitor|Standard|Herald|Times|News|Gazette"
    r"|Tribune|Post|Mail|Sentinel|Echo|Press|Journal|Daily|Magazine|Wire|Observer|Chronicle|Dispatch|Star|Telegraph|Globe|Mercury"
    r"|Argus|Examiner|Inquirer|Ledger|Bulletin|Today|Tagblatt|Zeitung|Record|Comet|Desk|Report|Digest|Business|Quarterly|Week))"
    r"(?:\s*[|(–—]|\s-\s|,\s|\s*$)"
)
#: Last words of the names of newspapers and broadcasters.
PAPERS = frozenset(
    """weekly review courier monitor standard herald times news gazette tribune post mail sentinel echo press journal
    daily magazine wire observer chronicle dispatch telegraph globe mercury argus examiner inquirer ledger bulletin
    tagblatt zeitung record comet quarterly""".split()
)
_TAIL = re.compile(
    r"\s+(?:ltd|limited|inc|llc|plc|media|group|news and media|all rights.*|app|on|newsletter)\.?$", re.I
)
_NOT = frozenset("home news us our the this all on facebook twitter instagram youtube linkedin x".split())


def outlets(document: Document) -> frozenset[str]:
    """The folded names that an account's metadata and page furniture give for its outlet, without articles.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "TrawlNet > Ships\\n\\nA tug sank.\\n\\n© 2024 The Quay Lantern"
    >>> sorted(outlets(read_document(Account("0" * 64, "a.txt", text))))
    ['quay lantern', 'trawlnet']
    """
    account = document.account
    found = {account.publisher} if account.publisher else set()
    for block in document.blocks:
        if block.kind in ("boilerplate", "metadata", "heading", "title") and block.end - block.start <= 160:
            line = account.text[block.start : block.end].strip("*_#| \t")
            found |= {match["who"] for pattern in _LINES if (match := pattern.match(line))}
            near_top = block.start - account.body_start < 400
            last = line.rpartition(", ")[2]
            found |= {match["who"] for part in (line, last) if near_top and (match := _PAPER.match(part))}
    keys = {fold(_TAIL.sub("", name)).removeprefix("the ") for name in found}
    return frozenset(key for key in keys if len(key) > 2 and key not in _NOT)
