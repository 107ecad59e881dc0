"""File formats: `registry` lists them and reads and writes files."""
