"""The list of notes, and the panel to write one."""
