"""A report as one plain HTML document: headings, tables and quotations, no script, nothing from outside."""

import base64
import hashlib
from importlib import resources

from incident_graph.report.content import Report


def to_html(report: Report) -> str:
    """The report as HTML that prints well; its policy allows its one style sheet and nothing else."""
    import jinja2

    folder = resources.files("incident_graph.report")
    style = (folder / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return environment.get_template("report.html").render(report=report, style=style, policy=policy)
