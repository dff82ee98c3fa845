"""The frames that the ontology declares, read from ``ontology/frames.ttl``."""

from functools import lru_cache

from incident_graph import vocabulary as v
from incident_graph.errors import ProfileError
from incident_graph.profile.deed import spelt_out
from incident_graph.profile.frame import Frame, Role
from incident_graph.profile.turtle import Turtle, packaged_words, read_turtle, word_classes
from incident_graph.resources import ontology_path

#: The sorts of lexical units, by the property that declares them.
_SORTS = {"verb": "verb", "weakVerb": "verb", "eventNoun": "noun", "personNoun": "noun", "adjective": "adjective"}


@lru_cache(maxsize=1)
def load_frames() -> tuple[Frame, ...]:
    """The frames, in the order of their file; those whom a role's fillers stand for by entailment are worked out.

    >>> killing = next(frame for frame in load_frames() if frame.name == "Killing")
    >>> ("gun down", "verb") in killing.units, [role.name for role in killing.roles][:2]
    (True, ['victim', 'killer'])
    """
    text = ontology_path("frames.ttl").read_text(encoding="utf-8")
    return frames_from(read_turtle(text, "ontology/frames.ttl"))


def frames_from(turtle: Turtle) -> tuple[Frame, ...]:
    """The frames that a file declares; raises ``ProfileError`` for a role or a class of words that nobody declares."""
    classes = word_classes(packaged_words(), turtle)
    roles = {node: _role(turtle, node, classes) for node in turtle.of_class(v.INC + "FrameRole")}
    for role in roles.values():
        for iri in role.entails:
            if iri not in roles:
                raise ProfileError(f"{iri} is no role of a frame", where=f"{role.iri}, inc:entails")
    return tuple(_frame(turtle, node, classes, roles) for node in turtle.of_class(v.INC + "SemanticFrame"))


def _words(turtle: Turtle, node: str, prop: str, classes: dict[str, tuple[str, ...]]) -> list[str]:
    found = spelt_out(turtle.values(node, v.INC + prop), classes, f"{node}, inc:{prop}")
    return [word.replace("_", " ") for word in found.words]


def _role(turtle: Turtle, node: str, classes: dict[str, tuple[str, ...]]) -> Role:
    return Role(
        iri=node,
        name=turtle.one(node, v.INC + "name"),
        of_verb=frozenset(_words(turtle, node, "ofVerb", classes)),
        of_noun=frozenset(_words(turtle, node, "ofNoun", classes)),
        of_adjective=frozenset(_words(turtle, node, "ofAdjective", classes)),
        words=frozenset(_words(turtle, node, "filler", classes)),
        named=turtle.one(node, v.INC + "named") == "true",
        counted=turtle.one(node, v.INC + "counted") == "true",
        needed=turtle.one(node, v.INC + "needed") == "true",
        entails=tuple(turtle.values(node, v.INC + "entails")),
        whole=frozenset(_words(turtle, node, "whole", classes)),
    )


def _frame(turtle: Turtle, node: str, classes: dict[str, tuple[str, ...]], roles: dict[str, Role]) -> Frame:
    units = frozenset((u, sort) for prop, sort in _SORTS.items() for u in _words(turtle, node, prop, classes))
    own = turtle.values(node, v.INC + "frameRole")
    if missing := [iri for iri in own if iri not in roles]:
        raise ProfileError(f"{missing[0]} is no role of a frame", where=f"{node}, inc:frameRole")
    return Frame(
        iri=node,
        name=turtle.one(node, v.INC + "name"),
        label=turtle.one(node, v.RDFS + "label"),
        units=units,
        weak=frozenset(_words(turtle, node, "weakVerb", classes)),
        events=frozenset(_words(turtle, node, "eventNoun", classes)),
        unless=frozenset(_words(turtle, node, "unless", classes)),
        roles=tuple(roles[iri] for iri in own),
        fires=tuple(turtle.values(node, v.INC + "fires")),
        silent=tuple(turtle.values(node, v.INC + "silent")),
    )


@lru_cache(maxsize=1)
def wholes() -> dict[str, frozenset[str]]:
    """For each role that tells wholes from parts, by IRI, the words that mean all there is.

    >>> goods = wholes()["https://w3id.org/incident-graph/frames#Theft.goods"]
    >>> "data" in goods, "password" in goods
    (True, False)
    """
    return {role.iri: role.whole for frame in load_frames() for role in frame.roles if role.whole}


@lru_cache(maxsize=1)
def event_nouns() -> frozenset[str]:
    """The nouns that tell of an event of a frame, as lemmas.

    >>> "theft" in event_nouns(), "letter" in event_nouns()
    (True, False)
    """
    return frozenset[str]().union(*(frame.events for frame in load_frames()))


@lru_cache(maxsize=1)
def entailed() -> dict[str, frozenset[str]]:
    """For each role, by IRI, the roles that whoever fills it fills: itself, and those that it entails, directly or not.

    >>> base = "https://w3id.org/incident-graph/frames#"
    >>> sorted(iri.removeprefix(base) for iri in entailed()[base + "Killing.victim"])
    ['Death.protagonist', 'Killing.victim']
    """
    direct = {role.iri: role.entails for frame in load_frames() for role in frame.roles}
    found = {}
    for iri in direct:
        reached, waiting = {iri}, [iri]
        while waiting:
            new = [wide for wide in direct[waiting.pop()] if wide not in reached]
            reached.update(new)
            waiting += new
        found[iri] = frozenset(reached)
    return found
