"""``incident-graph review``: people decide what the rules are not sure of."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from incident_graph.cli.console import note
from incident_graph.cli.options import graph_option, open_incident

if TYPE_CHECKING:
    from incident_graph.accounts import Account
    from incident_graph.decisions import Decision
    from incident_graph.model import Incident
    from incident_graph.profile import Profile

_SORTS = ("conflict", "claim", "merge", "name")
_VERBS = ("accept", "reject", "retype", "edit", "merge", "split", "add", "undo")
_STANCES = {"asserts": "Asserts", "denies": "Denies", "no-evidence": "NoEvidence", "unknown": "Unknown"}


class _ReviewGroup(click.Group):
    """Walks the cases unless another command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``walk`` before anything that is neither a command nor a call for help."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["walk", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of ``walk``, since they are what may stand here, and the commands."""
        options = [p for p in self.commands["walk"].get_params(ctx) if isinstance(p, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Options without a command, and of walk"):
            formatter.write_dl([record for record in records if record is not None])
        self.format_commands(ctx, formatter)


def _decisions_option(command: Any) -> Any:
    return click.option(
        "--decisions",
        "decisions_file",
        metavar="FILE",
        default="decisions.jsonl",
        show_default=True,
        help="Where decisions are kept; it is only added to.",
    )(command)


def _profile_option(command: Any) -> Any:
    text = "What is asked: needed with PATHS, or when the graph was built with a profile of your own. Repeatable."
    return click.option("--profile", "profiles", multiple=True, metavar="NAME|FILE", help=text)(command)


def _who_options(command: Any) -> Any:
    command = click.option("--stamp", is_flag=True, help="Note the time with each decision.")(command)
    return click.option("--by", metavar="NAME", default="", envvar="INCIDENT_GRAPH_BY", help="Who decides.")(command)


@click.group("review", cls=_ReviewGroup, subcommand_metavar="[PATHS… | COMMAND [ARGS]…]")
def command() -> None:
    """Decide what the rules are not sure of, and keep it.

    Without a command, walks the open cases of the graph (or of PATHS, which are built in memory), as walk does:
    conflicts that rest on a weak or hedged claim, weak claims, names that may be one, names of no known class. Each
    shows the words in their context and takes one key. What is decided is what an account says, never who is right.

    \b
    Examples:
      incident-graph review
      incident-graph review -g ferry.trig --decisions ferry.jsonl --by MK
      incident-graph review --export cases.csv
      incident-graph review decide reject --account B --question listed-on --quote "on a shelf"
      incident-graph build articles/ --decisions decisions.jsonl
    """


@command.command("walk")
@click.argument("paths", nargs=-1, metavar="[PATHS…]")
@graph_option()
@_decisions_option
@_profile_option
@click.option("--only", multiple=True, type=click.Choice(_SORTS), help="Only these sorts of cases. Repeatable.")
@click.option("--list", "listing", is_flag=True, help="List the open cases, a line each, and ask nothing.")
@click.option(
    "--export", "export_to", metavar="FILE", help="Write the open cases as CSV for a spreadsheet; - is stdout."
)
@click.option("--import", "import_from", metavar="FILE", help="Take the decision column of such a CSV back.")
@_who_options
def walk_command(
    paths: tuple[str, ...],
    graph: str,
    decisions_file: str,
    profiles: tuple[str, ...],
    only: tuple[str, ...],
    listing: bool,
    export_to: str | None,
    import_from: str | None,
    by: str,
    stamp: bool,
) -> None:
    """Walk the open cases, one key each; or list them, or exchange them with a spreadsheet.

    The cases are those of the graph, or of PATHS, which are built in memory. Reads keys from a terminal, or a line each
    from a pipe. Every decision is on disk before the next case is shown; quit with q or Ctrl-C, nothing is lost.
    """
    from incident_graph.cli.review_walk import Walk
    from incident_graph.decisions import load
    from incident_graph.decisions.cases import open_cases

    decisions = load(decisions_file) if os.path.exists(decisions_file) else []
    if import_from:
        _import(import_from, decisions_file, decisions, by, stamp)
        return
    incident = _built(paths, profiles, decisions) if paths else _of_graph(graph)
    cases = [case for case in open_cases(incident, decisions) if not only or case.sort in only]
    if export_to:
        from incident_graph.cli.output import write_text
        from incident_graph.cli.review_table import write_table

        write_text(export_to, write_table(cases))
        note(f"{len(cases)} open cases; fill the column “decision” and take it back with --import")
        return
    if listing:
        for case in cases:
            click.echo(_line(case))
        return
    if not cases:
        note("no open cases")
        return
    profile = _profile(incident, profiles)
    walk = Walk(incident, cases, decisions_file, profile.kinds if profile else None, by=by, stamped=stamp)
    try:
        made = walk.run()
    finally:
        _parting(len(walk.done), decisions_file, profiles or incident.profiles, graph, paths)
    if made == 0 and len(cases):
        note(f"{len(cases)} open cases")


@command.command("decide")
@click.argument("verb", type=click.Choice(_VERBS))
@click.option(
    "--account", "account_name", required=True, metavar="A|FILE|HASH", help="Letter, file or beginning of hash."
)
@click.option("--quote", required=True, metavar="WORDS", help="The words it rests on, exactly as they stand.")
@click.option("--question", "question_name", metavar="NAME", help="For a claim: the question, as listed-on.")
@click.option(
    "--of", "of", metavar="ANSWER", default="", help="For a claim: its answer, when several rest on the words."
)
@click.option("--value", metavar="TEXT", help="edit, add: the answer. retype, add a name: the class.")
@click.option("--stance", type=click.Choice(list(_STANCES)), help="edit, add: what the account does with the answer.")
@click.option("--hedge", metavar="WORDS", help='edit, add: the hedging words; "" for none.')
@click.option("--speaker", metavar="WHO", help='edit, add: according to whom; "" for the account itself.')
@click.option("--basis", metavar="WORDS", help='edit, add: which part or time it is about; "" for the whole.')
@click.option("--into", "other_quote", metavar="NAME", help="merge: the name to go by. split: the name to part from.")
@click.option("--into-account", "other_account", metavar="A|FILE|HASH", help="Where that name stands, if elsewhere.")
@click.option(
    "--scope", type=click.Choice(["account", "here"]), help="Of a name: not everywhere. Of a claim: this quotation."
)
@click.option(
    "--prefix", default="", metavar="WORDS", help="add: the words right before, when the quotation is not alone."
)
@click.option("--suffix", default="", metavar="WORDS", help="add: the words right after.")
@click.option("--note", "remark", default="", metavar="TEXT", help="Why.")
@graph_option()
@_profile_option
@_decisions_option
@_who_options
def decide_command(**options: Any) -> None:
    """Decide one thing in one line, for scripts.

    With --question it is about a claim, else about the name, or the figure, that --quote gives. What is quoted has to
    stand in the account, and something has to have been read in it, except for add.

    \b
    Examples:
      incident-graph review decide accept --account A --question listed-on --quote "on a shelf"
      incident-graph review decide edit --account A --question killed --quote "four dead" --value 4
      incident-graph review decide retype --account B --quote "Ostrel" --value Organisation
      incident-graph review decide merge --account B --quote "Ostrel" --into "Ostrel Cold Storage"
      incident-graph review decide add --account C --question cause --quote "set alight" --value arson
    """
    from incident_graph.cli.review_walk import stamp
    from incident_graph.decisions import already, append, load
    from incident_graph.errors import UsageError

    incident = _of_graph(options["graph"])
    path = options["decisions_file"]
    known = load(path) if os.path.exists(path) else []
    try:
        when = stamp() if options["stamp"] else ""
        decision = replace(
            _aimed(incident, known, options),
            by=options["by"],
            note=options["remark"],
            when=when,
            scope=options["scope"] or "",
        )
    except ValueError as error:
        raise UsageError(str(error), hint="see: incident-graph review decide --help") from error
    if already(known, decision):
        note(f"decided before: {decision}")
        return
    append(path, decision)
    note(f"{decision}; written to {path}")


def _aimed(incident: "Incident", known: "list[Decision]", options: dict[str, Any]) -> "Decision":
    from incident_graph.decisions import Decision
    from incident_graph.decisions import aiming as aim

    verb, quote, of = options["verb"], options["quote"], options["of"]
    account = aim.account_called(options["account_name"], incident.accounts)
    stance = _STANCES[options["stance"]] if options["stance"] else None
    value = options["value"]
    if not options["question_name"]:
        return _on_a_name(incident, known, account, options)
    profile = _profile(incident, options["profiles"])
    asked = profile.questions.values() if profile else [issue.question for issue in incident.issues]
    question = aim.question_called(options["question_name"], asked)
    if verb == "undo":
        return _undo(known, account, quote, question.iri)
    if verb == "add":
        place = aim.aim_at_words(account, quote, options["prefix"], options["suffix"])
    else:
        place, claim = aim.aim_at_claim(incident, account, question, quote, of)
        of = claim.answer.label
    if value:
        aim.check_value(value, question, profile.kinds if profile else None, incident, account, place)
    return Decision(
        verb,
        "claim",
        place,
        question=question.iri,
        of=of,
        value=value,
        stance=stance,
        hedge=options["hedge"],
        speaker=options["speaker"],
        basis=options["basis"],
    )


def _on_a_name(
    incident: "Incident", known: "list[Decision]", account: "Account", options: dict[str, Any]
) -> "Decision":
    """A decision on a name, or on a figure where the words are no name."""
    from incident_graph.decisions import Decision
    from incident_graph.decisions import aiming as aim
    from incident_graph.errors import UsageError

    verb, quote, value = options["verb"], options["quote"], options["value"]
    if verb == "edit":
        raise UsageError("an edit is of a claim", hint="say which with --question")
    if verb == "undo":
        return _undo(known, account, quote, "")
    if verb == "add":
        place = aim.aim_at_words(account, quote, options["prefix"], options["suffix"])
        return Decision(verb, "name", place, value=value)
    other = None
    if options["other_quote"]:
        home = options["other_account"]
        homes = [aim.account_called(home, incident.accounts)] if home else [account, *incident.accounts]
        homes = [a for a in homes if options["other_quote"] in a.text] or homes[:1]
        other = aim.aim_at_name(incident, homes[0], options["other_quote"])
    try:
        place = aim.aim_at_name(incident, account, quote)
    except UsageError:
        if verb not in ("accept", "reject"):
            raise
        try:
            return Decision(verb, "figure", aim.aim_at_figure(incident, account, quote))
        except UsageError as error:
            if error.what.startswith("several"):
                raise
            raise UsageError("neither a name nor a figure is read in these words", where=error.where) from error
    return Decision(verb, "name", place, value=value, other=other)


def _undo(known: "list[Decision]", account: "Account", quote: str, question: str) -> "Decision":
    """What takes back the last standing decision on these words."""
    from incident_graph.decisions import standing
    from incident_graph.errors import UsageError

    own = [d for d in standing(known)[0] if d.at.account == account.sha256 and d.question == question]
    on_it = [d for d in own if quote in d.at.quote]
    if not on_it:
        said = "; ".join(str(d) for d in own[-5:])
        raise UsageError("there is nothing to undo on these words", where=said, hint="quote the words of the decision")
    return replace(
        on_it[-1], verb="undo", value=None, stance=None, certainty=None, hedge=None, speaker=None, basis=None, line=0
    )


def _of_graph(graph: str) -> "Incident":
    from incident_graph.errors import UsageError

    incident = open_incident(graph)
    if any(not account.text for account in incident.accounts):
        raise UsageError("the graph has no texts to review", where=graph, hint="give the accounts: review PATHS…")
    return incident


def _built(paths: tuple[str, ...], profiles: tuple[str, ...], decisions: "list[Decision]") -> "Incident":
    from incident_graph.accounts import read_accounts
    from incident_graph.cli.console import Progress, warn
    from incident_graph.pipeline import build

    with Progress() as progress:
        accounts = read_accounts(paths, None, warn=warn)
        return build(accounts, profiles=profiles, progress=progress, decisions=decisions, warn=warn)


def _profile(incident: "Incident", given: tuple[str, ...]) -> "Profile | None":
    """The profiles given, or else those the graph was built with; None when one of these is not at hand."""
    from incident_graph.errors import ProfileError, UsageError
    from incident_graph.profile import load_profiles

    if given:
        return load_profiles(given)
    try:
        return load_profiles(incident.profiles)
    except (ProfileError, UsageError):
        return None


def _import(path: str, decisions_file: str, known: "list[Decision]", by: str, stamped: bool) -> None:
    from incident_graph.cli.review_table import read_table
    from incident_graph.cli.review_walk import stamp
    from incident_graph.decisions import already, append
    from incident_graph.errors import InputError

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"the table cannot be read: {error.strerror}", where=path) from error
    found = read_table(data, path, by=by, when=stamp() if stamped else "")
    new = 0
    for decision in found:
        if not already(known, decision):
            append(decisions_file, decision)
            known.append(decision)
            new += 1
    before = f", {len(found) - new} decided before" if new < len(found) else ""
    note(f"{new} decisions from {path} written to {decisions_file}{before}")


def _line(case: Any) -> str:
    from incident_graph.cli.plain_text import one_line

    seen = case.sightings[0]
    answer = f" = {case.of}" if case.of else ""
    words = one_line(seen.words)
    return f"{case.sort:<8}  {seen.letter}, line {seen.line:<4} {one_line(case.title + answer)}  “{words[:60]}”"


def _parting(made: int, decisions_file: str, profiles: tuple[str, ...], graph: str, paths: tuple[str, ...]) -> None:
    if not made:
        return
    asked = "".join(f" --profile {name}" for name in profiles if name != "general")
    where = " ".join(paths) if paths else "ACCOUNTS…"
    note(f"{made} decision{'' if made == 1 else 's'} in {decisions_file}; they count from the next build:")
    note(f"  incident-graph build {where}{asked} --decisions {decisions_file} -g {graph}")
