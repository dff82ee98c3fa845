"""Comparison: which readings the accounts give, and whether they agree, refine, complement, contest or conflict."""

from incident_graph.comparison.apparatus import GLYPHS, ReadingLine, Row, Witness, apparatus
from incident_graph.comparison.comparing import LIMIT, compare
from incident_graph.comparison.order import issue_order, summary, summary_sentences
from incident_graph.comparison.witnesses import source_groups

__all__ = [
    "GLYPHS",
    "LIMIT",
    "ReadingLine",
    "Row",
    "Witness",
    "apparatus",
    "compare",
    "issue_order",
    "source_groups",
    "summary",
    "summary_sentences",
]
