"""An invented incident, made by hand, for the tests of the network and the page: five accounts of a fire."""

import datetime as dt
import hashlib
from decimal import Decimal

from incident_graph.accounts import Account, Excerpt
from incident_graph.model import (
    Answer,
    Certainty,
    Claim,
    Comparison,
    Entity,
    Incident,
    Issue,
    Reading,
    Speaker,
    Stance,
    Verdict,
)
from incident_graph.profile import AnswerType, CompareBy, Question
from incident_graph.values import Period, Quantity

NS = "https://w3id.org/incident-graph/profile/test#"

TEXTS = {
    "A": """Fire guts cold store at Kestrel Quay

A cold store at Kestrel Quay burned for nine hours on Tuesday. About forty people were treated for smoke, the
Harrow Bay Fire Service said. Chief officer Ines Calder said an overheated compressor started the blaze.

The building belongs to Northwind Storage. According to a night guard, drums of ammonia stood by the east wall.
The firm denied that any ammonia was kept there after 2019. Everyone inside was led out before midnight.

The Ports Inspectorate has opened an inquiry. Damage may come to 12 million euros.
""",
    "B": """Kestrel Quay: what we know

The warehouse, run by the haulier Brandt & Sons, went up shortly after ten in the evening. Police are treating the
fire as arson, two officers told this paper. Forty people needed treatment.

Stocks of fish, vaccines and grain were lost. Workers say nobody told them to leave until the roof fell in.
Rescue crews found no trace of chemicals.
""",
    "C": """Harbour fire leaves dozens hurt

Between 35 and 45 people were hurt when a building on the Harrow Bay waterfront caught fire at 22:10 on 3 March 2026.
There is no evidence of arson, the harbour master said. It appears the compressor in the basement failed.

The owner is Northwind Storage, a subsidiary of a Norwegian group. Fish and flowers were destroyed.
Losses are put at several million euros. The Ports Inspectorate and the police are looking into it.
""",
    "D": """Thick smoke over Harrow Bay

Schools stayed closed on Wednesday after a fire at a warehouse in the port. Ammonia leaked from the cooling plant,
the union said, and everyone within a mile was told to shut their windows. A lawyer for the owner, a logistics
firm, said that it would help the inquiry. Some 40 residents saw a doctor.
""",
    "E": """The night the quay burned

It is not known how the fire began. The alarm was raised by a ferry captain, Tomas Weil, who saw flames from the
water. Insurers speak of losses of between 10 and 14 million euros. Port minister Ada Lindqvist visited on Thursday.
""",
}

META = {
    "A": ("Fire guts cold store at Kestrel Quay", "Harrow Bay Courier", dt.date(2026, 3, 4)),
    "B": ("Kestrel Quay: what we know", None, None),
    "C": ("Harbour fire leaves dozens hurt", "The Northern Wire", dt.date(2026, 3, 4)),
    "D": (None, "Port Radio", dt.date(2026, 3, 5)),
    "E": ("The night the quay burned", None, dt.date(2026, 3, 7)),
}

