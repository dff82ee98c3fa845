"""The report room: the comparison for an editor's desk, as Markdown or as plain HTML."""

from incident_graph.report.html import to_html
from incident_graph.report.markdown import to_markdown
from incident_graph.report.writing import FORMATS, report

__all__ = ["FORMATS", "report", "to_html", "to_markdown"]
