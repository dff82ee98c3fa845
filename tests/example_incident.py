"""A small incident made by hand: three accounts of a fire at an invented harbour, every sort of value and verdict."""

import dataclasses
import datetime as dt
import hashlib
from decimal import Decimal
from typing import Any

from incident_graph.accounts import Account, Excerpt
from incident_graph.comparison import with_ranks
from incident_graph.model import (
    Answer,
    Certainty,
    Claim,
    Comparison,
    Entity,
    Figure,
    Grade,
    Incident,
    Issue,
    Merge,
    Reading,
    Speaker,
    Stance,
    Verdict,
)
from incident_graph.model.ids import make_id
from incident_graph.profile import AnswerType, CompareBy, Kind, Question
from incident_graph.values import Period, Quantity

FIRE = "https://w3id.org/incident-graph/profile/example#"

TEXTS = {
    "A": (
        "Fire at Brackwater harbour\n\nTwelve people were hurt on 3 May 2031 when a shed owned by Ostrel Cold Storage "
        "burned down. Fire chief Ada Quill said a welding torch had caused it. Nobody was arrested."
    ),
    "B": (
        "A blaze at Brackwater left about a dozen injured. A harbour worker told us it appears to have been arson. "
        "Ostrel said its shed was insured for 2.5 million euros. “No torch was in use,” the firm said. 🔥"
    ),
    "C": (
        "The shed at Brackwater belonged to a fishing co-operative. Twenty were hurt. "
        "Police: no evidence of arson. It is not known who will pay."
    ),
}


def _account(letter: str, **more: object) -> Account:
    sha256 = hashlib.sha256(TEXTS[letter].encode()).hexdigest()
    return Account(sha256, f"{letter.lower()}.txt", TEXTS[letter], letter, **more)  # type: ignore[arg-type]


A = _account("A", title="Fire at Brackwater harbour", publisher="Coast Wire", issued=dt.date(2031, 5, 4))
B = _account("B", publisher="Brackwater Post", credit="Coast Wire", warnings=("no date",), derived_from_file="raw.html")
C = _account("C", derived_from_sha256="ab" * 32, derived_from_file="c-original.txt")
ACCOUNTS = (A, B, C)


def quote(account: Account, words: str) -> Excerpt:
    """The first place in the account where ``words`` stand."""
    start = account.text.index(words)
    return account.excerpt(start, start + len(words))


def _question(name: str, label: str, answer: AnswerType, by: CompareBy, one: bool = True, order: int = 1) -> Question:
    return Question(FIRE + name, name, label, label + "?", answer, by, one, order, group="fire", profile="example")


INJURED = _question("peopleHurt", "People hurt", AnswerType.QUANTITY, CompareBy.NUMBER, order=1)
WHEN = _question("happenedWhen", "When it happened", AnswerType.PERIOD, CompareBy.PERIOD, order=2)
CAUSE = _question("causedBy", "Cause", AnswerType.KIND, CompareBy.KIND, order=3)
OWNER = _question("shedOwner", "Owner of the shed", AnswerType.ENTITY, CompareBy.IDENTITY, order=4)
ARREST = _question("arrested", "Whether anyone was arrested", AnswerType.POLARITY, CompareBy.STANCE, order=5)
PAYER = _question("whoPays", "Who pays", AnswerType.PHRASE, CompareBy.NOTHING, one=False, order=6)
TORCH = _question("torchInUse", "Whether a torch was in use", AnswerType.POLARITY, CompareBy.STANCE, order=7)
INSURED = _question("insuredFor", "Sum insured", AnswerType.QUANTITY, CompareBy.NUMBER, order=8)

ACCIDENT, ARSON, COMPANY, COOPERATIVE = (FIRE + n for n in ("Accident", "Arson", "Company", "Cooperative"))
KINDS = (
    Kind(ACCIDENT, "accident", ("mishap",), disjoint=(ARSON,)),
    Kind(ARSON, "arson", ("fire-raising", "set on purpose"), wider=(FIRE + "Crime",), disjoint=(ACCIDENT,)),
    Kind(COMPANY, "company", ("firm",), disjoint=(COOPERATIVE,)),
    Kind(COOPERATIVE, "co-operative", disjoint=(COMPANY,)),
)

