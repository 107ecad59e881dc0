"""Join persons, organisations and places in a register.

Judgements join them, and can be taken back.
"""
