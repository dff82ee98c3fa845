"""YAML that people write by hand: a value that is not what it looks like is the text that stands there."""

from functools import lru_cache
from typing import Any

_DIGITS = 1000  # no number of a front matter has more; Python does not print those of more than 4300


@lru_cache(maxsize=1)
def _loader() -> Any:
    """PyYAML's safe loader, never at a loss for a date or number that cannot be."""
    import yaml

    class Loader(yaml.SafeLoader):
        def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
            try:
                value = super().construct_object(node, deep=deep)
            except (ValueError, OverflowError, KeyError, AttributeError):
                if not isinstance(node, yaml.ScalarNode):
                    raise
                self.recursive_objects.pop(node, None)
                return node.value
            return node.value if isinstance(value, int) and len(str(node.value)) > _DIGITS else value

    return Loader


def read_yaml(text: str) -> Any:
    """What the YAML in ``text`` says; ``yaml.YAMLError`` where it is none, or asks for an object of Python.

    >>> read_yaml("date: 2025-13-45\\nissued: 2025-03-04")
    {'date': '2025-13-45', 'issued': datetime.date(2025, 3, 4)}
    >>> read_yaml("deaths: !!int nine")
    {'deaths': 'nine'}
    """
    import yaml

    try:
        return yaml.load(text, Loader=_loader())
    except RecursionError as error:
        raise yaml.YAMLError("nested too deeply") from error
