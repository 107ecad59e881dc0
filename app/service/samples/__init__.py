"""Random samples: measured, and named in files."""
