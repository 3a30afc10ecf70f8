"""What holds for all tests: each process is set up as the command sets it up, before it imports numpy."""

import gc
import os

from hypothesis import settings

from checker.cli import COLLECT_AFTER

# Else matrices are shared by as many threads as there are cores, in each of as many processes, and all wait for each
# other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

gc.set_threshold(COLLECT_AFTER)

# How long an example takes says more about what else the machine does than about the code; benchmarks hold the speed.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")
