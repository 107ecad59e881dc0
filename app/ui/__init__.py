"""The window: everything that knows Qt."""

from app.ui import imports as imports  # before Qt is imported, see there
