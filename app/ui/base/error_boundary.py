"""The type of a function that runs an act and shows the errors of the environment."""

from __future__ import annotations

from collections.abc import Callable

ErrorBoundary = Callable[[Callable[[], object]], None]
