"""The shape of what runs an act and shows the faults of the world that it meets."""

from __future__ import annotations

from collections.abc import Callable

Guard = Callable[[Callable[[], object]], None]
