"""Sums: people counted side by side by sex, age or place are one number of people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from incident_graph.extraction.evidence import FigureMention
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree
from incident_graph.values import Quantity
from incident_graph.values.quantity_wording import read_quantity

#: The rule of a figure that is a sum.
SUM = "sum"


def with_sums(document: Document, figures: Sequence[FigureMention]) -> list[FigureMention]:
    """The figures of an account, the first of each list that adds up in the place of the sum; without a parse, as
    they are. The other members are parts of it.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.extraction.figures import find_figures
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> texts = ("A man and two girls drowned.", "A man and two horses drowned.")
    >>> documents = parse([read_document(Account(f"{n}" * 64, "a.txt", text)) for n, text in enumerate(texts)])
    >>> [[str(figure.value) for figure in find_figures(document)] for document in documents]
    [['3 people'], ['2 horses']]
    """
    found = list(figures)
    if not document.tree:
        return found
    by_start = {figure.core.start: number for number, figure in enumerate(found)}
    for members in _lists(document, found):
        own = sorted(number for start in members if (number := by_start.get(start)) is not None)
        total = sum((n for n in members.values()), Decimal(0))
        if not own or any(SUM in found[number].rules for number in own):
            continue
        first, start, end = found[own[0]], min(members), _end(found, own, document, members)
        quantity = Quantity(total, total, total, "person")
        excerpt = document.account.excerpt(min(start, first.excerpt.start), max(end, first.excerpt.end))
        found[own[0]] = first._replace(
            excerpt=excerpt, value=quantity, measures="people", noun="person", rules=(*first.rules, SUM)
        )
        for number in own[1:]:
            found[number] = found[number]._replace(subset_of=first.core.start)
    return found


def without_members(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """The figures without those that are counted in a sum among them: what a sentence says, it says of the sum."""
    sums = {figure.core.start for figure in figures if SUM in figure.rules}
    return [figure for figure in figures if figure.subset_of is None or figure.subset_of not in sums]


def _lists(document: Document, figures: Sequence[FigureMention]) -> Iterator[dict[int, Decimal]]:
    """Lists by sex or age: where each member stands, and how many it is."""
    tree, nouns = document.tree, frozenset(_rules()["by-sex"]["nouns"])
    stated = {f.core.start: f.value.stated for f in figures if isinstance(f.value, Quantity) and _is_plain(f.value)}
    for token in tree.tokens:
        if token.lemma.lower() not in nouns or token.pos != "NOUN" or token.dep == "conj":
            continue
        members = [*_before(tree, token, nouns), *_conjuncts(tree, token)]
        if len(members) < 2 or not all(m.lemma.lower() in nouns for m in members):
            continue
        counts = [_count(tree, member, stated) for member in members]
        if all(counts) and any(start in stated for count in counts if count for start in count):
            yield {start: n for count in counts if count for start, n in count.items()}


def _before(tree: Tree, token: Token, nouns: frozenset[str]) -> list[Token]:
    """What a list opens with that the parser takes for what the list explains: "a boy, a girl and four men"."""
    head = tree.head(token) if token.dep == "appos" else None
    single = head is not None and any(c.dep == "det" and c.lemma in ("a", "an") for c in tree.children(head.i))
    return [head] if head is not None and single and head.lemma.lower() in nouns else []


def _is_plain(value: Quantity) -> bool:
    return value.stated is not None and value.low == value.high == value.stated


def _conjuncts(tree: Tree, token: Token) -> Iterator[Token]:
    """A noun and those that are listed with it; an "or" lists nothing."""
    yield token
    for child in tree.children(token.i):
        if child.dep == "cc" and child.lemma != "and":
            return
    for child in tree.children(token.i):
        if child.dep == "conj":
            yield from _conjuncts(tree, child)


def _count(tree: Tree, noun: Token, stated: dict[int, Decimal | None]) -> dict[int, Decimal] | None:
    """Where the number of a noun stands, and the number: "a" is one. ``None`` where it has none."""
    for child in tree.children(noun.i):
        if child.dep == "nummod":
            number = stated.get(child.start)
            return {child.start: number} if number is not None else None
        if child.dep == "det" and child.lemma in ("a", "an", "one"):
            return {child.start: Decimal(1)}
    return None


def _end(found: Sequence[FigureMention], own: Sequence[int], document: Document, members: dict[int, Decimal]) -> int:
    """Where a list ends: with the noun of its last member."""
    last = document.tree.at(max(members))
    noun = document.tree.head(last) if last is not None else None
    return max([found[number].excerpt.end for number in own] + ([noun.end] if noun is not None else []))


def sum_by_place(document: Document, figure: FigureMention) -> FigureMention | None:
    """The sum that a figure opens where its people are told place by place: "four people were killed in Ostby, two in
    Lund and one in Vik"; ``None`` for any other figure. Its core reaches to the end of the last place."""
    value = figure.value
    if not isinstance(value, Quantity) or value.unit != "person" or not _is_plain(value) or value.stated is None:
        return None
    rule = _rules()["by-place"]
    sentence = next((s for s in document.sentences if s.start <= figure.core.start < s.end), None)
    if sentence is None:
        return None
    text, total, place = document.text, value.stated, figure.excerpt.end
    opening = rule["pattern"].search(text, place, sentence.end)
    between = text[place : opening.start()] if opening is not None else ""
    if opening is None or "," in between or not rule["first"].search(between):
        return None
    at = opening.start()
    while (match := rule["pattern"].match(text, at, sentence.end)) is not None:
        read = read_quantity(text, match.start("n"), sentence.end, match.start("n"))
        if read is None or read.stated is None or read.unit:
            break
        total += read.stated
        at = match.end()
    if total == value.stated:
        return None
    whole = document.account.excerpt(figure.core.start, at)
    summed = replace(value, low=total, high=total, stated=total)
    return figure._replace(excerpt=whole, core=whole, value=summed, measures="people", rules=(*figure.rules, SUM))


@lru_cache(maxsize=1)
def _rules() -> dict[str, dict[str, Any]]:
    import yaml

    path = resources.files("incident_graph.extraction") / "resources" / "en" / "parts.yaml"
    rows: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in ("pattern", "first"):
        rows["by-place"][name] = re.compile(rows["by-place"][name])
    return rows
