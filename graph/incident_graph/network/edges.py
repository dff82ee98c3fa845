"""The types of nodes and edges that the graph of an incident has: what each joins, and what it says."""

from dataclasses import dataclass

from incident_graph.model import Verdict
from incident_graph.network.marks import MARKS

#: Kinds of nodes, and what a node of the kind is.
NODE_KINDS = {
    "incident": "the incident that all accounts tell of",
    "account": "one account",
    "source": "a party whose word accounts pass on, named or described",
    "question": "a question that accounts answer",
    "answer": "an answer that one account or several give: a reading",
    "entity": "somebody or something that answers a question",
}


@dataclass(frozen=True)
class EdgeKind:
    """A type of edge: ``ends`` are the kinds of nodes it leads from and to, ``verdict`` is that of the comparisons that
    are edges of the type, ``drawn`` whether the divergence is drawn with it from the start."""

    name: str
    ends: tuple[str, str]
    meaning: str
    verdict: Verdict | None = None
    drawn: bool = True


def _name(verdict: Verdict) -> str:
    return verdict.value[0].lower() + verdict.value[1:]


#: Verdicts of pairs that no edge of the divergence is drawn for until it is asked for: most pairs have them.
_MANY = (Verdict.COMPLEMENTS, Verdict.AGREES)
#: Every type of edge, by name; those of comparisons strongest verdict first.
EDGE_KINDS: dict[str, EdgeKind] = {
    kind.name: kind
    for kind in (
        *(
            EdgeKind(_name(verdict), ("answer", "answer"), mark.meaning, verdict, verdict not in _MANY)
            for verdict, mark in MARKS.items()
            if verdict is not Verdict.SINGLE
        ),
        EdgeKind("says", ("account", "answer"), "the account gives the answer, in its own voice or somebody's word"),
        EdgeKind("accordingTo", ("answer", "source"), "an account puts the answer down to the source"),
        EdgeKind("reliesOn", ("account", "source"), "the account passes on the source's word"),
        EdgeKind("credits", ("account", "account"), "the account names the other as where it has its text from"),
        EdgeKind("reuses", ("account", "account"), "the two share much of their text; from the later to the earlier"),
        EdgeKind("answers", ("answer", "question"), "the answer is one to the question"),
        EdgeKind("relation", ("incident", "entity"), "the entity stands to the incident as the question says"),
    )
}

#: The type of edge by the verdict of the comparison that is the edge.
OF_VERDICT: dict[Verdict, str] = {kind.verdict: kind.name for kind in EDGE_KINDS.values() if kind.verdict is not None}
