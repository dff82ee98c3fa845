"""Every error incident-graph raises on purpose.

    IncidentGraphError          exit
    ├── UsageError               2   what was asked for does not exist or does not fit
    ├── InputError               3   something could not be read
    │   ├── AccountError             an account: missing, empty, binary
    │   ├── GraphError               a graph: missing, not RDF, not ours
    │   ├── ProfileError             a profile: Turtle that does not parse, a declaration that makes no sense
    │   ├── DecisionError            a file of decisions: missing, or a line that is none
    │   └── ClusterError             a Dask cluster: not reached, without workers, with another program
    ├── OutputError              3   something could not be written; what was there before stays whole
    ├── GateError                1   a validation or a gate (``--fail-on``) failed
    └── LimitError               1   a query took longer, or more memory, than it may

An error says what went wrong, where, and what to try; the command line prints the three and exits with the code.
"""


class IncidentGraphError(Exception):
    """Base of all errors raised on purpose: ``what`` happened, ``where``, and a ``hint`` on what to try."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return "\n  ".join(part for part in (self.what, self.where, self.hint) if part)


class UsageError(IncidentGraphError):
    """What was asked for does not exist or does not fit."""

    exit_code = 2


class InputError(IncidentGraphError):
    """Something could not be read."""

    exit_code = 3


class AccountError(InputError):
    """An account could not be read."""


class GraphError(InputError):
    """A graph could not be read."""


class ProfileError(InputError):
    """A profile could not be read, or declares something that makes no sense."""


class DecisionError(InputError):
    """A file of decisions could not be read, or a line of it is none."""


class ClusterError(InputError):
    """A cluster cannot be worked with."""


class OutputError(IncidentGraphError):
    """Something could not be written."""

    exit_code = 3


class GateError(IncidentGraphError):
    """A validation or a gate failed."""

    exit_code = 1


class LimitError(IncidentGraphError):
    """A query took longer, or more memory, than it may."""

    exit_code = 1
