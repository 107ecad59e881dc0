"""The project file: SQLite, its one writer, its journal."""
