"""A report by the name of its form."""

from collections.abc import Callable

from incident_graph.errors import UsageError
from incident_graph.model import Incident
from incident_graph.report.content import Report, content
from incident_graph.report.html import to_html
from incident_graph.report.markdown import to_markdown

#: Form by name; the first is the default.
FORMATS: dict[str, Callable[[Report], str]] = {"markdown": to_markdown, "html": to_html}


def report(incident: Incident, form: str = "markdown") -> str:
    """The comparison of an incident's accounts as a document; raises ``UsageError`` for a form nobody knows.

    >>> print(report(Incident("A fire", "https://example.org/fire/")).splitlines()[0])
    # A fire
    >>> report(Incident("A fire", "https://example.org/fire/"), "pdf")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: unknown form of report: pdf
      use one of markdown, html
    """
    if form not in FORMATS:
        raise UsageError(f"unknown form of report: {form}", hint=f"use one of {', '.join(FORMATS)}")
    return FORMATS[form](content(incident))
