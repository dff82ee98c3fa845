"""``incident-graph build``: accounts to graph."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypedDict

import click

from incident_graph.cli.console import Progress, note, warn
from incident_graph.cli.options import graph_option

if TYPE_CHECKING:
    from incident_graph.decisions import Decision
    from incident_graph.extraction.voters import Voter
    from incident_graph.model import Incident
    from incident_graph.selection.choosing import Choice
    from incident_graph.store import GraphStore


class _Told(TypedDict):
    """What every build is told, of one incident or of many."""

    base: str | None
    title: str | None
    profiles: tuple[str, ...]
    voters: "Sequence[Voter]"
    quiet: bool


#: From so many characters of text on, starting processes costs less than they save.
WORTH_PROCESSES = 1_500_000


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@graph_option(
    "Where to write: a .trig, .nq, .ttl or .jsonld file, a folder/, an endpoint's URL, or - for TriG on stdout.",
    incident=False,
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAME|FILE",
    help="What to ask; see profile list. Repeatable. Without it, those that fit.",
)
@click.option("--title", metavar="TEXT", help="What to call the incident.")
@click.option("--base", metavar="IRI", help="Prefix of the IRIs of the data, ending in /.")
@click.option("--decisions", "decisions_file", metavar="FILE", help="Apply what was decided on review (see review).")
@click.option(
    "--extractor",
    "extractors",
    multiple=True,
    metavar="NAME",
    help="Who is heard, and nobody else: rules (cues, frames, alignment), spacy:NAME, llm. Repeatable; default: rules.",
)
@click.option("--llm-url", metavar="URL", help="Where the model is (or INCIDENT_GRAPH_LLM_URL). The texts go there.")
@click.option("--llm-model", metavar="NAME", help="What it is called there (or INCIDENT_GRAPH_LLM_MODEL).")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes; default: as many as cores, where it pays.",
)
@click.option(
    "--cluster", metavar="ADDRESS", help="Let the workers of a Dask scheduler (tcp://HOST:8786) do the reading."
)
@click.option("--each", is_flag=True, help="Each folder in PATHS holds a folder for each incident; build what changed.")
@click.option("--everything", is_flag=True, help="With --each: build unchanged incidents, too.")
@click.option(
    "--remove-missing", is_flag=True, help="With --each: remove incidents of the graph that have no folder here."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; warnings stay.")
def command(
    paths: tuple[str, ...],
    graph: str,
    profiles: tuple[str, ...],
    title: str | None,
    base: str | None,
    decisions_file: str | None,
    extractors: tuple[str, ...],
    llm_url: str | None,
    llm_model: str | None,
    jobs: int | None,
    cluster: str | None,
    each: bool,
    everything: bool,
    remove_missing: bool,
    quiet: bool,
) -> None:
    """Read the accounts and build the knowledge graph.

    PATHS are files (.txt, .md, .html), folders of them, patterns in quotes, or - for standard input. Hidden files and
    README files in a folder are passed over. The graph is written whole or not at all. A folder/ (an Oxigraph store)
    and an endpoint hold many incidents: only this one is brought up to date there. With --each they are brought up to
    date with a folder of folders, an incident each; what an incident is known by is the name of its folder.

    \b
    Examples:
      incident-graph build articles/ --profile data-breach
      incident-graph build a.txt b.html -g ferry.trig --title "Ferry collision"
      cat a.txt | incident-graph build - -g - > a.trig
      incident-graph build articles/ -g archive/
      incident-graph build --each incidents/ -g archive/
    """
    from incident_graph.decisions import load
    from incident_graph.errors import UsageError
    from incident_graph.extraction.voters import get_voters
    from incident_graph.profile import load_profiles

    store, form = _destination(graph)
    _check_options(store, base=base, each=each, everything=everything, remove_missing=remove_missing)
    if not each:  # one that was built before is known to be good
        load_profiles(profiles)
    decisions = load(decisions_file) if decisions_file and not each else []
    if (llm_url or llm_model) and "llm" not in extractors:
        raise UsageError("--llm-url and --llm-model say nothing without --extractor llm")
    voters = get_voters(extractors, llm_url=llm_url, llm_model=llm_model)

    told = _Told(base=base, title=title, profiles=profiles, voters=voters, quiet=quiet)
    if each and store is not None:
        from incident_graph.cli.build_each import build_each
        from incident_graph.pipeline.collecting import rarely_collecting
        from incident_graph.pipeline.workers import Workers, default_jobs

        with rarely_collecting(), Workers(1 if extractors else jobs or default_jobs(), cluster or "", warn) as workers:
            build_each(
                paths,
                store,
                workers,
                decisions_file=decisions_file,
                extractors=extractors,
                remove_missing=remove_missing,
                everything=everything,
                **told,
            )
        return

    incident, chosen, said = _build_one(
        paths, decisions=decisions, extractors=extractors, jobs=jobs, cluster=cluster, **told
    )
    for message in said:
        warn(message)
    written = _write(incident, graph, store, form)
    if not quiet:
        _summarise(incident, None if profiles else chosen, warnings=len(said), written=written)


def _destination(graph: str) -> "tuple[GraphStore | None, str]":
    """The store to write to, or None and the format of the file; what cannot be written is better said before work."""
    from incident_graph.cli.output import check_output
    from incident_graph.store import format_of, is_endpoint, is_folder, open_graph

    if is_endpoint(graph) or is_folder(graph):
        store = open_graph(graph, create=True)
        store.graphs()  # better now than after long work
        return store, ""
    check_output(graph)
    return None, "trig" if graph == "-" else format_of(graph).name


def _check_options(
    store: "GraphStore | None", *, base: str | None, each: bool, everything: bool, remove_missing: bool
) -> None:
    """Raise UsageError for a base that is none, and for options that do not go together."""
    from incident_graph.errors import UsageError

    if base is not None and (not base.endswith("/") or ":" not in base or any(c in base for c in ' #<>"{}|^`\\')):
        raise UsageError(f"--base {base!r} is no prefix", hint="give an absolute IRI that ends in /")
    if each and store is None:
        raise UsageError("--each needs a graph that holds many incidents", hint="give a folder/ or an endpoint with -g")
    if not each and (everything or remove_missing):
        raise UsageError("--everything and --remove-missing say nothing without --each")


def _build_one(
    paths: tuple[str, ...],
    *,
    base: str | None,
    title: str | None,
    profiles: tuple[str, ...],
    decisions: "Sequence[Decision]",
    voters: "Sequence[Voter]",
    extractors: tuple[str, ...],
    jobs: int | None,
    cluster: str | None,
    quiet: bool,
) -> "tuple[Incident, list[Choice], list[str]]":
    """Build one incident from all accounts: the incident, the profiles chosen for it, and the warnings."""
    from incident_graph.accounts import read_accounts
    from incident_graph.extraction.voters import rules_heard
    from incident_graph.pipeline import build
    from incident_graph.pipeline.collecting import rarely_collecting
    from incident_graph.pipeline.workers import Workers, default_jobs

    said: list[str] = []
    chosen: list[Choice] = []
    with ExitStack() as stack:
        workers = stack.enter_context(Workers(jobs or 1, cluster or "", said.append))
        progress = stack.enter_context(Progress(quiet=quiet))
        stack.enter_context(rarely_collecting())
        accounts = read_accounts(paths, sys.stdin.buffer if "-" in paths else None, warn=said.append)
        if jobs is None and sum(len(account.text) for account in accounts) >= WORTH_PROCESSES:
            workers.jobs = max(workers.jobs, default_jobs())
        incident = build(
            accounts,
            profiles=profiles or None,
            title=title,
            base=base,
            progress=progress,
            decisions=decisions,
            warn=said.append,
            extractors=(*(e for e in extractors or ("rules",) if rules_heard([e])), *voters),
            workers=workers,
            chosen=chosen.extend,
        )
    said += [f"{account.letter} {account.file_name}: {text}" for account in accounts for text in account.warnings]
    return incident, chosen, said


def _write(incident: "Incident", graph: str, store: "GraphStore | None", form: str) -> str:
    """Write the incident, and give the line that says where to; none for standard output."""
    from incident_graph.cli.output import write_output
    from incident_graph.export import write_graph
    from incident_graph.rdf import state, write_incident, write_quads

    if store is not None:
        return f"written to {graph}: {store.put_incident(state(incident))}"
    if form == "trig":
        write_output(graph, lambda out: write_incident(incident, out))
    else:
        write_output(graph, lambda out: write_graph(write_quads(incident), out, form))
    return "" if graph == "-" else f"written to {graph}"


def _summarise(incident: "Incident", chosen: "Sequence[Choice] | None", *, warnings: int, written: str) -> None:
    """Say what was found, which profiles were chosen unless they were given (None), and where it was written."""
    from incident_graph.cli.summary import profile_lines, summary_lines

    for line in summary_lines(incident, warnings=warnings):
        note(line)
    if chosen is not None:
        for line in profile_lines(chosen):
            note(line)
    if written:
        note(written)