ENTITIES = (
    Entity(
        "entity-brackwater",
        "Brackwater",
        "Place",
        mentions=(quote(A, "Brackwater"), quote(B, "Brackwater"), quote(C, "Brackwater")),
    ),
    Entity(
        "entity-ostrel-cold-storage",
        "Ostrel Cold Storage",
        "Organisation",
        alt_labels=("Ostrel",),
        mentions=(quote(A, "Ostrel Cold Storage"), quote(B, "Ostrel")),
        merges=(Merge("Ostrel", B.id, "prefix"),),
        kinds=(COMPANY,),
        rules=("suffix",),
    ),
    Entity(
        "entity-ada-quill", "Ada Quill", "Person", mentions=(quote(A, "Ada Quill"),), attributes=(("role", "chief"),)
    ),
    Entity("entity-coast-wire", "Coast Wire", ""),
    Entity(
        "entity-00000000000000c0",
        "a fishing co-operative",
        "Organisation",
        named=False,
        mentions=(quote(C, "a fishing co-operative"),),
        kinds=(COOPERATIVE,),
        tier="B",
    ),
)


def _figure(account: Account, words: str, value: Quantity | Period, **more: str) -> Figure:
    excerpt = quote(account, words)
    name = make_id("figure", account.id, excerpt.start, excerpt.end)
    return Figure(name, excerpt, value, **more)  # type: ignore[arg-type]


def _people(low: int, high: int, stated: int | None) -> Quantity:
    return Quantity(Decimal(low), Decimal(high), None if stated is None else Decimal(stated), "person")


TWELVE = _figure(A, "Twelve people", _people(12, 12, 12), measures="people", noun="person")
DOZEN = _figure(B, "about a dozen", _people(11, 13, 12))
TWENTY = _figure(C, "Twenty", _people(20, 20, 20))
DAY = _figure(A, "3 May 2031", Period("2031-05-03", dt.date(2031, 5, 3), dt.date(2031, 5, 3)))
SUM = _figure(
    B,
    "2.5 million euros",
    Quantity(Decimal(2500000), Decimal("2500000.50"), Decimal(2500000), "EUR"),
    role="background",
)


def _claim(account: Account, question: Question, answer: Answer, *words: str, **more: object) -> Claim:
    claim = make_id("claim", account.id, question.iri, answer.label)
    more = {"ways": ("cue", "model"), "grade": Grade.FIRM, **more}
    return Claim(claim, account.id, question.iri, answer, tuple(quote(account, w) for w in words), **more)  # type: ignore[arg-type]


def _counted(figure: Figure) -> Answer:
    value = figure.value
    assert isinstance(value, Quantity)
    return Answer(figure.excerpt.text, figure=figure.id, quantity=value)


def _kind(iri: str, label: str) -> Answer:
    return Answer(label, kind=iri, kinds=frozenset([iri]))


TENTATIVE: dict[str, Any] = {"ways": ("cue",), "grade": Grade.TENTATIVE}
CHIEF = Speaker("Fire chief Ada Quill", "entity-ada-quill", quote(A, "Ada Quill"))
WORKER = Speaker("A harbour worker")
FIRM = Speaker("the firm", "entity-ostrel-cold-storage", quote(B, "the firm"))

