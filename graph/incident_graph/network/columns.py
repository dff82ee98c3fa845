"""Where the nodes of a view in columns stand: sources, accounts, answers under their questions. No random numbers.

What stands below what depends on what is folded, so the canvas stacks again by the heights that are given here; the SVG
shows what is placed here.
"""

from typing import TYPE_CHECKING, Any

from incident_graph.network.divergence import COMPARING
from incident_graph.network.graph import edges_of
from incident_graph.network.wrap import text_width, wrap

if TYPE_CHECKING:
    import networkx as nx

#: Sizes in pixels at scale 1. Letters are 12 pixels high.
LETTERS = 12
LINE = 15.0
SOURCE_X, SOURCE_WIDTH = 0.0, 134.0
ACCOUNT_X, ACCOUNT = 146.0, 30.0
ANSWER_X, ANSWER_WIDTH = 318.0, 198.0
LANE, MOST_LANES = 15.0, 5
CHIP, MOST_CHIPS = 18.0, 4
GAP, BETWEEN = 5.0, 16.0  # between the answers of a question, and between questions
FOLDED = 24.0  # the height of a question in one line


def place_divergence(view: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The view with ``x``, ``y`` (centre), ``width``, ``height`` and ``lines`` on every node, and ``lane`` on
    comparisons: how far out the arc between two answers bulges (0 is nearest).

    The answers of the questions that part the accounts stand open, one question below the other; other questions have
    ``folded``: they are one line each, and of those nothing is drawn but a count. Where no question parts the accounts,
    all stand open. Boxes never overlap. The view given is not changed.
    """
    placed = view.copy()
    questions = [n for n, d in placed.nodes(data=True) if d["kind"] == "question"]
    calm = not any(placed.nodes[q]["parts"] for q in questions)
    answers: dict[str, list[str]] = {q: [] for q in questions}
    for answer, question, *_ in edges_of(placed, "answers"):
        answers[question].append(answer)
    y = 0.0
    for question in questions:
        node = placed.nodes[question]
        node["folded"] = not (calm or node["parts"])
        bottom = _place_question(placed, question, answers[question], y)
        y = y if node["folded"] else bottom + BETWEEN
    height = max(y - BETWEEN, 0.0)
    _place_accounts(placed, ACCOUNT_X, height)
    _place_sources(placed, [n for n, d in placed.nodes(data=True) if d["kind"] == "source"], SOURCE_X, height)
    _give_lanes(placed, answers)
    return placed


def place_lineage(view: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The view with ``x``, ``y``, ``width``, ``height`` and ``lines`` on every node: accounts in the middle, to their
    left the sources that several of them pass on, to their right those of one account alone."""
    placed = view.copy()
    sources = [n for n, d in placed.nodes(data=True) if d["kind"] == "source"]
    shared = [n for n in sources if len(placed.nodes[n]["letters"]) > 1]
    alone = [n for n in sources if len(placed.nodes[n]["letters"]) <= 1]
    accounts = sum(d["kind"] == "account" for _, d in placed.nodes(data=True))
    height = max(accounts * 46.0, _column(placed, shared), _column(placed, alone))
    _place_accounts(placed, 210.0, height)
    _place_sources(placed, shared, 0.0, height)
    _place_sources(placed, alone, 420.0, height)
    return placed


def _place_question(graph: "nx.MultiDiGraph[str]", question: str, answers: list[str], top: float) -> float:
    data = graph.nodes[question]
    lines = wrap(data["label"], ANSWER_WIDTH - 16, lines=2, size=LETTERS)
    height = len(lines) * LINE + 3
    left = ANSWER_X - ANSWER_WIDTH / 2
    data.update(x=left + ANSWER_WIDTH / 2, y=top + height / 2, width=ANSWER_WIDTH, height=height, lines=lines)
    y = top + height
    for answer in answers:
        node = graph.nodes[answer]
        room = ANSWER_WIDTH - 16 - chips_width(node["letters"])
        lines = wrap(node["label"], room, lines=2, size=LETTERS)
        tall = len(lines) * LINE + 9
        node.update(x=ANSWER_X, y=y + tall / 2, width=ANSWER_WIDTH, height=tall, lines=lines)
        y += tall + GAP
    return y - GAP


def chips(letters: list[str]) -> list[str]:
    """The letters that are shown before an answer; many become their number."""
    return letters if len(letters) <= MOST_CHIPS else [f"{len(letters)}×"]


def chips_width(letters: list[str]) -> float:
    """How much room the letters before an answer take."""
    return sum(max(CHIP, text_width(text, LETTERS) + 6) + 2 for text in chips(letters)) + (4 if letters else 0)


def _place_accounts(graph: "nx.MultiDiGraph[str]", x: float, height: float) -> None:
    accounts = [n for n, d in graph.nodes(data=True) if d["kind"] == "account"]
    step = max(height / len(accounts), ACCOUNT + 6) if accounts else 0.0
    for number, account in enumerate(accounts):
        letter = graph.nodes[account]["letter"]
        width = max(ACCOUNT, text_width(letter, LETTERS) + 14)
        y = (number + 0.5) * step
        graph.nodes[account].update(x=x, y=y, width=width, height=ACCOUNT, lines=[letter])


def _size_source(graph: "nx.MultiDiGraph[str]", source: str) -> None:
    lines = wrap(graph.nodes[source]["label"], SOURCE_WIDTH - 14, lines=2, size=LETTERS)
    graph.nodes[source].update(width=SOURCE_WIDTH, height=len(lines) * LINE + 8, lines=lines)


def _column(graph: "nx.MultiDiGraph[str]", sources: list[str]) -> float:
    for source in sources:
        _size_source(graph, source)
    return sum((float(graph.nodes[n]["height"]) + GAP for n in sources), 0.0)


def _place_sources(graph: "nx.MultiDiGraph[str]", sources: list[str], x: float, height: float) -> None:
    """Stack the sources beside their accounts, which stand already, evenly over the height where there is room."""
    tall = _column(graph, sources)
    at: dict[str, list[float]] = {n: [] for n in sources}
    for account, source, *_ in edges_of(graph, "reliesOn"):
        if source in at:
            at[source].append(graph.nodes[account]["y"])
    ordered = sorted(sources, key=lambda n: (sum(at[n]) / max(len(at[n]), 1), -graph.nodes[n]["claims"], n))
    spare = max(height - tall, 0.0) / max(len(ordered), 1)
    y = 0.0
    for source in ordered:
        node: dict[str, Any] = graph.nodes[source]
        node.update(x=x, y=y + spare / 2 + node["height"] / 2)
        y += node["height"] + GAP + spare


def _give_lanes(graph: "nx.MultiDiGraph[str]", answers: dict[str, list[str]]) -> None:
    """Give each comparison the innermost lane that no other over the same stretch has; the last lane is shared."""
    place = {answer: n for found in answers.values() for n, answer in enumerate(found)}
    taken: dict[str, list[list[tuple[int, int]]]] = {}
    spans = []
    for order, (one, other, key, data) in enumerate(edges_of(graph, *COMPARING)):
        first, last = sorted((place[one], place[other]))
        strength = COMPARING.index(data["kind"])
        spans.append((strength, last - first, first, order, last, graph.nodes[one]["issue"], (one, other, key)))
    for _, _, first, _, last, issue, edge in sorted(spans):
        lanes = taken.setdefault(issue, [])
        free = next((n for n, had in enumerate(lanes) if all(b <= first or a >= last for a, b in had)), len(lanes))
        if free == len(lanes):
            lanes.append([])
        lanes[free].append((first, last))
        graph.edges[edge]["lane"] = min(free, MOST_LANES - 1)
