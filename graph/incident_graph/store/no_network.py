"""A process that cannot reach the network, whatever it is made to do.

``shut_network`` is for a forked child that answers a query from what is on this machine: it takes from the calling
process, for good, the means to open a connection. What that is worth depends on the system:

- ``SECCOMP``, Linux on x86-64 and ARM64: the kernel refuses to make or connect a socket, to Rust and C as to Python.
- ``NAMESPACE``, other Linux, or where filters of system calls are forbidden: the process is in a network of its own,
  in which there is nothing, where the kernel allows that.
- ``PYTHON``, everywhere else, such as macOS: Python's own sockets are refused, and what resolves names for them. This
  holds back Python code alone. Oxigraph fetches by itself, and there only the reading of the text keeps it from doing
  so (``fetching``).

Nothing is promised of connections that were open before, nor of a process that does not call this: a query asked
through the Python interface runs in the asker's own process, and so does everything on Windows, which has no ``fork``.
"""

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

SECCOMP, NAMESPACE, PYTHON = "seccomp", "namespace", "python"

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13: permission denied
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06


class _Machine(NamedTuple):
    """What the kernel calls a machine, its calls that lead out, and where another numbering of calls begins."""

    name: int
    calls: tuple[int, ...]
    foreign: int | None = None


# socket, connect, and io_uring_setup, by which both can be had without being called.
_MACHINES = {
    "x86_64": _Machine(0xC000003E, (41, 42, 425), 0x40000000),
    "aarch64": _Machine(0xC00000B7, (198, 203, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def shut_network() -> str:
    """Take the network from this process, and those it starts; what it was done by: see the head of this file.

    It cannot be undone, so it is called in a child. Raises nothing: where one way fails the next is taken.
    """
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        if _filter_calls(libc):
            return SECCOMP
        if _leave(libc):
            return NAMESPACE
    sys.addaudithook(_refuse)
    return PYTHON


def _filter_calls(libc: Any) -> bool:
    """Have the kernel refuse the calls that lead out."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 1 << 32:
        return False
    code = ctypes.create_string_buffer(b"".join(_steps(machine)))
    program = _Program(len(code) // 8, ctypes.addressof(code))
    asked = [ctypes.c_ulong(n) for n in (_NO_NEW_PRIVILEGES, 1, 0, 0, 0)]
    if libc.prctl(*asked) != 0:
        return False
    return bool(libc.prctl(ctypes.c_ulong(_SET_SECCOMP), ctypes.c_ulong(_FILTER), ctypes.byref(program)) == 0)


def _steps(machine: _Machine) -> Sequence[bytes]:
    """The filter as steps of the kernel's packet filter: for another kind of call refuse, for these calls refuse."""
    tests = [(_EQUAL, call) for call in machine.calls]
    if machine.foreign is not None:
        tests.insert(0, (_AT_LEAST, machine.foreign))
    left = len(tests)
    steps = [_step(_LOAD, 4), _step(_EQUAL, machine.name, 0, left + 2), _step(_LOAD, 0)]
    # Each jumps, when it holds, over the tests that are left and over the step that allows.
    steps += [_step(test, value, left - number, 0) for number, (test, value) in enumerate(tests)]
    return [*steps, _step(_RETURN, _ALLOW), _step(_RETURN, _REFUSE)]


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_so, if_not, value)


def _leave(libc: Any) -> bool:
    """Go into a network of one's own: at once where that is allowed, else as the only user of a space of one's own."""
    if libc.unshare(_NEW_NETWORK) == 0:
        return True
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    # Without these the process would be nobody, who can make no file.
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        try:
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
        except OSError:
            pass
    return True


def _refuse(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError(f"this process has no network: {event}")
