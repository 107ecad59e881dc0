"""Read damaged files of every format in a worker.

The formats are those of the registry. The program reads files so too.
"""
