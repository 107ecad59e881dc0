"""Give memory that is freed back to the system."""

from __future__ import annotations

import sys

_MMAP_THRESHOLD, _BLOCK_BYTES = -3, 128 << 10
"""The parameter of glibc's `mallopt`, and its default: blocks from that size on are the system's own."""


def return_large_blocks() -> None:
    """Have large blocks go back to the system when they are freed.

    With each one that is freed, glibc takes ever larger ones from its own heap, up to 32 MB, and keeps what is free
    between blocks that are not: some 15 MB after a list of 60,000 places. A value that is set stays.
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415  # takes some milliseconds, which the start need not

    set_parameter = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
    if set_parameter is not None:
        set_parameter(_MMAP_THRESHOLD, _BLOCK_BYTES)
