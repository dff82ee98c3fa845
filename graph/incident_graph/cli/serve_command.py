"""``incident-graph serve``: a SPARQL endpoint, the page and a query page, on this machine."""

import click

from incident_graph.cli.console import note
from incident_graph.cli.options import graph_option, wanted_incident


@click.command("serve")
@graph_option()
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0 picks a free one.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop a query after that.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=1),
    default=4096,
    show_default=True,
    metavar="MB",
    help="Stop a query that takes more.",
)
@click.option("--rows", type=click.IntRange(min=0), metavar="N", help="Give no query more rows or triples than that.")
@click.option("--allow-update", is_flag=True, help="Take SPARQL updates from who has the token.")
@click.option("--token", envvar="INCIDENT_GRAPH_SERVE_TOKEN", metavar="TOKEN", help="What an update must present.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help="Let pages of this origin ask. Repeatable.")
@click.option("--host-name", "hosts", multiple=True, metavar="NAME", help="Answer to this name too. Repeatable.")
@click.option("--allow-service", is_flag=True, help="Let SERVICE in queries ask other servers.")
def command(
    graph: str,
    port: int,
    timeout: float,
    memory: int,
    rows: int | None,
    allow_update: bool,
    token: str | None,
    origins: tuple[str, ...],
    hosts: tuple[str, ...],
    allow_service: bool,
) -> None:
    """Serve SPARQL, the page and a query page on this machine.

    SPARQL 1.1 Protocol is spoken at /sparql, the page is at /, the query page at /query. Only this machine can
    reach it, and it can only read, unless you say otherwise. It prints its address on standard
    error and runs until you press Ctrl-C.

    \b
    Examples:
      incident-graph serve
      incident-graph serve -g archive/ --port 0
      incident-graph serve --allow-update --token 'a long secret'
    """
    from incident_graph.errors import UsageError
    from incident_graph.server import Settings, serve

    if allow_update != bool(token):
        what = "--allow-update needs a --token" if allow_update else "--token says nothing without --allow-update"
        raise UsageError(what, hint="give both, or neither")
    for origin in origins:
        if not origin.startswith(("http://", "https://")) or origin.count("/") != 2:
            raise UsageError(f"--cors {origin} is no origin", hint="such as https://example.org, without a path")
    settings = Settings(
        location=graph,
        incident=wanted_incident(),
        timeout=timeout,
        memory=memory,
        rows=rows,
        token=token or "",
        origins=origins,
        hosts=hosts,
        allow_service=allow_service,
    )
    serve(settings, port=port, ready=lambda address: note(f"{graph} is served at {address} (stop with Ctrl-C)"))