CLAIMS = (
    _claim(A, INJURED, _counted(TWELVE), "Twelve people were hurt", "Fire at", tier="A", rules=("verb", "noun")),
    _claim(B, INJURED, _counted(DOZEN), "about a dozen injured"),
    _claim(C, INJURED, _counted(TWENTY), "Twenty were hurt"),
    _claim(A, WHEN, Answer("3 May 2031", figure=DAY.id, period=DAY.value), "on 3 May 2031"),  # type: ignore[arg-type]
    _claim(A, CAUSE, _kind(ACCIDENT, "a welding torch"), "a welding torch had caused it", speakers=(CHIEF,)),
    _claim(
        B,
        CAUSE,
        _kind(ARSON, "arson"),
        "it appears to have been arson",
        certainty=Certainty.HEDGED,
        hedge="appears to",
        speakers=(WORKER,),
    ),
    _claim(
        C,
        CAUSE,
        _kind(ARSON, "arson"),
        "no evidence of arson",
        stance=Stance.NO_EVIDENCE,
        speakers=(Speaker("Police"),),
    ),
    _claim(
        A,
        OWNER,
        Answer("Ostrel Cold Storage", entity="entity-ostrel-cold-storage", named=True, kinds=frozenset([COMPANY])),
        "a shed owned by Ostrel Cold Storage",
    ),
    _claim(
        C,
        OWNER,
        Answer(
            "a fishing co-operative",
            entity="entity-00000000000000c0",
            kinds=frozenset([COOPERATIVE]),
            attributes=frozenset([("trade", "fishing")]),
        ),
        "belonged to a fishing co-operative",
    ),
    _claim(A, ARREST, Answer("no", polarity=False), "Nobody was arrested"),
    _claim(C, PAYER, Answer("who will pay"), "It is not known who will pay", stance=Stance.UNKNOWN),
    _claim(B, TORCH, Answer("yes", polarity=True), "No torch was in use", stance=Stance.DENIES, speakers=(FIRM,)),
    _claim(B, INSURED, Answer("2.5 million euros", figure=SUM.id, basis="the shed"), "insured for 2.5 million euros"),
    _claim(B, PAYER, Answer("the firm", phrase="firm"), "Ostrel said", tier="C", rules=("headline",), **TENTATIVE),
    _claim(B, PAYER, Answer("insurers", phrase="insurer"), "its shed was insured"),
)
BY = {(c.account, c.question, c.answer.label): c.id for c in CLAIMS}


def issue_of(question: Question) -> str:
    """The id of the issue that asks the question."""
    kebab = "".join("-" + char.lower() if char.isupper() else char for char in question.name)
    return "issue-" + kebab


def _reading(question: Question, label: str, *held: tuple[Account, str], independent: int = 0) -> Reading:
    claims = tuple(BY[account.id, question.iri, words] for account, words in held)
    witnesses = tuple(dict.fromkeys(account.id for account, _ in held))
    name = make_id("reading", issue_of(question), label)
    return Reading(name, issue_of(question), label, claims, witnesses, independent or len(witnesses))


HURT_12 = _reading(INJURED, "12 people", (A, "Twelve people"), (B, "about a dozen"), independent=1)
HURT_20 = _reading(INJURED, "20 people", (C, "Twenty"))
ON_3_MAY = _reading(WHEN, "3 May 2031", (A, "3 May 2031"))
WELDING = _reading(CAUSE, "accident", (A, "a welding torch"))
FIRE_RAISING = _reading(CAUSE, "arson", (B, "arson"))
NO_FIRE_RAISING = _reading(CAUSE, "no evidence of arson", (C, "arson"))
BY_OSTREL = _reading(OWNER, "Ostrel Cold Storage", (A, "Ostrel Cold Storage"))
BY_COOP = _reading(OWNER, "a fishing co-operative", (C, "a fishing co-operative"))
NONE_HELD = _reading(ARREST, "no", (A, "no"))
NOT_KNOWN = _reading(PAYER, "not known who will pay", (C, "who will pay"))
INSURERS = _reading(PAYER, "insurers", (B, "insurers"))
NO_TORCH = _reading(TORCH, "denied", (B, "yes"))
INSURANCE = _reading(INSURED, "€2.5 million", (B, "2.5 million euros"))


def _comparison(left: Reading, right: Reading, verdict: Verdict, **more: object) -> Comparison:
    more = {"ways": ("cue", "model"), "grade": Grade.FIRM, "reason": FIRM_SIDES if apart(verdict) else "", **more}
    return Comparison(make_id("comparison", left.id, right.id), left.issue, left.id, right.id, verdict, **more)  # type: ignore[arg-type]


