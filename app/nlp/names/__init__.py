"""Names as runs of tokens with a label, stage by stage.

They are of persons, places and organisations.
"""
