"""Pre-tagging: natasha's models, and rules for what they do not know."""

import os

# The networks are small: threads of the linear algebra gain nothing in one worker, and two workers fight over them.
# It is read when numpy is imported, so it must stand before any module of this package.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
