"""What holds for all tests, before the first of them imports numpy: the process is set up as the command sets it up."""

import gc
import os

from checker.cli import COLLECT_AFTER

# Else matrices are shared by as many threads as there are cores, in each of as many processes, and all wait for each
# other: a suite on two cores took half as long again.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

gc.set_threshold(COLLECT_AFTER)
