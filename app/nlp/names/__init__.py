"""Names of persons, places and organisations as runs of tokens, stage by stage."""
