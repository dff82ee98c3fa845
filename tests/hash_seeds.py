"""What a piece of code prints under several hash seeds, for tests that the same input gives the same output."""

import os
import subprocess
import sys


def printed_under_hash_seeds(code: str) -> set[str]:
    """What ``code`` prints in processes of its own with two hash seeds: one element when they are alike."""
    here = os.pathsep.join([os.path.dirname(__file__), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": here},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
