"""Optional voters: other readers of the accounts, whose votes are added to those of the rules.

Nothing of theirs is imported unless it is asked for by name.
"""

from collections.abc import Sequence

from incident_graph.errors import UsageError
from incident_graph.extraction.voters.panel import Panel
from incident_graph.extraction.voters.voter import Progress, Voter, Votes

__all__ = ["FORMS", "Panel", "Progress", "Voter", "Votes", "get_voters"]

#: How a voter is asked for.
FORMS = ("rules", "spacy:NAME", "llm")


def get_voters(
    specs: Sequence[str | Voter], *, llm_url: str | None = None, llm_model: str | None = None
) -> tuple[Voter, ...]:
    """The voters that ``specs`` ask for, each once, in order: ``rules`` (always on, so it adds none), ``spacy:NAME`` (a
    pipeline by package name or path), ``llm``, or a voter of your own.

    ``llm_url`` and ``llm_model`` say where the language model is; without them the environment does
    (``INCIDENT_GRAPH_LLM_URL``, ``INCIDENT_GRAPH_LLM_MODEL``, and ``INCIDENT_GRAPH_LLM_KEY`` for the key).
    UsageError: an unknown spec, a library or pipeline that is not installed, no address of a model.

    >>> get_voters(["rules"])
    ()
    >>> get_voters(["oracle"])
    Traceback (most recent call last):
    incident_graph.errors.UsageError: no extractor 'oracle'
      extractors: rules, spacy:NAME, llm
    """
    voters: list[Voter] = []
    seen: set[str] = set()
    for spec in specs:
        if not isinstance(spec, str):
            voters.append(spec)
            continue
        sort, _, name = spec.strip().partition(":")
        if spec in seen or spec.strip() == "rules":
            continue
        seen.add(spec)
        if sort == "spacy" and name:
            from incident_graph.extraction.voters.spacy_voter import SpacyVoter

            voters.append(SpacyVoter.load(name))
        elif sort == "llm" and not name:
            from incident_graph.extraction.voters.llm_client import Endpoint
            from incident_graph.extraction.voters.llm_voter import LlmVoter

            voters.append(LlmVoter(Endpoint.of(llm_url, llm_model)))
        elif sort == "spacy":
            raise UsageError("which spaCy pipeline?", hint="name it: spacy:en_core_web_sm, or spacy:path/to/pipeline")
        else:
            raise UsageError(f"no extractor {spec!r}", hint=f"extractors: {', '.join(FORMS)}")
    return tuple(voters)
