"""Profiles, read from Turtle. ``general`` is always loaded; others add to it and may specialise its questions."""

import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from incident_graph import vocabulary as v
from incident_graph.errors import ProfileError, UsageError
from incident_graph.profile.cue import Cue, compile_cue
from incident_graph.profile.deed import Deed, Wording, spelt_out
from incident_graph.profile.frames import entailed
from incident_graph.profile.kinds import Kind, Kinds
from incident_graph.profile.profile import Profile
from incident_graph.profile.question import AnswerType, CompareBy, Question
from incident_graph.profile.turtle import Turtle, packaged_words, read_turtle, word_classes
from incident_graph.profile.word_classes import with_own_classes
from incident_graph.resources import ontology_path

#: Turtle texts, each with where it comes from.
Sources = tuple[tuple[str, str], ...]

_GENERAL = "general"
#: The parts of a deed that are wordings, and the properties that declare them.
_DEED_PARTS = {
    "verb": "verb",
    "noun": "eventNoun",
    "doer": "doer",
    "undergoer": "undergoer",
    "involves": "involves",
    "unless": "unless",
}


def list_profiles() -> dict[str, str]:
    """The packaged profiles: name -> what it is for (one sentence), sorted by name."""
    found: dict[str, str] = {}
    for source in map(_source, _packaged_names()):
        turtle = read_turtle(*source)
        for node in turtle.of_class(v.INC + "Profile"):
            found[turtle.one(node, v.INC + "name")] = turtle.one(node, v.RDFS + "comment")
    return dict(sorted(found.items()))


def load_deeds(names: Sequence[str]) -> dict[str, tuple[Deed, ...]]:
    """The deeds alone of these profiles and of ``general``, by name, in order; raises as ``load_profiles`` does."""
    found: dict[str, tuple[Deed, ...]] = {}
    for source in map(_source, dict.fromkeys((_GENERAL, *names))):
        found |= _deeds_of(source)
    return found


@lru_cache(maxsize=32)
def _deeds_of(source: tuple[str, str]) -> dict[str, tuple[Deed, ...]]:
    """The deeds that one file declares, by the name of its profile."""
    turtle = read_turtle(*source)
    deeds = _deeds(turtle)
    return {turtle.one(node, v.INC + "name"): deeds for node in turtle.of_class(v.INC + "Profile")}


def load_words(name: str) -> Wording:
    """A class of words that the ontology declares; raises ``ProfileError`` when there is none of this name."""
    return spelt_out([f"@{name}"], word_classes(packaged_words()), "ontology/words.ttl")


def _deeds(turtle: Turtle) -> tuple[Deed, ...]:
    classes = word_classes(packaged_words(), turtle)
    found = []
    for node in turtle.of_class(v.INC + "Deed"):
        parts = {
            field: spelt_out(turtle.values(node, v.INC + prop), classes, f"{_where(node)}, inc:{prop}")
            for field, prop in _DEED_PARTS.items()
        }
        fires, silent = (tuple(turtle.values(node, v.INC + prop)) for prop in ("fires", "silent"))
        found.append(Deed(_where(node), **parts, fires=fires, silent=silent))
    return tuple(found)


@lru_cache(maxsize=1)
def _packaged_names() -> tuple[str, ...]:
    return tuple(sorted(p.name[:-4] for p in ontology_path("profiles").iterdir() if p.name.endswith(".ttl")))


def _source(name: str) -> tuple[str, str]:
    """(Turtle text, where) of a packaged profile's name or a file's path."""
    if name in _packaged_names():
        path = ontology_path("profiles") / f"{name}.ttl"
        return path.read_text(encoding="utf-8"), f"profile {name}"
    file = Path(name)
    if file.suffix == ".ttl" or file.is_file():
        try:
            return file.read_text(encoding="utf-8"), str(file)
        except (OSError, UnicodeDecodeError) as error:
            raise ProfileError(
                "profile cannot be read", where=f"{file}: {error}", hint="give a Turtle file in UTF-8"
            ) from error
    near = difflib.get_close_matches(name, _packaged_names(), n=1)
    raise UsageError(
        f"unknown profile: {name}",
        where=f"known: {', '.join(_packaged_names())}",
        hint=f"did you mean {near[0]}?" if near else "give one of these names, or the path of a Turtle file",
    )


