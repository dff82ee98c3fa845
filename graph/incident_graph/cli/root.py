"""The root command, and what becomes of errors: words on standard error and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence

import click

from incident_graph import __version__
from incident_graph.cli.console import complain
from incident_graph.cli.group import LazyGroup
from incident_graph.cli.signs import PLAINER
from incident_graph.errors import IncidentGraphError

EXIT_USAGE = 2
EXIT_UNREADABLE = 3
EXIT_BUG = 70
EXIT_INTERRUPTED = 130

_EPILOG = (
    "Data goes to standard output, progress and warnings to standard error. Exit codes: 0 done, 1 a gate or validation "
    "failed, 2 usage, 3 something could not be read or written, 70 a fault in "
    "incident-graph itself, 130 interrupted."
)


@click.group(
    cls=LazyGroup,
    commands_in={
        "build": "Read the accounts and build the knowledge graph.",
        "compare": "Print where the accounts part.",
        "explain": "Say why two answers conflict, or what a claim rests on.",
        "view": "Write the comparison and network as one offline HTML page.",
        "report": "Write the comparison as a document, in Markdown or plain HTML.",
        "query": "Ask the graph a named question, or any SPARQL.",
        "export": "Write the graph in a format that others read, or into another graph.",
        "validate": "Check the graph: shapes, and every quotation against its text.",
        "review": "Decide what the rules are not sure of, and keep it.",
        "serve": "Serve SPARQL, the page and a query page on this machine.",
        "profile": "List, show and check the profiles that say what is asked.",
    },
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="incident-graph", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, envvar="INCIDENT_GRAPH_DEBUG", help="Show a traceback when something fails.")
def root(debug: bool) -> None:
    """Where accounts of one incident diverge.

    Several accounts of one incident go in; out comes a knowledge graph in which every claim is tied to the quoted
    words. Nothing here decides who is right.
    """
    if debug:
        click.get_current_context().obj = {"debug": True}


def main(args: Sequence[str] | None = None) -> None:
    """Run ``incident-graph`` with ``args`` (by default those of the process) and exit with its code."""
    gc.set_threshold(200_000, 100, 1000)  # a command ends soon, and leaves few circles behind
    sys.exit(run(sys.argv[1:] if args is None else list(args)))


def run(args: Sequence[str]) -> int:
    """Run the command line and return its exit code; errors are printed on standard error, never raised.

    With ``--debug`` anywhere in ``args`` an error is raised instead, with its traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a sign gets one that it has, not a traceback
            stream.reconfigure(errors=PLAINER)
    args = list(args)
    debug = "--debug" in args or bool(os.environ.get("INCIDENT_GRAPH_DEBUG"))
    if "--debug" in args:  # may stand anywhere
        args = [arg for arg in args if arg != "--debug"]
    try:
        code = root.main(args, prog_name="incident-graph", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted", "", "what was written is whole")
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except IncidentGraphError as error:
        if debug:
            raise
        complain(error.what, error.where, error.hint)
        return error.exit_code
    except click.ClickException as error:
        return _usage(error)
    except Exception as error:
        if debug:
            raise
        complain(
            f"unexpected {type(error).__name__}: {error}", "this is a fault in incident-graph", "run again with --debug"
        )
        return EXIT_BUG


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "incident-graph"
    message = error.format_message()
    complain(message[:1].lower() + message[1:].rstrip("."), "", f"see {where} --help")
    return EXIT_UNREADABLE if isinstance(error, click.FileError) else EXIT_USAGE
