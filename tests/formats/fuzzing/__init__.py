"""Read damaged files of every format of the registry, in a worker as the program does."""