def load_profiles(names: Sequence[str] = ()) -> Profile:
    """The profiles of these names (or paths of Turtle files), ``general`` added, as one.

    Raises ``UsageError`` for a name nobody knows and ``ProfileError`` for a file that cannot be read or makes no sense.
    """
    return profile_from(profile_sources(names))


def profile_sources(names: Sequence[str] = ()) -> Sources:
    """What the profiles of these names are read from, ``general`` first; errors as ``load_profiles`` has them."""
    return tuple(_source(name) for name in dict.fromkeys((_GENERAL, *names)))


@lru_cache(maxsize=32)
def profile_from(sources: Sources) -> Profile:
    """The profile that these sources declare, made once a process."""
    turtle = Turtle()
    profile_of: dict[str, str] = {}
    for text, where in sources:
        known = set(turtle.index)
        turtle.merge(read_turtle(text, where))
        declared = [n for n in turtle.of_class(v.INC + "Profile") if n not in known]
        label = turtle.one(declared[0], v.INC + "name") if declared else Path(where).stem
        profile_of |= {node: label for node in turtle.index if node not in known}
    questions = [_question(turtle, node, profile_of[node]) for node in turtle.of_class(v.INC + "Question")]
    by_iri = {q.iri: q for q in questions}
    questions = [_inherit(q, by_iri) for q in questions]
    replaced = {iri for q in questions for iri in q.specialises}
    kept = sorted((q for q in questions if q.iri not in replaced), key=lambda q: (q.order, q.iri))
    profiles = {turtle.one(n, v.INC + "name"): n for n in turtle.of_class(v.INC + "Profile")}
    gazetteer, aliases = _gazetteer(turtle)
    return Profile(
        names=tuple(profiles),
        questions={q.iri: q for q in kept},
        kinds=_kinds(turtle),
        gazetteer=gazetteer,
        aliases=aliases,
        deeds={name: deeds for source in sources for name, deeds in _deeds_of(source).items()},
        labels={name: turtle.one(node, v.RDFS + "label", name) for name, node in profiles.items()},
        abouts={name: turtle.one(node, v.RDFS + "comment") for name, node in profiles.items()},
    )


def _where(node: str) -> str:
    return node.removeprefix(v.PROFILE)


def _choice(turtle: Turtle, node: str, prop: str, convert: Callable[[str], Any], suffix: str, default: str) -> Any:
    raw = turtle.one(node, v.INC + prop, v.INC + default)
    name = raw.removeprefix(v.INC)
    try:
        return convert(name.removesuffix(suffix) if suffix != "By" else name.removeprefix("By"))
    except ValueError as error:
        raise ProfileError(
            f"inc:{prop} {name} is not one of ours", where=_where(node), hint="see ontology/profile.ttl"
        ) from error


def _cues(turtle: Turtle, node: str, prop: str, where: str) -> tuple[Cue, ...]:
    try:
        return tuple(compile_cue(text) for text in _wordings(turtle, node, prop))
    except ProfileError as error:
        raise ProfileError(error.what, where=f"{where}, inc:{prop}", hint=error.hint) from error


def _wordings(turtle: Turtle, node: str, prop: str) -> list[str]:
    """What a property says in the cue language, with the classes of words that the files themselves declare."""
    own = word_classes(turtle)
    return [with_own_classes(text, own) for text in turtle.values(node, v.INC + prop)]


