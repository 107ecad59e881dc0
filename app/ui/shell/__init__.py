"""The window: start, assembly, menus, status bar."""
