"""Classes of words: each stands once in the ontology, or in a profile of its own, and is used by its name."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from incident_graph.errors import ProfileError
from incident_graph.profile.turtle import packaged_words, word_classes


@lru_cache(maxsize=1)
def packaged_classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of words of the ontology, by name."""
    return word_classes(packaged_words())


def spelt_out_token(token: str) -> str:
    """A token of a cue with the classes of the ontology written out, each plain word of them in any form.

    An expression stands as the class has it. Raises ``ProfileError`` for a class that the ontology does not declare.

    >>> spelt_out_token("boat|ferr*"), spelt_out_token("@robbery").split("|")[:2]
    ('boat|ferr*', ['robber~', 'thief~'])
    >>> spelt_out_token("@robberies")
    Traceback (most recent call last):
    incident_graph.errors.ProfileError: @robberies is no class of words
      declare an inc:WordClass of that inc:name, or see ontology/words.ttl
    """
    if "@" not in token:
        return token
    classes, out = packaged_classes(), list[str]()
    for option in token.split("|"):
        if option.startswith("@") and option[1:] not in classes:
            hint = "declare an inc:WordClass of that inc:name, or see ontology/words.ttl"
            raise ProfileError(f"{option} is no class of words", hint=hint)
        out += _words(classes[option[1:]]) if option.startswith("@") else [option]
    return "|".join(dict.fromkeys(out))


def with_own_classes(cue: str, own: Mapping[str, tuple[str, ...]]) -> str:
    """A cue with the classes that its own profile declares written out; those of the ontology stay as they are.

    >>> with_own_classes("@craft|raft sank near @robbery", {"craft": ("ship|punt",)})
    'ship~|punt~|raft sank near @robbery'
    """
    if "@" not in cue or not own:
        return cue
    return _CLASS.sub(lambda m: "|".join(_words(own[m.group(1)])) if m.group(1) in own else m.group(), cue)


_CLASS = re.compile(r"@([\w-]+)")


def _words(declared: Iterable[str]) -> list[str]:
    """The words of a class as a cue writes them."""
    words = (word for text in declared for word in text.split("|"))
    return [word if word.endswith(("~", "*")) or "_" in word else f"{word}~" for word in words]
