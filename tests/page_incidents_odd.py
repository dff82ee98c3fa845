"""Incidents that try the page: many accounts, hostile text in every field, one account alone, names in any script."""

import hashlib
from dataclasses import replace

from page_incident import NS, find, incident

from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Answer, Claim, Comparison, Incident, Issue, Reading, Verdict
from incident_graph.profile import AnswerType, CompareBy, Question


def generated(number_of_accounts: int, number_of_issues: int, *, text: str = "They said {n}. ") -> Incident:
    """Many accounts of many questions, all invented by counting; every third question is in conflict."""
    made = []
    for n in range(number_of_accounts):
        body = "".join(text.format(n=f"answer {n % (i + 2)} to {i}") for i in range(number_of_issues))
        made.append(Account(hashlib.sha256(f"{n}{body}".encode()).hexdigest(), f"{n:03}.txt", body, ""))
    claims, issues, readings, comparisons = [], [], [], []
    for i in range(number_of_issues):
        question = Question(f"{NS}q{i}", f"q{i}", f"Question {i}", f"What is {i}?", AnswerType.PHRASE,
                            CompareBy.IDENTITY, True, i, f"Group {i % 3}")  # fmt: skip
        groups: dict[int, list[Claim]] = {}
        for n, account in enumerate(made):
            value = n % (i + 2)
            if value > 5:
                continue
            quote = find(account, f"answer {value} to {i}")
            claim = Claim(f"claim-{i}-{n}", account.id, question.iri, Answer(f"answer {value}"), (quote,))
            claims.append(claim)
            groups.setdefault(value, []).append(claim)
        for value, held in groups.items():
            readings.append(
                Reading(
                    f"reading-{i}-{value}",
                    f"issue-q{i}",
                    f"answer {value}",
                    tuple(c.id for c in held),
                    tuple(c.account for c in held),
                    len(held),
                )
            )
        verdict = (Verdict.CONFLICTS, Verdict.COMPLEMENTS, Verdict.AGREES)[i % 3] if len(groups) > 1 else Verdict.SINGLE
        if len(groups) > 1:
            comparisons.append(
                Comparison(f"comparison-{i}", f"issue-q{i}", f"reading-{i}-0", f"reading-{i}-1", verdict)
            )
        heard = {c.account for held in groups.values() for c in held}
        issues.append(Issue(f"issue-q{i}", question, verdict, tuple(a.id for a in made if a.id not in heard)))
    return Incident("Generated", "https://example.org/generated/", tuple(made), (), (), tuple(claims), tuple(issues),
                    tuple(readings), tuple(comparisons))  # fmt: skip


HOSTILE = (
    "</script><script>window.ran=1</script><img src=x onerror=window.ran=1>{{7*7}}{% raw %}"
    "javascript:window.ran=1\u202e\u2066\x00\u2028'\"`&amp;"
)


def hostile(*, kinds: bool = False) -> Incident:
    """The fire again, with hostile text in every field that comes from accounts, profiles or users; with ``kinds`` also
    in the kinds of entities, which then can have no IRI."""
    fire = incident()
    front = HOSTILE + "\n"

    def move(e: Excerpt) -> Excerpt:
        return Excerpt(e.account, e.start + len(front), e.end + len(front), e.text)

    return replace(
        fire,
        title=HOSTILE,
        accounts=tuple(
            replace(
                a,
                text=front + a.text,
                title=HOSTILE,
                publisher=HOSTILE,
                file_name=HOSTILE,
                credit=HOSTILE,
                warnings=(HOSTILE,),
            )
            for a in fire.accounts
        ),
        claims=tuple(
            replace(
                c,
                answer=replace(c.answer, label=HOSTILE),
                hedge=HOSTILE if c.hedge else "",
                speakers=tuple(replace(s, label=HOSTILE, excerpt=None) for s in c.speakers),
                evidence=tuple(move(e) for e in c.evidence),
            )
            for c in fire.claims
        ),
        entities=tuple(
            replace(
                e,
                label=HOSTILE,
                kind=HOSTILE if kinds else e.kind,
                alt_labels=(HOSTILE,),
                mentions=tuple(move(m) for m in e.mentions),
            )
            for e in fire.entities
        ),
        issues=tuple(
            replace(i, question=replace(i.question, label=HOSTILE, text=HOSTILE, group=HOSTILE + i.question.group))
            for i in fire.issues
        ),
        readings=tuple(replace(r, label=HOSTILE) for r in fire.readings),
        comparisons=tuple(replace(c, rests_on=HOSTILE) for c in fire.comparisons),
        rejected=(HOSTILE,),
    )


def single() -> Incident:
    """What one account alone gives: every issue is its own."""
    fire = incident()
    only = fire.accounts[0].id
    readings = tuple(
        replace(r, witnesses=(only,), claims=tuple(c for c in r.claims if c.endswith("-A")), independent_witnesses=1)
        for r in fire.readings
        if only in r.witnesses
    )
    return replace(
        fire,
        accounts=fire.accounts[:1],
        readings=readings,
        claims=tuple(c for c in fire.claims if c.account == only),
        comparisons=(),
        issues=tuple(replace(i, verdict=Verdict.SINGLE, silent=()) for i in fire.issues),
    )
