"""Places in the lists and tables of Qt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
"""A place that Qt asks a model about."""
TOP = QModelIndex()
"""Above all rows: the parent that Qt means where it names none."""
