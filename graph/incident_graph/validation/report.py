"""What validation found."""

from dataclasses import dataclass

from incident_graph.rdf.turtle import Prefixes


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is not as it should be: what, where (the node, and the value at fault), and what to try."""

    severity: str  # error · warning
    rule: str
    what: str
    where: str
    hint: str = ""


@dataclass(frozen=True)
class Report:
    """All findings, errors first; ``checked`` counts what was looked at."""

    findings: tuple[Finding, ...] = ()
    checked: tuple[tuple[str, int], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there are no errors; warnings do not count."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are warnings."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    def summary(self) -> str:
        """One line.

        >>> Report(checked=(("claims", 2), ("excerpts", 5))).summary()
        'valid: 2 claims, 5 excerpts'
        """
        counts = ", ".join(f"{number} {name}" for name, number in self.checked)
        found = {"error": len(self.errors), "warning": len(self.warnings)}
        said = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in found.items() if number)
        return f"{'valid' if self.ok else 'not valid'}: {counts}" + (f"; {said}" if said else "")


def shown(iri: str, base: str) -> str:
    """A node as a person would look for it: ``d:claim-…``, or the IRI without the data's base."""
    short = Prefixes(base).short(iri) if ":" in iri else iri
    return "d:" + iri[len(base) :] if base and iri.startswith(base) else short
