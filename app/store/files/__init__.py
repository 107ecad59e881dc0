"""The project file itself: locking, opening, checking, backups."""