#: name: (label, question text, answer type, compare by, group, verdict, readings), where a reading is
#: (label, [claims]) and a claim (letter, quote, {what differs from a plain assertion}).
ISSUES = {
    "cause": (
        "How it started", "How did the fire start?", AnswerType.PHRASE, CompareBy.IDENTITY, "What happened",
        Verdict.CONFLICTS,
        [
            ("An overheated compressor", [
                ("A", "an overheated compressor started the blaze", {"speakers": ["Ines Calder"]}),
                ("C", "It appears the compressor in the basement failed", {"hedge": "appears"}),
            ]),
            ("Arson", [("B", "Police are treating the\nfire as arson", {"speakers": ["two officers"]})]),
            ("Not known", [("E", "It is not known how the fire began", {"stance": Stance.UNKNOWN})]),
        ],
        [(0, 1, Verdict.CONFLICTS, "if the fire had one cause"), (0, 2, Verdict.CONTESTS, ""),
         (1, 2, Verdict.CONTESTS, "")],
    ),
    "operator": (
        "Who ran the building", "Who ran the building?", AnswerType.ENTITY, CompareBy.IDENTITY, "Who was involved",
        Verdict.CONFLICTS,
        [
            ("Northwind Storage", [
                ("A", "The building belongs to Northwind Storage", {"entity": "entity-northwind-storage"}),
                ("C", "The owner is Northwind Storage", {"entity": "entity-northwind-storage"}),
            ]),
            ("Brandt & Sons", [("B", "run by the haulier Brandt & Sons", {"entity": "entity-brandt-sons"})]),
            ("a logistics firm", [("D", "the owner, a logistics\nfirm", {"entity": "entity-0a"})]),
        ],
        [(0, 1, Verdict.CONFLICTS, "if one firm ran it"), (0, 2, Verdict.REFINES, ""), (1, 2, Verdict.REFINES, "")],
    ),
    "chemicals": (
        "Chemicals on site", "Were dangerous chemicals on the site?", AnswerType.POLARITY, CompareBy.STANCE,
        "What happened", Verdict.CONFLICTS,
        [
            ("Yes: ammonia", [
                ("A", "drums of ammonia stood by the east wall", {"speakers": ["a night guard"]}),
                ("D", "Ammonia leaked from the cooling plant", {"speakers": ["the union"]}),
            ]),
            ("No ammonia", [
                ("A", "The firm denied that any ammonia was kept there",
                 {"stance": Stance.DENIES, "speakers": ["The firm"]}),
            ]),
            ("No trace found", [
                ("B", "Rescue crews found no trace of chemicals", {"stance": Stance.NO_EVIDENCE}),
            ]),
        ],
        [(0, 1, Verdict.CONFLICTS, ""), (0, 2, Verdict.CONTESTS, ""), (1, 2, Verdict.AGREES, "")],
    ),
    "warned": (
        "Were people led out in time", "Were the people inside led out in time?", AnswerType.POLARITY,
        CompareBy.STANCE, "Response", Verdict.CONFLICTS,
        [
            ("Yes, before midnight", [("A", "Everyone inside was led out before midnight", {})]),
            ("No", [("B", "nobody told them to leave until the roof fell in",
                     {"stance": Stance.DENIES, "speakers": ["Workers"]})]),
        ],
        [(0, 1, Verdict.CONFLICTS, "")],
    ),
    "arson": (
        "Arson suspected", "Is arson suspected?", AnswerType.POLARITY, CompareBy.STANCE, "What happened",
        Verdict.CONTESTS,
        [
            ("Yes", [("B", "Police are treating the\nfire as arson", {})]),
            ("No evidence", [("C", "There is no evidence of arson",
                              {"stance": Stance.NO_EVIDENCE, "speakers": ["the harbour master"]})]),
        ],
        [(0, 1, Verdict.CONTESTS, "")],
    ),
    "goods": (
        "Goods lost", "Which goods were lost?", AnswerType.PHRASE, CompareBy.IDENTITY, "Harm", Verdict.COMPLEMENTS,
        [
            ("fish", [("B", "Stocks of fish", {}), ("C", "Fish and flowers were destroyed", {})]),
            ("vaccines", [("B", "vaccines and grain were lost", {})]),
            ("grain", [("B", "grain were lost", {})]),
            ("flowers", [("C", "Fish and flowers were destroyed", {})]),
        ],
        [(1, 3, Verdict.COMPLEMENTS, "")],
    ),
    "inquiry": (
        "Who investigates", "Who investigates?", AnswerType.ENTITY, CompareBy.IDENTITY, "Response",
        Verdict.COMPLEMENTS,
        [
            ("Ports Inspectorate", [
                ("A", "The Ports Inspectorate has opened an inquiry", {"entity": "entity-ports-inspectorate"}),
                ("C", "The Ports Inspectorate and the police are looking into it",
                 {"entity": "entity-ports-inspectorate"}),
            ]),
            ("the police", [("C", "the police are looking into it", {"entity": "entity-police"})]),
        ],
        [(0, 1, Verdict.COMPLEMENTS, "")],
    ),
    "damage": (
        "Damage", "How large is the damage?", AnswerType.QUANTITY, CompareBy.NUMBER, "Harm", Verdict.REFINES,
        [
            ("12 million euros", [("A", "Damage may come to 12 million euros",
                                   {"hedge": "may", "quantity": (12e6, 12e6, 12e6, "EUR")})]),
            ("several million euros", [("C", "Losses are put at several million euros",
                                        {"quantity": (3e6, 2e7, None, "EUR")})]),
            ("10 to 14 million euros", [("E", "losses of between 10 and 14 million euros",
                                         {"speakers": ["Insurers"], "quantity": (1e7, 1.4e7, None, "EUR")})]),
        ],
        [(0, 1, Verdict.REFINES, ""), (2, 1, Verdict.REFINES, ""), (0, 2, Verdict.REFINES, "")],
    ),
    "started": (
        "When it started", "When did the fire start?", AnswerType.PERIOD, CompareBy.PERIOD, "What happened",
        Verdict.REFINES,
        [
            ("shortly after ten in the evening", [("B", "shortly after ten in the evening", {})]),
            ("3 March 2026, 22:10", [("C", "at 22:10 on 3 March 2026",
                                      {"period": Period("2026-03-03T22:10", dt.date(2026, 3, 3), dt.date(2026, 3, 3),
                                                        1330)})]),
        ],
        [(1, 0, Verdict.REFINES, "")],
    ),
    "injured": (
        "People hurt", "How many people were hurt?", AnswerType.QUANTITY, CompareBy.NUMBER, "Harm", Verdict.AGREES,
        [
            ("about 40", [
                ("A", "About forty people were treated for smoke",
                 {"hedge": "About", "quantity": (36, 44, 40, "person"), "speakers": ["Harrow Bay Fire Service"]}),
                ("B", "Forty people needed treatment", {"quantity": (40, 40, 40, "person")}),
                ("C", "Between 35 and 45 people were hurt", {"quantity": (35, 45, None, "person")}),
                ("D", "Some 40 residents saw a doctor", {"hedge": "Some", "quantity": (36, 44, 40, "person")}),
            ]),
        ],
        [],
    ),
    "alarm": (
        "Who raised the alarm", "Who raised the alarm?", AnswerType.ENTITY, CompareBy.IDENTITY, "Who was involved",
        Verdict.SINGLE,
        [("Tomas Weil", [("E", "The alarm was raised by a ferry captain, Tomas Weil",
                          {"entity": "entity-tomas-weil"})])],
        [],
    ),
    "minister": (
        "Port minister", "Who is the port minister?", AnswerType.ENTITY, CompareBy.IDENTITY, "Who was involved",
        Verdict.SINGLE,
        [("Ada Lindqvist", [("E", "Port minister Ada Lindqvist", {"entity": "entity-ada-lindqvist"})])],
        [],
    ),
}  # fmt: skip

