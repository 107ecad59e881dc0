"""Pre-tagging: natasha's models, and rules for what they do not know."""

import os

# Both are read when numpy is imported, so they must stand before any module of this package.
# The networks are small: threads of the linear algebra gain nothing in one worker, and two workers fight over them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Huge pages cost more than they buy where memory lies in pieces: Linux then moves others together for each.
os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")