def _question(turtle: Turtle, node: str, profile: str) -> Question:
    where = _where(node)
    label = turtle.one(node, v.RDFS + "label")
    if not label:
        raise ProfileError("a question without a label", where=where, hint='add rdfs:label "…"@en')
    try:
        order, tolerance = (
            int(turtle.one(node, v.INC + "order", "1000")),
            float(turtle.one(node, v.INC + "tolerance", "0")),
        )
    except ValueError as error:
        raise ProfileError(f"inc:order and inc:tolerance are numbers: {error}", where=where) from error
    return Question(
        iri=node,
        name=node.rsplit("#", 1)[-1].rsplit("/", 1)[-1],
        label=label,
        text=turtle.one(node, v.INC + "asks", label),
        answer=_choice(turtle, node, "answerType", AnswerType, "Answer", "PhraseAnswer"),
        compare_by=_choice(turtle, node, "compareBy", CompareBy, "By", "ByNothing"),
        one_answer=turtle.one(node, v.INC + "cardinality", v.INC + "Many") == v.INC + "One",
        order=order,
        group=turtle.one(node, v.INC + "group"),
        tolerance=tolerance,
        answer_classes=tuple(c.removeprefix(v.INC) for c in turtle.values(node, v.INC + "answerClass")),
        answer_kinds=tuple(turtle.values(node, v.INC + "answerKind")),
        cues=_cues(turtle, node, "cue", where),
        roles=_roles(turtle, node, where),
        weak_cues=_cues(turtle, node, "weakCue", where),
        unknown_cues=_cues(turtle, node, "unknownCue", where),
        other_cues=_cues(turtle, node, "otherCue", where),
        anti_cues=_cues(turtle, node, "antiCue", where),
        requires=_cues(turtle, node, "requires", where),
        counts=tuple(turtle.values(node, v.INC + "counts")),
        per_noun=turtle.one(node, v.INC + "perNoun") == "true",
        unit=turtle.one(node, v.INC + "unit"),
        rests_on=turtle.one(node, v.INC + "restsOn"),
        over_time=turtle.one(node, v.INC + "overTime").removeprefix(v.INC).lower(),
        any_role=turtle.one(node, v.INC + "anyRole") == "true",
        naming=turtle.one(node, v.INC + "naming") == "true",
        accuses=tuple(a.removeprefix(v.INC).lower() for a in turtle.values(node, v.INC + "accuses")),
        lends=tuple(turtle.values(node, v.INC + "lends")),
        stands_before=frozenset(turtle.values(node, v.INC + "standsBefore")),
        deed=turtle.one(node, v.INC + "deed") == "true",
        suffered=turtle.one(node, v.INC + "suffered") == "true",
        specialises=tuple(turtle.values(node, v.INC + "specialises")),
        profile=profile,
    )


def _roles(turtle: Turtle, node: str, where: str) -> tuple[str, ...]:
    roles = tuple(turtle.values(node, v.INC + "fillerOf"))
    for iri in roles:
        if iri not in entailed():
            near = difflib.get_close_matches(iri, entailed(), n=1)
            hint = f"did you mean {near[0]}?" if near else "see ontology/frames.ttl"
            raise ProfileError(f"{iri} is no role of a frame", where=f"{where}, inc:fillerOf", hint=hint)
    return roles


def _inherit(question: Question, questions: dict[str, Question]) -> Question:
    """The question with what it does not say itself taken from the question it specialises: when nothing is known, and
    answers of no kind."""
    wider = [questions[iri] for iri in question.specialises if iri in questions]
    unknown = question.unknown_cues or tuple(cue for q in wider for cue in q.unknown_cues)
    other = question.other_cues or tuple(cue for q in wider for cue in q.other_cues)
    if question.answer is not AnswerType.KIND:
        other = question.other_cues
    return replace(question, unknown_cues=unknown, other_cues=other)


def _kinds(turtle: Turtle) -> Kinds:
    disjoint: dict[str, list[str]] = {}
    for node in turtle.of_class(v.OWL + "AllDisjointClasses", v.INC + "Alternatives"):
        members = turtle.members(turtle.one(node, v.OWL + "members"))
        for a in members:
            disjoint.setdefault(a, []).extend(b for b in members if b != a)
    found: dict[str, Kind] = {}
    for node in turtle.of_class(v.OWL + "Class", v.SKOS + "Concept"):
        label = turtle.one(node, v.SKOS + "prefLabel") or turtle.one(node, v.RDFS + "label")
        if not label:
            raise ProfileError("a kind without a label", where=_where(node), hint='add skos:prefLabel "…"@en')
        found[node] = Kind(
            iri=node,
            label=label,
            patterns=tuple(dict.fromkeys(_wordings(turtle, node, "pattern"))),
            wider=tuple(turtle.values(node, v.RDFS + "subClassOf", v.SKOS + "broader")),
            disjoint=tuple(
                dict.fromkeys(turtle.values(node, v.OWL + "disjointWith", v.INC + "excludes") + disjoint.get(node, []))
            ),
        )
    return Kinds(found)


def _gazetteer(turtle: Turtle) -> tuple[dict[str, str], dict[str, str]]:
    gazetteer: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for kind in v.ENTITY_CLASSES:
        for node in turtle.of_class(v.INC + kind):
            name = turtle.one(node, v.SKOS + "prefLabel")
            for surface in (name, *turtle.values(node, v.SKOS + "altLabel")):
                gazetteer[surface] = kind
                if surface != name:
                    aliases[surface.casefold()] = name
    return gazetteer, aliases
