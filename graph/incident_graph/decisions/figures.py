"""Decisions on figures: which words give a number or a date."""

from collections.abc import Iterable, Sequence

from incident_graph.accounts import Account
from incident_graph.decisions.decision import Decision
from incident_graph.decisions.names import REVIEWED
from incident_graph.decisions.orphans import Orphan, Texts
from incident_graph.extraction.evidence import FigureMention


def decide_figures(
    account: Account,
    figures: Sequence[FigureMention],
    decisions: Iterable[Decision],
    texts: Texts,
    orphans: list[Orphan],
) -> tuple[FigureMention, ...]:
    """The figures of one account without those rejected; accepted ones carry the rule ``reviewed``.

    Nothing is a part of a figure that is gone.
    """
    found = list(figures)
    for decision in decisions:
        if decision.target != "figure" or decision.at.account != account.sha256:
            continue
        excerpt = texts.locate(decision.at, decision, orphans)
        if excerpt is None:
            continue
        own = [m for m in found if excerpt in (m.excerpt, m.core)] or [m for m in found if excerpt.overlaps(m.core)]
        if not own:
            orphans.append(Orphan(decision, "no figure is read in these words"))
        elif decision.verb == "reject":
            found = [m for m in found if m not in own]
        else:
            found = [m._replace(rules=tuple(dict.fromkeys((*m.rules, REVIEWED)))) if m in own else m for m in found]
    cores = {m.core.start for m in found}
    return tuple(
        m._replace(subset_of=None) if m.subset_of is not None and m.subset_of not in cores else m for m in found
    )
