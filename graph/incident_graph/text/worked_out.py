"""Properties that are worked out when they are first asked for, and then kept in the object."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

_T = TypeVar("_T")


class worked_out(Generic[_T]):  # noqa: N801 - used as a decorator, as ``property`` is
    """As ``functools.cached_property`` of Python 3.12 and later, which takes no lock: half as dear where made often.

    >>> class Word:
    ...     def __init__(self, text): self.text = text
    ...     @worked_out
    ...     def length(self): return print("counting") or len(self.text)
    >>> word = Word("ferry")
    >>> word.length, word.length
    counting
    (5, 5)
    """

    def __init__(self, function: Callable[[Any], _T]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _T:
        """The value, which from now on hides this; the decorator itself when it is asked of the class."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value
