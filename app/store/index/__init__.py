"""The index of a project: what its articles say, in a file of its own that can be made again."""