ENTITIES = [
    ("entity-northwind-storage", "Northwind Storage", "Organisation", True),
    ("entity-brandt-sons", "Brandt & Sons", "Organisation", True),
    ("entity-0a", "a logistics\nfirm", "Organisation", False),
    ("entity-ports-inspectorate", "Ports Inspectorate", "Organisation", True),
    ("entity-police", "police", "Group", False),
    ("entity-harrow-bay-fire-service", "Harrow Bay Fire Service", "Organisation", True),
    ("entity-ines-calder", "Ines Calder", "Person", True),
    ("entity-tomas-weil", "Tomas Weil", "Person", True),
    ("entity-ada-lindqvist", "Ada Lindqvist", "Person", True),
    ("entity-kestrel-quay", "Kestrel Quay", "Place", True),
    ("entity-harrow-bay", "Harrow Bay", "Place", True),
]


def accounts(texts: dict[str, str] | None = None) -> tuple[Account, ...]:
    """The five accounts, or others with the given texts by letter."""
    out = []
    for letter, text in (texts or TEXTS).items():
        title, publisher, issued = META.get(letter, (None, None, None))
        digest = hashlib.sha256(text.encode()).hexdigest()
        out.append(Account(digest, f"{letter.lower()}.txt", text, letter, 0, "text/plain", title, publisher, issued))
    return tuple(out)


