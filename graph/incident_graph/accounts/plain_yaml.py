"""YAML that people write by hand: a value that is not what it looks like is the text that stands there."""

from typing import Any

import yaml

_DIGITS = 1000  # no number of a front matter has more; Python does not print those of more than 4300


class _Loader(yaml.SafeLoader):
    """Safe, and never at a loss for a date or number that cannot be."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """What ``node`` stands for; its own characters where these make no date, number or truth value."""
        try:
            value = super().construct_object(node, deep=deep)
        except (ValueError, OverflowError, KeyError, AttributeError):
            if not isinstance(node, yaml.ScalarNode):
                raise
            self.recursive_objects.pop(node, None)
            return node.value
        return node.value if isinstance(value, int) and len(str(node.value)) > _DIGITS else value


def read_yaml(text: str) -> Any:
    """What the YAML in ``text`` says; ``yaml.YAMLError`` where it is none, or asks for an object of Python.

    >>> read_yaml("date: 2025-13-45\\nissued: 2025-03-04")
    {'date': '2025-13-45', 'issued': datetime.date(2025, 3, 4)}
    >>> read_yaml("deaths: !!int nine")
    {'deaths': 'nine'}
    """
    try:
        return yaml.load(text, Loader=_Loader)
    except RecursionError as error:
        raise yaml.YAMLError("nested too deeply") from error
