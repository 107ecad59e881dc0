"""Files on the disk: bytes, encodings, lines, folders, offsets of normalised text."""
