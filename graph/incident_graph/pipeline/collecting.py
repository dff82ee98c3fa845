"""Memory: what a build makes has no circles, and need not be searched for them over and over."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_before: list[tuple[int, int, int]] = []  # what held before the first that is still at work, once for each of them


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """While it lasts, Python looks for circles of forgotten objects seldom; it may be entered again meanwhile."""
    with _lock:
        _before.append(_before[0] if _before else gc.get_threshold())
        gc.set_threshold(200_000, 100, 1000)
    try:
        yield
    finally:
        with _lock:
            before = _before.pop()
            if not _before:
                gc.set_threshold(*before)
