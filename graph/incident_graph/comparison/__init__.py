"""Comparison: which readings the accounts give, and whether they agree, refine, complement, contest or conflict."""

from incident_graph.comparison.apparatus import GLYPHS, ReadingLine, Row, Witness, apparatus
from incident_graph.comparison.camps import PARTING, Camp, Parting, partings, sharpest
from incident_graph.comparison.comparing import LIMIT, compare
from incident_graph.comparison.grading import DifferenceWays, grade_of, reading_grade, reading_ways
from incident_graph.comparison.lineage import Lineage, lineages
from incident_graph.comparison.order import issue_order, summary, summary_sentences
from incident_graph.comparison.reasons import why
from incident_graph.comparison.strength import Strengths, strength, with_ranks
from incident_graph.comparison.witnesses import source_groups, text_sources

__all__ = [
    "GLYPHS",
    "LIMIT",
    "PARTING",
    "Camp",
    "DifferenceWays",
    "Lineage",
    "Parting",
    "ReadingLine",
    "Row",
    "Strengths",
    "Witness",
    "apparatus",
    "compare",
    "grade_of",
    "issue_order",
    "lineages",
    "partings",
    "reading_grade",
    "reading_ways",
    "sharpest",
    "source_groups",
    "strength",
    "summary",
    "summary_sentences",
    "text_sources",
    "why",
    "with_ranks",
]
