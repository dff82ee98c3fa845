"""Comparison: which readings the accounts give, and whether they agree, refine, complement, contest or conflict."""

from incident_graph.comparison.apparatus import GLYPHS, ReadingLine, Row, Witness, apparatus
from incident_graph.comparison.comparing import LIMIT, compare
from incident_graph.comparison.grading import DifferenceWays, grade_of, reading_grade, reading_ways
from incident_graph.comparison.order import issue_order, summary, summary_sentences
from incident_graph.comparison.reasons import why
from incident_graph.comparison.strength import Strengths, strength, with_ranks
from incident_graph.comparison.witnesses import lineage, source_groups

__all__ = [
    "GLYPHS",
    "LIMIT",
    "DifferenceWays",
    "ReadingLine",
    "Row",
    "Strengths",
    "Witness",
    "apparatus",
    "compare",
    "grade_of",
    "issue_order",
    "lineage",
    "reading_grade",
    "reading_ways",
    "source_groups",
    "strength",
    "summary",
    "summary_sentences",
    "why",
    "with_ranks",
]
