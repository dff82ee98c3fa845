"""Climbing: from a word to what governs it, and the operators of assertion that hold on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from incident_graph.annotators.assertion_rules import Rule, Rules, load_rules
from incident_graph.annotators.modifiers import Modifiers, words_of_operator
from incident_graph.annotators.negation import Negations
from incident_graph.annotators.scope import NOMINAL, Effect, Scope
from incident_graph.annotators.subjects import FINITE
from incident_graph.profile.frames import event_nouns
from incident_graph.text.tree import Token, Tree


def climb(tree: Tree, start: Token, scope: Scope) -> list[Effect]:
    """The effects of the operators that hold for a token, the innermost first."""
    return list(_Climb(tree, scope, load_rules()).effects(start))


_ARGUMENTS = frozenset(
    """nsubj nsubjpass dobj dative attr acomp oprd agent expl xcomp csubj csubjpass pcomp pobj aux auxpass prt
    prep npadvmod advmod acl appos nmod""".split()
)
#: How far up the head of a list is looked for, in steps.
_NEAR = 10
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
#: What "be" says of its subject, as the parser may have it; "expl" where it says that there is something.
_COMPLEMENTS = frozenset({"attr", "acomp", "nsubj", "npadvmod", "prep", "expl"})
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both", "all"})
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})


@dataclass
class _Climb:
    tree: Tree
    scope: Scope
    rules: Rules
    used: set[int] = field(default_factory=set)  # negations that an operator has taken up
    adjunct: bool = False  # come from an adjunct: what is denied above is not denied of it
    below: bool = False  # come from what belongs to a thing: that the thing is ruled out does not rule it out
    stated: int = -1  # the word for a statement that one comes from: what is denied of the word is not denied of it
    contrast: bool = False  # come from "but a courier": the "not" above is for what stands before

    def __post_init__(self) -> None:
        self.negations = Negations(self.tree, self.rules)
        self.modifiers = Modifiers(self.tree, self.rules, self.negations, self.scope)

    def effects(self, start: Token) -> Iterator[Effect]:
        node: Token = start
        via: Token | None = None
        passed = False  # come over a conjunction: its first member's own operators are not ours
        if self.negations.set_aside(start):
            yield Effect("denies", start.start, start.end, "instead of")
        elif (word := self.negations.before(start)) is not None and not self.scope.mutes(word):
            self.used.add(word.i)
            yield Effect("denies", word.start, word.end, "not")
        yield from self.modifiers.before(start)
        while True:
            if not passed:
                yield from self._at(node, via)
            parent = self._either(node) or self.tree.head(node)
            if parent is None:
                return
            if (edge := self._edge(node, parent)) is not None:
                yield edge
            if self._ends(node, parent):
                return
            passed = node.dep == "conj" and not self._listed(node, parent)
            node, via = parent, node

    def _either(self, node: Token) -> Token | None:
        """What "or" joins a thing to when "either" opens the list further up than the parser has it."""
        if node.dep != "conj" or node.pos not in NOMINAL:
            return None
        for above in islice(self.tree.ancestors(node), _NEAR):
            if above.pos in NOMINAL and any(
                t.lemma == "either" and t.dep in ("preconj", "cc", "det") for t in self.tree.children(above.i)
            ):
                return above
        return None

    def _listed(self, node: Token, head: Token) -> bool:
        """Whether a conjunct is of a list of things, not of deeds."""
        return head.pos in NOMINAL or node.pos in NOMINAL or node.dep != "conj"

    def _edge(self, node: Token, parent: Token) -> Effect | None:
        """What a clause is to the verb it hangs on, told by the word that opens it."""
        for mark in self.tree.children(node.i):
            if mark.dep not in ("mark", "advmod", "preconj", "cc") or mark.i > node.i:
                continue
            for rule in self.rules.modifying.get(mark.text.lower(), ()):
                if rule.does == "unknown" and node.dep not in ("advcl", "relcl"):
                    return Effect("unknown", mark.start, mark.end, rule.id)
                if rule.does == "conditional":
                    return self._if(node, parent, mark, rule)
        return None

    def _if(self, node: Token, parent: Token, mark: Token, rule: Rule) -> Effect:
        asks = [r for r in self.rules.governing.get(parent.lemma, ()) if "if" in r.governs]
        asks += [
            r
            for t in self.tree.children(parent.i)
            if t.dep in ("acomp", "attr", "oprd")
            for r in self.rules.governing.get(t.lemma, ())
            if "if" in r.governs
        ]
        if mark.lemma == "if" and asks and node.i > parent.i:
            return Effect("unknown", mark.start, mark.end, asks[0].id)
        return Effect("conditional", mark.start, mark.end, rule.id)

    def _ends(self, node: Token, parent: Token) -> bool:
        """Whether nothing above can hold for what is at or below ``node``; notes what else the edge means."""
        if node.dep == "relcl" and self._infinitive(node):
            return False
        if node.dep in self.rules.relations:
            return not (node.dep == "advcl" and self._governed_clause(node, parent))
        if node.dep in ("ccomp", "pcomp", "acl", "csubj", "csubjpass") and (
            self._asks(node) or self._set_off(node, parent)
        ):
            return True
        if node.dep == "acl":
            self.stated = parent.i
            return not self._states(node)
        if node.dep == "prep":
            return self._ends_at_preposition(node, parent)
        if node.dep == "conj":
            cc = next((t for t in self.tree.children(parent.i) if t.dep == "cc" and parent.i < t.i < node.i), None)
            self.contrast = self.contrast or (cc is not None and cc.lemma == "but")
        if node.dep in ("npadvmod", "advmod") and not self.scope.holds(parent):
            self.adjunct = True
        if self.scope.figure and not self.scope.holds(parent) and self._definite(node):
            return True
        if self.scope.bare and parent.pos == "VERB" and parent.lemma not in self.rules.existence:
            self.adjunct = True
        return False

    def _governed_clause(self, node: Token, parent: Token) -> bool:
        """A clause that the parser calls adverbial but a verb asks for: "checking if …", "warned that …"."""
        marks = {t.lemma for t in self.tree.children(node.i) if t.dep == "mark"}
        return "that" in marks and parent.lemma in self.rules.governing

    def _asks(self, node: Token) -> bool:
        """Whether a clause asks who, what, how many: that somebody did, and some were, is taken for granted."""
        first, _ = self.tree.edges(node.i)
        for token in self.tree.tokens[first : node.i]:
            if token.tag in _ASKING and token.lemma != "whether" and token.text.lower() not in ("that", "whether"):
                return True
            if token.pos not in ("ADP", "PUNCT", "CCONJ"):
                return False
        return False

    def _set_off(self, node: Token, parent: Token) -> bool:
        """Whether a colon or semicolon parts a clause from its governor: "rejects that: the gate was shut"."""
        low, high = sorted((node.i, parent.i))
        return any(t.text in (":", ";") for t in self.tree.tokens[low:high])

    def _states(self, node: Token) -> bool:
        """Whether a clause on a noun says what the noun is: "the claim that …", "evidence to suggest …".

        Of other nouns it is taken for granted: "the fact that …".
        """
        if self._infinitive(node):
            return True
        told = node.tag in FINITE or any(
            t.dep == "mark" or (t.dep in ("aux", "auxpass") and t.tag in FINITE) for t in self.tree.children(node.i)
        )
        noun = self.tree.tokens[node.head].lemma
        return told and (noun in self.rules.content or noun in self.rules.governing)

    def _infinitive(self, node: Token) -> bool:
        return any(t.dep == "aux" and t.tag == "TO" for t in self.tree.children(node.i))

    def _ends_at_preposition(self, node: Token, parent: Token) -> bool:
        name = node.text.lower()
        if name in self.rules.listing:
            return False
        if name in self.rules.prepositions and not (name == "because" and parent.lemma == "be"):
            return True
        governed = any(name in rule.governs for rule in self._operators(parent))
        if name == "of" and parent.pos in NOMINAL and not governed and parent.lemma not in self.rules.content:
            self.below = self.below or not self.scope.holds(parent)
        if name == "of" or governed or self.negations.before(node):
            return False
        if parent.pos in NOMINAL and parent.pos != "ADJ":
            return True
        if name in self.rules.adjuncts and parent.lemma != "be":
            self.adjunct = self.adjunct or not (self.scope.holds(parent) and self.scope.holds(node))
        return False

    def _definite(self, node: Token) -> bool:
        """Whether a counted thing is taken for granted: "the 3 adverts", "their 300 crates"."""
        return node.pos in ("NOUN", "PROPN") and any(
            (t.dep == "det" and t.lemma in _DEFINITE) or t.dep == "poss" for t in self.tree.children(node.i)
        )

    # What holds at one node.

    def _at(self, node: Token, via: Token | None) -> Iterator[Effect]:
        denial = self._denial(node, via)
        for operator in self._said_with(node, via):
            denied = denial
            if operator is not node:
                own = self.negations.of(operator, operator)
                denied = own if own is not None and own.i not in self.used else denial
            rule = next((r for r in self._rules(operator) if self._holds(r, operator, node, via, denied)), None)
            if rule is None:
                continue
            yield from self._governs(rule, operator, denied)
            if denied is not None and rule.negated is not None:
                self.used.add(denied.i)
                denial = None if denial is None or denied.i == denial.i else denial
        if via is None and self.scope.inside:
            yield from self._itself(node)
        if denial is not None and not self.adjunct:
            self.used.add(denial.i)
            if self.contrast and denial.dep == "neg":
                self.contrast = False
            else:
                yield self._denying(denial)
        yield from self.modifiers.of(node, via)

    def _itself(self, node: Token) -> Iterator[Effect]:
        """The operators among an answer's own words that make a yes a no: "[the vaults] remained secure"."""
        for operator in self._said_with(node, None):
            for rule in self.rules.governing.get(operator.lemma, ()):
                if "itself" in rule.governs:
                    yield Effect(rule.does, operator.start, operator.end, rule.id)

    def _rules(self, operator: Token) -> tuple[Rule, ...]:
        return () if operator.i in self.used else self.rules.governing.get(operator.lemma, ())

    def _denying(self, denial: Token) -> Effect:
        """What a denial says, and by which rule: an operator's ("fails to"), "no sign of", or that "not" does."""
        borne = self.rules.governing.get(self.tree.tokens[denial.head].lemma, ()) if denial.dep == "det" else ()
        if (proof := next((r for r in borne if "of" in r.governs and r.negated == "no-evidence"), None)) is not None:
            return Effect("no-evidence", denial.start, denial.end, proof.id)
        rules = self.rules.governing.get(denial.lemma, ()) if denial.pos in ("VERB", "ADJ") else ()
        rule = next((r.id for r in rules if r.does == "denies"), "not")
        return Effect("denies", denial.start, denial.end, rule)

    def _denial(self, node: Token, via: Token | None) -> Token | None:
        found = self.negations.of(node, via)
        if found is None or found.i in self.used or self.scope.mutes(found):
            return None
        if (
            via is None
            and node.pos == "VERB"
            and not self.scope.inside
            and any(r.does == "keeps" for r in self._rules(node))
        ):
            return None  # "has not named [a clerk]"
        if via is not None and via.dep == "agent" and found.dep == "det" and self._names(via):
            return None  # "no file was taken by the thieves": there were thieves
        return found if via is None or self._transmits(node, via) else None

    def _names(self, by: Token) -> bool:
        agent = self.tree.child(by.i, "pobj")
        return agent is not None and self._definite(agent)

    def _transmits(self, node: Token, via: Token) -> bool:
        """Whether what is denied of a node is denied of what hangs on it here."""
        if via.i == self.stated and via.lemma in self.rules.content:
            return any("content" in rule.governs for rule in self._operators(node))
        if node.pos in ("VERB", "AUX"):
            if via.dep in ("ccomp", "advcl"):
                phrase = self.negations.phrase(node) is not None
                return phrase or any("clause" in r.governs and not r.needs for r in self._operators(node))
            if not self._at_stake(node, via) or self._characterises(node, via):
                return False
            if via.dep in _SUBJECTS and self._describes(node):
                return self.scope.span is not None and self.scope.holds(node)
            return via.dep in _ARGUMENTS
        if via.dep == "prep":
            return (node.pos == "ADJ" and not self.scope.figure) or via.lemma == "of" or self._governed(node, via)
        if via.dep == "conj":
            own = {"det", "nummod", "poss"}
            return not (
                any(t.dep in own for t in self.tree.children(via.i))
                and not any(t.dep == "cc" and t.lemma in ("or", "nor") for t in self.tree.children(node.i))
            )
        return True

    def _at_stake(self, node: Token, via: Token) -> bool:
        """Whether the denial of a verb that is none of the claim's words is about the claim.

        "Names were not taken" is; what the hackers do not need, and that someone did not read the letter, is not.
        """
        if self.scope.holds(node) or node.lemma in self.rules.existence:
            return True
        if any(rule.negated is not None for rule in self._operators(node)):
            return True
        return via.dep != "nsubj" and not (via.dep in ("dobj", "nsubjpass") and self._definite(via))

    def _describes(self, node: Token) -> bool:
        """Whether a node says what its subject is: "was not a quiet place" denies no market."""
        said = self.tree.child(node.i, "attr")
        there = self.tree.child(node.i, "expl") is not None
        return node.lemma == "be" and not there and said is not None and said.pos in ("NOUN", "PROPN")

    def _characterises(self, node: Token, event: Token) -> bool:
        """Whether a node says what a known event is, not that it was: "the theft was not the first"."""
        if node.lemma != "be" or event.lemma.lower() not in event_nouns() or not self._definite(event):
            return False
        rest = [t for t in self.tree.children(node.i) if t is not event and t.dep in _COMPLEMENTS]
        return bool(rest) and all(t.lemma not in self.rules.real and t.dep != "expl" for t in rest)

    def _governed(self, node: Token, via: Token) -> bool:
        return any(via.lemma in rule.governs and not self._spared(rule, via) for rule in self._operators(node))

    def _operators(self, node: Token) -> list[Rule]:
        return [rule for word in self._said_with(node, None) for rule in self.rules.governing.get(word.lemma, ())]

    def _said_with(self, node: Token, via: Token | None) -> Iterator[Token]:
        """The words of a predicate that may be operators: itself, and what "be" says of its subject."""
        yield node
        if node.pos in ("AUX", "VERB"):
            for child in self.tree.children(node.i):
                if child is via:
                    continue
                away = via is not None and via.dep in ("ccomp", "advcl", "acl", "xcomp") and child.pos == "NOUN"
                if child.dep in ("acomp", "attr", "oprd") or (away and child.dep in ("nsubj", "nsubjpass", "dobj")):
                    yield child

    def _holds(self, rule: Rule, operator: Token, node: Token, via: Token | None, denied: Token | None) -> bool:
        if rule.does in ("nothing", "keeps") and (denied is None or rule.negated is None):
            return False
        own = operator.i in self.scope.own and rule.does != "keeps"
        if via is None or own or self.scope.mutes(operator):
            return False
        if (
            rule.does in ("charges", "hedges")
            and self.scope.inside
            and self.scope.value[0] <= operator.start < self.scope.value[1]
        ):
            return False  # "faces a charge of fraud": that somebody is charged
        children = self.tree.children(operator.i)
        if rule.needs and not any(t.lemma == rule.needs for t in children):
            return False
        if rule.passive and not any(t.dep == "auxpass" for t in children) and operator.dep != "acl":
            return False
        return any(self._stands(way, rule, operator, node, via) for way in rule.governs)

    def _stands(self, way: str, rule: Rule, operator: Token, node: Token, via: Token) -> bool:
        """Whether ``via`` stands to an operator as one of the things that a rule governs."""
        dep = via.dep
        match way:
            case "clause":
                clause = dep in ("ccomp", "xcomp", "acl", "advcl", "csubj", "csubjpass", "relcl") or (
                    dep in ("oprd", "pcomp") and operator is node
                )
                quoted = dep == "ccomp" and via.i < node.i and rule.does == "denies"
                return clause and not quoted and not (dep in ("acl", "relcl") and not self._states(via))
            case "object":
                return (
                    operator is node
                    and dep in ("dobj", "nsubjpass")
                    and not self.below
                    and via.lemma not in rule.spares
                    and not (rule.spares and self.scope.figure)
                    and self.tree.child(node.i, "dative") is None
                )
            case "content":
                return operator is node and dep in ("dobj", "nsubjpass") and via.lemma in self.rules.content
            case "subject":
                return (dep in _SUBJECTS and operator is not node) or (dep in _SUBJECTS and rule.does != "denies")
            case "raised":
                raised = dep in ("nsubj", "nsubjpass", "prep", "npadvmod", "cc") and operator is node
                return raised and self.tree.child(operator.i, "xcomp", "oprd", "acomp") is not None
            case "pobj":
                return operator.pos == "ADP" and dep in ("pobj", "pcomp")
            case _:
                if way == "to" and dep == "xcomp" and operator is not node:
                    return True  # "guilty to murder", which the parser takes for a verb
                return dep in ("prep", "agent") and via.text.lower() == way and not self._spared(rule, via)

    def _spared(self, rule: Rule, via: Token) -> bool:
        return any(t.lemma in rule.spares for t in self.tree.children(via.i) if t.dep == "pobj")

    def _governs(self, rule: Rule, operator: Token, denial: Token | None) -> Iterator[Effect]:
        does = rule.does if denial is None or rule.negated is None else rule.negated
        if does in ("nothing", "keeps") or (self.adjunct and does not in ("hedges", "fears")):
            return
        start, end = words_of_operator(self.tree, operator, does)
        yield Effect(does, start, end, rule.id)
        if denial is not None and rule.negated == "denies" and rule.does == "hedges":
            yield Effect("hedges", start, end, rule.id)
