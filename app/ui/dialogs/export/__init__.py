"""The dialog of the export: its choices, presets and first rows."""
