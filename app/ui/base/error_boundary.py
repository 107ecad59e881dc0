"""The type of functions that run an act and show errors.

Those are errors of the environment.
"""

from __future__ import annotations

from collections.abc import Callable

ErrorBoundary = Callable[[Callable[[], object]], None]