FIRM_SIDES = "both sides are found in more ways than one (cue and model)"


def apart(verdict: Verdict) -> bool:
    """Whether it is a verdict that has a reason."""
    return verdict.strength >= Verdict.MAY_CONFLICT.strength


def to_check() -> Incident:
    """The incident with two conflicts that one way alone has found: who owned the shed, and how many were hurt, which C
    has from the police."""
    incident = example()
    issues = {issue_of(INJURED), issue_of(OWNER)}

    def claim(of: Claim) -> Claim:
        if of.question not in (INJURED.iri, OWNER.iri):
            return of
        speakers = (Speaker("Police"),) if of.answer.figure == TWENTY.id else of.speakers
        return dataclasses.replace(of, **TENTATIVE, speakers=speakers)

    def comparison(of: Comparison) -> Comparison:
        if of.issue not in issues:
            return of
        reason = "both sides are found in one way alone (cue)"
        weak = of.issue == issue_of(INJURED)
        return dataclasses.replace(of, verdict=Verdict.MAY_CONFLICT, reason=reason, weak=weak, **TENTATIVE)

    changed = dataclasses.replace(
        incident,
        claims=tuple(map(claim, incident.claims)),
        issues=tuple(
            dataclasses.replace(i, verdict=Verdict.MAY_CONFLICT) if i.id in issues else i for i in incident.issues
        ),
        comparisons=tuple(map(comparison, incident.comparisons)),
    )
    return with_ranks(changed)


def example() -> Incident:
    """The incident, in canonical order."""
    stronger = BY[B.id, PAYER.iri, "insurers"]
    claims = [dataclasses.replace(c, yields_to=stronger) if c.answer.phrase == "firm" else c for c in CLAIMS]
    return Incident(
        title="Fire at Brackwater",
        base="https://example.org/fire-at-brackwater/",
        accounts=ACCOUNTS,
        entities=ENTITIES,
        figures=(TWELVE, DOZEN, TWENTY, DAY, SUM),
        claims=tuple(claims),
        issues=(
            Issue(issue_of(INJURED), INJURED, Verdict.CONFLICTS),
            Issue(issue_of(WHEN), WHEN, Verdict.SINGLE, (B.id, C.id)),
            Issue(issue_of(CAUSE), CAUSE, Verdict.CONFLICTS),
            Issue(issue_of(OWNER), OWNER, Verdict.CONFLICTS, (B.id,)),
            Issue(issue_of(ARREST), ARREST, Verdict.SINGLE, (B.id, C.id)),
            Issue(issue_of(PAYER), PAYER, Verdict.COMPLEMENTS, (A.id,)),
            Issue(issue_of(TORCH), TORCH, Verdict.SINGLE, (A.id, C.id)),
            Issue(issue_of(INSURED), INSURED, Verdict.SINGLE, (A.id, C.id)),
        ),
        readings=(
            HURT_12,
            HURT_20,
            ON_3_MAY,
            WELDING,
            FIRE_RAISING,
            NO_FIRE_RAISING,
            BY_OSTREL,
            BY_COOP,
            NONE_HELD,
            NOT_KNOWN,
            INSURERS,
            NO_TORCH,
            INSURANCE,
        ),
        comparisons=(
            _comparison(HURT_12, HURT_20, Verdict.CONFLICTS, rests_on="if both count the same people"),
            _comparison(WELDING, FIRE_RAISING, Verdict.CONFLICTS, weak=True),
            _comparison(FIRE_RAISING, NO_FIRE_RAISING, Verdict.CONTESTS, weak=True),
            _comparison(NOT_KNOWN, INSURERS, Verdict.COMPLEMENTS),
            _comparison(WELDING, NO_FIRE_RAISING, Verdict.COMPLEMENTS),
            _comparison(BY_OSTREL, BY_COOP, Verdict.CONFLICTS, rests_on="if there was one shed"),
        ),
        kinds=KINDS,
        profiles=("example", "general"),
        rejected=("b.txt: “burnt to ashes” is not in the account",),
    )
