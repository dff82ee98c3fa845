"""Who is heard: the rules, and other readers of the accounts, each asked for by name.

Nothing of another reader is imported unless it is asked for. A package adds one of its own under the entry point
``incident_graph.claim_finders``: a name, and what makes a ``Voter`` when called.
"""

from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points

from incident_graph.errors import UsageError
from incident_graph.extraction.voters.panel import Panel
from incident_graph.extraction.voters.voter import Progress, Voter, Votes

__all__ = ["FORMS", "GROUP", "Panel", "Progress", "Voter", "Votes", "get_voters", "rules_heard"]

#: How a reader is asked for.
FORMS = ("rules", "cues", "frames", "alignment", "spacy:NAME", "llm")
#: The group of entry points under which packages add readers.
GROUP = "incident_graph.claim_finders"
#: The readers that are rules: what each name stands for.
_RULES = {name: frozenset({name}) for name in ("cues", "frames", "alignment")}
_RULES["rules"] = frozenset(_RULES)


def rules_heard(specs: Iterable[object]) -> frozenset[str]:
    """Which rules are heard: ``cues`` (the profile's patterns), ``frames`` (who fills a role), ``alignment`` (values
    paired across accounts).

    >>> sorted(rules_heard(["rules"])), sorted(rules_heard(["cues", "llm"])), sorted(rules_heard(["llm"]))
    (['alignment', 'cues', 'frames'], ['cues'], [])
    """
    return frozenset[str]().union(*(_RULES.get(spec, ()) for spec in specs if isinstance(spec, str)))


def get_voters(
    specs: Sequence[str | Voter], *, llm_url: str | None = None, llm_model: str | None = None
) -> tuple[Voter, ...]:
    """The readers besides the rules that ``specs`` ask for, each once, in order: ``spacy:NAME`` (a pipeline by package
    name or path), ``llm``, the name of a package's entry point, or a voter of your own. ``rules``, ``cues``,
    ``frames`` and ``alignment`` add none (see ``rules_heard``).

    ``llm_url`` and ``llm_model`` say where the language model is; without them the environment does
    (``INCIDENT_GRAPH_LLM_URL``, ``INCIDENT_GRAPH_LLM_MODEL``, and ``INCIDENT_GRAPH_LLM_KEY`` for the key).
    UsageError: an unknown spec, a library or pipeline that is not installed, no address of a model.

    >>> get_voters(["rules"])
    ()
    >>> get_voters(["oracle"])
    Traceback (most recent call last):
    incident_graph.errors.UsageError: no extractor 'oracle'
      extractors: rules, cues, frames, alignment, spacy:NAME, llm
    """
    voters: list[Voter] = []
    seen: set[str] = set()
    for spec in specs:
        if not isinstance(spec, str):
            voters.append(spec)
            continue
        sort, _, name = spec.strip().partition(":")
        if spec in seen or spec.strip() in _RULES:
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
            voters.append(_added(spec))
    return tuple(voters)


def _added(spec: str) -> Voter:
    """The reader that an installed package adds under this name."""
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if spec not in found:
        raise UsageError(f"no extractor {spec!r}", hint=f"extractors: {', '.join((*FORMS, *sorted(found)))}")
    voter = found[spec].load()()
    if not isinstance(voter, Voter):
        raise UsageError(f"the extractor {spec} is no reader", where=found[spec].value, hint="it needs name and vote")
    return voter
