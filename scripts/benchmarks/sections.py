"""The sections of a run: what is measured beside what, and what each ratio is to be."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.clock import Took, measure, perform
from benchmarks.graphs import ACCOUNTS, PROFILE, incident_iri, nquads_of, write_claims
from benchmarks.results import Found, Target
from benchmarks.store_tasks import RDFLIB_ASKED

ROOT = Path(__file__).resolve().parents[2]
AT_LEAST, AT_MOST = "at least", "at most"


@dataclass(frozen=True)
class Plan:
    """How much to measure: sizes in claims and accounts, smallest first."""

    claims: tuple[int, ...]
    rdflib: tuple[int, ...]  # in claims
    accounts: tuple[int, ...]
    repeat: int
    limit: float  # seconds after which a task is stopped
    work: Path
    inside: bool = False  # in this process: quicker to start, but memory is that of all tasks

    def task(self, name: str, repeat: int | None = None, **arguments: object) -> Took:
        """What a task takes; says so on standard error."""
        shown = " ".join(f"{k}={Path(str(v)).name}" for k, v in arguments.items())
        if self.inside:
            took = perform(name, {key: str(value) for key, value in arguments.items()})
        else:
            took = measure(str(ROOT / "scripts" / "bench"), name, repeat or self.repeat, self.limit, **arguments)
        told = f"stopped after {self.limit:.0f} s" if "stopped" in took else f"{took['cpu']:.2f} s"
        print(f"  {name} {shown}: {told}", file=sys.stderr, flush=True)
        return took

    def graph(self, claims: int) -> str:
        """A file of that many claims."""
        path = self.work / f"{claims}-claims.nq"
        if not path.exists():
            print(f"  making a graph of {claims:,} claims", file=sys.stderr, flush=True)
            write_claims(path, claims)
        return str(path)

    def trig(self, claims: int) -> str:
        """The same as TriG."""
        from incident_graph.store import GraphFile, save

        path = str(self.work / f"{claims}-claims.trig")
        save(GraphFile.read(self.graph(claims)).quads(), path)
        return path

    def folder(self, claims: int) -> str:
        """A folder of that many claims."""
        path = self.work / f"{claims}-claims"
        if not path.exists():
            self.task("make_folder", 1, graph=self.graph(claims), folder=path)
        return str(path)

    def texts(self, accounts: int, incidents: int = 1, copy: str = "") -> str:
        """A folder of that many accounts; of another ``copy`` another folder."""
        path = self.work / f"{accounts}-accounts-of-{incidents}{copy}"
        if not path.exists():
            from bench_accounts import write_accounts

            write_accounts(path, accounts, incidents=incidents)
        return str(path)

    def of_rdflib(self, claims: int) -> Took:
        """What plain rdflib takes for parsing and asking, once a run."""
        if claims not in _RDFLIB:
            _RDFLIB[claims] = self.task("rdflib_all", 1, graph=self.graph(claims))
        return _RDFLIB[claims]

    def part_of_rdflib(self, claims: int, what: str) -> Took:
        """What of it ``what`` took, ``parse`` or a question; when it was stopped, how far that had come."""
        told = dict(self.of_rdflib(claims))
        if "cpu" in told:
            told["parse"] = {"cpu": told["cpu"], "wall": told["wall"]}
        if what in told:
            return dict(told[what])
        under_way = next(name for name in ("parse", *RDFLIB_ASKED) if name not in told)
        return {"stopped": told["stopped"], "least_cpu": told["least_cpu"] if what == under_way else 0.0}


_RDFLIB: dict[int, Took] = {}


def _claims(number: int) -> str:
    return f"{number:,} claims"


def load(plan: Plan, found: Found) -> None:
    """Files into a folder and into memory."""
    ours, disk = {}, []
    for claims in sorted({*plan.claims, *plan.rdflib}):
        graph = plan.graph(claims)
        repeat = 1 if claims >= 1_000_000 else plan.repeat
        folder, raw = plan.task("folder_ours", repeat, graph=graph), plan.task("folder_raw", repeat, graph=graph)
        ours[claims] = folder
        disk.append((claims, folder["disk"]))
        found.beside(
            "load", "into a folder", _claims(claims), folder, raw, "pyoxigraph's bulk load",
            Target(AT_MOST, 1.2 if claims == max(plan.claims) else None),
        )  # fmt: skip
        if claims < 1_000_000:
            once = 1 if claims >= 100_000 else plan.repeat
            memory, bare = plan.task("memory_ours", once, graph=graph), plan.task("memory_raw", once, graph=graph)
            found.beside(
                "load", "into memory", _claims(claims), memory, bare, "pyoxigraph's bulk load", Target(AT_MOST)
            )
        if claims in plan.rdflib:
            other = plan.part_of_rdflib(claims, "parse")
            target = Target(AT_LEAST, 10) if claims == max(plan.rdflib) else None
            found.beside("load", "into a folder", _claims(claims), folder, other, "rdflib, into memory", target)
            trig = plan.trig(claims)
            found.beside(
                "load", "a TriG file into a folder", _claims(claims), plan.task("folder_ours", graph=trig),
                plan.task("rdflib_trig", 1, graph=trig), "rdflib, into memory", target,
            )  # fmt: skip
            found.facts["rdflib memory"] = {**found.facts.get("rdflib memory", {}), str(claims): other.get("memory")}
    found.grows("load", "into a folder", "claims", [(n, took["cpu"]) for n, took in ours.items()])
    found.grows("load", "memory while loading", "claims", [(n, took["memory"]) for n, took in ours.items()], unit="MB")
    found.grows("load", "disk of the folder", "claims", disk, unit="MB")
    if len(plan.rdflib) > 1:
        parsed = [(n, plan.part_of_rdflib(n, "parse").get("cpu", 0.0)) for n in plan.rdflib]
        found.grows("load", "rdflib, into memory", "claims", parsed)


def query(plan: Plan, found: Found) -> None:
    """Questions to a folder of many incidents."""
    curves: dict[str, list[tuple[float, float]]] = {}
    memory: list[tuple[float, float]] = []
    for claims in sorted({*plan.claims, *plan.rdflib}):
        folder, last = plan.folder(claims), claims == max(plan.claims)
        ours = {}
        for name in ("divergences", "verdicts", "differ", "agreement"):
            slow = claims >= 100_000 and name in ("differ", "agreement")
            few = {"times": 0} if slow or claims >= 1_000_000 else {}  # once, caches cold
            ours[name] = plan.task("ask_ours", 1, graph=folder, query=name, **few)
            curves.setdefault(name, []).append((claims, ours[name].get("cpu", 0.0)))
            if name in ("agreement", "differ"):
                continue
            raw = plan.task("ask_raw", 1, graph=folder, query=name, **few)
            target = Target(AT_MOST, 1.1 if last and name == "divergences" else None)
            found.beside("query", _ASKED[name], _claims(claims), ours[name], raw, "pyoxigraph", target)
        found.beside(
            "query", "which issues conflict, from the verdicts that stand", _claims(claims),
            ours["verdicts"], ours["differ"], "working out in SPARQL which issues differ",
            Target(AT_MOST, 0.01 if last else None),
        )  # fmt: skip
        one = plan.task("ask_incident", folder=folder, incident=incident_iri(0))
        curves.setdefault("one incident", []).append((claims, one["wall"]))
        memory.append((claims, one["memory"]))
        found.beside(
            "query", "the divergences of one incident, the folder opened first", _claims(claims),
            one, ours["differ"], "working out in SPARQL which issues differ",
            Target(AT_MOST, 0.01 if last and claims >= 1_000_000 else None),
        )  # fmt: skip
        if claims <= 100_000:
            graph, name = plan.graph(claims), "divergences"
            memory_ours = plan.task("ask_ours", 1, graph=graph, query=name)
            raw = plan.task("ask_raw", 1, graph=graph, query=name)
            curves.setdefault("in memory", []).append((claims, memory_ours["cpu"]))
            target = Target(AT_MOST, 1.1 if claims == min(100_000, max(plan.claims)) else None)
            found.beside("query", _ASKED["in memory"], _claims(claims), memory_ours, raw, "pyoxigraph", target)
            if claims in plan.rdflib:
                took = plan.part_of_rdflib(claims, name)
                target = Target(AT_LEAST, 150 if claims == max(plan.rdflib) else None)
                found.beside("query", _ASKED["in memory"], _claims(claims), memory_ours, took, "rdflib", target)
        if claims in plan.rdflib:
            for name in ("divergences", "verdicts", "differ"):
                took = plan.part_of_rdflib(claims, name)
                found.beside("query", _ASKED[name], _claims(claims), ours[name], took, "rdflib, in memory")
    for name, points in curves.items():
        found.grows("query", _ASKED.get(name, "divergences of one incident"), "claims", points)
    found.grows("query", "memory of asking for one incident", "claims", memory, unit="MB")
    _agreement(plan, found)


_ASKED = {
    "divergences": "the divergences, with accounts and quotations, of a folder",
    "in memory": "the divergences, with accounts and quotations, of a file in memory",
    "verdicts": "which issues conflict",
    "differ": "which issues differ, worked out from claims",
    "agreement": "how far accounts agree, two by two",
}


def _agreement(plan: Plan, found: Found) -> None:
    """All pairs of accounts of one incident."""
    accounts = 1000 if max(plan.claims) >= 10_000 else 20
    path = plan.work / f"one-of-{accounts}.nq"
    path.write_bytes(nquads_of(0, accounts))
    ours, other = plan.task("agreement_readings", 1, graph=path), plan.task("agreement_sparql", 1, graph=path)
    found.beside(
        "query", "agreement of all pairs of accounts, from readings", f"one incident of {accounts:,} accounts",
        ours, other, "one SPARQL query over the claims",
    )  # fmt: skip


def write(plan: Plan, found: Found) -> None:
    """Sorted, prefixed Turtle."""
    points = []
    for claims in sorted({*(n for n in plan.claims if n <= 100_000), *plan.rdflib}):
        ours = plan.task("write_ours", 1 if claims >= 100_000 else None, graph=plan.graph(claims))
        points.append((float(claims), float(ours["cpu"])))
        found.facts["quads"] = {**found.facts.get("quads", {}), str(claims): ours["quads"]}
        if claims in plan.rdflib:
            other = plan.task("rdflib_write", 1, graph=plan.graph(claims))
            target = Target(AT_LEAST, 10) if claims == max(plan.rdflib) else None
            found.beside("write", "Turtle, sorted and prefixed", _claims(claims), ours, other, "rdflib's serializer",
                         target)  # fmt: skip
    found.grows("write", "Turtle", "claims", points)


def build(plan: Plan, found: Found) -> None:
    """From texts to graph: how each stage grows with the accounts of an incident."""
    took = {n: plan.task("build_stages", 1, folder=plan.texts(n)) for n in plan.accounts}
    top = max(plan.accounts)
    start = 100 if top > 100 else 0
    found.grows("build", "the whole build", "accounts", [(n, t["cpu"]) for n, t in took.items()], 1.1, start=start)
    for stage in took[top]["stages"]:
        points = [(n, t["stages"].get(stage, 0.0)) for n, t in took.items()]
        found.grows("build", stage, "accounts", points, start=start)
    found.grows("build", "memory", "accounts", [(n, t["memory"]) for n, t in took.items()], unit="MB", start=start)
    sizes = [n for n in (1000, 10_000, 100_000) if n <= max(plan.claims)] or [100, 300]
    compared = [plan.task("compare_graph", claims=n) for n in sizes]
    found.grows("build", "comparison alone", "claims", [(n, t["cpu"]) for n, t in zip(sizes, compared, strict=True)])
    found.facts["build"] = {str(n): {k: t[k] for k in _COUNTED} for n, t in took.items()}
    floor = plan.task("regex_floor", folder=plan.texts(top))
    t = took[top]
    read = {"cpu": t["stages"]["names and entities"] + t["stages"]["extraction"]}
    size = f"{top:,} accounts, {t['characters'] / 1e6:.2f} million characters"
    found.beside("build", "extraction", size, read, floor, "plain regular expressions over the same text",
                 Target(AT_MOST))  # fmt: skip
    speed = t["characters"] / 1e6 / read["cpu"]
    found.beside("build", "extraction, MB of text a second a core", size, {"speed": speed}, {"speed": 1.0}, "1 MB/s",
                 Target(AT_MOST, 1), by="speed", unit="MB/s")  # fmt: skip
    found.rows[-1] = _at_least(found.rows[-1], 0.5)


def parallel(plan: Plan, found: Found) -> None:
    """Two processes beside one, and a second build after one account of many has changed."""
    top = max(plan.accounts)
    incidents = max(2, top // 10)
    alone = f"build {plan.texts(top)} -q --profile {PROFILE} -g @graph --jobs"
    each = f"build @texts --each -q --profile {PROFILE} -g @folder/archive/ --jobs"
    whole = each.replace("@texts", plan.texts(top, incidents))
    one, other = (plan.texts(top // 2, incidents // 2, copy) for copy in ("one", "other"))
    took = _by_turns(
        plan,
        {
            "alone 1": ("command", {"words": f"{alone} 1"}),
            "alone 2": ("command", {"words": f"{alone} 2"}),
            "each 1": ("command", {"words": f"{whole} 1"}),
            "each 2": ("command", {"words": f"{whole} 2"}),
            "halves": ("halves", {"words": f"{each} 1", "one": one, "other": other}),
        },
    )
    many = f"{top:,} accounts of {incidents:,} incidents"
    bound = "two separate commands at once, half of it each: what this machine gives"
    for what, size, ours, beside, target in (
        ("two processes", f"{top:,} accounts of one incident", "alone 2", "alone 1", 1.6),
        ("two processes", many, "each 2", "each 1", 1.6),
        (bound, many, "halves", "each 1", None),
    ):
        found.beside(
            "parallel", what, size, took[ours], took[beside], "one process", Target(AT_LEAST, target), by="wall",
            note="time on the wall, the best of three by turns",
        )  # fmt: skip
    for parted in sorted({incidents, max(2, top // 5)}):  # of ten accounts each, and of five
        size = f"{top:,} accounts of {parted:,} incidents"
        for warm, where in (("", ""), ("yes", ", in a process that has built before")):
            again = plan.task("rebuild", 1, folder=plan.texts(top, parted), profile=PROFILE, warm=warm)
            for what, took, target in (
                ("again with nothing changed", again["same"], Target(AT_MOST)),
                ("again after one account has changed", again, Target(AT_MOST, 0.02)),
            ):
                found.beside("parallel", what + where, size, took, again["full"], "the whole build", target)


def _by_turns(plan: Plan, tasks: dict[str, tuple[str, dict[str, str]]]) -> dict[str, Took]:
    """What each task takes on the wall at best, tried by turns: a machine that is not ours alone has slow minutes."""
    best: dict[str, Took] = {}
    for _ in range(1 if plan.inside else 3):
        for name, (task, arguments) in tasks.items():
            took = plan.task(task, 1, **arguments)
            if name not in best or took["wall"] < best[name]["wall"]:
                best[name] = took
    return best


_COUNTED = ("characters", "claims", "readings", "comparisons", "bytes", "memory", "stages")


def _at_least(row: Any, number: float) -> Any:
    return replace(row, ratio=None, other=None, than="", target=f"at least {number:g}", held=row.ours >= number)


def page(plan: Plan, found: Found) -> None:
    """The seeds end to end, and the page."""
    seeds = str(ROOT / "seeds")
    ours, stock = plan.task("page_ours", seeds=seeds), plan.task("page_stock", seeds=seeds)
    size = "the five seeds"
    found.beside("page", "the page", size, ours, stock, "pyvis's stock page of the same network", Target(AT_MOST))
    for what, unit in (("bytes", "bytes"), ("outside", "outside references")):
        found.beside(
            "page", f"the page: {unit}", size, ours, stock, "pyvis's stock page", Target(AT_MOST), by=what, unit=unit
        )
    warm = plan.task("seeds_warm", 1, seeds=seeds)
    commands = [
        plan.task("command", max(plan.repeat, 3), words=words)
        for words in (
            f"build {seeds} -q --profile {PROFILE} -g @graph",
            f"view -g {_seed_graph(plan)} -o @folder/a.html",
        )
    ]
    both = {"wall": sum(t["wall"] for t in commands), "cpu": sum(t["cpu"] for t in commands)}
    for what, t in (
        ("build and view, in a process that has done it before", warm),
        ("build, then view, as commands", both),
    ):
        found.beside("page", what, size, t, {"wall": 1.5}, "1.5 s", Target(AT_MOST, 1), by="wall",
                     note="time on the wall")  # fmt: skip


def _seed_graph(plan: Plan) -> str:
    """The seeds' graph in a file."""
    from incident_graph.accounts import read_accounts
    from incident_graph.pipeline import build as build_incident
    from incident_graph.rdf import write_quads
    from incident_graph.store import save

    path = str(plan.work / "seeds.trig")
    save(write_quads(build_incident(read_accounts([str(ROOT / "seeds")]), profiles=[PROFILE])), path)
    return path


SECTIONS: dict[str, Callable[[Plan, Found], None]] = {
    "load": load,
    "query": query,
    "write": write,
    "build": build,
    "parallel": parallel,
    "page": page,
}


def sizes(most: int, least: int = 1000) -> tuple[int, ...]:
    """``least`` and each ten times more, up to and with ``most``."""
    found: list[int] = []
    while least < most:
        found.append(least)
        least *= 10
    return (*found, most)


def run(names: Sequence[str], plan: Plan) -> Found:
    """Measure the sections."""
    found = Found()
    if hasattr(os, "getloadavg"):
        found.facts["load average"] = round(os.getloadavg()[0], 1)
    for name in names:
        print(f"{name}: {(SECTIONS[name].__doc__ or '').splitlines()[0]}", file=sys.stderr, flush=True)
        SECTIONS[name](plan, found)
    found.facts["accounts an incident"] = ACCOUNTS
    return found
