"""``incident-graph build``: accounts to graph."""

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from incident_graph.cli.console import Progress, note, warn
from incident_graph.cli.options import graph_option

if TYPE_CHECKING:
    from incident_graph.selection.choosing import Choice

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
    help="Who is heard, and nobody else: rules (or cues, alignment), spacy:NAME, llm. Repeatable; default: rules.",
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
    from incident_graph.cli.output import check_output, write_output
    from incident_graph.decisions import load
    from incident_graph.errors import UsageError
    from incident_graph.extraction.voters import get_voters, rules_heard
    from incident_graph.profile import load_profiles
    from incident_graph.store import format_of, is_endpoint, is_folder, open_graph

    store = open_graph(graph, create=True) if is_endpoint(graph) or is_folder(graph) else None
    if store is None:
        check_output(graph)
        form = "trig" if graph == "-" else format_of(graph).name
    else:
        store.graphs()  # better now than after long work
    if base is not None and (not base.endswith("/") or ":" not in base or any(c in base for c in ' #<>"{}|^`\\')):
        raise UsageError(f"--base {base!r} is no prefix", hint="give an absolute IRI that ends in /")
    if each and store is None:
        raise UsageError("--each needs a graph that holds many incidents", hint="give a folder/ or an endpoint with -g")
    if not each and (everything or remove_missing):
        raise UsageError("--everything and --remove-missing say nothing without --each")
    if not each:  # one that was built before is known to be good
        load_profiles(profiles)
    decisions = load(decisions_file) if decisions_file and not each else []
    if (llm_url or llm_model) and "llm" not in extractors:
        raise UsageError("--llm-url and --llm-model say nothing without --extractor llm")
    voters = get_voters(extractors, llm_url=llm_url, llm_model=llm_model)

    from incident_graph.accounts import read_accounts
    from incident_graph.cli.summary import profile_lines, summary_lines
    from incident_graph.export import write_graph
    from incident_graph.pipeline import build
    from incident_graph.pipeline.collecting import rarely_collecting
    from incident_graph.pipeline.workers import Workers, default_jobs
    from incident_graph.rdf import state, write_incident, write_quads

    if each and store is not None:
        from incident_graph.cli.build_each import build_each

        with rarely_collecting(), Workers(1 if extractors else jobs or default_jobs(), cluster or "", warn) as workers:
            build_each(
                paths,
                store,
                workers,
                base=base,
                title=title,
                profiles=profiles,
                decisions_file=decisions_file,
                voters=voters,
                extractors=extractors,
                remove_missing=remove_missing,
                everything=everything,
                quiet=quiet,
            )
        return

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
    for message in said:
        warn(message)
    if store is None:
        if form == "trig":
            write_output(graph, lambda out: write_incident(incident, out))
        else:
            write_output(graph, lambda out: write_graph(write_quads(incident), out, form))
    else:
        changes = store.put_incident(state(incident))
    if not quiet:
        for line in summary_lines(incident, warnings=len(said)):
            note(line)
        if not profiles:
            for line in profile_lines(chosen):
                note(line)
        if store is not None:
            note(f"written to {graph}: {changes}")
        elif graph != "-":
            note(f"written to {graph}")