def find(account: Account, quote: str) -> Excerpt:
    """The first place where the account has these words."""
    start = account.text.index(quote)
    return account.excerpt(start, start + len(quote))


def _answer(label: str, extra: dict) -> Answer:
    quantity = None
    if "quantity" in extra:
        low, high, stated, unit = extra["quantity"]
        quantity = Quantity(
            Decimal(int(low)), Decimal(int(high)), None if stated is None else Decimal(int(stated)), unit
        )
    return Answer(label, entity=extra.get("entity"), quantity=quantity, period=extra.get("period"))


def incident() -> Incident:
    """Five accounts, twelve questions, every verdict."""
    by_letter = {a.letter: a for a in accounts()}
    named = {label: (entity_id, kind) for entity_id, label, kind, _ in ENTITIES}
    claims, issues, readings, comparisons = [], [], [], []
    for order, (name, (label, text, answer, by, group, verdict, declared, pairs)) in enumerate(ISSUES.items()):
        question = Question(NS + name, name, label, text, answer, by, True, order, group)
        heard = set()
        made = []
        for number, (reading_label, held) in enumerate(declared):
            ids = []
            for letter, quote, extra in held:
                account = by_letter[letter]
                heard.add(account.id)
                evidence = find(account, quote)
                speakers = tuple(
                    Speaker(s, named[s][0] if s in named else None, find(account, s)) for s in extra.get("speakers", [])
                )
                claim = Claim(
                    f"claim-{name}-{number}-{letter}",
                    account.id,
                    question.iri,
                    _answer(reading_label, extra),
                    (evidence,),
                    extra.get("stance", Stance.ASSERTS),
                    Certainty.HEDGED if "hedge" in extra else Certainty.PLAIN,
                    extra.get("hedge", ""),
                    speakers,
                )
                claims.append(claim)
                ids.append(claim.id)
            witnesses = tuple(by_letter[letter].id for letter, _, _ in held)
            made.append(
                Reading(f"reading-{name}-{number}", f"issue-{name}", reading_label, tuple(ids), witnesses, len(held))
            )
        readings += made
        comparisons += [
            Comparison(f"comparison-{name}-{a}-{b}", f"issue-{name}", made[a].id, made[b].id, v, rests)
            for a, b, v, rests in pairs
        ]
        silent = tuple(a.id for a in by_letter.values() if a.id not in heard)
        issues.append(Issue(f"issue-{name}", question, verdict, silent))
    return Incident(
        "Fire at Kestrel Quay",
        "https://example.org/kestrel-quay/",
        tuple(by_letter.values()),
        tuple(
            Entity(i, label.replace("\n", " "), kind, is_named, mentions=_mentions(label, by_letter.values()))
            for i, label, kind, is_named in ENTITIES
        ),
        (),
        tuple(claims),
        tuple(issues),
        tuple(readings),
        tuple(comparisons),
    )


def _mentions(label: str, among) -> tuple[Excerpt, ...]:
    out = []
    for account in among:
        start = account.text.find(label)
        while start >= 0:
            out.append(account.excerpt(start, start + len(label)))
            start = account.text.find(label, start + 1)
    return tuple(out)
