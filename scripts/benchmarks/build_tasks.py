"""Tasks: from texts to graph and page, stage by stage."""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.clock import Took, task, timed

#: The stages of a build, in order, by the word its progress tells first.
STAGES = {"reading": "names and entities", "extracting": "extraction", "comparing": "comparison"}
#: A floor for reading: what any program that looks for names, numbers, dates and quotations must at least do.
FLOOR = (
    r"\b[A-Z][\w’'-]+(?:\s+(?:of|the|for|and|de)?\s*[A-Z][\w’'-]+)*",
    r"[£€$]?\b\d[\d,.]*(?:\s*(?:million|billion|thousand|per cent|percent|%))?",
    r"\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    r"“[^”]*”|\"[^\"]*\"",
    r"\b(?:about|around|nearly|at least|more than|up to|some)\s+\w+",
    r"\b(?:said|told|according to|claimed|denied|warned|confirmed|added)\b",
    r"\b(?:not|no|never|nothing|nobody|none)\b",
    r"\b(?:may|might|could|appears?|reportedly|allegedly|believed)\b",
    r"[^.!?\n]+[.!?]",
)


def _texts(folder: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]


@task
def build_stages(folder: str, profile: str = "data-breach") -> Took:
    """A build of one incident from its texts to TriG, and how long each stage took."""
    from incident_graph.accounts import read_accounts
    from incident_graph.pipeline import build
    from incident_graph.profile import load_profiles
    from incident_graph.rdf import write_incident

    build(read_accounts([str(path) for path in sorted(Path(folder).glob("*.txt"))[:2]]), profiles=[profile])  # warm
    load_profiles((profile,))
    marks: list[tuple[str, float]] = []

    def mark(stage: str) -> None:
        if not marks or marks[-1][0] != stage:
            marks.append((stage, time.process_time()))

    wall = time.perf_counter()
    mark("reading files")
    accounts = read_accounts([folder])
    incident = build(accounts, profiles=[profile], progress=lambda what, _done, _total: mark(STAGES.get(what, what)))
    mark("writing TriG")
    write_incident(incident, out := io.BytesIO())
    mark("end")
    stages = {name: after - before for (name, before), (_, after) in pairwise(marks)}
    return {
        "cpu": sum(stages.values()),
        "wall": time.perf_counter() - wall,
        "stages": stages,
        "accounts": len(accounts),
        "characters": sum(len(account.text) for account in accounts),
        "claims": len(incident.claims),
        "readings": len(incident.readings),
        "comparisons": len(incident.comparisons),
        "bytes": out.tell(),
    }


@task
def compare_graph(claims: str) -> Took:
    """Comparison alone: the claims of invented incidents of ten accounts each."""
    from benchmarks.graphs import PROFILE, QUESTIONS, make_incident
    from incident_graph.comparison import compare
    from incident_graph.profile import load_profiles

    profile = load_profiles((PROFILE,))
    incident = make_incident(0, int(claims) // QUESTIONS)
    questions = {q.iri: q for q in profile.questions.values()}
    (_, readings, _, _), took = timed(lambda: compare(incident.claims, questions, profile.kinds, incident.accounts))
    return {**took, "readings": len(readings)}


@task
def regex_floor(folder: str) -> Took:
    """Plain regular expressions over the same texts."""
    texts, patterns = _texts(folder), [re.compile(pattern) for pattern in FLOOR]
    found, took = timed(lambda: sum(1 for text in texts for pattern in patterns for _ in pattern.finditer(text)))
    return {**took, "found": found, "characters": sum(map(len, texts))}


@task
def command(words: str) -> Took:
    """One command of ours in a process of its own, from start to end; ``words`` are parted by spaces."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(words.replace("@graph", os.path.join(folder, "incident.trig")).replace("@folder", folder))


@task
def halves(words: str, one: str, other: str) -> Took:
    """The command for ``one`` and for ``other`` (``@texts``) at the same time, which know nothing of each other."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        both = [
            words.replace("@folder", f"{folder}/{n}").replace("@texts", texts) for n, texts in enumerate((one, other))
        ]
        for n in range(2):
            os.mkdir(f"{folder}/{n}")
        return timed(lambda: list(pool.map(_run, both)))[1]


@task
def rebuild(folder: str, profile: str, warm: str = "") -> Took:
    """Many incidents built, again with nothing changed, and after one account has; ``folder`` is changed.

    A command each; ``warm``: all in this process, which has built before.
    """
    with tempfile.TemporaryDirectory() as temporary:
        words = f"build {folder} --each -q --profile {profile} --jobs 1 -g {temporary}/archive/"
        work = _run_here if warm else _run
        if warm:
            _run_here(words.replace("/archive/", "/before/"))
        full = work(words)
        same = work(words)
        changed = sorted(Path(folder).rglob("*.txt"))[0]
        changed.write_text(changed.read_text(encoding="utf-8") + "\nNobody was arrested.\n", encoding="utf-8")
        return {**work(words), "full": full, "same": same}


def _run_here(words: str) -> Took:
    """The command, in this process."""
    from incident_graph.cli.root import run

    code, took = timed(lambda: run(words.split(" ")))
    if code:
        raise SystemExit(f"exit code {code}")
    return took


def _run(words: str) -> Took:
    """Processor time of the command and all its processes, and time on the wall."""
    before, wall = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "incident_graph", *words.split(" ")], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {"cpu": cpu, "wall": time.perf_counter() - wall}


@task
def seeds_warm(seeds: str) -> Took:
    """The seeds from texts to graph and page in one process that has done it before."""
    from incident_graph.accounts import read_accounts
    from incident_graph.page import render
    from incident_graph.pipeline import build
    from incident_graph.rdf import read_incident, write_quads, write_trig
    from incident_graph.store import GraphFile

    def work() -> None:
        out = io.BytesIO()
        write_trig(write_quads(build(read_accounts([seeds]), profiles=["data-breach"])), out)
        render(read_incident(GraphFile("incident.trig", out.getvalue())))

    work()
    return min((timed(work)[1] for _ in range(3)), key=lambda took: took["cpu"])


@task
def page_ours(seeds: str) -> Took:
    """Our page of the seeds' graph."""
    return _page(seeds, lambda incident: _render(incident))


@task
def page_stock(seeds: str) -> Took:
    """pyvis's stock page of the same nodes and edges."""
    return _page(seeds, _stock)


def _page(seeds: str, make: Any) -> Took:
    from incident_graph.accounts import read_accounts
    from incident_graph.pipeline import build

    incident = build(read_accounts([seeds]), profiles=["data-breach"])
    make(incident)
    html, took = timed(lambda: make(incident))
    loads = re.findall(r"<(?:script|link|img)\b[^>]*\b(?:src|href)\s*=\s*[\"']?(?:https?:)?//", html)
    return {**took, "bytes": len(html.encode()), "outside": len(loads)}


def _render(incident: Any) -> str:
    from incident_graph.page import render

    return render(incident)


def _stock(incident: Any) -> str:
    """Issues, readings and entities as a user of pyvis would show them."""
    from pyvis.network import Network

    from incident_graph.network import network_graph

    graph = network_graph(incident)
    network = Network(cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(str(node), label=str(data.get("label", node)))
    for one, other, _ in graph.edges:
        network.add_edge(str(one), str(other))
    return str(network.generate_html())
