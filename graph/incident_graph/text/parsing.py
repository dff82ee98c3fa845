"""Parsing: each sentence of a document analysed by the pipeline, once; what was parsed before comes from the cache."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from incident_graph.text import parse_cache, pipeline
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Code points that are parsed as one sentence at the most; longer ones are parsed in pieces.
LONGEST = 1_500
#: A word of more code points is no word: the piece that holds one is not parsed.
LONGEST_WORD = 120
#: What breaks or indents a line, each as one space, so that offsets stay what they are.
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\t\v\f\u2028\u2029"), " ")
#: Sentences parsed at a time.
_BATCH = 64


def parse(documents: Sequence[Document], name: str = "") -> list[Document]:
    """The documents with their sentences parsed by the pipeline of this name, by default the pinned one.

    Sentence boundaries are the documents' own: the parser sees one sentence at a time. Raises ``UsageError`` when the
    pipeline is not installed or not the pinned one.
    """
    used = pipeline.describe(name)
    trees: list[Tree | None] = []
    keys = []
    for document in documents:
        key = parse_cache.key_of(used.digest, [_unfolded(document.text[s.start : s.end]) for s in document.sentences])
        found = parse_cache.load(key, [s.start for s in document.sentences])
        keys.append(key)
        trees.append(found)
    missing = [n for n, tree in enumerate(trees) if tree is None]
    for n, tree in zip(missing, _parsed([documents[n] for n in missing], name), strict=True):
        parse_cache.keep(keys[n], tree, [s.start for s in documents[n].sentences])
        trees[n] = tree
    return [d.with_tree(tree) for d, tree in zip(documents, trees, strict=True) if tree is not None]


def _parsed(documents: Sequence[Document], name: str) -> Iterator[Tree]:
    if not documents:
        return
    language = pipeline.load(name)
    pieces = [(n, *piece) for n, document in enumerate(documents) for piece in _pieces(document)]
    texts = (_unfolded(documents[n].text[start:end]) for n, _, start, end in pieces)
    tokens: list[list[Token]] = [[] for _ in documents]
    for (n, sentence, start, _), doc in zip(pieces, language.pipe(texts, batch_size=_BATCH), strict=True):
        tokens[n] += _tokens(doc, start, sentence, len(tokens[n]))
    for own in tokens:
        yield Tree(tuple(own))


def _unfolded(text: str) -> str:
    """A text in one line: where its lines break is no part of what it says."""
    return text.translate(_ONE_LINE)


def _pieces(document: Document) -> Iterator[tuple[int, int, int]]:
    """What is parsed at a time: the number of the sentence, and from where to where."""
    for number, sentence in enumerate(document.sentences):
        start = sentence.start
        while sentence.end - start > LONGEST:
            cut = document.text.rfind(" ", start + 1, start + LONGEST)
            end = cut if cut > 0 else start + LONGEST
            if _has_words(document.text[start:end]):
                yield number, start, end
            start = end
        if _has_words(document.text[start : sentence.end]):
            yield number, start, sentence.end


def _has_words(text: str) -> bool:
    return max(map(len, text.split()), default=LONGEST_WORD + 1) <= LONGEST_WORD


def _tokens(doc: "Doc", offset: int, sentence: int, first: int) -> Iterable[Token]:
    """The tokens of a parsed sentence that stands at ``offset``; their indexes count from ``first``."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: first + n for n, t in enumerate(kept)}
    for token in kept:
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        yield Token(
            place[token.i],
            offset + token.idx,
            offset + token.idx + len(token.text),
            token.text,
            token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower(),
            token.tag_,
            token.pos_,
            token.dep_,
            place.get(head.i, place[token.i]),
            sentence,
        )
